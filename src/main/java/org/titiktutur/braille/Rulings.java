package org.titiktutur.braille;

import java.util.regex.Pattern;

/** What a layout draws with cells and nobody reads as words. */
public final class Rulings {

  private static final Pattern LINE_OF_A_BOX = Pattern.compile("\u2800*(?:\u2836{8,}|\u281B{8,})");
  private static final Pattern UNDER_HEADINGS = Pattern.compile("\u2800*(?:\u2810\u2812*\u2800*)+");
  private static final Pattern GUIDE_DOTS = Pattern.compile("(?<=\u2800)\u2810{2,}(?=\u2800)");

  private Rulings() {}

  /**
   * A row for whoever reads it back.
   *
   * @return as long as it was, with blank cells for lines of boxes and tables and for guide dots;
   *     empty where nothing else stands in it
   */
  public static String without(String row) {
    if (LINE_OF_A_BOX.matcher(row).matches() || UNDER_HEADINGS.matcher(row).matches()) {
      return "";
    }
    return GUIDE_DOTS.matcher(row).replaceAll(dots -> Layout.blanks(dots.group().length()));
  }
}
