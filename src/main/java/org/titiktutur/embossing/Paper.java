package org.titiktutur.embossing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paper as a machine holds it.
 *
 * @param cells that fit in a row on one side, margins included
 * @param rows from the top of one sheet to the top of the next
 * @param width across the rows, in millimetres
 * @param height in millimetres
 */
public record Paper(int cells, int rows, double width, double height) {

  /** The most that the usual papers hold: 11 × 11½ inches and A4, at 6 × 10 mm a cell. */
  public static final Paper LARGEST_USUAL = new Paper(42, 29);

  private static final double CELL = 6;
  private static final double ROW = 10;
  private static final double INCH = 25.4;

  private static final Pattern CELLS = Pattern.compile("([1-9]\\d{0,2})[x×]([1-9]\\d{0,2})");

  private static final Pattern SIZE =
      Pattern.compile("([1-9]\\d{0,2}(?:\\.\\d{1,2})?)[x×]([1-9]\\d{0,2}(?:\\.\\d{1,2})?)(mm|in)");

  public Paper {
    if (cells < 1 || rows < 1 || width <= 0 || height <= 0) {
      throw new IllegalArgumentException(
          "paper of " + cells + " cells by " + rows + " rows, " + width + " by " + height + " mm");
    }
  }

  /** Paper of which only is known how many cells of 6 × 10 mm it holds. */
  public Paper(int cells, int rows) {
    this(cells, rows, cells * CELL, rows * ROW);
  }

  /**
   * Paper as people write it: cells and rows, {@code 42x29}; a size, {@code 210x297mm} or {@code
   * 11x11.5in}; or {@code a4}.
   *
   * @return empty if it is none, or has no room for a cell
   */
  public static Optional<Paper> parse(String text) {
    String paper = text.strip().toLowerCase(Locale.ROOT);
    if (paper.equals("a4")) {
      return ofSize(210, 297);
    }
    Matcher cells = CELLS.matcher(paper);
    if (cells.matches()) {
      return Optional.of(
          new Paper(Integer.parseInt(cells.group(1)), Integer.parseInt(cells.group(2))));
    }
    Matcher size = SIZE.matcher(paper);
    if (!size.matches()) {
      return Optional.empty();
    }
    double unit = size.group(3).equals("in") ? INCH : 1;
    return ofSize(
        Double.parseDouble(size.group(1)) * unit, Double.parseDouble(size.group(2)) * unit);
  }

  private static Optional<Paper> ofSize(double width, double height) {
    int cells = (int) Math.floor(width / CELL + 1e-9);
    int rows = (int) Math.floor(height / ROW + 1e-9);
    return cells < 1 || rows < 1
        ? Optional.empty()
        : Optional.of(new Paper(cells, rows, width, height));
  }

  /** As {@link #parse} reads it: a size only where it is not that of the cells. */
  @Override
  public String toString() {
    if (width == cells * CELL && height == rows * ROW) {
      return cells + "x" + rows;
    }
    return number(width) + "x" + number(height) + "mm";
  }

  private static String number(double millimetres) {
    return BigDecimal.valueOf(millimetres)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
