package org.titiktutur.web.pages;

import jakarta.servlet.http.HttpServletRequest;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.production.BadOptionException;
import org.titiktutur.production.BraillePages;
import org.titiktutur.production.CannotEmbossException;
import org.titiktutur.production.EmbossingAction;
import org.titiktutur.production.EmbossingDesk;
import org.titiktutur.production.EmbossingOrder;
import org.titiktutur.production.EmbossingRun;
import org.titiktutur.production.EmbossingState;
import org.titiktutur.production.NotNowException;
import org.titiktutur.production.Phrases;
import org.titiktutur.production.Production;
import org.titiktutur.web.Form;
import org.titiktutur.web.Forms;
import org.titiktutur.web.Visitor;

/** The embossing desk: a new run, the runs there are, and what can be done to each. */
@Path("/staff/embossings")
public final class EmbossingPages {

  private static final int LATEST = 50;

  private final Production production;
  private final EmbossingDesk desk;
  private final Forms forms;
  private final Frames frames;

  EmbossingPages(Production production, Forms forms, Frames frames) {
    this.production = production;
    this.desk = production.embossingDesk();
    this.forms = forms;
    this.frames = frames;
  }

  @GET
  @Produces(Frames.HTML)
  public Response desk(
      @Context ContainerRequestContext request, @QueryParam("rendition") String rendition)
      throws IOException {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    return Frames.page(
        Templates.embossings(
            frames.of(request, Section.STAFF),
            view(
                visitor,
                new Typed(Optional.ofNullable(rendition).orElse(""), "", "", "1"),
                Faults.NONE)));
  }

  /** What stands in the form of a new run. */
  private record Typed(String rendition, String embosser, String pages, String copies) {

    static Typed of(Form form) {
      return new Typed(
          form.text("rendition").orElse(""),
          form.text("embosser").orElse(""),
          form.text("pages").orElse(""),
          form.text("copies").orElse(""));
    }

    EmbossingOrder order() throws BadOptionException {
      return new EmbossingOrder(
          rendition,
          embosser,
          Optional.of(pages).filter(text -> !text.isEmpty()),
          Optional.empty(),
          number(copies).orElse(0));
    }
  }

