package org.titiktutur.braille;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size of a braille page and where its number stands.
 *
 * @param cells in a row
 * @param rows on a page, with the one that has the number
 */
public record PageFormat(int cells, int rows, NumberPosition number) {

  /** Where the number of the braille page stands. */
  public enum NumberPosition {
    NONE,
    /** In a row of its own with the title and the page of the print book. */
    TOP_RIGHT,
    BOTTOM_RIGHT
  }

  public static final int FEWEST_CELLS = 10;
  public static final int MOST_CELLS = 100;
  public static final int FEWEST_ROWS = 4;
  public static final int MOST_ROWS = 100;

  /** 32 cells by 25 rows, numbered at the head. */
  public static final PageFormat USUAL = new PageFormat(32, 25, NumberPosition.TOP_RIGHT);

  private static final Pattern SIZE = Pattern.compile("(\\d{1,3})[x×](\\d{1,3})");

  public PageFormat {
    requireNonNull(number);
    if (cells < FEWEST_CELLS || cells > MOST_CELLS || rows < FEWEST_ROWS || rows > MOST_ROWS) {
      throw new IllegalArgumentException("a page of " + cells + " cells by " + rows + " rows");
    }
  }

  /**
   * A size as people write it, {@code 32x25}: cells, then rows.
   *
   * @return empty if it is none, or not one that a page can have
   */
  public static Optional<PageFormat> parse(String size) {
    Matcher matcher = SIZE.matcher(size);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PageFormat(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              USUAL.number()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Rows that text can stand in. */
  int textRows() {
    return number == NumberPosition.NONE ? rows : rows - 1;
  }
}
