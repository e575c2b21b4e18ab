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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.titiktutur.catalog.ChangedException;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Lexeme;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.Renditions;
import org.titiktutur.production.BadWordException;
import org.titiktutur.production.Lexicons;
import org.titiktutur.production.Production;
import org.titiktutur.production.Wish;
import org.titiktutur.web.Form;
import org.titiktutur.web.Forms;
import org.titiktutur.web.Visitor;

/** The library's lexicon: how words are said in all books. */
@Path(Saying.LIBRARY)
public final class LexiconPages {

  private final Production production;
  private final Forms forms;
  private final Frames frames;
  private final Saying saying;
  private final LexiconDesk desk;

  LexiconPages(Production production, Forms forms, Frames frames) {
    this.production = production;
    this.forms = forms;
    this.frames = frames;
    this.saying = new Saying(production);
    this.desk = new LexiconDesk(production, frames, saying);
  }

  @GET
  @Produces(Frames.HTML)
  public Response words(@Context ContainerRequestContext request) {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    return desk.words(request, Optional.empty());
  }

  @POST
  @Produces(Frames.HTML)
  public Response add(@Context ContainerRequestContext request, @Context HttpServletRequest servlet)
      throws IOException, InterruptedException {
    return desk.add(Submission.byAdministrator(request, servlet, forms), Optional.empty());
  }

  @POST
  @Path("/import")
  @Produces(Frames.HTML)
  public Response take(
      @Context ContainerRequestContext request, @Context HttpServletRequest servlet)
      throws IOException, InterruptedException {
    return desk.take(Submission.byAdministrator(request, servlet, forms), Optional.empty());
  }

  @GET
  @Path("/pls/{language}")
  public Response export(
      @Context ContainerRequestContext request, @PathParam("language") String language) {
    Visitor.of(request).requireAdministrator();
    return desk.export(Optional.empty(), language);
  }

  @POST
  @Path("/undo/{deed}")
  public Response undo(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("deed") String deed)
      throws IOException {
    return desk.undo(Submission.byAdministrator(request, servlet, forms), Optional.empty(), deed);
  }

  /** A sound: of a word as it is typed, or of the sentence with it. */
  @GET
  @Path("/said.wav")
  public Response said(
      @Context ContainerRequestContext request,
      @QueryParam("item") String item,
      @QueryParam("language") String language,
      @QueryParam("word") String word,
      @QueryParam("how") String how,
      @QueryParam("said") String said,
      @QueryParam("part") String part,
      @QueryParam("sentence") String sentence,
      @QueryParam("in") String in)
      throws IOException, InterruptedException {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    Optional<Item> book =
        item == null ? Optional.empty() : Optional.of(ItemPages.visible(item, visitor, production));
    Saying.Typed typed =
        new Saying.Typed(
            or(word, ""),
            or(language, "id"),
            or(how, "alias"),
            or(said, ""),
            0,
            or(part, ""),
            or(sentence, ""));
    return saying.said(book, typed, in != null, visitor);
  }

