package org.titiktutur.language;

/** Where words end: letters and their marks, with apostrophes between letters. */
final class Words {

  private Words() {}

  /** The end of the word that begins at a place, or the place itself where none does. */
  static int end(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      boolean inner = at > from && isApostrophe(c) && isLetter(text, at + 1);
      if (!inner && !isLetter(text, at)) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  private static boolean isLetter(String text, int at) {
    if (at >= text.length()) {
      return false;
    }
    int c = text.codePointAt(at);
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  static boolean isApostrophe(int c) {
    return c == '\'' || c == '\u2019';
  }

  /** What may stand between the words of a phrase, once. */
  static boolean isJoint(char c) {
    return c == ' ' || c == '-' || c == '\u2010';
  }
}
