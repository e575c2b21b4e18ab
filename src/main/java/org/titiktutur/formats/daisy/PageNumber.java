package org.titiktutur.formats.daisy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The number of a page of the print book.
 *
 * @param label as printed, as far as its kind allows
 * @param value 1 or more, never the same twice among the pages of one kind
 */
record PageNumber(Kind kind, String label, int value) {

  /** In the words of both standards. */
  enum Kind {
    /** Roman numerals before the first page of the text. */
    FRONT,
    NORMAL,
    /** Whatever else a page is called, and a number that comes again. */
    SPECIAL;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Pattern ARABIC = Pattern.compile("[0-9]{1,7}");
  private static final Pattern ROMAN =
      Pattern.compile("(?i)(?=.)m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})");

  /** Numbers the pages of one book, in order. */
  static final class Counter {
    private final Set<Integer> front = new HashSet<>();
    private final Set<Integer> normal = new HashSet<>();
    private int special;
    private int greatestNormal;
    private int greatest;

    PageNumber next(String label) {
      PageNumber page = number(label.strip());
      greatest = Math.max(greatest, page.value);
      return page;
    }

    private PageNumber number(String label) {
      if (ARABIC.matcher(label).matches()) {
        int value = Integer.parseInt(label);
        if (value > 0 && normal.add(value)) {
          greatestNormal = Math.max(greatestNormal, value);
          return new PageNumber(Kind.NORMAL, label, value);
        }
      } else if (ROMAN.matcher(label).matches()) {
        int value = roman(label.toLowerCase(Locale.ROOT));
        if (front.add(value)) {
          return new PageNumber(Kind.FRONT, label, value);
        }
      }
      return new PageNumber(Kind.SPECIAL, label, ++special);
    }

    /** Of pages with ordinary numbers; 0 if there are none. */
    int greatestNormal() {
      return greatestNormal;
    }

    /** Of all pages; 0 if there are none. */
    int greatest() {
      return greatest;
    }

    private static int roman(String numeral) {
      int sum = 0;
      int before = 0;
      for (int i = numeral.length() - 1; i >= 0; i--) {
        int value =
            switch (numeral.charAt(i)) {
              case 'm' -> 1000;
              case 'd' -> 500;
              case 'c' -> 100;
              case 'l' -> 50;
              case 'x' -> 10;
              case 'v' -> 5;
              default -> 1;
            };
        sum += value < before ? -value : value;
        before = Math.max(before, value);
      }
      return sum;
    }
  }
}
