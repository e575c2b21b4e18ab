package org.titiktutur.web.pages;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Lexeme;
import org.titiktutur.catalog.Lexemes;
import org.titiktutur.catalog.Page;
import org.titiktutur.production.BadWordException;
import org.titiktutur.production.Lexicons;
import org.titiktutur.production.Production;
import org.titiktutur.web.Form;
import org.titiktutur.web.SentFile;
import org.titiktutur.web.Visitor;

/**
 * What the pages of both lexicons do, the library's and a title's; the item is empty for the first.
 */
final class LexiconDesk {

  private static final int ROWS = 20;
  private static final int SHOWN_FAULTS = 10;
  private static final Set<String> DONE = Set.of("said", "unsaid", "imported", "undone");

  private final Lexicons lexicons;
  private final Frames frames;
  private final Saying saying;

  LexiconDesk(Production production, Frames frames, Saying saying) {
    this.lexicons = production.lexicons();
    this.frames = frames;
    this.saying = saying;
  }

  static String path(Optional<Item> item) {
    return item.map(each -> ItemPages.path(each) + "/lexicon").orElse(Saying.LIBRARY);
  }

  static List<Crumb> trail(Optional<Item> item, Words w) {
    return item.map(each -> ItemPages.trail(each, w))
        .orElseGet(() -> List.of(new Crumb(w.say("staff.title"), "/staff", null)));
  }

  Response words(ContainerRequestContext request, Optional<Item> item) {
    Frame frame = frames.of(request, Section.STAFF);
    Words w = frame.w();
    var asked = request.getUriInfo().getQueryParameters();
    Saying.Typed typed =
        new Saying.Typed(
            or(asked.getFirst("word")),
            or(asked.getFirst("language")),
            "alias",
            "",
            0,
            or(asked.getFirst("part")),
            or(asked.getFirst("sentence")));
    WordForm form = saying.form(path(item), item, typed, Faults.NONE, w);
    return Frames.page(
        Templates.lexicon(
            frame,
            view(
                item,
                form,
                or(asked.getFirst("q")),
                Optional.ofNullable(asked.getFirst("cursor"))
                    .filter(cursor -> cursor.matches("[a-z0-9]+")),
                Faults.NONE,
                notice(request, item, w),
                w)));
  }

  private static String or(String value) {
    return value == null ? "" : value;
  }

  Response add(Submission sent, Optional<Item> item) throws IOException, InterruptedException {
    Visitor visitor = sent.visitor();
    Words w = sent.w();
    Saying.Typed typed;
    boolean hear;
    try (Form form = sent.form()) {
      typed = Saying.Typed.of(form);
      hear = form.text("do").filter("hear"::equals).isPresent();
    }
    Frame frame = frames.at(visitor, Section.STAFF, path(item));
    Faults faults;
    try {
      if (typed.word().isBlank()) {
        faults = Faults.of("word", w.say("lexicon.fault.word"));
      } else if (hear) {
        WordForm form = saying.heard(path(item), item, typed, w);
        return Frames.page(Templates.lexicon(frame, view(item, form, w)));
      } else {
        Lexeme added = lexicons.add(item.map(Item::id), typed.typed(), sent.person().name());
        return done(visitor, item, "said", added);
      }
    } catch (BadWordException e) {
      faults = Saying.faults(e, visitor);
    }
    WordForm form = saying.form(path(item), item, typed, faults, w);
    return Frames.toBeMended(Templates.lexicon(frame, view(item, form, w)));
  }

  /** After a change: the lexicon, with the way back. */
  Response done(Visitor visitor, Optional<Item> item, String done, Lexeme lexeme) {
    return Frames.to(
            visitor, path(item) + "?done=" + done + "&deed=" + lexeme.deed() + "&of=" + lexeme.id())
        .build();
  }

  private Optional<Notice> notice(ContainerRequestContext request, Optional<Item> item, Words w) {
    var asked = request.getUriInfo().getQueryParameters();
    Optional<String> done = Optional.ofNullable(asked.getFirst("done")).filter(DONE::contains);
    if (done.isEmpty()) {
      return Optional.empty();
    }
    Optional<Lexeme> lexeme = Optional.ofNullable(asked.getFirst("of")).flatMap(lexicons::find);
    String deed = or(asked.getFirst("deed"));
    String holding =
        lexeme
            .map(each -> " " + saying.holding(each.item(), Saying.Typed.of(each).typed(), w))
            .orElse("");
    return Optional.of(
        new Notice(
            w.said(done.get()) + holding,
            deed.matches("[a-z0-9]{26}") ? path(item) + "/undo/" + deed : null));
  }

  Response undo(Submission sent, Optional<Item> item, String deed) throws IOException {
    sent.press();
    if (lexicons.undo(deed, sent.person().name()).isEmpty()) {
      throw Missing.here();
    }
    return Frames.to(sent.visitor(), path(item) + "?done=undone").build();
  }

