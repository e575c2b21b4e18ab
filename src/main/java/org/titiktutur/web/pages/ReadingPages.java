package org.titiktutur.web.pages;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.titiktutur.catalog.Item;
import org.titiktutur.production.PartText;
import org.titiktutur.production.Production;
import org.titiktutur.production.PublicationView;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Publication;
import org.titiktutur.web.Visitor;

/** The text of a title, a page for each part. */
@Path("/items/{id}/read")
public final class ReadingPages {

  private final Production production;
  private final Frames frames;

  ReadingPages(Production production, Frames frames) {
    this.production = production;
    this.frames = frames;
  }

  @GET
  @Produces(Frames.HTML)
  public Response contents(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Item item = ItemPages.visible(id, Visitor.of(request), production);
    Frame frame = frames.of(request, Section.SHELF);
    List<ContentsView.Entry> parts =
        text(id).index().parts().stream()
            .map(
                part ->
                    new ContentsView.Entry(
                        part.number(), title(part, frame.w()), path(item, part.number())))
            .toList();
    return Frames.page(
        Templates.contents(
            frame,
            new ContentsView(
                item.title(), item.language(), ItemPages.trail(item, frame.w()), parts)));
  }

  @GET
  @Path("/{part: [0-9]{1,9}}")
  @Produces(Frames.HTML)
  public Response part(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("part") int number) {
    Item item = ItemPages.visible(id, Visitor.of(request), production);
    Frame frame = frames.of(request, Section.SHELF);
    PublicationView text = text(id);
    List<Publication.Entry> parts = text.index().parts();
    if (number < 1 || number > parts.size()) {
      throw Missing.here();
    }
    Part part = text.part(number);
    String title = title(parts.get(number - 1), frame.w());
    boolean headed = part.blocks().stream().anyMatch(Block.Heading.class::isInstance);
    List<Crumb> trail = new ArrayList<>(ItemPages.trail(item, frame.w()));
    trail.add(new Crumb(frame.w().say("read.contents"), contentsPath(item), null));
    return Frames.page(
        Templates.read(
            frame,
            new ReadView(
                item.title(),
                title,
                part.language(),
                number,
                parts.size(),
                trail,
                headed ? null : title,
                out -> out.writeContent(PartText.html(part)),
                number > 1 ? path(item, number - 1) : null,
                contentsPath(item),
                number < parts.size() ? path(item, number + 1) : null,
                Visitor.of(request).isAdministrator() ? ItemPages.path(item) + "/lexicon" : null)));
  }

  private PublicationView text(String id) {
    return production.shelf().publication(id).orElseThrow(Missing::here);
  }

  private static String contentsPath(Item item) {
    return ItemPages.path(item) + "/read";
  }

  private static String path(Item item, int part) {
    return contentsPath(item) + "/" + part;
  }

  static String title(Publication.Entry part, Words w) {
    return part.title().isEmpty() ? w.say("read.untitled", part.number()) : part.title();
  }
}
