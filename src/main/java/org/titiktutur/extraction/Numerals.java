package org.titiktutur.extraction;

import java.util.Locale;

/** Numbers as lists and headings print them. */
final class Numerals {

  private static final String[] HUNDREDS = {
    "", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm"
  };
  private static final String[] TENS = {"", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"};
  private static final String[] ONES = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
  private static final String SIGNS = "ivxlcdm";
  private static final int[] VALUES = {1, 5, 10, 50, 100, 500, 1000};

  private Numerals() {}

  /** In small Roman letters; in figures beyond what Romans wrote. */
  static String roman(int value) {
    return value < 1 || value >= 4000
        ? String.valueOf(value)
        : "m".repeat(value / 1000)
            + HUNDREDS[value / 100 % 10]
            + TENS[value / 10 % 10]
            + ONES[value % 10];
  }

  /**
   * The value of a number in small Roman letters, 0 where it is none as Romans write it.
   *
   * @param roman of the letters {@code ivxlcdm} alone
   */
  static int ofRoman(String roman) {
    int value = 0;
    int before = 0;
    for (int i = roman.length() - 1; i >= 0; i--) {
      int sign = VALUES[SIGNS.indexOf(roman.charAt(i))];
      value += sign < before ? -sign : sign;
      before = Math.max(before, sign);
    }
    return roman(value).equals(roman) ? value : 0;
  }

  /** a, b … z, aa, bb …, as word processors count. */
  static String letters(int value) {
    if (value < 1 || value > 26 * 20) {
      return String.valueOf(value);
    }
    char letter = (char) ('a' + (value - 1) % 26);
    return String.valueOf(letter).repeat((value - 1) / 26 + 1);
  }

  /**
   * A number in one of the formats of office files.
   *
   * @param format as OOXML ({@code upperRoman}) or ODF ({@code I}) names it
   * @return empty for a format that shows nothing
   */
  static String format(String format, int value) {
    return switch (format) {
      case "upperRoman", "I" -> roman(value).toUpperCase(Locale.ROOT);
      case "lowerRoman", "i" -> roman(value);
      case "upperLetter", "A" -> letters(value).toUpperCase(Locale.ROOT);
      case "lowerLetter", "a" -> letters(value);
      case "decimalZero" -> value < 10 ? "0" + value : String.valueOf(value);
      case "none", "bullet", "" -> "";
      default -> String.valueOf(value);
    };
  }
}
