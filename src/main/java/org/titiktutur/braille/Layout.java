package org.titiktutur.braille;

import static org.titiktutur.braille.BrailleBlock.BLANK;
import static org.titiktutur.braille.LineBreaker.HYPHEN_CELL;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.titiktutur.braille.BrailleBlock.PageStart;
import org.titiktutur.braille.BrailleBlock.Style;
import org.titiktutur.braille.LineBreaker.Line;
import org.titiktutur.braille.LineBreaker.Measure;
import org.titiktutur.braille.Side.Opening;

/**
 * Lays the text of parts out as sides of paper, one in memory at a time. How, and after which
 * source, docs/braille-layout.md says.
 */
final class Layout {

  private static final ObjectReader BLOCKS = BrailleHandler.JSON.readerFor(BrailleBlock.class);

  private static final char BOX_OPENS = '\u2836';
  private static final char BOX_CLOSES = '\u281B';

  /** Lines of a paragraph that are never parted from it, at the foot of a page or at its head. */
  private static final int TOGETHER = 2;

  /** Takes what is laid out. */
  interface Sink {

    void side(Side side) throws IOException;

    /**
     * A heading stands on the side that comes next.
     *
     * @param cells in one line, without marks
     */
    void heading(int level, String cells);

    /** A part begins, without a heading, on the side that comes next. */
    void part(BrailledPart part);
  }

  private final PageFormat format;
  private final BookStyle style;
  private final Sink out;
  private final List<Row> rows = new ArrayList<>();

  /** Headings, page changes and lines of boxes that wait for the lines they belong to. */
  private final List<Row> held = new ArrayList<>();

  private boolean blankLineIsDue;

  /** Nothing but a heading below the first level came last: no blank line comes under it. */
  private boolean lowerHeadingIsLast;

  private boolean chapterBegins;
  private Opening opening = Opening.NOTHING;
  private String printPage = "";

  /** Sides that began on the present page of print. */
  private int sidesOfPrintPage;

  private String sidesPrintPage = "";

  /** A part of which nothing is laid out yet. */
  private BrailledPart begun;

  private final List<BrailleBlock> tableCells = new ArrayList<>();
  private BrailleBlock table;
  private boolean tableIsLaid;

  Layout(BookStyle style, Sink out) {
    this.format = style.page();
    this.style = style;
    this.out = out;
  }

  /** Lays out one part after another; one that could not be brailled leaves nothing. */
  void add(BrailledPart part) throws IOException {
    if (part.isBrailled()) {
      begun = part;
      add(part.part().level(), part.file());
    }
  }

  private void add(int level, Path blocks) throws IOException {
    if (level == 1) {
      beginChapter();
    }
    try (MappingIterator<BrailleBlock> all = BLOCKS.readValues(blocks.toFile())) {
      while (all.hasNextValue()) {
        add(all.nextValue());
      }
    }
  }

  /** A page of print that begins where the chapter does goes with it. */
  void beginChapter() throws IOException {
    int end = held.size();
    while (end > 0 && held.get(end - 1).printPage() != null) {
      end--;
    }
    List<Row> carried = List.copyOf(held.subList(end, held.size()));
    held.subList(end, held.size()).clear();
    flushHeld(0);
    turnPage();
    held.addAll(carried);
    chapterBegins = true;
  }

  /** Hands out the last page. */
  void finish() throws IOException {
    flushHeld(0);
    turnPage();
  }

