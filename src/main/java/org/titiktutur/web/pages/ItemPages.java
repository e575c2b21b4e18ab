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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.production.BadOptionException;
import org.titiktutur.production.Format;
import org.titiktutur.production.NotHereException;
import org.titiktutur.production.Phrases;
import org.titiktutur.production.Production;
import org.titiktutur.production.PublicationView;
import org.titiktutur.production.UnusableSourceException;
import org.titiktutur.production.Wish;
import org.titiktutur.web.Form;
import org.titiktutur.web.Forms;
import org.titiktutur.web.ProblemException;
import org.titiktutur.web.ProblemKind;
import org.titiktutur.web.Visitor;

/** One title: what it is, what it can be had as, what was found; and asking for it in a format. */
@Path("/items/{id}")
public final class ItemPages {

  private static final List<String> OPTIONS =
      Stream.concat(
              Stream.of("voice", "speed", "quality", "braille", "page", "points"),
              Offers.BRAILLE.keySet().stream())
          .toList();

  private final Production production;
  private final Offers offers;
  private final Forms forms;
  private final Frames frames;

  ItemPages(Production production, Offers offers, Forms forms, Frames frames) {
    this.production = production;
    this.offers = offers;
    this.forms = forms;
    this.frames = frames;
  }

  @GET
  @Produces(Frames.HTML)
  public Response item(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visitor visitor = Visitor.of(request);
    Item item = visible(id, visitor, production);
    Frame frame = frames.of(request, Section.SHELF);
    AskForm ask =
        visitor.isAdministrator() && item.state() != Item.State.REFUSED
            ? offers.ask(item.language(), frame.w())
            : AskForm.CLOSED;
    return Frames.page(
        Templates.item(frame, view(item, ask, visitor, Frames.notice(request, frame.w()))));
  }

  @POST
  @Path("/renditions")
  @Produces(Frames.HTML)
  public Response ask(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("id") String id)
      throws IOException {
    Submission sent = Submission.byAdministrator(request, servlet, forms);
    Visitor visitor = sent.visitor();
    Item item = sent.item(id, production);
    Words w = sent.w();
    Map<String, String> typed = new TreeMap<>();
    try (Form form = sent.form()) {
      OPTIONS.forEach(name -> form.text(name).ifPresent(value -> typed.put(name, value)));
      form.text("format").ifPresent(code -> typed.put("format", code));
    }
    Faults faults;
    try {
      Optional<Format> format = Optional.ofNullable(typed.get("format")).flatMap(Format::find);
      if (format.isPresent()) {
        Wish wish =
            production.wishes().wish(id, format.get(), options(typed)).orElseThrow(Missing::here);
        return Frames.to(
                visitor,
                RenditionWords.path(wish.rendition())
                    + (wish.fresh() ? "?done=asked" : "?done=already"))
            .build();
      }
      faults = Faults.of("format", w.say("ask.fault.format"));
    } catch (BadOptionException e) {
      faults = Faults.of(e.option(), w.of("ask.fault", e.option()));
    } catch (NotHereException e) {
      String field =
          switch (e.kind()) {
            case FORMAT -> "format";
            case VOICE -> "voice";
            case TABLE, BROKEN_TABLE, SIX_DOTS, LIBLOUIS -> "braille";
          };
      faults = Faults.of(field, w.of("ask.fault", field));
    } catch (UnusableSourceException e) {
      throw new ProblemException(e, ProblemKind.NOT_READY, path(item));
    }
    return Frames.toBeMended(
        Templates.item(
            frames.at(visitor, Section.SHELF, path(item)),
            view(item, offers.ask(item.language(), typed, faults, w), visitor, Optional.empty())));
  }

  /** What was chosen, without what is usual anyhow. */
  private static Map<String, String> options(Map<String, String> typed) {
    Map<String, String> options = new TreeMap<>(typed);
    options.remove("format");
    options.remove("quality", Offers.USUAL_QUALITY);
    options.remove("page", Offers.USUAL_PAGE);
    return options;
  }

