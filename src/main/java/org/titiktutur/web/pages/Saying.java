package org.titiktutur.web.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Lexeme;
import org.titiktutur.production.BadWordException;
import org.titiktutur.production.Interpreter;
import org.titiktutur.production.Lexicons;
import org.titiktutur.production.NotHereException;
import org.titiktutur.production.Phrases;
import org.titiktutur.production.Production;
import org.titiktutur.production.TypedWord;
import org.titiktutur.web.Form;
import org.titiktutur.web.ProblemException;
import org.titiktutur.web.ProblemKind;
import org.titiktutur.web.Visitor;

/** How words are said, typed and heard, for all pages that have to do with it. */
final class Saying {

  static final String LIBRARY = "/staff/lexicon";

  /** Languages whose voices most books have, offered first. */
  private static final List<String> LANGUAGES = List.of("id", "en", "jv", "su", "ms", "ar");

  private static final int LONGEST_WORD = 200;

  private final Production production;

  Saying(Production production) {
    this.production = production;
  }

  /** What stands in the form of a word. */
  record Typed(
      String word,
      String language,
      String how,
      String said,
      long version,
      String part,
      String sentence) {

    static Typed of(Form form) {
      return new Typed(
          form.text("word").orElse(""),
          form.text("language").orElse(""),
          form.text("how").orElse("alias"),
          form.text("said").orElse(""),
          form.text("version")
              .filter(each -> each.matches("\\d{1,15}"))
              .map(Long::valueOf)
              .orElse(0L),
          form.text("part").orElse(""),
          form.text("sentence").orElse(""));
    }

    static Typed of(Lexeme lexeme) {
      return new Typed(
          lexeme.written(),
          lexeme.language(),
          lexeme.kind().name().toLowerCase(Locale.ROOT),
          lexeme.said(),
          lexeme.version(),
          "",
          "");
    }

    TypedWord typed() {
      Lexeme.Kind kind = how.equals("ipa") ? Lexeme.Kind.IPA : Lexeme.Kind.ALIAS;
      return new TypedWord(language, word, kind, said);
    }

    OptionalInt partNumber() {
      return part.matches("\\d{1,9}")
          ? OptionalInt.of(Integer.parseInt(part))
          : OptionalInt.empty();
    }
  }

  /** The form as it was typed, with nothing heard. */
  WordForm form(String action, Optional<Item> item, Typed typed, Faults faults, Words w) {
    return form(action, item, typed, null, faults, w);
  }

  /**
   * The form with what was typed made heard.
   *
   * @throws BadWordException if it cannot be said
   */
  WordForm heard(String action, Optional<Item> item, Typed typed, Words w)
      throws BadWordException, IOException, InterruptedException {
    TypedWord word = typed.typed();
    List<TypedWord> trial = trial(word);
    String ipa = write(word.written(), word.language(), item.map(Item::id), trial);
    String sound = sound(item.map(Item::id), typed);
    boolean inSentence = occurrence(item, typed).isPresent();
    return form(
        action,
        item,
        typed,
        new WordForm.Heard(
            sound,
            ipa,
            inSentence
                ? sound + "&in=yes&part=" + typed.part() + "&sentence=" + encoded(typed.sentence())
                : null,
            holding(item.map(Item::id), word, w)),
        Faults.NONE,
        w);
  }

  /** Nothing typed: as it is said now. */
  private List<TypedWord> trial(TypedWord word) throws BadWordException {
    if (word.written().isBlank() || word.written().length() > LONGEST_WORD) {
      throw new ProblemException(ProblemKind.BAD_VALUE, "word");
    }
    return word.said().isBlank() ? List.of() : List.of(production.lexicons().checked(word));
  }

  private String write(String text, String language, Optional<String> item, List<TypedWord> trial)
      throws IOException, InterruptedException {
    try {
      return production
          .interpreter()
          .write(
              text,
              new Interpreter.Manner(language, Optional.empty(), item, trial),
              Interpreter.Writing.IPA);
    } catch (NotHereException e) {
      throw new IllegalStateException("the usual voice is not there", e);
    }
  }

  private WordForm form(
      String action,
      Optional<Item> item,
      Typed typed,
      WordForm.Heard heard,
      Faults faults,
      Words w) {
    return new WordForm(
        action,
        typed.version(),
        languages(item.map(Item::language).orElse("id"), typed.language(), w),
        typed.word(),
        typed.how(),
        typed.said(),
        typed.part(),
        typed.sentence(),
        occurrence(item, typed).map(found -> shown(item.orElseThrow(), found, typed)).orElse(null),
        heard,
        faults);
  }

  private static List<Choice> languages(String book, String chosen, Words w) {
    String usual = Locale.forLanguageTag(book).getLanguage();
    String present = chosen.isEmpty() ? usual : chosen;
    Set<String> tags = new LinkedHashSet<>();
    if (!usual.isEmpty()) {
      tags.add(usual);
    }
    tags.addAll(LANGUAGES);
    tags.add(present);
    return tags.stream()
        .filter(tag -> !tag.isEmpty())
        .map(tag -> new Choice(tag, w.language(tag), tag.equals(present)))
        .toList();
  }