  void add(BrailleBlock block) throws IOException {
    int in = Math.min(2 * block.depth(), format.cells() / 4);
    if (table != null && tableIsLaid && block.style() != Style.TABLE_END) {
      return;
    }
    boolean underHeading = lowerHeadingIsLast;
    lowerHeadingIsLast =
        (block.style() == Style.HEADING && block.level() > 1)
            || (block.style() == Style.SPACE && underHeading);
    switch (block.style()) {
      case SPACE -> {
        if (!underHeading) {
          space();
        }
      }
      case PAGE -> hold(pageChange(block.pages().get(0)));
      case HEADING -> heading(block);
      case SCENE -> {
        space();
        put(centred(block));
        space();
      }
      case PARAGRAPH -> text(block, in + 2, in, null);
      case NOTE -> note(block, in);
      case CAPTION -> {
        for (Row row : rows(block, 0, block.cells().length(), in + 2, in, new Sentences(block))) {
          hold(row);
        }
      }
      case ITEM -> text(block, in, runover(2 * Math.max(block.level(), block.depth() + 1)), null);
      case LINE -> text(block, in, runover(in + block.level() + 2), null);
      case TABLE -> {
        table = block;
        tableCells.clear();
      }
      case CELL -> tableCells.add(block);
      case OTHERWISE -> tableIsLaid = layTable();
      case TABLE_END -> {
        table = null;
        tableIsLaid = false;
      }
    }
  }

  private int runover(int indent) {
    return Math.min(indent, format.cells() / 2);
  }

  /** A blank line, unless one is there or a page begins. */
  private void space() {
    if (held.isEmpty()) {
      blankLineIsDue = true;
    } else {
      held.add(Row.ours(""));
    }
  }

  /**
   * Text of a block.
   *
   * @param behind a row that the last of its lines must not be parted from, or null
   */
  private void text(BrailleBlock block, int firstIndent, int indent, Row behind)
      throws IOException {
    Sentences sentences = new Sentences(block);
    int from = 0;
    for (PageStart page : block.pages()) {
      put(rows(block, from, page.at(), firstIndent, indent, sentences));
      hold(pageChange(page));
      from = page.at();
    }
    List<Row> last =
        new ArrayList<>(rows(block, from, block.cells().length(), firstIndent, indent, sentences));
    if (behind != null) {
      last.add(behind);
    }
    put(last);
  }

  private List<Row> rows(
      BrailleBlock block, int from, int to, int firstIndent, int indent, Sentences sentences) {
    Measure measure =
        new Measure(
            format.cells(),
            from == 0 ? firstIndent : indent,
            indent,
            block.style() == Style.LINE,
            style.hyphenated());
    List<Row> rows = new ArrayList<>();
    for (Line line : LineBreaker.lines(block.cells(), from, to, measure)) {
      rows.add(Row.text(line.cells(), sentences.runs(line, 0), from == 0 && rows.isEmpty()));
    }
    return rows;
  }

  private void note(BrailleBlock block, int in) throws IOException {
    if (block.level() == 0) {
      text(block, in + 6, in + 4, null);
      return;
    }
    space();
    String opens = blanks(in) + String.valueOf(BOX_OPENS).repeat(format.cells() - in);
    hold(Row.text(opens, List.of(), true));
    text(
        block,
        in + 6,
        in + 4,
        Row.ours(blanks(in) + String.valueOf(BOX_CLOSES).repeat(format.cells() - in)));
    space();
  }

  private void heading(BrailleBlock block) throws IOException {
    for (PageStart page : block.pages()) {
      hold(pageChange(page));
    }
    space();
    List<Row> lines;
    if (block.level() == 1) {
      lines = centred(block);
    } else {
      int in = block.level() == 2 ? 4 : 6;
      lines = rows(block, 0, block.cells().length(), in, in, new Sentences(block));
    }
    boolean first = true;
    for (Row line : lines) {
      hold(
          first
              ? Row.heading(line.cells(), line.runs(), plain(block.cells()), block.level())
              : Row.text(line.cells(), line.runs(), false));
      first = false;
    }
    if (block.level() == 1) {
      space();
    }
  }

  private static String plain(String cells) {
    return BrailleBlock.withoutMarks(cells);
  }

