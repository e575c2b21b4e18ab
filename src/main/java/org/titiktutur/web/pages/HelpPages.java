package org.titiktutur.web.pages;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.titiktutur.production.Phrases;
import org.titiktutur.web.ProblemKind;
import org.titiktutur.web.Visitor;

/** Help, and what each kind of problem means. */
@Path("/")
public final class HelpPages {

  private final Frames frames;

  HelpPages(Frames frames) {
    this.frames = frames;
  }

  @GET
  @Path("/help")
  @Produces(Frames.HTML)
  public Response help(@Context ContainerRequestContext request) {
    return Frames.page(Templates.help(frames.of(request, Section.HELP)));
  }

  @GET
  @Path("/problems/{code}")
  @Produces(Frames.HTML)
  public Response problem(
      @Context ContainerRequestContext request, @PathParam("code") String code) {
    ProblemKind kind = ProblemKind.find(code).orElseThrow(Missing::here);
    Phrases words = new Phrases("problems", Visitor.of(request).tongue());
    return Frames.page(
        Templates.problem(
            frames.of(request, Section.HELP),
            new ProblemView(
                words.say(kind.code() + ".title"),
                words.say(kind.code() + ".do", "…", "…"),
                null,
                null,
                kind == ProblemKind.SIGN_IN_NEEDED)));
  }
}
