package org.titiktutur.language;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.Map;

/** Numbers in words, by ICU's rules (CLDR spellout) where they are right. */
final class Numbers {

  /** Longer ones are read digit by digit. */
  static final int MOST_DIGITS = 15;

  private final String language;
  private final Map<String, String> phrases;
  private RuleBasedNumberFormat format;

  Numbers(String language, Map<String, String> phrases) {
    this.language = language;
    this.phrases = phrases;
  }

  /**
   * A cardinal number.
   *
   * @param whole digits alone; with a zero before others, or too long, they are read one by one
   */
  String cardinal(String whole) {
    if (whole.length() > MOST_DIGITS || (whole.length() > 1 && whole.charAt(0) == '0')) {
      return digits(whole);
    }
    return format().format(Long.parseLong(whole));
  }

  /**
   * A number with a fraction.
   *
   * @param fraction digits after the decimal sign, or empty
   */
  String decimal(String whole, String fraction) {
    if (fraction.isEmpty()) {
      return cardinal(whole);
    }
    return cardinal(whole) + " " + phrases.get("decimal") + " " + digits(fraction);
  }

  String digits(String digits) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      words.append(i == 0 ? "" : " ").append(format().format(digits.charAt(i) - '0'));
    }
    return words.toString();
  }

  /** ICU's data are right for English only: for Indonesian they say "pertama2: kedua". */
  String ordinal(long number) {
    if (language.equals("id")) {
      return number == 1 ? "pertama" : "ke" + format().format(number);
    }
    return format().format(number, "%spellout-ordinal");
  }

  /** A year as it is called: nineteen forty-five. */
  String year(long year) {
    return format().format(year, "%spellout-numbering-year");
  }

  private RuleBasedNumberFormat format() {
    if (format == null) {
      format =
          new RuleBasedNumberFormat(
              ULocale.forLanguageTag(language), RuleBasedNumberFormat.SPELLOUT);
    }
    return format;
  }

  /** The value of a Roman numeral, or −1 if this is not how one is written. */
  static int roman(String numeral) {
    int value = 0;
    int before = 0;
    for (int i = numeral.length() - 1; i >= 0; i--) {
      int digit =
          switch (numeral.charAt(i)) {
            case 'I' -> 1;
            case 'V' -> 5;
            case 'X' -> 10;
            case 'L' -> 50;
            case 'C' -> 100;
            case 'D' -> 500;
            case 'M' -> 1000;
            default -> 0;
          };
      if (digit == 0) {
        return -1;
      }
      value += digit < before ? -digit : digit;
      before = Math.max(before, digit);
    }
    return value > 0 && value < 4000 && numeral.equals(roman(value)) ? value : -1;
  }

  private static String roman(int value) {
    String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    StringBuilder numeral = new StringBuilder();
    int rest = value;
    for (int i = 0; i < signs.length; i++) {
      while (rest >= values[i]) {
        numeral.append(signs[i]);
        rest -= values[i];
      }
    }
    return numeral.toString();
  }
}
