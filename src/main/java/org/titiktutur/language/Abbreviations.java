package org.titiktutur.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The abbreviations of one language, as {@code resources/lexicons/abbreviations-*.txt} lists them.
 */
final class Abbreviations {

  /** Whether the full stop of an abbreviation can also be the full stop of the sentence. */
  enum Kind {
    /** Never: something always follows, as a name follows "Prof.". */
    TITLE,
    /** Not when a number follows; otherwise it is no abbreviation at all. */
    NUMBER,
    /** When a capital letter follows, as after "dll.". */
    TAIL
  }

  /**
   * One abbreviation.
   *
   * @param reading what is said; empty where the list leaves it to other rules
   */
  record Entry(Kind kind, String reading) {}

  private static final Abbreviations NONE =
      new Abbreviations(Map.of(), Set.of(), Set.of(), Set.of());
  private static final Map<String, Abbreviations> READ = new ConcurrentHashMap<>();

  private final Map<String, Entry> entries;
  private final Set<String> beforeLetters;
  private final Set<String> words;
  private final Set<String> starts;

  private Abbreviations(
      Map<String, Entry> entries,
      Set<String> beforeLetters,
      Set<String> words,
      Set<String> starts) {
    this.entries = entries;
    this.beforeLetters = beforeLetters;
    this.words = words;
    this.starts = starts;
  }

  /** The list for a language (primary subtag); languages of the archipelago use Indonesian's. */
  static Abbreviations of(String language) {
    String list =
        switch (language) {
          case "id", "ms", "jv", "su", "min", "bug", "ban", "mad" -> "id";
          case "en" -> "en";
          default -> "";
        };
    return list.isEmpty() ? NONE : READ.computeIfAbsent(list, Abbreviations::read);
  }

  /**
   * The entry for a word as it stands in the text, or null.
   *
   * @param word with its full stops
   */
  Entry find(String word) {
    Entry entry = entries.get(word);
    if (entry != null || word.isEmpty() || !Character.isUpperCase(word.charAt(0))) {
      return entry;
    }
    return entries.get(Character.toLowerCase(word.charAt(0)) + word.substring(1));
  }

  /** Whether a single letter after this word is itself: "vitamin C". */
  boolean beforeLetter(String word) {
    return beforeLetters.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a single letter with its full stop is also a word: "I.". */
  boolean word(String letter) {
    return words.contains(letter);
  }

  /** Whether a capitalised word begins a sentence rather than a name. */
  boolean start(String word) {
    return starts.contains(word);
  }

  private static Abbreviations read(String list) {
    Lexicon lexicon = Lexicon.of("abbreviations-" + list);
    Map<String, Entry> entries = new HashMap<>();
    for (Kind kind : Kind.values()) {
      lexicon
          .section(kind.name().toLowerCase(Locale.ROOT))
          .forEach((written, reading) -> entries.put(written, new Entry(kind, reading)));
    }
    // Degrees stand without their last full stop too: "S.Pd, M.Si".
    lexicon
        .section("tail")
        .forEach(
            (written, reading) -> {
              int last = written.length() - 1;
              if (written.indexOf('.') < last && written.charAt(last) == '.') {
                entries.putIfAbsent(written.substring(0, last), new Entry(Kind.TAIL, reading));
              }
            });
    return new Abbreviations(
        entries, lexicon.words("letter"), lexicon.words("word"), lexicon.words("start"));
  }
}
