package org.titiktutur.language;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds where sentences end: where Unicode's rules (UAX 29, by ICU) see an end, except after
 * abbreviations, initials and list numbers, and inside a sentence that goes on in lower case after
 * a quotation. One for each thread.
 */
public final class SentenceSplitter {

  /** A longer sentence is cut: nobody finds a place again in more than half a minute of speech. */
  static final int LONGEST = 400;

  /** A cut leaves at least so much before it. */
  private static final int SHORTEST_PIECE = 100;

  /** Shorter ones before a full stop and a number are taken for abbreviations: "art. 5". */
  private static final int SHORTEST_WHOLE_WORD = 4;

  private final BreakIterator breaks;
  private final Abbreviations abbreviations;

  private SentenceSplitter(Locale locale) {
    String language = primary(locale);
    // Only Greek has rules of its own, and ICU looks for those of another language in every jar.
    breaks = BreakIterator.getSentenceInstance(language.equals("el") ? locale : Locale.ROOT);
    abbreviations = Abbreviations.of(language);
  }

  /**
   * A splitter for one language.
   *
   * @param tag BCP 47; a language without rules of its own is split by Unicode's (UAX 29)
   */
  public static SentenceSplitter forLanguage(String tag) {
    return new SentenceSplitter(Locale.forLanguageTag(tag));
  }

  /** Java may still say {@code in} for Indonesian. */
  private static String primary(Locale locale) {
    return locale.getLanguage().equals("in") ? "id" : locale.getLanguage();
  }

