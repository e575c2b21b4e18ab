package org.titiktutur.braille;

import java.util.List;

/**
 * A side of paper with text, before its edges say which one it is.
 *
 * @param rows of text, without blank ones at the end
 * @param opening what begins with its first row
 * @param printPage the page of the print book that its first row stands on, in cells; empty if
 *     there is none
 */
record Side(List<Row> rows, Opening opening, String printPage) {

  /** What begins with a row, the more the later. */
  enum Opening {
    NOTHING,
    BLOCK,
    HEADING,
    CHAPTER
  }

  Side {
    rows = List.copyOf(rows);
  }
}
