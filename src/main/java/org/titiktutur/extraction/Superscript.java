package org.titiktutur.extraction;

/**
 * Raised digits and signs as characters of their own: a plain 2 after a 10 would be another number.
 */
final class Superscript {

  private static final String PLAIN = "0123456789+-=()n";
  private static final String RAISED =
      "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079\u207A\u207B\u207C\u207D\u207E\u207F";

  private Superscript() {}

  /** The same text where it has letters that have no raised form. */
  static String of(String text) {
    StringBuilder raised = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int at = PLAIN.indexOf(c);
      if (at < 0 && c != ' ') {
        return text;
      }
      raised.append(at < 0 ? c : RAISED.charAt(at));
    }
    return raised.toString();
  }
}