  private Optional<Lexicons.Occurrence> occurrence(Optional<Item> item, Typed typed) {
    return item.flatMap(
        book ->
            production
                .lexicons()
                .sentence(
                    book.id(),
                    typed.word().strip(),
                    typed.partNumber(),
                    Optional.of(typed.sentence()).filter(id -> !id.isEmpty())));
  }

  private static WordForm.Occurrence shown(Item item, Lexicons.Occurrence found, Typed typed) {
    String text = found.text();
    int at = found.at();
    int end = at + typed.word().strip().length();
    return new WordForm.Occurrence(
        text.substring(0, at),
        text.substring(at, end),
        text.substring(end),
        found.language(),
        ItemPages.path(item) + "/read/" + found.part() + "#" + found.id());
  }

  /** Which books a word matters for, as a sentence. */
  String holding(Optional<String> item, TypedWord word, Words w) {
    Lexicons.Holding holding = production.lexicons().holding(item, word);
    String uncounted =
        holding.uncounted() == 0 ? "" : " " + w.count("lexicon.uncounted", holding.uncounted());
    if (item.isPresent()) {
      return holding.titles().isEmpty()
          ? holding.uncounted() == 0 ? w.say("lexicon.not-held") : ""
          : w.say("lexicon.held");
    }
    return w.count("lexicon.holding", holding.titles().size()) + uncounted;
  }

  /** The address of a sound, of a word as it is typed. */
  static String sound(Optional<String> item, Typed typed) {
    Map<String, String> query = new TreeMap<>();
    item.ifPresent(id -> query.put("item", id));
    query.put("language", typed.language());
    query.put("word", typed.word());
    query.put("how", typed.how());
    query.put("said", typed.said());
    return LIBRARY
        + "/said.wav?"
        + query.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  /**
   * The sound of a word, or of the sentence with it.
   *
   * @param inSentence whether the sentence in which it stands shall be said
   */
  Response said(Optional<Item> item, Typed typed, boolean inSentence, Visitor visitor)
      throws IOException, InterruptedException {
    Interpreter.Said said;
    try {
      List<TypedWord> trial = trial(typed.typed());
      Optional<Lexicons.Occurrence> occurrence =
          inSentence ? occurrence(item, typed) : Optional.empty();
      String text = occurrence.map(Lexicons.Occurrence::text).orElse(typed.word());
      String language = occurrence.map(Lexicons.Occurrence::language).orElse(typed.language());
      said =
          production
              .interpreter()
              .say(
                  text,
                  new Interpreter.Manner(language, Optional.empty(), item.map(Item::id), trial));
    } catch (BadWordException e) {
      throw new ProblemException(e, ProblemKind.NOT_POSSIBLE, e.say(phrases(visitor)));
    } catch (NotHereException e) {
      throw new IllegalStateException("the usual voice is not there", e);
    }
    if (said.file().isEmpty()) {
      said.close();
      throw new ProblemException(ProblemKind.NOT_POSSIBLE, typed.word());
    }
    StreamingOutput stream =
        out -> {
          try (said) {
            Files.copy(said.file().get(), out);
          }
        };
    return Response.ok(stream, "audio/wav")
        .header("Content-Length", Files.size(said.file().get()))
        .header("Cache-Control", "no-store")
        .build();
  }

  /** What to mend in the form because of a refusal. */
  static Faults faults(BadWordException refusal, Visitor visitor) {
    String sentence = refusal.say(phrases(visitor));
    String field =
        switch (refusal.code()) {
          case "no-letter-first", "not-a-word", "there-already" -> "word";
          case "language" -> "language";
          case "length" -> refusal.what().equals("grapheme") ? "word" : "said";
          default -> "said";
        };
    return Faults.of(field, sentence.replaceFirst("\\.$", ""));
  }

  static Phrases phrases(Visitor visitor) {
    return new Phrases("lexicon", visitor.tongue());
  }

  /** How a word is said: other words in quotes, or sounds in slashes. */
  static String shown(Lexeme lexeme, Words w) {
    return switch (lexeme.kind()) {
      case ALIAS -> w.say("lexicon.as", lexeme.said());
      case IPA -> "/" + lexeme.said() + "/";
    };
  }

  static String by(Lexeme lexeme, Words w) {
    return w.say("lexicon.by", lexeme.who(), w.day(lexeme.changed()));
  }

  static List<WordView.State> states(List<Lexeme> history, Words w) {
    List<WordView.State> states = new ArrayList<>();
    for (Lexeme each : history) {
      String said =
          each.present() ? each.written() + ": " + shown(each, w) : w.say("lexicon.taken-out");
      states.add(new WordView.State(said, by(each, w)));
    }
    return states;
  }
}
