package org.titiktutur.production;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.titiktutur.catalog.Lexeme;
import org.titiktutur.language.PronunciationLexicon;
import org.titiktutur.language.ReadAloud;
import org.titiktutur.language.Vocabulary;
import org.titiktutur.language.Vocabulary.Form;

/**
 * Of the lexicons that count for a book, the words that its text holds: a word that it does not
 * hold changes nothing for it. The item's own stand above the library's.
 */
final class BookLexicon {

  /** Languages whose voices take sounds. */
  private static final List<String> SOUNDED = List.of("id", "ms", "en");

  static final BookLexicon NONE = new BookLexicon(List.of(), List.of(), Optional.empty());

  private final List<Lexeme> library;
  private final List<Lexeme> own;
  private final Optional<Vocabulary> vocabulary;

  private BookLexicon(List<Lexeme> library, List<Lexeme> own, Optional<Vocabulary> vocabulary) {
    this.library = library;
    this.own = own;
    this.vocabulary = vocabulary;
  }

  /**
   * Of one book.
   *
   * @param library in order
   * @param own of the item, in order
   * @param vocabulary empty where it is not known yet: then every word may be in it
   */
  static BookLexicon of(List<Lexeme> library, List<Lexeme> own, Optional<Vocabulary> vocabulary) {
    Set<String> overridden = new HashSet<>();
    own.forEach(lexeme -> overridden.add(word(lexeme)));
    return new BookLexicon(
        library.stream().filter(lexeme -> !overridden.contains(word(lexeme))).toList(),
        own,
        vocabulary);
  }

  private static String word(Lexeme lexeme) {
    return lexeme.language() + " " + lexeme.written().toLowerCase(Locale.ROOT);
  }

  /** PLS documents for all of the book, the most special last. */
  List<String> documents() {
    return documents(OptionalInt.empty());
  }

  /** PLS documents for one part. */
  List<String> documents(int part) {
    return documents(OptionalInt.of(part));
  }

  /** Names the words that the book holds and how they are said; empty where it holds none. */
  String hash() {
    List<String> documents = documents();
    return documents.isEmpty() ? "" : Wishes.hash(documents);
  }

  private List<String> documents(OptionalInt part) {
    Optional<Vocabulary> read = vocabulary.map(words -> readings(words, part));
    List<String> documents = new ArrayList<>();
    for (List<Lexeme> layer : List.of(library, own)) {
      Map<String, List<PronunciationLexicon.Entry>> languages = new TreeMap<>();
      for (Lexeme lexeme : layer) {
        if (vocabulary.isEmpty() || holds(vocabulary.get(), part, lexeme) || isRead(read, lexeme)) {
          languages
              .computeIfAbsent(lexeme.language(), language -> new ArrayList<>())
              .add(entry(lexeme));
        }
      }
      languages.forEach(
          (language, entries) -> documents.add(PronunciationLexicon.write(language, entries)));
    }
    return documents;
  }

  static PronunciationLexicon.Entry entry(Lexeme lexeme) {
    return new PronunciationLexicon.Entry(
        0, lexeme.written(), lexeme.said(), lexeme.kind() == Lexeme.Kind.ALIAS);
  }

  /** Whether a text holds a word where its kind of pronunciation is looked for. */
  static boolean holds(Vocabulary words, OptionalInt part, Lexeme lexeme) {
    Form form = lexeme.kind() == Lexeme.Kind.ALIAS ? Form.WRITTEN : Form.SAID;
    return part.isPresent()
        ? words.holds(part.getAsInt(), form, lexeme.language(), lexeme.written())
        : words.holds(form, lexeme.language(), lexeme.written());
  }

  private static boolean isRead(Optional<Vocabulary> read, Lexeme lexeme) {
    return lexeme.kind() == Lexeme.Kind.IPA
        && holds(read.orElseThrow(), OptionalInt.empty(), lexeme);
  }

  /** The words that are said where the text holds a word that is read as others. */
  private Vocabulary readings(Vocabulary words, OptionalInt part) {
    Vocabulary.Collector said = new Vocabulary.Collector();
    for (List<Lexeme> layer : List.of(library, own)) {
      for (Lexeme lexeme : layer) {
        if (lexeme.kind() == Lexeme.Kind.ALIAS && holds(words, part, lexeme)) {
          String text = ReadAloud.forLanguage(lexeme.language()).read(lexeme.said()).text();
          List<String> voices =
              SOUNDED.contains(lexeme.language()) ? List.of(lexeme.language()) : SOUNDED;
          voices.forEach(language -> said.add(Form.SAID, language, text));
        }
      }
    }
    return Vocabulary.of(Map.of(1, said));
  }
}