  private static String or(String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  @GET
  @Path("/words/{word}")
  @Produces(Frames.HTML)
  public Response word(@Context ContainerRequestContext request, @PathParam("word") String id) {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    Words w = Words.in(visitor.tongue());
    Lexeme lexeme = production.lexicons().find(id).orElseThrow(Missing::here);
    Optional<Item> item = item(lexeme, visitor);
    WordForm form = saying.form(path(lexeme), item, Saying.Typed.of(lexeme), Faults.NONE, w);
    return Frames.page(
        Templates.lexeme(frames.of(request, Section.STAFF), view(lexeme, item, form, w)));
  }

  @POST
  @Path("/words/{word}")
  @Produces(Frames.HTML)
  public Response change(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("word") String id)
      throws IOException, InterruptedException {
    Submission sent = Submission.byAdministrator(request, servlet, forms);
    Visitor visitor = sent.visitor();
    Words w = sent.w();
    Lexeme lexeme = production.lexicons().find(id).orElseThrow(Missing::here);
    Optional<Item> item = item(lexeme, visitor);
    Frame frame = frames.at(visitor, Section.STAFF, path(lexeme));
    Saying.Typed typed;
    boolean hear;
    try (Form form = sent.form()) {
      typed = Saying.Typed.of(form);
      hear = form.text("do").filter("hear"::equals).isPresent();
    }
    Faults faults;
    try {
      if (hear) {
        WordForm form = saying.heard(path(lexeme), item, typed, w);
        return Frames.page(Templates.lexeme(frame, view(lexeme, item, form, w)));
      }
      Lexeme changed =
          production
              .lexicons()
              .change(
                  id,
                  typed.version() == 0 ? OptionalLong.empty() : OptionalLong.of(typed.version()),
                  typed.typed(),
                  sent.person().name())
              .orElseThrow(Missing::here);
      return desk.done(visitor, item, "said", changed);
    } catch (BadWordException e) {
      faults = Saying.faults(e, visitor);
    } catch (ChangedException e) {
      faults = Faults.of("said", w.say("edit.fault.changed"));
      typed = Saying.Typed.of(production.lexicons().find(id).orElseThrow(Missing::here));
    }
    WordForm form = saying.form(path(lexeme), item, typed, faults, w);
    return Frames.toBeMended(Templates.lexeme(frame, view(lexeme, item, form, w)));
  }

  @POST
  @Path("/words/{word}/remove")
  public Response remove(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("word") String id)
      throws IOException {
    Submission sent = Submission.byAdministrator(request, servlet, forms);
    if (production.lexicons().find(id).isEmpty()) {
      throw Missing.here();
    }
    sent.press();
    Lexeme removed =
        production
            .lexicons()
            .remove(id, OptionalLong.empty(), sent.person().name())
            .orElseThrow(Missing::here);
    return desk.done(sent.visitor(), item(removed, sent.visitor()), "unsaid", removed);
  }

  private Optional<Item> item(Lexeme lexeme, Visitor visitor) {
    return lexeme.item().map(id -> ItemPages.visible(id, visitor, production));
  }

  private static String path(Lexeme lexeme) {
    return Saying.LIBRARY + "/words/" + lexeme.id();
  }

  private WordView view(Lexeme lexeme, Optional<Item> item, WordForm form, Words w) {
    List<Crumb> trail = new ArrayList<>(LexiconDesk.trail(item, w));
    trail.add(new Crumb(w.say("lexicon.title"), LexiconDesk.path(item), null));
    Lexicons.Holding holding =
        production.lexicons().holding(lexeme.item(), Saying.Typed.of(lexeme).typed());
    return new WordView(
        path(lexeme),
        lexeme.written(),
        lexeme.present(),
        trail,
        form,
        holding.titles().stream()
            .map(
                title ->
                    new WordView.Title(
                        title.title(), "/items/" + title.item() + "/lexicon", title.language()))
            .toList(),
        holding.uncounted() == 0 ? null : w.count("lexicon.uncounted", holding.uncounted()),
        Saying.states(production.lexicons().history(lexeme.id()), w),
        Optional.empty());
  }

  @GET
  @Path("/outdated")
  @Produces(Frames.HTML)
  public Response outdated(@Context ContainerRequestContext request) {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    Frame frame = frames.of(request, Section.STAFF);
    Words w = frame.w();
    List<OutdatedView.Row> rows = new ArrayList<>();
    for (Renditions.Made made : production.lexicons().outdated()) {
      Optional<Rendition> rendition = production.renditions().find(made.id());
      Optional<Item> item = production.items().find(made.item());
      if (rendition.isPresent() && item.isPresent()) {
        rows.add(
            new OutdatedView.Row(
                item.get().title(),
                RenditionWords.path(rendition.get()),
                item.get().language(),
                rendition.get().format()));
      }
    }
    List<Crumb> trail = new ArrayList<>(LexiconDesk.trail(Optional.empty(), w));
    trail.add(new Crumb(w.say("lexicon.title"), Saying.LIBRARY, null));
    return Frames.page(
        Templates.outdated(
            frame,
            new OutdatedView(
                trail,
                rows,
                w.count("lexicon.outdated.go", rows.size()),
                Frames.notice(request, w))));
  }

  @POST
  @Path("/outdated")
  public Response makeAgain(
      @Context ContainerRequestContext request, @Context HttpServletRequest servlet)
      throws IOException {
    Submission sent = Submission.byAdministrator(request, servlet, forms);
    sent.press();
    List<Wish> wishes = production.wishes().makeAgain(production.lexicons().outdated());
    String done = wishes.isEmpty() ? "" : "?done=asked";
    return Frames.to(sent.visitor(), Saying.LIBRARY + "/outdated" + done).build();
  }
}
