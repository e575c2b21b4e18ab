package org.titiktutur.speech;

/**
 * Text without what is known to kill engines or to make them crawl.
 *
 * <p>About a hundred letters joined by full stops abort eSpeak NG 1.51, be they one word or fifty
 * times "i.e."; a word of a megabyte takes it 40 s and 100,000 digits 14 s; FreeTTS does not come
 * back from 5,000 digits within a minute.
 */
final class Tame {

  /** No word of any language is longer, in UTF-16 units. */
  private static final int LONGEST_WORD = 60;

  /** The same letter over and over: "aaaah" may be drawn out so far. */
  private static final int LONGEST_DRAWL = 40;

  /** A number longer than this is said digit by digit. */
  private static final int LONGEST_NUMBER = 15;

  /** So many full stops inside words may be abbreviations; more are not. */
  private static final int MOST_JOINTS = 8;

  private Tame() {}

  /** The same text, with words that are too long for a word broken by spaces. */
  static String forEngine(String text) {
    return withoutLongWords(withoutDottedLetters(withoutEndlessLetters(text)));
  }

  /** A letter that is drawn out over a page says no more than one drawn out over a line. */
  private static String withoutEndlessLetters(String text) {
    StringBuilder shorter = null;
    int same = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      same = i > 0 && c == text.charAt(i - 1) && Character.isLetter(c) ? same + 1 : 1;
      if (same > LONGEST_DRAWL && shorter == null) {
        shorter = new StringBuilder(text.length()).append(text, 0, i);
      } else if (same <= LONGEST_DRAWL && shorter != null) {
        shorter.append(c);
      }
    }
    return shorter == null ? text : shorter.toString();
  }

  private static String withoutDottedLetters(String text) {
    int dotted = 0;
    for (int i = text.indexOf('.', 1); i > 0; i = text.indexOf('.', i + 1)) {
      dotted += isDotted(text, i) ? 1 : 0;
    }
    if (dotted <= MOST_JOINTS) {
      return text;
    }
    StringBuilder spaced = new StringBuilder(text);
    for (int i = text.indexOf('.', 1); i > 0; i = text.indexOf('.', i + 1)) {
      if (isDotted(text, i)) {
        spaced.setCharAt(i, ' ');
      }
    }
    return spaced.toString();
  }

  /** Whether a full stop stands between letters. */
  private static boolean isDotted(String text, int at) {
    return at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }

  private static String withoutLongWords(String text) {
    StringBuilder tame = null;
    int copied = 0;
    for (int from = 0; from < text.length(); ) {
      int to = from;
      int joints = 0;
      int digits = 0;
      int mostDigits = 0;
      while (to < text.length() && !isSpace(text.charAt(to))) {
        char c = text.charAt(to++);
        joints += isJoint(c) ? 1 : 0;
        digits = Character.isDigit(c) ? digits + 1 : 0;
        mostDigits = Math.max(mostDigits, digits);
      }
      if (to - from > LONGEST_WORD || joints > MOST_JOINTS || mostDigits > LONGEST_NUMBER) {
        tame = tame == null ? new StringBuilder(text.length() * 2) : tame;
        tame.append(text, copied, from);
        breakUp(text, from, to, joints > MOST_JOINTS, mostDigits > LONGEST_NUMBER, tame);
        copied = to;
      }
      from = to + 1;
    }
    String broken = tame == null ? text : tame.append(text, copied, text.length()).toString();
    return broken.indexOf('\0') < 0 ? broken : broken.replace('\0', ' ');
  }

  private static void breakUp(
      String text, int from, int to, boolean atJoints, boolean atDigits, StringBuilder tame) {
    int length = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (atJoints && isJoint(c)) {
        tame.append(' ');
        length = 0;
        continue;
      }
      boolean full = length >= LONGEST_WORD && !Character.isLowSurrogate(c);
      if (full || (atDigits && Character.isDigit(c))) {
        tame.append(' ');
        length = 0;
      }
      tame.append(c);
      length++;
    }
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == 0;
  }

  private static boolean isJoint(char c) {
    return !Character.isLetterOrDigit(c) && !Character.isSurrogate(c) && c != '-';
  }
}
