package org.titiktutur.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.RenditionFile;
import org.titiktutur.production.BraillePages;
import org.titiktutur.production.Phrases;
import org.titiktutur.production.Production;
import org.titiktutur.production.PublicationView;
import org.titiktutur.production.Wishes;
import org.titiktutur.publication.Publication;
import org.titiktutur.web.Forms;
import org.titiktutur.web.Visitor;

/** One rendition: how far it is, then listening to it, looking at its braille, taking it along. */
@Path("/renditions/{id}")
public final class RenditionPages {

  private final Production production;
  private final Forms forms;
  private final Frames frames;

  RenditionPages(Production production, Forms forms, Frames frames) {
    this.production = production;
    this.forms = forms;
    this.frames = frames;
  }

  private record Found(Rendition rendition, Item item) {}

  private Found find(String id, Visitor visitor) {
    Rendition rendition = production.renditions().find(id).orElseThrow(Missing::here);
    return new Found(rendition, ItemPages.visible(rendition.item(), visitor, production));
  }

  private Found ready(String id, Visitor visitor) {
    Found found = find(id, visitor);
    if (found.rendition().state() != Rendition.State.READY) {
      throw Missing.here();
    }
    return found;
  }

  @GET
  @Produces(Frames.HTML)
  public Response rendition(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visitor visitor = Visitor.of(request);
    Found found = find(id, visitor);
    Frame frame = frames.of(request, Section.SHELF);
    return Frames.page(
        found.rendition().state() == Rendition.State.READY
            ? Templates.rendition(frame, readyView(found, request, visitor))
            : Templates.progress(frame, progressView(found, request, visitor)));
  }

  private static String heading(Found found, Words w) {
    return w.say(
        "progress.heading", w.of("format", found.rendition().format()), found.item().title());
  }

  private ProgressView progressView(Found found, ContainerRequestContext request, Visitor visitor) {
    Words w = Words.in(visitor.tongue());
    Rendition rendition = found.rendition();
    Optional<String> problem =
        production.wishes().problem(rendition, new Phrases("renditions", visitor.tongue()));
    boolean underWay = !rendition.state().isFinal();
    return new ProgressView(
        RenditionWords.path(rendition),
        heading(found, w),
        ItemPages.trail(found.item(), w),
        underWay,
        rendition.percent(),
        RenditionWords.events(rendition),
        RenditionWords.state(rendition, w),
        problem.orElse(underWay ? estimate(rendition, w) : null),
        visitor.isAdministrator(),
        Frames.notice(request, w));
  }

  private static String estimate(Rendition rendition, Words w) {
    return rendition
        .estimate()
        .map(time -> w.say("progress.estimate", w.duration(time)))
        .orElseGet(() -> w.say("progress.no-estimate"));
  }

  private static RenditionView readyView(
      Found found, ContainerRequestContext request, Visitor visitor) {
    Words w = Words.in(visitor.tongue());
    Rendition rendition = found.rendition();
    String path = RenditionWords.path(rendition);
    boolean pages = RenditionWords.hasPages(rendition);
    return new RenditionView(
        path,
        ItemPages.path(found.item()),
        heading(found, w),
        ItemPages.trail(found.item(), w),
        RenditionWords.measure(rendition, w),
        RenditionWords.choices(rendition, w),
        RenditionWords.plays(rendition) ? path + "/listen" : null,
        pages ? path + "/braille" : null,
        RenditionWords.content(rendition),
        RenditionWords.bytes(rendition),
        rendition.files().stream()
            .map(
                file ->
                    new RenditionView.File(
                        file.name(),
                        RenditionWords.file(rendition, file),
                        RenditionWords.measure(file, w)))
            .toList(),
        RenditionWords.any(rendition.findings())
            ? RenditionWords.findings(rendition.findings(), w)
            : null,
        visitor.isAdministrator(),
        pages ? "/staff/embossings?rendition=" + rendition.id() : null,
        Frames.notice(request, w));
  }

