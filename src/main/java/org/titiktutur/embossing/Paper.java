package org.titiktutur.embossing;

/**
 * What one side of a sheet holds on a machine, its margins included.
 *
 * @param cells in a row
 * @param rows from the top of one sheet to the top of the next
 */
public record Paper(int cells, int rows) {

  /** The most that the usual papers hold: 11 × 11½ inches and A4, at 6 × 10 mm a cell. */
  public static final Paper LARGEST_USUAL = new Paper(42, 29);

  public Paper {
    if (cells < 1 || rows < 1) {
      throw new IllegalArgumentException("paper of " + cells + " cells by " + rows + " rows");
    }
  }

  /** As people write it: {@code 42x29}. */
  @Override
  public String toString() {
    return cells + "x" + rows;
  }
}
