package org.titiktutur.braille;

import java.util.List;

/**
 * A row on its way to a page.
 *
 * @param cells without blank ones at the end
 * @param runs from the left
 * @param opening what begins with it
 * @param heading where one begins, its cells in one line and without marks; else null
 * @param level of that heading, else 0
 * @param printPage where a page of the print book begins, its number in cells; else null
 */
record Row(
    String cells,
    List<Run> runs,
    Side.Opening opening,
    String heading,
    int level,
    String printPage) {

  /** Of our own making. */
  static Row ours(String cells) {
    return new Row(cells, List.of(), Side.Opening.NOTHING, null, 0, null);
  }

  static Row text(String cells, List<Run> runs, boolean first) {
    return new Row(cells, runs, first ? Side.Opening.BLOCK : Side.Opening.NOTHING, null, 0, null);
  }

  static Row heading(String cells, List<Run> runs, String heading, int level) {
    return new Row(cells, runs, Side.Opening.HEADING, heading, level, null);
  }

  static Row printPage(String cells, String label) {
    return new Row(cells, List.of(), Side.Opening.NOTHING, null, 0, label);
  }

  boolean isBlank() {
    return cells.isEmpty();
  }
}
