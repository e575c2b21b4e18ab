package org.titiktutur.braille;

import static org.titiktutur.braille.BrailleBlock.BLANK;
import static org.titiktutur.braille.BrailleBlock.BREAK;
import static org.titiktutur.braille.BrailleBlock.HYPHEN;

import java.util.ArrayList;
import java.util.List;

/** Breaks cells into lines, each as full as it can be. */
final class LineBreaker {

  private static final char HYPHEN_CELL = '\u2824';

  private final int width;
  private final int indent;
  private final boolean keepsBlanks;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private boolean lineIsEmpty = true;

  private LineBreaker(int width, int firstIndent, int indent, boolean keepsBlanks) {
    this.width = width;
    this.indent = indent;
    this.keepsBlanks = keepsBlanks;
    startLine(firstIndent);
  }

  /**
   * Breaks the cells of a block.
   *
   * @param firstIndent blank cells before the first line
   * @param indent blank cells before every other line
   * @param keepsBlanks whether several blank cells in a row mean something
   */
  static List<String> lines(
      String cells, int width, int firstIndent, int indent, boolean keepsBlanks) {
    LineBreaker breaker = new LineBreaker(width, firstIndent, indent, keepsBlanks);
    breaker.addAll(cells);
    return breaker.lines;
  }

  private void addAll(String cells) {
    int at = 0;
    while (at < cells.length()) {
      int start = at;
      while (start < cells.length() && cells.charAt(start) == BLANK) {
        start++;
      }
      int end = cells.indexOf(BLANK, start);
      end = end < 0 ? cells.length() : end;
      if (start < end) {
        addWord(cells, start, end, start - at);
      }
      at = end;
    }
    if (!lineIsEmpty) {
      endLine();
    }
  }

  private void addWord(String cells, int start, int end, int blanks) {
    int gap = keepsBlanks ? Math.min(blanks, width / 2) : lineIsEmpty ? 0 : 1;
    int at = start;
    int left = cellsIn(cells, start, end);
    while (left > room(gap)) {
      int cut = lastBefore(cells, at, end, BREAK, room(gap));
      if (cut < 0 && lineIsEmpty) {
        cut = lastBefore(cells, at, end, HYPHEN, room(gap) - 1);
        if (cut < 0) {
          cut = after(cells, at, room(gap));
        }
      }
      if (cut >= 0) {
        append(gap, cells, at, cut);
        if (cells.charAt(cut) == HYPHEN) {
          line.append(HYPHEN_CELL);
        }
        left -= cellsIn(cells, at, cut);
        at = cut;
      }
      endLine();
      gap = 0;
    }
    append(gap, cells, at, end);
  }

  /** Cells that still fit into the line, after a gap. */
  private int room(int gap) {
    return width - line.length() - gap;
  }

  /** The last place where the line may end with at most so many cells of the word; -1 if none. */
  private static int lastBefore(String cells, int from, int end, char mark, int most) {
    int last = -1;
    int seen = 0;
    for (int at = from; at < end && seen <= most; at++) {
      char character = cells.charAt(at);
      if (character == mark && seen > 0) {
        last = at;
      }
      seen += isMark(character) ? 0 : 1;
    }
    return last;
  }

  /** The place behind so many cells, for a word that may be broken nowhere. */
  private static int after(String cells, int from, int count) {
    int at = from;
    for (int seen = 0; seen < count; at++) {
      seen += isMark(cells.charAt(at)) ? 0 : 1;
    }
    return at;
  }

  private static int cellsIn(String cells, int from, int to) {
    int count = 0;
    for (int at = from; at < to; at++) {
      count += isMark(cells.charAt(at)) ? 0 : 1;
    }
    return count;
  }

  private static boolean isMark(char character) {
    return character == BREAK || character == HYPHEN;
  }

  private void append(int gap, String cells, int from, int to) {
    line.append(String.valueOf(BLANK).repeat(gap));
    for (int at = from; at < to; at++) {
      if (!isMark(cells.charAt(at))) {
        line.append(cells.charAt(at));
        lineIsEmpty = false;
      }
    }
  }

  private void endLine() {
    lines.add(lineIsEmpty ? "" : line.toString());
    startLine(indent);
  }

  private void startLine(int blanks) {
    line.setLength(0);
    line.append(String.valueOf(BLANK).repeat(blanks));
    lineIsEmpty = true;
  }
}