  @GET
  @Path("/findings")
  @Produces(Frames.HTML)
  public Response findings(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visitor visitor = Visitor.of(request);
    Item item = visible(id, visitor, production);
    Frame frame = frames.of(request, Section.SHELF);
    List<FindingView> findings =
        production.shelf().findings(id, new Phrases("findings", visitor.tongue())).stream()
            .map(entry -> FindingView.of(entry, frame.w()))
            .toList();
    return Frames.page(
        Templates.findings(
            frame,
            new FindingsView(
                path(item),
                item.title(),
                trail(item, frame.w()),
                FindingView.summary(findings, frame.w()),
                findings)));
  }

  /**
   * The item, if the visitor may see it.
   *
   * @throws ProblemException {@code not-found}
   */
  static Item visible(String id, Visitor visitor, Production production) {
    return production.items().find(id).filter(visitor::maySee).orElseThrow(Missing::here);
  }

  static String path(Item item) {
    return "/items/" + item.id();
  }

  /** The pages above those of an item. */
  static List<Crumb> trail(Item item, Words w) {
    return List.of(
        new Crumb(w.say("frame.shelf"), "/", null),
        new Crumb(item.title(), path(item), w.foreign(item.language())));
  }

  private ItemView view(Item item, AskForm ask, Visitor visitor, Optional<Notice> notice) {
    Words w = Words.in(visitor.tongue());
    List<Rendition> renditions =
        production.renditions().ofItem(item.id()).stream()
            .filter(
                each ->
                    visitor.isAdministrator()
                        ? each.state() != Rendition.State.CANCELLED
                        : each.state() == Rendition.State.READY || RenditionWords.plays(each))
            .toList();
    Optional<Rendition> sound = renditions.stream().filter(RenditionWords::plays).findFirst();
    Optional<Rendition> braille = renditions.stream().filter(RenditionWords::hasPages).findFirst();
    return new ItemView(
        path(item),
        item.title(),
        String.join(", ", item.authors()),
        item.language(),
        item.rights().code(),
        w.say("item.source.value", item.source().name(), w.size(item.source().bytes())),
        ways(item, sound.isPresent(), braille.isPresent(), w),
        Cover.of(item.id(), item.title()),
        item.state() == Item.State.READING,
        production.shelf().refusal(item, new Phrases("findings", visitor.tongue())).orElse(null),
        item.state() == Item.State.REFUSED
            ? 0
            : production
                .shelf()
                .publication(item.id())
                .map(PublicationView::index)
                .map(index -> index.parts().size())
                .orElse(0),
        sound.map(each -> RenditionWords.path(each) + "/listen").orElse(null),
        braille.map(each -> RenditionWords.path(each) + "/braille").orElse(null),
        renditions.stream()
            .map(
                each ->
                    had(
                        each,
                        visitor.isAdministrator() && production.lexicons().isOutdated(each),
                        w))
            .toList(),
        RenditionWords.findings(item.findings(), w),
        RenditionWords.any(item.findings()),
        ask,
        visitor.isAdministrator(),
        notice);
  }

  private static String ways(Item item, boolean sound, boolean braille, Words w) {
    return switch (item.state()) {
      case READING -> w.say("ways.none");
      case REFUSED -> w.say("ways.refused");
      case READY ->
          w.say("ways.text")
              + (sound ? ", " + w.say("ways.listen") : "")
              + (braille ? ", " + w.say("ways.braille") : "");
    };
  }

  private static ItemView.Had had(Rendition rendition, boolean outdated, Words w) {
    boolean ready = rendition.state() == Rendition.State.READY;
    String path = RenditionWords.path(rendition);
    boolean pages = RenditionWords.hasPages(rendition);
    return new ItemView.Had(
        path,
        rendition.format(),
        RenditionWords.choices(rendition, w),
        ready,
        rendition.state() == Rendition.State.FAILED,
        ready ? RenditionWords.measure(rendition, w) : RenditionWords.state(rendition, w),
        RenditionWords.bytes(rendition),
        RenditionWords.content(rendition),
        RenditionWords.plays(rendition) ? path + "/listen" : null,
        pages ? path + "/braille" : null,
        pages ? "/staff/embossings?rendition=" + rendition.id() : null,
        outdated);
  }
}