  Response export(Optional<Item> item, String language) {
    if (!lexicons.languages(item.map(Item::id)).containsKey(language)) {
      throw Missing.here();
    }
    return Response.ok(lexicons.export(item.map(Item::id), language), "application/pls+xml")
        .header("Content-Disposition", "attachment; filename=\"lexicon-" + language + ".pls\"")
        .build();
  }

  Response take(Submission sent, Optional<Item> item) throws IOException, InterruptedException {
    Visitor visitor = sent.visitor();
    Words w = sent.w();
    Frame frame = frames.at(visitor, Section.STAFF, path(item));
    Faults faults = Faults.NONE;
    try (Form form = sent.form()) {
      List<SentFile> files = form.files("source");
      if (files.isEmpty() || files.get(0).bytes() == 0) {
        faults = Faults.of("source", w.say("lexicon.fault.file"));
      } else {
        boolean leave = form.has("leave");
        Lexicons.Imported imported =
            lexicons.importPls(
                item.map(Item::id),
                Files.readString(files.get(0).file()),
                false,
                leave,
                sent.person().name());
        List<String> said =
            imported.faults().stream()
                .limit(SHOWN_FAULTS)
                .map(fault -> fault.say(Saying.phrases(visitor)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (imported.faults().size() > SHOWN_FAULTS) {
          said.add(w.say("lexicon.fault.more", imported.faults().size() - SHOWN_FAULTS));
        }
        if (imported.deed().isPresent() && said.isEmpty()) {
          return Frames.to(visitor, path(item) + "?done=imported&deed=" + imported.deed().get())
              .build();
        }
        if (said.isEmpty() || imported.deed().isPresent()) {
          String message =
              w.say("lexicon.imported", imported.added(), imported.changed(), imported.same());
          return Frames.page(
              Templates.lexicon(
                  frame,
                  view(
                      item,
                      empty(item, w),
                      "",
                      Optional.empty(),
                      Faults.NONE,
                      Optional.of(
                          new Notice(
                              said.isEmpty()
                                  ? message
                                  : message + " " + w.say("lexicon.left", String.join(" ", said)),
                              imported
                                  .deed()
                                  .map(deed -> path(item) + "/undo/" + deed)
                                  .orElse(null))),
                      w)));
        }
        for (String each : said) {
          faults = faults.and("source", each.replaceFirst("\\.$", ""));
        }
      }
    } catch (CharacterCodingException e) {
      faults = Faults.of("source", w.say("lexicon.fault.utf8"));
    }
    return Frames.toBeMended(
        Templates.lexicon(
            frame, view(item, empty(item, w), "", Optional.empty(), faults, Optional.empty(), w)));
  }

  private WordForm empty(Optional<Item> item, Words w) {
    return saying.form(
        path(item), item, new Saying.Typed("", "", "alias", "", 0, "", ""), Faults.NONE, w);
  }

  private LexiconView view(Optional<Item> item, WordForm form, Words w) {
    return view(item, form, "", Optional.empty(), form.faults(), Optional.empty(), w);
  }

  private LexiconView view(
      Optional<Item> item,
      WordForm form,
      String q,
      Optional<String> cursor,
      Faults faults,
      Optional<Notice> notice,
      Words w) {
    Optional<String> id = item.map(Item::id);
    Page<Lexeme> words = lexicons.list(new Lexemes.Sought(id, q, Optional.empty(), ROWS, cursor));
    Map<String, Integer> languages = lexicons.languages(id);
    int all = languages.values().stream().mapToInt(Integer::intValue).sum();
    long outdated =
        lexicons.outdated().stream()
            .filter(made -> id.isEmpty() || id.get().equals(made.item()))
            .count();
    String search = q.isEmpty() ? "" : "q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&";
    return new LexiconView(
        path(item),
        item.map(Item::title).orElse(null),
        item.map(Item::language).orElse(""),
        trail(item, w),
        form,
        q,
        words.items().isEmpty() && !q.isEmpty()
            ? w.say("lexicon.nothing-found")
            : w.count("lexicon.count", all),
        words.items().stream().map(lexeme -> row(lexeme, w)).toList(),
        words
            .next()
            .map(next -> path(item) + "?" + search + "cursor=" + next + "#words")
            .orElse(null),
        languages.entrySet().stream()
            .map(
                each ->
                    new LexiconView.Export(
                        w.say("lexicon.export", w.language(each.getKey()), each.getValue()),
                        path(item) + "/pls/" + each.getKey()))
            .toList(),
        outdated == 0 ? null : w.count("lexicon.outdated", outdated),
        faults,
        notice);
  }

  private static LexiconView.Row row(Lexeme lexeme, Words w) {
    return new LexiconView.Row(
        lexeme.id(),
        lexeme.written(),
        lexeme.language(),
        Saying.shown(lexeme, w),
        Saying.by(lexeme, w),
        Saying.sound(lexeme.item(), Saying.Typed.of(lexeme)));
  }
}