  /**
   * The ends (exclusive, in UTF-16 units) of the sentences of one paragraph; the last one is its
   * length. White space after a sentence belongs to it. Line ends count as spaces. A sentence
   * longer than 400 characters is cut at a semicolon, a comma or a space, never inside a word.
   */
  public List<Integer> ends(String paragraph) {
    String text = veiled(paragraph, abbreviations);
    breaks.setText(text);
    List<Integer> ends = new ArrayList<>();
    int start = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end == text.length() || isEnd(text, start, end)) {
        cut(text, start, end, ends);
        start = end;
      }
    }
    return ends;
  }

  /**
   * The same text, place for place, with what would mislead ICU made plain: line ends are spaces,
   * an ellipsis can end a sentence, so can a full stop before a number and a small letter ("dua
   * persen. 5 orang"), and the sign that calls a note ("habis.3 Lalu", "habis.[3] Lalu") is a
   * closing bracket.
   */
  private static String veiled(String paragraph, Abbreviations abbreviations) {
    StringBuilder text = null;
    for (int i = 0; i < paragraph.length(); i++) {
      char c = paragraph.charAt(i);
      if (c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
        text = text == null ? new StringBuilder(paragraph) : text;
        text.setCharAt(i, ' ');
      } else if (c == '…') {
        text = text == null ? new StringBuilder(paragraph) : text;
        text.setCharAt(i, '!');
      } else if (isTerminal(c) && i > 1 && Character.isLowerCase(before(paragraph, i))) {
        int end = noteCallEnd(paragraph, i + 1);
        if (end > i + 1) {
          text = text == null ? new StringBuilder(paragraph) : text;
          for (int k = i + 1; k < end; k++) {
            text.setCharAt(k, ')');
          }
          i = end - 1;
        } else if (c == '.' && isBeforeNumber(paragraph, i, abbreviations)) {
          text = text == null ? new StringBuilder(paragraph) : text;
          text.setCharAt(i, '!');
        }
      }
    }
    return text == null ? paragraph : text.toString();
  }

  /** Whether a full stop after a whole word stands before a number that begins a sentence. */
  private static boolean isBeforeNumber(String text, int stop, Abbreviations abbreviations) {
    int after = stop + 1;
    while (after < text.length() && isClosing(text.charAt(after))) {
      after++;
    }
    int next = skipSpaces(text, after);
    if (next == after || next == text.length() || !Character.isDigit(text.charAt(next))) {
      return false;
    }
    int last = stop;
    while (last > 0 && isClosing(text.charAt(last - 1))) {
      last--;
    }
    int from = wordStart(text, 0, last);
    String word = text.substring(from, last);
    return last - from >= SHORTEST_WHOLE_WORD
        && word.chars().allMatch(Character::isLetter)
        && word.chars().anyMatch(c -> "aeiouAEIOU".indexOf(c) >= 0)
        && abbreviations.find(word + ".") == null;
  }

  private static char before(String text, int at) {
    int i = at - 1;
    while (i > 0 && isClosing(text.charAt(i))) {
      i--;
    }
    return text.charAt(i);
  }

  /** Where a note's sign that begins here ends, if white space and then a capital follow it. */
  private static int noteCallEnd(String text, int from) {
    int i = from;
    while (i < text.length() && isClosing(text.charAt(i))) {
      i++;
    }
    boolean bracket = i < text.length() && text.charAt(i) == '[';
    int digits = bracket ? i + 1 : i;
    int end = digits;
    while (end < text.length() && end < digits + 3 && isNoteDigit(text.charAt(end))) {
      end++;
    }
    if (end == digits) {
      return from;
    }
    if (bracket) {
      if (end == text.length() || text.charAt(end) != ']') {
        return from;
      }
      end++;
    }
    int next = end;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next == text.length()) {
      return end;
    }
    next = skipOpening(text, next);
    boolean capital = next < text.length() && Character.isUpperCase(text.codePointAt(next));
    return capital && Character.isWhitespace(text.charAt(end)) ? end : from;
  }

  private static boolean isNoteDigit(char c) {
    return (c >= '0' && c <= '9') || "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c) >= 0;
  }

  /** Whether a boundary that ICU sees at {@code end} ends the sentence begun at {@code start}. */
  private boolean isEnd(String text, int start, int end) {
    int next = skipSpaces(text, end);
    int first = skipOpening(text, next);
    if (first == text.length()) {
      return false;
    }
    if (Character.isLowerCase(text.codePointAt(first)) || goesOnAfterDash(text, next)) {
      return false;
    }
    boolean spaced = Character.isWhitespace(text.charAt(end - 1));
    if (!spaced && text.charAt(end) < '\u0250') {
      return false;
    }
    int last = end;
    while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    if (isListNumber(text, start, last)) {
      return false;
    }
    while (last > start && isClosing(text.charAt(last - 1))) {
      last--;
    }
    return last == start || text.charAt(last - 1) != '.' || isFullStop(text, start, last, first);
  }

  /**
   * Whether the word that ends at {@code last} with a full stop ends its sentence.
   *
   * @param next the first letter or digit of what follows
   */
  private boolean isFullStop(String text, int start, int last, int next) {
    int from = wordStart(text, start, last);
    String word = text.substring(from, last);
    boolean capital = Character.isUpperCase(text.codePointAt(next));
    String nextWord = firstWord(text, next);
    Abbreviations.Entry entry = abbreviations.find(word);
    if (entry == null && from > start) {
      int earlier = wordStart(text, start, from - 1);
      entry = abbreviations.find(text.substring(earlier, last));
    }
    if (entry != null && !isInitial(word)) {
      return switch (entry.kind()) {
        case TITLE -> false;
        case NUMBER -> !Character.isDigit(text.codePointAt(next)) && !isRoman(nextWord);
        case TAIL -> capital && !isAbbreviation(nextWord);
      };
    }
    if (!isInitial(word)) {
      return true;
    }
    String previous =
        from > start ? text.substring(wordStart(text, start, from - 1), from - 1) : "";
    if (abbreviations.word(word)) {
      return !isInitial(previous) && !isInitial(nextWord);
    }
    return (word.length() == 2 && abbreviations.beforeLetter(previous))
        || abbreviations.start(nextWord)
        || (entry != null
            && entry.kind() == Abbreviations.Kind.TAIL
            && capital
            && !isAbbreviation(nextWord));
  }

  private boolean isAbbreviation(String word) {
    return isInitial(word) || (word.endsWith(".") && abbreviations.find(word) != null);
  }

  /** "B.", "W.S.", "Ch.": letters, each one or two with a full stop, the first a capital. */
  private static boolean isInitial(String word) {
    int i = 0;
    while (i < word.length()) {
      int letters = 0;
      while (i < word.length() && Character.isLetter(word.charAt(i))) {
        letters++;
        i++;
      }
      boolean alone = i == word.length() - 1 && letters == word.length() - 1;
      if (letters == 0
          || letters > (alone ? 1 : 2)
          || i == word.length()
          || word.charAt(i) != '.') {
        return false;
      }
      i++;
    }
    return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
  }

  private static boolean isRoman(String word) {
    return !word.isEmpty() && word.chars().allMatch(c -> "IVXLCDMivxlcdm.".indexOf(c) >= 0);
  }

  /** "2.", "(3)", "b.", "iv." and nothing else since the sentence began. */
  private static boolean isListNumber(String text, int start, int end) {
    int from = skipOpening(text, start);
    int to = end;
    while (to > from && (text.charAt(to - 1) == '.' || text.charAt(to - 1) == ')')) {
      to--;
    }
    if (to == end || to == from || to - from > 4) {
      return false;
    }
    boolean digits = true;
    for (int i = from; i < to; i++) {
      digits &= Character.isDigit(text.charAt(i)) || text.charAt(i) == '.';
    }
    return digits
        || (to - from == 1 && Character.isLetter(text.charAt(from)))
        || isRoman(text.substring(from, to));
  }

  private static boolean goesOnAfterDash(String text, int next) {
    if ("-–—―".indexOf(text.charAt(next)) < 0) {
      return false;
    }
    int i = skipSpaces(text, next + 1);
    return i < text.length() && Character.isLowerCase(text.codePointAt(i));
  }

  private static int wordStart(String text, int start, int end) {
    int i = end;
    while (i > start && !Character.isWhitespace(text.charAt(i - 1))) {
      i--;
    }
    return Math.min(skipOpening(text, i), end);
  }

  private static String firstWord(String text, int from) {
    int end = from;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    while (end > from && ",;:!?".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(from, end);
  }

  private static int skipSpaces(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int skipOpening(String text, int from) {
    int i = from;
    while (i < text.length() && "\"'“”„‘’«‹([{¿¡*_".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static boolean isClosing(char c) {
    return "\"'”“’»›)]}*_".indexOf(c) >= 0;
  }

  private static boolean isTerminal(char c) {
    return c == '.' || c == '!' || c == '?';
  }

  private static void cut(String text, int start, int end, List<Integer> ends) {
    int from = start;
    while (end - from > LONGEST) {
      int at = cutBefore(text, from, end);
      if (at >= end) {
        break;
      }
      ends.add(at);
      from = at;
    }
    ends.add(end);
  }

  /** The best place for a cut: after a semicolon, else a comma or dash, else a space. */
  private static int cutBefore(String text, int from, int end) {
    for (String marks : List.of(";；", ",:，、،–—", "")) {
      for (int i = from + LONGEST; i > from + SHORTEST_PIECE; i--) {
        boolean wide = "；，、".indexOf(text.charAt(i - 1)) >= 0;
        if (wide && marks.indexOf(text.charAt(i - 1)) >= 0) {
          return i;
        }
        if (Character.isWhitespace(text.charAt(i - 1))
            && !Character.isWhitespace(text.charAt(i))
            && (marks.isEmpty() || marks.indexOf(text.charAt(i - 2)) >= 0)) {
          return i;
        }
      }
    }
    int i = from + LONGEST;
    while (i < end && !Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return skipSpaces(text, i);
  }
}
