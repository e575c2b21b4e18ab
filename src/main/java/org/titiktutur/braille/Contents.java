package org.titiktutur.braille;

import java.util.ArrayList;
import java.util.List;
import org.titiktutur.braille.LineBreaker.Line;
import org.titiktutur.braille.LineBreaker.Measure;

/** Lines of a table of contents: what begins, guide dots, and its page at the right edge. */
final class Contents {

  /** Headings below these are not listed. */
  static final int DEEPEST = 2;

  /** Cells at the right edge that are kept for numbers. */
  private static final int FOR_NUMBERS = 6;

  private static final int FEWEST_GUIDE_DOTS = 2;

  /**
   * What is listed.
   *
   * @param cells empty as long as they are not known
   * @param print to be brailled for that; null where the cells are known
   * @param side counted from 0, on which it begins
   */
  record Entry(int level, String cells, String print, int side) {}

  private final int width;

  private final int highest;
  private final int levels;

  Contents(int width, List<Entry> entries) {
    this.width = width;
    this.highest = entries.stream().mapToInt(Entry::level).min().orElse(1);
    this.levels = entries.stream().mapToInt(Entry::level).max().orElse(1) - highest + 1;
  }

  /** The lines of one entry; they stay together. */
  List<Row> rows(int level, String cells, String number) {
    int in = Math.min(2 * (level - highest), width / 4);
    int runover = Math.min(2 * levels + 2, width / 3);
    int forText = Math.max(width / 2, width - Math.max(FOR_NUMBERS, number.length() + 2));
    List<Row> rows = new ArrayList<>();
    List<Line> lines =
        LineBreaker.lines(
            cells, 0, cells.length(), new Measure(forText, in, runover, false, false));
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).cells();
      boolean last = i == lines.size() - 1;
      if (last && line.length() + number.length() < width) {
        rows.add(Row.ours(line + lead(line, number) + number));
      } else {
        rows.add(Row.ours(line));
        if (last) {
          rows.add(Row.ours(Layout.blanks(width - number.length()) + number));
        }
      }
    }
    return rows;
  }

  private String lead(String line, String number) {
    int gap = width - line.length() - number.length();
    return gap < FEWEST_GUIDE_DOTS + 2
        ? Layout.blanks(gap)
        : BrailleBlock.BLANK
            + String.valueOf(TableColumns.GUIDE_DOT).repeat(gap - 2)
            + BrailleBlock.BLANK;
  }
}
