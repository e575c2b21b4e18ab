package org.titiktutur.braille;

import java.util.List;

/**
 * A page of braille.
 *
 * @param rows from the top; cells U+2800 to U+28FF without blank ones at the end, an empty row is a
 *     blank line. Rows below the last are blank.
 */
public record Page(List<String> rows) {
  public Page {
    rows = List.copyOf(rows);
    for (String row : rows) {
      if (!isRow(row)) {
        throw new IllegalArgumentException("not a row of cells: " + row);
      }
    }
  }

  /** Cells of its longest row. */
  public int cells() {
    return rows.stream().mapToInt(String::length).max().orElse(0);
  }

  /** Whether some cell has dot 7 or 8. */
  public boolean hasEightDots() {
    return rows.stream().anyMatch(row -> row.chars().anyMatch(cell -> cell > 0x283F));
  }

  private static boolean isRow(String row) {
    for (int i = 0; i < row.length(); i++) {
      if (row.charAt(i) < '\u2800' || row.charAt(i) > '\u28FF') {
        return false;
      }
    }
    return !row.endsWith("\u2800");
  }
}