  @GET
  @Path("/listen")
  @Produces(Frames.HTML)
  public Response listen(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @QueryParam("part") @DefaultValue("1") int part) {
    Found found = ready(id, Visitor.of(request));
    Frame frame = frames.of(request, Section.SHELF);
    List<ListenView.Chapter> chapters = chapters(found);
    if (part < 1 || part > chapters.size()) {
      throw Missing.here();
    }
    return Frames.page(
        Templates.listen(
            frame,
            new ListenView(
                id,
                found.item().title(),
                String.join(", ", found.item().authors()),
                found.item().language(),
                ItemPages.trail(found.item(), frame.w()),
                chapters,
                chapters.get(part - 1),
                part > 1 ? chapters.get(part - 2) : null,
                part < chapters.size() ? chapters.get(part) : null,
                RenditionWords.content(found.rendition()),
                RenditionWords.bytes(found.rendition()),
                RenditionWords.seconds(found.rendition()).orElse(0))));
  }

  private List<ListenView.Chapter> chapters(Found found) {
    Rendition rendition = found.rendition();
    List<RenditionFile> sounds = RenditionWords.sounds(rendition).toList();
    List<String> titles = titles(found, sounds);
    List<ListenView.Chapter> chapters = new ArrayList<>();
    for (RenditionFile sound : sounds) {
      int number = chapters.size() + 1;
      chapters.add(
          new ListenView.Chapter(
              number,
              titles.get(number - 1),
              RenditionWords.path(rendition) + "/listen?part=" + number,
              RenditionWords.file(rendition, sound),
              sound.seconds().orElse(0),
              sound.bytes()));
    }
    return chapters;
  }

  /** Of the parts that were spoken, where each of them was; else of the files. */
  private List<String> titles(Found found, List<RenditionFile> sounds) {
    List<String> titles =
        found.rendition().publication().equals(found.item().publication())
            ? production
                .shelf()
                .publication(found.item().id())
                .map(PublicationView::index)
                .map(Publication::parts)
                .orElse(List.of())
                .stream()
                .filter(part -> part.sentences() > 0)
                .map(part -> part.title().isEmpty() ? found.item().title() : part.title())
                .toList()
            : List.of();
    return titles.size() == sounds.size()
        ? titles
        : sounds.stream()
            .map(file -> file.name().replaceFirst("\\.[^.]+$", "").replaceFirst("^\\d+-", ""))
            .toList();
  }

  @GET
  @Path("/braille")
  @Produces(Frames.HTML)
  public Response braille(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @QueryParam("page") @DefaultValue("1") int number)
      throws IOException {
    Found found = ready(id, Visitor.of(request));
    Frame frame = frames.of(request, Section.SHELF);
    BraillePages book = production.wishes().braillePages(id).orElseThrow(Missing::here);
    int pages = book.count();
    if (number < 1 || number > pages) {
      throw Missing.here();
    }
    String path = RenditionWords.path(found.rendition()) + "/braille";
    return Frames.page(
        Templates.braille(
            frame,
            new BrailleView(
                path,
                found.item().title(),
                found.item().language(),
                frame.w().of("format", found.rendition().format()),
                ItemPages.trail(found.item(), frame.w()),
                number,
                pages,
                book.page(number).lines().stream()
                    .map(line -> new BrailleView.Row(line.cells(), line.text()))
                    .toList(),
                number > 1 ? path + "?page=" + (number - 1) : null,
                number < pages ? path + "?page=" + (number + 1) : null,
                RenditionWords.content(found.rendition()),
                RenditionWords.bytes(found.rendition()))));
  }

  @POST
  @Path("/retry")
  public Response retry(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("id") String id)
      throws IOException {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    Found found = find(id, visitor);
    Frames.pressed(forms, request, servlet);
    production.wishes().retry(id);
    return Frames.to(visitor, RenditionWords.path(found.rendition()) + "?done=retried").build();
  }

  @POST
  @Path("/cancel")
  public Response cancel(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("id") String id)
      throws IOException {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    Found found = find(id, visitor);
    Frames.pressed(forms, request, servlet);
    boolean stillThere =
        production.wishes().cancelOrRemove(id).filter(Wishes.Ended.CANCELLED::equals).isPresent();
    return Frames.to(
            visitor,
            stillThere
                ? RenditionWords.path(found.rendition())
                : ItemPages.path(found.item()) + "?done=removed")
        .build();
  }
}
