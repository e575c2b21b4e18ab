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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.RenditionFile;
import org.titiktutur.production.BraillePages;
import org.titiktutur.production.Format;
import org.titiktutur.production.Phrases;
import org.titiktutur.production.Production;
import org.titiktutur.production.PublicationView;
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
        RenditionWords.plays(rendition) ? heard(chapters(found), w) : null,
        RenditionWords.plays(rendition) ? RenditionWords.path(rendition) + "/listen" : null,
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
      @QueryParam("part") @DefaultValue("0") int part) {
    Visitor visitor = Visitor.of(request);
    Found found = find(id, visitor);
    Rendition rendition = found.rendition();
    boolean ready = rendition.state() == Rendition.State.READY;
    if (!RenditionWords.plays(rendition)) {
      return elsewhere(found, visitor);
    }
    List<ListenView.Chapter> chapters = chapters(found);
    ListenView.Chapter now =
        chapters.stream()
            .filter(each -> part == 0 ? each.isThere() : each.number() == part)
            .findFirst()
            .orElseThrow(Missing::here);
    if (!now.isThere()) {
      return elsewhere(found, visitor);
    }
    Frame frame = frames.of(request, Section.SHELF);
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
                now,
                beside(chapters, now, -1, ready),
                beside(chapters, now, 1, ready),
                ready ? null : heard(chapters, frame.w()),
                ready ? null : RenditionWords.events(rendition),
                ready ? RenditionWords.content(rendition) : null,
                RenditionWords.bytes(rendition),
                RenditionWords.seconds(rendition).orElse(0))));
  }

  /** What cannot be heard yet has a page that tells how far it is. */
  private static Response elsewhere(Found found, Visitor visitor) {
    if (found.rendition().state().isFinal()) {
      throw Missing.here();
    }
    return Frames.to(visitor, RenditionWords.path(found.rendition())).build();
  }

  private static String heard(List<ListenView.Chapter> chapters, Words w) {
    long there = chapters.stream().filter(ListenView.Chapter::isThere).count();
    return w.say("listen.making", w.number(there), w.number(chapters.size()));
  }

  /**
   * The chapter before or after.
   *
   * @param ready whether all is there that ever will be; before that nobody is led past a chapter
   */
  private static ListenView.Chapter beside(
      List<ListenView.Chapter> chapters, ListenView.Chapter now, int by, boolean ready) {
    int at = chapters.indexOf(now) + by;
    while (at >= 0 && at < chapters.size()) {
      if (chapters.get(at).isThere()) {
        return chapters.get(at);
      }
      if (!ready) {
        return null;
      }
      at += by;
    }
    return null;
  }

  private List<ListenView.Chapter> chapters(Found found) {
    Rendition rendition = found.rendition();
    Map<Integer, RenditionFile> sounds =
        RenditionWords.sounds(rendition)
            .collect(Collectors.toMap(RenditionFile::number, sound -> sound));
    List<String> titles = titles(found);
    List<ListenView.Chapter> chapters = new ArrayList<>();
    for (int number = 1; number <= titles.size(); number++) {
      chapters.add(chapter(rendition, number, titles.get(number - 1), sounds.get(number)));
    }
    return chapters.isEmpty()
        ? new TreeMap<>(sounds)
            .values().stream()
                .map(sound -> chapter(rendition, sound.number(), nameOf(sound), sound))
                .toList()
        : chapters;
  }

  private static ListenView.Chapter chapter(
      Rendition rendition, int number, String title, RenditionFile sound) {
    return new ListenView.Chapter(
        number,
        title,
        RenditionWords.path(rendition) + "/listen?part=" + number,
        sound == null ? null : RenditionWords.file(rendition, sound),
        sound == null ? 0 : sound.seconds().orElse(0),
        sound == null ? 0 : sound.bytes());
  }

  private static String nameOf(RenditionFile sound) {
    return sound.name().replaceFirst("\\.[^.]+$", "").replaceFirst("^\\d+-", "");
  }

  /** Of the parts that are spoken, one file each; empty where that is not known. */
  private List<String> titles(Found found) {
    Rendition rendition = found.rendition();
    boolean ofThisText = rendition.publication().equals(found.item().publication());
    if (!ofThisText || !rendition.format().equals(Format.MP3.code())) {
      return List.of();
    }
    return production
        .shelf()
        .publication(found.item().id())
        .map(PublicationView::index)
        .map(Publication::parts)
        .orElse(List.of())
        .stream()
        .filter(part -> part.sentences() > 0)
        .map(part -> part.title().isEmpty() ? found.item().title() : part.title())
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
    Submission sent = Submission.byAdministrator(request, servlet, forms);
    Visitor visitor = sent.visitor();
    Found found = find(id, visitor);
    sent.press();
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
    Submission sent = Submission.byAdministrator(request, servlet, forms);
    Visitor visitor = sent.visitor();
    Found found = find(id, visitor);
    sent.press();
    production.wishes().cancel(id);
    return Frames.to(visitor, RenditionWords.path(found.rendition())).build();
  }

  @POST
  @Path("/remove")
  public Response remove(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("id") String id)
      throws IOException {
    Submission sent = Submission.byAdministrator(request, servlet, forms);
    Visitor visitor = sent.visitor();
    Found found = find(id, visitor);
    sent.press();
    production.wishes().remove(id);
    return Frames.to(visitor, ItemPages.path(found.item()) + "?done=removed").build();
  }
}
