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
      if (!row.chars().allMatch(cell -> cell >= 0x2800 && cell <= 0x28FF)
          || row.endsWith("\u2800")) {
        throw new IllegalArgumentException("not a row of cells: " + row);
      }
    }
  }
}
