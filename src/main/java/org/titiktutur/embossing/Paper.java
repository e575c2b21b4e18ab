package org.titiktutur.embossing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one side of a sheet holds on a machine, its margins included.
 *
 * @param cells in a row
 * @param rows from the top of one sheet to the top of the next
 */
public record Paper(int cells, int rows) {

  /** The most that the usual papers hold: 11 × 11½ inches and A4, at 6 × 10 mm a cell. */
  public static final Paper LARGEST_USUAL = new Paper(42, 29);

  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,2})[x×]([1-9]\\d{0,2})");

  public Paper {
    if (cells < 1 || rows < 1) {
      throw new IllegalArgumentException("paper of " + cells + " cells by " + rows + " rows");
    }
  }

  /**
   * A size as people write it, {@code 42x29}: cells, then rows.
   *
   * @return empty if it is none
   */
  public static Optional<Paper> parse(String size) {
    Matcher matcher = SIZE.matcher(size);
    return matcher.matches()
        ? Optional.of(
            new Paper(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return cells + "x" + rows;
  }
}
