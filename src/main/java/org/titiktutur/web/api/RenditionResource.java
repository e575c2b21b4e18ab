package org.titiktutur.web.api;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.glassfish.jersey.server.ChunkedOutput;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.RenditionFile;
import org.titiktutur.catalog.Renditions;
import org.titiktutur.production.Production;
import org.titiktutur.web.FileContent;
import org.titiktutur.web.ProblemException;
import org.titiktutur.web.ProblemKind;
import org.titiktutur.web.Visitor;

/** {@code /api/v1/renditions}: how far they are, and their files. */
@Path("/api/v1/renditions/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class RenditionResource {

  private final Production production;
  private final Events events;
  private final Shapes shapes;

  public RenditionResource(Production production, Events events) {
    this.production = production;
    this.events = events;
    this.shapes = new Shapes(production);
  }

  @GET
  public Response get(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visitor visitor = Visitor.of(request);
    return Response.ok(shapes.shape(visitor, shapes.rendition(visitor, id))).build();
  }

  @DELETE
  public Response delete(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    Rendition rendition = shapes.rendition(visitor, id);
    if (!production.wishes().remove(rendition.id())) {
      throw new ProblemException(ProblemKind.NOT_FOUND);
    }
    return Response.noContent().build();
  }

  @POST
  @Path("/retry")
  public Response retry(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    Rendition rendition = shapes.rendition(visitor, id);
    Rendition again =
        production
            .wishes()
            .retry(rendition.id())
            .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
    return Response.accepted(shapes.shape(visitor, again)).build();
  }

  @GET
  @Path("/events")
  @Produces("text/event-stream")
  public Response events(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Rendition rendition = shapes.rendition(Visitor.of(request), id);
    ChunkedOutput<String> stream = events.of(rendition.id());
    return Response.ok(stream, "text/event-stream;charset=utf-8")
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no")
        .build();
  }

  @GET
  @Path("/content")
  @Produces(MediaType.WILDCARD)
  public Response content(@Context ContainerRequestContext request, @PathParam("id") String id)
      throws IOException {
    Rendition rendition = shapes.rendition(Visitor.of(request), id);
    RenditionFile whole =
        production.wishes().whole(rendition.id()).orElseThrow(() -> missing(rendition));
    String title = production.items().find(rendition.item()).map(Item::title).orElse("");
    return answer(request, whole, title);
  }

  @HEAD
  @Path("/content")
  @Produces(MediaType.WILDCARD)
  public Response headOfContent(
      @Context ContainerRequestContext request, @PathParam("id") String id) throws IOException {
    return content(request, id);
  }

  @GET
  @Path("/files/{name}")
  @Produces(MediaType.WILDCARD)
  public Response file(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("name") String name) {
    Visitor visitor = Visitor.of(request);
    Renditions.Served served =
        production
            .renditions()
            .served(id, name)
            .filter(each -> visitor.maySee().contains(each.rights()))
            .orElseThrow(() -> missing(shapes.rendition(visitor, id)));
    return answer(request, served.file(), served.title());
  }

  @HEAD
  @Path("/files/{name}")
  @Produces(MediaType.WILDCARD)
  public Response headOfFile(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("name") String name) {
    return file(request, id, name);
  }

  /** Why a rendition lacks something that is asked of it. */
  private static ProblemException missing(Rendition rendition) {
    return switch (rendition.state()) {
      case READY -> new ProblemException(ProblemKind.NOT_FOUND);
      case WAITING, MAKING ->
          new ProblemException(
              ProblemKind.NOT_READY, Shapes.ROOT + "/renditions/" + rendition.id());
      case FAILED, CANCELLED -> new ProblemException(ProblemKind.NOT_NOW, rendition.state().code());
    };
  }

  private Response answer(ContainerRequestContext request, RenditionFile file, String title) {
    return FileContent.answer(
        request,
        new FileContent.Source(
            production.wishes().open(file),
            file.bytes(),
            file.sha256(),
            DownloadNames.of(title, file.name()),
            file.mediaType()));
  }
}
