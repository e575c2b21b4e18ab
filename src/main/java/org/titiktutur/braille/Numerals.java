package org.titiktutur.braille;

/**
 * Numbers that we write ourselves, of pages.
 *
 * @param sign cells before the digits
 * @param digits ten cells, from that for 0
 */
record Numerals(String sign, String digits) {

  static final char SIGN = '\u283C';

  /** a to z. */
  static final String LETTERS =
      "\u2801\u2803\u2809\u2819\u2811\u280B\u281B\u2813\u280A\u281A\u2805\u2807\u280D"
          + "\u281D\u2815\u280F\u281F\u2817\u280E\u281E\u2825\u2827\u283A\u282D\u283D\u2835";

  /** The number sign and the letters j and a to i, as in nearly every code. */
  static final Numerals USUAL =
      new Numerals(String.valueOf(SIGN), LETTERS.charAt(9) + LETTERS.substring(0, 9));

  /** What a table makes of this says how it writes numbers. */
  static final String SPECIMEN = "1234567890";

  /** How a table writes numbers, by what it made of {@link #SPECIMEN}. */
  static Numerals of(String specimen) {
    int sign = specimen.length() - 10;
    return sign < 0 || sign > 2
        ? USUAL
        : new Numerals(
            specimen.substring(0, sign),
            specimen.charAt(specimen.length() - 1)
                + specimen.substring(sign, specimen.length() - 1));
  }

  String of(int number) {
    StringBuilder cells = new StringBuilder(sign);
    for (char digit : String.valueOf(number).toCharArray()) {
      cells.append(digits.charAt(digit - '0'));
    }
    return cells.toString();
  }
}
