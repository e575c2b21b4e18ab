package org.titiktutur.web.pages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.titiktutur.catalog.Rights;
import org.titiktutur.production.Interpreter;

/** What forms offer to choose from: formats, voices, tables, languages, rights. */
final class Offers {

  private static final Logger LOG = LoggerFactory.getLogger(Offers.class);

  /** What the library's books are most often in, offered before anything has been read. */
  private static final List<String> LANGUAGES =
      List.of("id", "en", "ar", "jv", "su", "mad", "ms", "min", "ban", "bug", "ace", "nl");

  static final String USUAL_QUALITY = "biasa";
  static final String USUAL_PAGE = "32x25";
  private static final List<String> QUALITIES = List.of("hemat", USUAL_QUALITY, "arsip");

  static final String USUAL_SIZE = "18";
  private static final List<String> SIZES = List.of(USUAL_SIZE, "24", "32");

  /** Options for braille and their values, but for what is usual. */
  static final SortedMap<String, List<String>> BRAILLE =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.of(
                  "duplex", List.of("on", "off"),
                  "sheets", List.of("40", "50", "60", "80", "100", "0"),
                  "numbering", List.of("volume"),
                  "tables", List.of("linear"),
                  "hyphenate", List.of("on"),
                  "passages", List.of("own"))));

  private final Interpreter interpreter;
  private volatile List<Interpreter.TableRow> tables;

  Offers(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** Asking for a rendition of a book in this language, with nothing chosen yet. */
  AskForm ask(String language, Words w) {
    return ask(language, Map.of(), Faults.NONE, w);
  }

  /**
   * Asking again.
   *
   * @param typed by the names of the fields
   */
  AskForm ask(String language, Map<String, String> typed, Faults faults, Words w) {
    String format = typed.getOrDefault("format", first().code());
    return new AskForm(
        true,
        interpreter.formats().stream()
            .map(row -> row.format().code())
            .map(
                code ->
                    new Choice(
                        code,
                        w.of("format", code),
                        w.of("format", code + ".hint"),
                        code.equals(format)))
            .toList(),
        faults.list().stream().anyMatch(fault -> !fault.field().equals("format")),
        choices(
            new Choice("", w.say("ask.voice.usual"), !typed.containsKey("voice")),
            voices(language)
                .map(
                    row ->
                        choice(
                            row.id(),
                            w.language(row.language()) + ": " + row.id(),
                            "voice",
                            typed))),
        typed.getOrDefault("speed", ""),
        QUALITIES.stream()
            .map(
                code ->
                    new Choice(
                        code,
                        w.of("quality", code),
                        code.equals(typed.getOrDefault("quality", USUAL_QUALITY))))
            .toList(),
        choices(
            new Choice("", w.say("ask.braille.usual"), !typed.containsKey("braille")),
            tables(language)
                .map(
                    row ->
                        choice(
                            row.id(),
                            w.language(row.language()) + ": " + row.id(),
                            "braille",
                            typed))),
        typed.getOrDefault("page", USUAL_PAGE),
        SIZES.stream()
            .map(
                points ->
                    new Choice(
                        points,
                        w.say("ask.points.size", points),
                        points.equals(typed.getOrDefault("points", USUAL_SIZE))))
            .toList(),
        pickers(typed, w),
        faults);
  }

  /** What can be chosen for braille beside the usual. */
  static List<Picker> pickers(Map<String, String> typed, Words w) {
    return BRAILLE.entrySet().stream()
        .map(
            each ->
                new Picker(
                    each.getKey(),
                    w.of("ask", each.getKey()),
                    w.of("ask", each.getKey() + ".hint"),
                    Stream.concat(Stream.of(""), each.getValue().stream())
                        .map(
                            code ->
                                new Choice(
                                    code,
                                    w.of(each.getKey(), code.isEmpty() ? "usual" : code),
                                    code.equals(typed.getOrDefault(each.getKey(), ""))))
                        .toList()))
        .toList();
  }

  private org.titiktutur.production.Format first() {
    return interpreter.formats().get(0).format();
  }

  private static Choice choice(String id, String label, String field, Map<String, String> typed) {
    return new Choice(id, label, id.equals(typed.get(field)));
  }

  private static List<Choice> choices(Choice usual, Stream<Choice> others) {
    return Stream.concat(Stream.of(usual), others).toList();
  }

  /** Of the book's language; of every language where there is none of it. */
  private Stream<Interpreter.VoiceRow> voices(String language) {
    List<Interpreter.VoiceRow> all = all();
    List<Interpreter.VoiceRow> fitting =
        all.stream().filter(row -> speaks(row.language(), language)).toList();
    return (fitting.isEmpty() ? all : fitting).stream();
  }

  private List<Interpreter.VoiceRow> all() {
    try {
      return interpreter.voices();
    } catch (IOException | IllegalStateException e) {
      LOG.warn("the voices cannot be listed; the usual ones are offered", e);
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** Of the book's language, and the two that people here read most. */
  private Stream<Interpreter.TableRow> tables(String language) {
    List<Interpreter.TableRow> known = tables;
    if (known == null) {
      known = interpreter.tables();
      tables = known;
    }
    return known.stream()
        .filter(
            row ->
                speaks(row.language(), language)
                    || speaks(row.language(), "id")
                    || speaks(row.language(), "en"));
  }

  private static boolean speaks(String tag, String language) {
    return !tag.isEmpty()
        && Locale.forLanguageTag(tag)
            .getLanguage()
            .equals(Locale.forLanguageTag(language).getLanguage());
  }

  /**
   * Languages for a form that files books.
   *
   * @param present the book's own; empty: to be found out
   */
  static List<Choice> bookLanguages(String present, Words w) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", w.say("language.by-file"), present.isEmpty()));
    Stream.concat(LANGUAGES.stream(), Stream.of(present))
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .map(tag -> new Choice(tag, w.language(tag), tag.equals(present)))
        .forEach(choices::add);
    return choices;
  }

  static List<Choice> rights(Rights present, Words w) {
    return Stream.of(Rights.values())
        .map(
            rights ->
                new Choice(
                    rights.code(),
                    w.of("rights", rights.code()),
                    w.of("rights", rights.code() + ".hint"),
                    rights == present))
        .toList();
  }
}