  /** Lines in the middle, at least three cells from the edges where the page is wide enough. */
  private List<Row> centred(BrailleBlock block) {
    Sentences sentences = new Sentences(block);
    int width = Math.max(format.cells() - 6, format.cells() / 2);
    List<Row> rows = new ArrayList<>();
    for (Line line :
        LineBreaker.lines(
            block.cells(),
            0,
            block.cells().length(),
            new Measure(width, 0, 0, false, style.hyphenated()))) {
      int in = (format.cells() - line.cells().length()) / 2;
      rows.add(Row.text(blanks(in) + line.cells(), sentences.runs(line, in), rows.isEmpty()));
    }
    return rows;
  }

  /** Hyphens across the page, the number of the print page at their end. */
  private Row pageChange(PageStart page) {
    String label = page.label().replace(BLANK, HYPHEN_CELL);
    int most = format.cells() - 2;
    String shown = label.length() > most ? label.substring(0, most) : label;
    return Row.printPage(
        String.valueOf(HYPHEN_CELL).repeat(format.cells() - shown.length()) + shown, page.label());
  }

  /** Lays the table out in columns, if it may and they fit. */
  private boolean layTable() throws IOException {
    int in = Math.min(2 * table.depth(), format.cells() / 4);
    TableColumns columns = new TableColumns(tableCells, table.level(), in);
    if (style.tables() != BookStyle.Tables.COLUMNS || columns.width() > format.cells()) {
      return false;
    }
    List<Row> head = columns.head();
    int together =
        columns.height() <= format.textRows() ? columns.height() : head.size() + TOGETHER;
    boolean isCaptioned = !held.isEmpty();
    flushHeld(together);
    if (!isCaptioned && together > room()) {
      turnPage();
    }
    head.forEach(this::place);
    for (Row row : columns.body()) {
      if (room() == 0) {
        turnPage();
        if (head.size() < format.textRows()) {
          head.forEach(this::place);
        }
      }
      place(row);
    }
    return true;
  }

  private void hold(Row row) throws IOException {
    held.add(row);
    if (held.size() > format.textRows() / 2) {
      flushHeld(0);
    }
  }

  /** Rows that still fit, after a blank line that is due. */
  private int room() {
    int blank = blankLineIsDue && !rows.isEmpty() ? 1 : 0;
    return format.textRows() - rows.size() - blank;
  }

  private void put(List<Row> lines) throws IOException {
    if (lines.isEmpty()) {
      return;
    }
    flushHeld(lines.size() <= TOGETHER + 1 ? lines.size() : TOGETHER);
    for (int at = 0; at < lines.size(); ) {
      int left = lines.size() - at;
      int now = Math.min(left, fitting(left, at == 0));
      if (now < left && now > TOGETHER && endsInsideAWord(lines.get(at + now - 1))) {
        now--;
      }
      for (Row row : lines.subList(at, at + now)) {
        place(row);
      }
      at += now;
      if (at < lines.size()) {
        turnPage();
      }
    }
  }

  /** No word that may be divided is divided between pages. */
  private boolean endsInsideAWord(Row row) {
    return style.hyphenated() && row.cells().endsWith(String.valueOf(HYPHEN_CELL));
  }

  /**
   * How many of the lines of a paragraph that are left go onto this page: neither its first nor its
   * last line stands alone.
   */
  private int fitting(int left, boolean first) {
    int room = room();
    if (left <= room) {
      return left;
    }
    int now = left - room < TOGETHER ? left - TOGETHER : room;
    if (now <= 0 || (first && now < TOGETHER)) {
      return rows.isEmpty() ? Math.max(1, room) : 0;
    }
    return now;
  }

  /** Puts what is held where so many lines more fit below it. */
  private void flushHeld(int lines) throws IOException {
    if (held.isEmpty()) {
      return;
    }
    if (held.size() + lines > room()) {
      turnPage();
    }
    List<Row> now = List.copyOf(held);
    held.clear();
    for (Row row : now) {
      if (row.isBlank()) {
        blankLineIsDue = true;
      } else {
        if (room() <= 0) {
          turnPage();
        }
        place(row);
      }
    }
  }

