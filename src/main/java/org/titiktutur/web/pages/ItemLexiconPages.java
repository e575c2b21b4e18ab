package org.titiktutur.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.titiktutur.production.Production;
import org.titiktutur.web.Forms;
import org.titiktutur.web.Visitor;

/** The lexicon of one title: how words are said in it, above the library's. */
@Path("/items/{id}/lexicon")
public final class ItemLexiconPages {

  private final Production production;
  private final Forms forms;
  private final LexiconDesk desk;

  ItemLexiconPages(Production production, Forms forms, Frames frames) {
    this.production = production;
    this.forms = forms;
    this.desk = new LexiconDesk(production, frames, new Saying(production));
  }

  @GET
  @Produces(Frames.HTML)
  public Response words(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    return desk.words(request, Optional.of(ItemPages.visible(id, visitor, production)));
  }

  @POST
  @Produces(Frames.HTML)
  public Response add(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("id") String id)
      throws IOException, InterruptedException {
    Submission sent = Submission.byAdministrator(request, servlet, forms);
    return desk.add(sent, Optional.of(sent.item(id, production)));
  }

  @POST
  @Path("/import")
  @Produces(Frames.HTML)
  public Response take(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("id") String id)
      throws IOException, InterruptedException {
    Submission sent = Submission.byAdministrator(request, servlet, forms);
    return desk.take(sent, Optional.of(sent.item(id, production)));
  }

  @GET
  @Path("/pls/{language}")
  public Response export(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("language") String language) {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    return desk.export(Optional.of(ItemPages.visible(id, visitor, production)), language);
  }

  @POST
  @Path("/undo/{deed}")
  public Response undo(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("id") String id,
      @PathParam("deed") String deed)
      throws IOException {
    Submission sent = Submission.byAdministrator(request, servlet, forms);
    return desk.undo(sent, Optional.of(sent.item(id, production)), deed);
  }
}