  private static OptionalInt number(String text) {
    return text.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  @POST
  @Produces(Frames.HTML)
  public Response begin(
      @Context ContainerRequestContext request, @Context HttpServletRequest servlet)
      throws IOException {
    Submission sent = Submission.byAdministrator(request, servlet, forms);
    Visitor visitor = sent.visitor();
    Words w = sent.w();
    Typed typed;
    try (Form form = sent.form()) {
      typed = Typed.of(form);
    }
    Faults faults;
    try {
      EmbossingRun run = desk.begin(desk.plan(typed.order()), sent.person().name());
      return Frames.to(visitor, path(run) + "?done=embossing").build();
    } catch (BadOptionException e) {
      faults =
          e.option().equals("copies")
              ? Faults.of("copies", w.say("emboss.fault.copies", EmbossingOrder.MOST_COPIES))
              : Faults.of("pages", w.say("emboss.fault.pages", pages(typed.rendition())));
    } catch (CannotEmbossException e) {
      faults = Faults.of(field(e.reason()), e.say(words(visitor)));
    }
    return Frames.toBeMended(
        Templates.embossings(
            frames.at(visitor, Section.STAFF, "/staff/embossings?rendition=" + typed.rendition()),
            view(visitor, typed, faults)));
  }

  private static String field(CannotEmbossException.Reason reason) {
    return switch (reason) {
      case NO_SUCH_VOLUMES, DOES_NOT_FIT -> "pages";
      case NO_EMBOSSER, NO_RENDITION, NOT_READY, NOT_BRAILLE, UNREADABLE -> "embosser";
    };
  }

  private int pages(String rendition) throws IOException {
    Optional<BraillePages> found = production.wishes().braillePages(rendition);
    return found.isPresent() ? found.get().count() : 0;
  }

  private EmbossingsView view(Visitor visitor, Typed typed, Faults faults) throws IOException {
    Words w = Words.in(visitor.tongue());
    return new EmbossingsView(
        trail(w),
        desk.embossers().stream()
            .map(each -> new Choice(each.id(), each.name(), each.id().equals(typed.embosser())))
            .toList(),
        braille(typed.rendition()),
        typed.pages(),
        typed.copies(),
        desk.latest(LATEST).stream().map(run -> row(run, visitor)).toList(),
        faults,
        Optional.empty());
  }

  /** Null where nothing was chosen that can be embossed. */
  private EmbossingsView.Braille braille(String id) throws IOException {
    Optional<Rendition> rendition =
        production.renditions().find(id).filter(RenditionWords::hasPages);
    if (rendition.isEmpty()) {
      return null;
    }
    String title = production.items().find(rendition.get().item()).map(Item::title).orElse("");
    return new EmbossingsView.Braille(id, title, pages(id));
  }

  private static EmbossingsView.Run row(EmbossingRun run, Visitor visitor) {
    Words w = Words.in(visitor.tongue());
    return new EmbossingsView.Run(
        run.id(),
        run.title(),
        run.device(),
        state(run.state().code(), words(visitor)),
        tone(run.state()),
        progress(run, w));
  }

  /** How a run stands, as the beginning of a sentence. */
  static String state(String code, Phrases words) {
    String word = words.say("state." + code);
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String tone(EmbossingState state) {
    return switch (state) {
      case INTERRUPTED, FAILED -> "bad";
      case SENT, CONFIRMED -> "good";
      case WAITING, SENDING, PAUSED, CANCELLED -> "";
    };
  }

  private static List<Crumb> trail(Words w) {
    return List.of(new Crumb(w.say("staff.title"), "/staff", null));
  }

  private static Phrases words(Visitor visitor) {
    return new Phrases("embossing", visitor.tongue());
  }

  private static String path(EmbossingRun run) {
    return "/staff/embossings/" + run.id();
  }

  @GET
  @Path("/{id}")
  @Produces(Frames.HTML)
  public Response run(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    EmbossingRun run = desk.find(id).orElseThrow(Missing::here);
    Frame frame = frames.of(request, Section.STAFF);
    return Frames.page(
        Templates.embossing(
            frame,
            view(run, visitor, fromPage(run), Faults.NONE, Frames.notice(request, frame.w()))));
  }

  private static String progress(EmbossingRun run, Words w) {
    return run.pages() == 1
        ? w.say("run.progress.one", w.number(run.pagesHandedOver()))
        : w.say("run.progress", w.number(run.pagesHandedOver()), w.number(run.pages()));
  }

  private static String fromPage(EmbossingRun run) {
    return run.at().map(EmbossingRun.Point::resumeFrom).map(String::valueOf).orElse("");
  }

  private static EmbossingView view(
      EmbossingRun run, Visitor visitor, String fromPage, Faults faults, Optional<Notice> notice) {
    Words w = Words.in(visitor.tongue());
    Phrases words = words(visitor);
    EmbossingState state = run.state();
    return new EmbossingView(
        path(run),
        run.title(),
        List.of(
            new Crumb(w.say("staff.title"), "/staff", null),
            new Crumb(w.say("emboss.title"), "/staff/embossings", null)),
        state == EmbossingState.WAITING || state.isAtDevice(),
        run.pagesHandedOver(),
        run.pages(),
        tone(state),
        state(state.code(), words) + ". " + progress(run, w) + ".",
        state == EmbossingState.SENT
            ? w.say("run.sent.hint")
            : run.cause().map(cause -> cause.say(words)).orElse(null),
        run.device(),
        run.firstPage() == run.lastPage()
            ? w.number(run.firstPage())
            : w.say("run.range", w.number(run.firstPage()), w.number(run.lastPage())),
        run.copies(),
        state.allows(EmbossingAction.CONFIRM),
        state.allows(EmbossingAction.PAUSE),
        state.allows(EmbossingAction.CANCEL),
        state.allows(EmbossingAction.RESUME),
        fromPage,
        faults,
        notice);
  }

  /** What can be done to a run with one button. */
  @FunctionalInterface
  private interface Deed {
    Optional<EmbossingRun> to(String id, String who) throws NotNowException;
  }

  @POST
  @Path("/{id}/pause")
  @Produces(Frames.HTML)
  public Response pause(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("id") String id)
      throws IOException {
    return press(request, servlet, id, desk::pause);
  }

  @POST
  @Path("/{id}/confirm")
  @Produces(Frames.HTML)
  public Response confirm(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("id") String id)
      throws IOException {
    return press(request, servlet, id, desk::confirm);
  }

  @POST
  @Path("/{id}/cancel")
  @Produces(Frames.HTML)
  public Response cancel(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("id") String id)
      throws IOException {
    return press(request, servlet, id, desk::cancel);
  }

  private Response press(
      ContainerRequestContext request, HttpServletRequest servlet, String id, Deed deed)
      throws IOException {
    Submission sent = Submission.byAdministrator(request, servlet, forms);
    Visitor visitor = sent.visitor();
    sent.press();
    try {
      EmbossingRun run = deed.to(id, sent.person().name()).orElseThrow(Missing::here);
      return Frames.to(visitor, path(run)).build();
    } catch (NotNowException e) {
      return notNow(id, e, visitor);
    }
  }

  @POST
  @Path("/{id}/resume")
  @Produces(Frames.HTML)
  public Response resume(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("id") String id)
      throws IOException {
    Submission sent = Submission.byAdministrator(request, servlet, forms);
    Visitor visitor = sent.visitor();
    String typed;
    try (Form form = sent.form()) {
      typed = form.text("fromPage").orElse("");
    }
    Words w = sent.w();
    String fault = null;
    try {
      if (typed.isEmpty() || number(typed).isPresent()) {
        EmbossingRun run =
            desk.resume(id, number(typed), sent.person().name()).orElseThrow(Missing::here);
        return Frames.to(visitor, path(run)).build();
      }
    } catch (NotNowException e) {
      return notNow(id, e, visitor);
    } catch (CannotEmbossException e) {
      fault = e.say(words(visitor));
    } catch (BadOptionException e) {
      // Said below, as for what is no number.
    }
    EmbossingRun run = desk.find(id).orElseThrow(Missing::here);
    if (fault == null) {
      fault = w.say("run.fault.from", run.firstPage(), run.lastPage());
    }
    return mend(run, typed, Faults.of("fromPage", fault), visitor);
  }

  private Response notNow(String id, NotNowException refused, Visitor visitor) {
    EmbossingRun run = desk.find(id).orElseThrow(Missing::here);
    Words w = Words.in(visitor.tongue());
    String message = w.say("run.fault.state", refused.say(words(visitor)));
    return mend(run, fromPage(run), Faults.of("state", message), visitor);
  }

  private Response mend(EmbossingRun run, String fromPage, Faults faults, Visitor visitor) {
    return Frames.toBeMended(
        Templates.embossing(
            frames.at(visitor, Section.STAFF, path(run)),
            view(run, visitor, fromPage, faults, Optional.empty())));
  }
}
