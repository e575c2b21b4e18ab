package org.titiktutur.braille;

import java.util.ArrayList;
import java.util.List;
import org.titiktutur.braille.LineBreaker.Line;
import org.titiktutur.braille.LineBreaker.Measure;

/**
 * A table with its columns beside each other, each as wide as its widest entry, two blank cells
 * between; a line under each heading, and guide dots to the next entry where four cells or more are
 * free.
 */
final class TableColumns {

  private static final int BETWEEN = 2;
  private static final int FEWEST_FOR_GUIDE_DOTS = 4;
  static final char GUIDE_DOT = '\u2810';
  private static final char LINE = '\u2812';

  private final List<BrailleBlock> cells;
  private final int columns;
  private final int in;
  private final List<String> texts = new ArrayList<>();
  private final int[] widths;

  /**
   * A table.
   *
   * @param cells row by row, as many in each as there are columns
   * @param in blank cells to its left
   */
  TableColumns(List<BrailleBlock> cells, int columns, int in) {
    this.cells = cells;
    this.columns = columns;
    this.in = in;
    this.widths = new int[columns];
    for (int i = 0; i < cells.size(); i++) {
      String text = line(cells.get(i)).cells();
      texts.add(text);
      widths[i % columns] = Math.max(widths[i % columns], text.length());
    }
  }

  private static Line line(BrailleBlock cell) {
    Measure oneLine = new Measure(Integer.MAX_VALUE / 2, 0, 0, false, false);
    List<Line> lines = LineBreaker.lines(cell.cells(), 0, cell.cells().length(), oneLine);
    return lines.isEmpty() ? new Line("", 0, 0) : lines.get(0);
  }

  int width() {
    int width = in + BETWEEN * (columns - 1);
    for (int each : widths) {
      width += each;
    }
    return width;
  }

  int height() {
    return head().size() + body().size();
  }

  /** The headings and the line under them; empty if there are none. */
  List<Row> head() {
    if (!hasHead()) {
      return List.of();
    }
    StringBuilder under = new StringBuilder(Layout.blanks(in));
    for (int i = 0; i < columns; i++) {
      under.append(GUIDE_DOT).append(String.valueOf(LINE).repeat(Math.max(0, widths[i] - 1)));
      under.append(Layout.blanks(i < columns - 1 ? BETWEEN : 0));
    }
    return List.of(row(0, false), Row.ours(under.toString()));
  }

  List<Row> body() {
    List<Row> rows = new ArrayList<>();
    for (int from = hasHead() ? columns : 0; from + columns <= cells.size(); from += columns) {
      rows.add(row(from, true));
    }
    return rows;
  }

  private boolean hasHead() {
    return cells.subList(0, columns).stream().allMatch(cell -> cell.level() == 1);
  }

  private Row row(int from, boolean guided) {
    StringBuilder row = new StringBuilder(Layout.blanks(in));
    List<Run> runs = new ArrayList<>();
    int column = in;
    for (int i = 0; i < columns; i++) {
      String text = texts.get(from + i);
      if (!text.isEmpty()) {
        lead(row, column, guided);
        BrailleBlock cell = cells.get(from + i);
        runs.addAll(new Layout.Sentences(cell).runs(line(cell), column));
        row.append(text);
      }
      column += widths[i] + BETWEEN;
    }
    return Row.text(row.toString(), runs, true);
  }

  private static void lead(StringBuilder row, int column, boolean guided) {
    int gap = column - row.length();
    if (guided && gap >= FEWEST_FOR_GUIDE_DOTS && !isBlank(row)) {
      row.append(BrailleBlock.BLANK)
          .append(String.valueOf(GUIDE_DOT).repeat(gap - 2))
          .append(BrailleBlock.BLANK);
    } else {
      row.append(Layout.blanks(gap));
    }
  }

  private static boolean isBlank(StringBuilder row) {
    return row.chars().allMatch(cell -> cell == BrailleBlock.BLANK);
  }
}
