package org.titiktutur.language;

/** What stands around a place in a text. */
final class Surroundings {

  private Surroundings() {}

  static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  static boolean endsSentence(String text, int end) {
    int next = skipSpaces(text, end);
    boolean bracket = false;
    while (next < text.length() && "\"')]".indexOf(text.charAt(next)) >= 0) {
      bracket |= ")]".indexOf(text.charAt(next)) >= 0;
      next = skipSpaces(text, next + 1);
    }
    boolean capital = next < text.length() && Character.isUpperCase(text.codePointAt(next));
    return next == text.length() || (capital && !bracket && next > end);
  }

  /** The word before a place, with its full stop if it has one; empty at the beginning. */
  static String wordBefore(String text, int at) {
    int end = at;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int from = end;
    while (from > 0 && end - from < 40 && !Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    while (from < end && "\"'([".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    return text.substring(from, end);
  }

  /** Up to so many words before a place, with single blanks between. */
  static String wordsBefore(String text, int at, int most) {
    int from = at;
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < most; i++) {
      String word = wordBefore(text, from);
      if (word.isEmpty()) {
        break;
      }
      words.insert(0, words.isEmpty() ? word : word + " ");
      from = text.lastIndexOf(word, from - 1);
      if (from <= 0) {
        break;
      }
    }
    return words.toString();
  }

  static String firstWord(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(from, end);
  }

  static int skipSpaces(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  static int skipSpacesBack(String text, int end) {
    int i = end;
    while (i > 0 && Character.isWhitespace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  static boolean isOperandEnd(String text, int at) {
    char c = text.charAt(at);
    return Character.isDigit(c) || c == ')' || Formulas.isSuperscript(c) || isVariable(text, at);
  }

  static boolean isVariable(String text, int at) {
    return Character.isLetter(text.charAt(at))
        && (at == 0 || !Character.isLetter(text.charAt(at - 1)))
        && (at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1)));
  }

  /** Whether nothing but numbers, signs and single letters stand between here and a sign "=". */
  static boolean isEquation(String text, int at) {
    for (int i = at + 1; i < text.length() && i < at + 60; i++) {
      char c = text.charAt(i);
      if (c == '=') {
        return true;
      }
      if (Character.isLetter(c) && !isVariable(text, i)) {
        break;
      }
    }
    for (int i = at - 1; i >= 0 && i > at - 60; i--) {
      char c = text.charAt(i);
      if (c == '=') {
        return true;
      }
      if (Character.isLetter(c) && !isVariable(text, i)) {
        break;
      }
    }
    return false;
  }
}
