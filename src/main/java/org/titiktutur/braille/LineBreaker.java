package org.titiktutur.braille;

import static org.titiktutur.braille.BrailleBlock.BLANK;
import static org.titiktutur.braille.BrailleBlock.BREAK;
import static org.titiktutur.braille.BrailleBlock.HYPHEN;
import static org.titiktutur.braille.BrailleBlock.SPLIT;
import static org.titiktutur.braille.BrailleBlock.isMark;

import java.util.ArrayList;
import java.util.List;

/** Breaks cells into lines, each as full as it can be. */
final class LineBreaker {

  static final char HYPHEN_CELL = '\u2824';

  /** Of text that a line has room for, however narrow the page is. */
  private static final int FEWEST_CELLS = 2;

  /**
   * A line.
   *
   * @param cells with the blank ones that it is indented by, none at the end
   * @param from index of the first of what it shows
   * @param to index behind the last
   */
  record Line(String cells, int from, int to) {}

  /**
   * How lines are broken.
   *
   * @param width cells of a line
   * @param firstIndent blank cells before the first line
   * @param indent blank cells before every other line
   * @param keepsBlanks whether several blank cells in a row mean something
   * @param hyphenates whether words are divided wherever syllables end, or only those that are
   *     longer than a line
   */
  record Measure(int width, int firstIndent, int indent, boolean keepsBlanks, boolean hyphenates) {
    Measure {
      // else nothing would ever fit
      width = Math.max(width, FEWEST_CELLS);
      firstIndent = Math.min(firstIndent, width - FEWEST_CELLS);
      indent = Math.min(indent, width - FEWEST_CELLS);
    }
  }

  private final Measure measure;
  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private boolean lineIsEmpty = true;
  private int from;
  private int to;

  private LineBreaker(Measure measure) {
    this.measure = measure;
    startLine(measure.firstIndent());
  }

  /** Breaks a stretch of the cells of a block. */
  static List<Line> lines(String cells, int from, int to, Measure measure) {
    LineBreaker breaker = new LineBreaker(measure);
    breaker.addAll(cells, from, to);
    return breaker.lines;
  }

  private void addAll(String cells, int first, int last) {
    int at = first;
    while (at < last) {
      int start = at;
      while (start < last && cells.charAt(start) == BLANK) {
        start++;
      }
      int end = cells.indexOf(BLANK, start);
      end = end < 0 ? last : Math.min(end, last);
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
    int gap = measure.keepsBlanks() ? Math.min(blanks, measure.width() / 2) : lineIsEmpty ? 0 : 1;
    int at = start;
    int left = cellsIn(cells, start, end);
    while (left > room(gap)) {
      int cut = lastBefore(cells, at, end, BREAK, room(gap));
      if (measure.hyphenates() || (cut < 0 && lineIsEmpty)) {
        cut = Math.max(cut, lastBefore(cells, at, end, HYPHEN, room(gap) - 1));
      }
      if (cut < 0 && lineIsEmpty) {
        cut = lastBefore(cells, at, end, SPLIT, room(gap) - 1);
      }
      if (cut < 0 && lineIsEmpty) {
        cut = after(cells, at, room(gap));
      }
      if (cut >= 0) {
        append(gap, cells, at, cut);
        if (cells.charAt(cut) == HYPHEN || cells.charAt(cut) == SPLIT) {
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
    return measure.width() - line.length() - gap;
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

  private void append(int gap, String cells, int start, int end) {
    if (lineIsEmpty) {
      from = start;
    }
    to = end;
    line.append(String.valueOf(BLANK).repeat(gap));
    for (int at = start; at < end; at++) {
      if (!isMark(cells.charAt(at))) {
        line.append(cells.charAt(at));
        lineIsEmpty = false;
      }
    }
  }

  private void endLine() {
    if (!lineIsEmpty) {
      lines.add(new Line(line.toString(), from, to));
    }
    startLine(measure.indent());
  }

  private void startLine(int blanks) {
    line.setLength(0);
    line.append(String.valueOf(BLANK).repeat(blanks));
    lineIsEmpty = true;
  }
}