  /** Puts a row onto the page, which has room for it. */
  private void place(Row row) {
    if (row.printPage() != null) {
      printPage = row.printPage();
      sidesOfPrintPage = rows.isEmpty() ? 0 : 1;
      if (rows.isEmpty() && format.number() == PageFormat.NumberPosition.TOP_RIGHT) {
        return;
      }
    }
    if (rows.isEmpty()) {
      beginSide(row);
    } else if (blankLineIsDue && rows.size() < format.textRows() - 1) {
      rows.add(Row.ours(""));
    }
    blankLineIsDue = false;
    if (row.heading() != null) {
      out.heading(row.level(), row.heading());
      begun = null;
    } else if (begun != null && row.opening() != Opening.NOTHING) {
      out.part(begun);
      begun = null;
    }
    rows.add(row);
  }

  private void beginSide(Row row) {
    opening = chapterBegins ? Opening.CHAPTER : row.opening();
    chapterBegins = false;
    sidesPrintPage = continued(printPage, sidesOfPrintPage);
    sidesOfPrintPage++;
    if (opening == Opening.CHAPTER
        && row.level() == 1
        && format.number() == PageFormat.NumberPosition.TOP_RIGHT
        && format.textRows() > TOGETHER + 2) {
      rows.add(Row.ours(""));
    }
  }

  /** The second side of a page of print has an a before its number, the third a b. */
  private static String continued(String label, int sides) {
    boolean isNumber = !label.isEmpty() && label.charAt(0) == Numerals.SIGN;
    return sides == 0 || !isNumber || sides > Numerals.LETTERS.length()
        ? label
        : Numerals.LETTERS.charAt(sides - 1) + label;
  }

  /** Hands out the page at hand, unless nothing stands on it. */
  private void turnPage() throws IOException {
    blankLineIsDue = false;
    if (rows.isEmpty()) {
      return;
    }
    out.side(new Side(rows, opening, sidesPrintPage));
    rows.clear();
  }

  static String blanks(int count) {
    return String.valueOf(BLANK).repeat(Math.max(0, count));
  }

  /** Which sentence the cells of a block are of, asked from the first line to the last. */
  static final class Sentences {
    private final BrailleBlock block;
    private int next;
    private String id;

    /** Cells before the index that is next, without marks, since the sentence began. */
    private int cells;

    private int seen;

    Sentences(BrailleBlock block) {
      this.block = block;
    }

    /**
     * The runs of a line.
     *
     * @param in blank cells that were put before it
     */
    List<Run> runs(Line line, int in) {
      if (block.sentences().isEmpty()) {
        return List.of();
      }
      List<Run> runs = new ArrayList<>(2);
      String shown = line.cells();
      int column = 0;
      int start = -1;
      int at = 0;
      for (; seen < line.to(); seen++) {
        if (begins()) {
          if (start >= 0) {
            runs.add(run(in, start, endBefore(shown, column), at));
            start = -1;
          }
          enter();
        }
        char cell = block.cells().charAt(seen);
        if (BrailleBlock.isMark(cell)) {
          continue;
        }
        if (cell != BLANK && seen >= line.from()) {
          while (shown.charAt(column) == BLANK) {
            column++;
          }
          if (start < 0 && id != null) {
            start = column;
            at = cells;
          }
          column++;
        }
        cells++;
      }
      if (start >= 0) {
        runs.add(run(in, start, shown.length(), at));
      }
      return runs;
    }

    private Run run(int in, int start, int end, int at) {
      return new Run(in + start, end - start, id, at);
    }

    private boolean begins() {
      return next < block.sentences().size() && block.sentences().get(next).at() <= seen;
    }

    private void enter() {
      while (begins()) {
        id = block.sentences().get(next++).id();
        cells = 0;
      }
    }

    private static int endBefore(String shown, int column) {
      int end = column;
      while (end > 0 && shown.charAt(end - 1) == BLANK) {
        end--;
      }
      return end;
    }
  }
}
