package org.titiktutur.braille;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Remembers words in braille, for the tables whose words do not depend on their neighbours: a long
 * text then asks liblouis only for words that it has not seen. It gives exactly what liblouis gives
 * for the whole text; that is tried in a test over long texts, for every table that stands here.
 */
final class WordMemo {

  /** Which words do not depend on their neighbours. */
  private enum Independent {
    /** All: no rule of the table looks beyond a space. */
    ALL,
    /**
     * Plain ones, of at most one capital and then small letters, with marks around them. Others,
     * such as capitals that may begin a passage, stay together with those of their kind beside
     * them.
     */
    PLAIN
  }

  private static final Map<String, Independent> TABLES =
      Map.of(
          "id-g1", Independent.ALL,
          "id-g2", Independent.ALL,
          "en-ueb-g1", Independent.PLAIN,
          "en-ueb-g2", Independent.PLAIN);

  /** Longer words, in UTF-16 units, hardly come twice. */
  private static final int LONGEST = 64;

  private static final int MOST = 50_000;

  private static final String OPENING = "([\"“‘";
  private static final String INSIDE = "'’-";
  private static final String CLOSING = ".,;:?!)]\"”’";

  private final Liblouis liblouis;
  private final String table;
  private final Independent independent;
  private final Map<String, Liblouis.Braille> known = new HashMap<>();

  private WordMemo(Liblouis liblouis, String table, Independent independent) {
    this.liblouis = liblouis;
    this.table = table;
    this.independent = independent;
  }

  /** Whether words of the table may be remembered. */
  static boolean suits(String table) {
    return TABLES.containsKey(table);
  }

  static WordMemo of(Liblouis liblouis, String table) {
    return new WordMemo(liblouis, table, TABLES.get(table));
  }

  /** As {@link Liblouis#translate}, with positions, for a text in which nothing is set off. */
  Liblouis.Braille translate(String text) throws BrailleUnavailable {
    if (independent == Independent.PLAIN && hasLoneQuote(text)) {
      return liblouis.translate(table, text, List.of(), true);
    }
    List<String> pieces = pieces(text);
    learn(pieces);
    Output output = new Output(true);
    Set<Integer> undefined = new LinkedHashSet<>();
    int at = 0;
    for (String piece : pieces) {
      Liblouis.Braille braille = known.get(piece);
      if (braille == null) {
        braille = liblouis.translate(table, piece, List.of(), true);
      }
      output.add(braille.cells(), braille.sources(), at);
      undefined.addAll(braille.undefined());
      at += piece.length();
    }
    return new Liblouis.Braille(output.text(), output.sources(), undefined);
  }

  /** Words, rows of words that depend on each other, and the spaces between. */
  private List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.charAt(at) == ' ' ? endOfSpaces(text, at) : endOfWords(text, at);
      pieces.add(text.substring(at, end));
      at = end;
    }
    return pieces;
  }

  /** Asks for all new words of a text at once, for every call is dear. */
  private void learn(List<String> pieces) throws BrailleUnavailable {
    Set<String> words = new LinkedHashSet<>();
    for (String piece : pieces) {
      if (piece.length() <= LONGEST && !known.containsKey(piece)) {
        if (independent == Independent.ALL || isPlain(piece, 0, piece.length())) {
          words.add(piece);
        } else {
          know(piece, liblouis.translate(table, piece, List.of(), true));
        }
      }
    }
    if (words.isEmpty()) {
      return;
    }
    Liblouis.Braille together = liblouis.translate(table, String.join(" ", words), List.of(), true);
    int start = 0;
    int cell = 0;
    for (String word : words) {
      int end = start + word.length();
      int firstCell = cell;
      while (cell < together.cells().length() && together.sources().of(cell) < end) {
        cell++;
      }
      know(
          word,
          together.undefined().isEmpty()
              ? cut(together, firstCell, cell, start)
              : liblouis.translate(table, word, List.of(), true));
      start = end + 1;
      cell++;
    }
  }

  private void know(String piece, Liblouis.Braille braille) {
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(piece, braille);
  }

  private static Liblouis.Braille cut(Liblouis.Braille whole, int from, int to, int start) {
    int[] sources = new int[to - from];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = whole.sources().of(from + i) - start;
    }
    return new Liblouis.Braille(
        whole.cells().substring(from, to), new Positions(sources, sources.length), Set.of());
  }

  private static int endOfSpaces(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return end;
  }

  private static int endOfWord(String text, int at) {
    int end = text.indexOf(' ', at);
    return end < 0 ? text.length() : end;
  }

  /** The end of a word, or of a row of words that depend on each other. */
  private int endOfWords(String text, int at) {
    int end = endOfWord(text, at);
    if (independent == Independent.ALL || isPlain(text, at, end)) {
      return end;
    }
    while (end < text.length()) {
      int next = endOfSpaces(text, end);
      int nextEnd = endOfWord(text, next);
      if (next == nextEnd || isPlain(text, next, nextEnd)) {
        break;
      }
      end = nextEnd;
    }
    return end;
  }

  private static boolean isPlain(String text, int start, int end) {
    int at = skip(text, start, end, OPENING);
    if (at < end && isLetter(text.charAt(at), 'A')) {
      at++;
    }
    int letters = at;
    while (at < end && isLetter(text.charAt(at), 'a')) {
      at++;
      if (at + 1 < end
          && INSIDE.indexOf(text.charAt(at)) >= 0
          && isLetter(text.charAt(at + 1), 'a')) {
        at++;
      }
    }
    return at > letters && skip(text, at, end, CLOSING) == end;
  }

  private static boolean hasLoneQuote(String text) {
    for (int at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
      String word = text.substring(text.lastIndexOf(' ', at) + 1, endOfWord(text, at));
      if (word.chars().noneMatch(Character::isLetterOrDigit)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLetter(char character, char first) {
    return character >= first && character < first + 26;
  }

  private static int skip(String text, int from, int end, String marks) {
    int at = from;
    while (at < end && marks.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
