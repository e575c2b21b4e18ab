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

  private static boolean isRow(String row) {
    for (int i = 0; i < row.length(); i++) {
      if (row.charAt(i) < '\u2800' || row.charAt(i) > '\u28FF') {
        return false;
      }
    }
    return !row.endsWith("\u2800");
  }
}
