package org.titiktutur.web.pages;

import java.util.List;

/**
 * One page of braille: drawn for the eye, as cells for a braille display, and its text.
 *
 * @param path of the book's braille, without the page
 * @param page counts from 1
 * @param rows of the page from the top
 * @param before null at the first page
 * @param after null at the last page
 */
record BrailleView(
    String path,
    String title,
    String language,
    String format,
    List<Crumb> trail,
    int page,
    int pages,
    List<Row> rows,
    String before,
    String after,
    String download,
    long bytes) {

  /**
   * In units of 1.25 mm: dots are 2.5 mm apart and rows 10, as on paper; cells 6.25 instead of 6,
   * for the sake of whole numbers that are short to write.
   */
  private static final int DOT = 2;

  static final int CELL = 5;
  static final int ROW = 8;
  static final int EDGE = 5;

  /** How wide a page is drawn when its rows are short. */
  private static final int FEWEST_CELLS = 28;

  /**
   * A row.
   *
   * @param cells U+2800 to U+28FF
   * @param text what they say; empty for a blank row
   */
  record Row(String cells, String text) {

    /**
     * The raised dots as a path, a stroke without length for each. It moves from dot to dot, which
     * is the shortest way to write it.
     */
    String dots() {
      StringBuilder path = new StringBuilder();
      int atX = 0;
      int atY = 0;
      for (int cell = 0; cell < cells.length(); cell++) {
        for (int dot = 0; dot < 6; dot++) {
          if ((cells.charAt(cell) >> dot & 1) == 1) {
            int x = EDGE + cell * CELL + 1 + dot / 3 * DOT;
            int y = 2 + dot % 3 * DOT;
            path.append('m').append(x - atX).append(' ').append(y - atY).append('z');
            atX = x;
            atY = y;
          }
        }
      }
      return path.toString();
    }
  }

  BrailleView {
    rows = List.copyOf(rows);
  }

  int width() {
    int cells = rows.stream().mapToInt(row -> row.cells().length()).max().orElse(0);
    return Math.max(FEWEST_CELLS, cells) * CELL + 2 * EDGE;
  }

  String unicode() {
    StringBuilder text = new StringBuilder();
    for (Row row : rows) {
      text.append(row.cells()).append('\n');
    }
    return text.toString();
  }
}
