package org.titiktutur.extraction;

import java.util.List;

/**
 * A line of print. Lengths in points, {@code y} growing downwards.
 *
 * @param x where it begins
 * @param end where it ends
 * @param y of its base line
 * @param size of most of its type
 * @param left edge of the column that it stands in
 * @param right edge of that column
 * @param column lines of one column of one page follow each other and share a number
 * @param upright false for text that runs up, down or across the page
 */
record PdfLine(
    float x,
    float end,
    float y,
    float size,
    float left,
    float right,
    int column,
    boolean upright,
    PdfTag tag,
    List<Run> runs) {

  static final int BOLD = 1;
  static final int ITALIC = 2;
  static final int MONO = 4;

  /** Smaller and above the base line: the number of a note, an exponent. */
  static final int RAISED = 8;

  /** White before it is wider than between words: another cell, or a tab. */
  static final int APART = 16;

  /**
   * Letters of one look.
   *
   * @param x where they begin
   * @param style any of {@link #BOLD} … {@link #APART}
   */
  record Run(float x, int style, String text) {
    boolean is(int flag) {
      return (style & flag) != 0;
    }
  }

  PdfLine {
    runs = List.copyOf(runs);
  }

  String text() {
    if (runs.size() == 1) {
      return runs.get(0).text();
    }
    StringBuilder text = new StringBuilder();
    for (Run run : runs) {
      text.append(run.text());
    }
    return text.toString();
  }

  /** Whether nearly all of its letters are so. */
  boolean mostly(int flag) {
    int with = 0;
    int all = 0;
    for (Run run : runs) {
      if (!run.is(RAISED)) {
        all += run.text().length();
        with += run.is(flag) ? run.text().length() : 0;
      }
    }
    return all > 0 && with * 10 >= all * 9;
  }

  float width() {
    return end - x;
  }

  PdfLine in(float newLeft, float newRight, int newColumn) {
    return new PdfLine(x, end, y, size, newLeft, newRight, newColumn, upright, tag, runs);
  }

  PdfLine with(List<Run> otherRuns) {
    return new PdfLine(x, end, y, size, left, right, column, upright, tag, otherRuns);
  }
}
