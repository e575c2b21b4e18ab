package org.titiktutur.braille;

import static org.titiktutur.braille.BrailleBlock.BLANK;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.titiktutur.braille.BrailleBlock.PageStart;
import org.titiktutur.braille.BrailleBlock.Style;

/**
 * Lays parts out as pages, one page in memory at a time.
 *
 * <p>Paragraphs begin two cells in. A heading of the first level stands in the middle between blank
 * lines, lower ones four or six cells in below a blank line; none is left alone at the foot of a
 * page. The second and later lines of a list's item hang two cells. Lists, tables, verse and
 * quotations are set off by blank lines, inner ones two cells further in. Where a page of the print
 * book begins, a row of hyphens ends with its number. A part of the first level begins a new page.
 * These are choices of ours, not rules of an Indonesian standard.
 */
public final class Layout {

  private static final ObjectReader BLOCKS = BrailleHandler.JSON.readerFor(BrailleBlock.class);

  private static final char HYPHEN_CELL = '\u2824';

  /** Lines of text that a heading keeps with it. */
  private static final int KEPT = 2;

  private final PageFormat format;
  private final Consumer<Page> out;
  private final List<String> rows = new ArrayList<>();

  /** Headings and page changes that wait for the lines they belong to. */
  private final List<String> held = new ArrayList<>();

  private boolean blankLineIsDue;
  private int pages;

  /** Pages go to {@code out} as soon as they are full. */
  public Layout(PageFormat format, Consumer<Page> out) {
    this.format = format;
    this.out = out;
  }

  /** Lays out one part after another; one that could not be brailled leaves nothing. */
  public void add(BrailledPart part) throws IOException {
    if (part.isBrailled()) {
      add(part.part().level(), part.file());
    }
  }

  void add(int level, Path blocks) throws IOException {
    if (level == 1) {
      flushHeld(0);
      turnPage();
    }
    try (MappingIterator<BrailleBlock> all = BLOCKS.readValues(blocks.toFile())) {
      while (all.hasNextValue()) {
        add(all.nextValue());
      }
    }
  }

  /** Hands out the last page. */
  public void finish() {
    flushHeld(0);
    turnPage();
  }

  void add(BrailleBlock block) {
    int in = Math.min(2 * block.depth(), format.cells() / 4);
    switch (block.style()) {
      case SPACE -> space();
      case PAGE -> hold(pageChange(block.pages().get(0)));
      case HEADING -> heading(block);
      case SCENE -> {
        space();
        put(centred(block.cells()));
        space();
      }
      case PARAGRAPH -> text(block, in + 2, in);
      case NOTE -> text(block, in + 6, in + 4);
      case ITEM, LINE -> text(block, in, in + 2);
    }
  }

  /** A blank line, unless one is there or a page begins. */
  private void space() {
    if (held.isEmpty()) {
      blankLineIsDue = true;
    } else {
      held.add("");
    }
  }

  private void text(BrailleBlock block, int firstIndent, int indent) {
    int from = 0;
    for (PageStart page : block.pages()) {
      put(lines(block, from, page.at(), firstIndent, indent));
      hold(pageChange(page));
      from = page.at();
    }
    put(lines(block, from, block.cells().length(), firstIndent, indent));
  }

  private List<String> lines(BrailleBlock block, int from, int to, int firstIndent, int indent) {
    return LineBreaker.lines(
        block.cells().substring(from, to),
        format.cells(),
        from == 0 ? firstIndent : indent,
        indent,
        block.style() == Style.LINE);
  }

  private void heading(BrailleBlock block) {
    block.pages().forEach(page -> hold(pageChange(page)));
    space();
    if (block.level() == 1) {
      centred(block.cells()).forEach(this::hold);
      space();
    } else {
      int in = block.level() == 2 ? 4 : 6;
      LineBreaker.lines(block.cells(), format.cells(), in, in, false).forEach(this::hold);
    }
  }

  /** Lines in the middle, at least three cells from the edges where the page is wide enough. */
  private List<String> centred(String cells) {
    int width = Math.max(format.cells() - 6, format.cells() / 2);
    return LineBreaker.lines(cells, width, 0, 0, false).stream()
        .map(line -> blanks((format.cells() - line.length()) / 2) + line)
        .toList();
  }

  /** Hyphens across the page, the number of the print page at their end. */
  private String pageChange(PageStart page) {
    String label = page.label().replace(BLANK, HYPHEN_CELL);
    int most = format.cells() - 2;
    String shown = label.length() > most ? label.substring(0, most) : label;
    return String.valueOf(HYPHEN_CELL).repeat(format.cells() - shown.length()) + shown;
  }

  private void hold(String line) {
    held.add(line);
    if (held.size() > format.textRows() / 2) {
      flushHeld(0);
    }
  }

  private void put(List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    flushHeld(Math.min(KEPT, lines.size()));
    lines.forEach(this::putLine);
  }

  /** Puts what is held where so many lines more fit below it. */
  private void flushHeld(int lines) {
    if (held.isEmpty()) {
      return;
    }
    int blank = blankLineIsDue && !rows.isEmpty() ? 1 : 0;
    if (rows.size() + blank + held.size() + lines > format.textRows()) {
      turnPage();
    }
    List<String> now = List.copyOf(held);
    held.clear();
    for (String line : now) {
      if (line.isEmpty()) {
        blankLineIsDue = true;
      } else {
        putLine(line);
      }
    }
  }

  private void putLine(String line) {
    if (blankLineIsDue && !rows.isEmpty() && rows.size() < format.textRows()) {
      rows.add("");
    }
    blankLineIsDue = false;
    if (rows.size() == format.textRows()) {
      turnPage();
    }
    rows.add(line);
  }

  /** Hands out the page at hand, unless nothing stands on it. */
  private void turnPage() {
    blankLineIsDue = false;
    if (rows.isEmpty()) {
      return;
    }
    while (rows.get(rows.size() - 1).isEmpty()) {
      rows.remove(rows.size() - 1);
    }
    pages++;
    switch (format.number()) {
      case NONE -> {}
      case TOP_RIGHT -> rows.add(0, numberRow());
      case BOTTOM_RIGHT -> {
        while (rows.size() < format.textRows()) {
          rows.add("");
        }
        rows.add(numberRow());
      }
    }
    out.accept(new Page(rows));
    rows.clear();
  }

  /** The number sign and the letters a to j for the digits, as in nearly every code. */
  private String numberRow() {
    StringBuilder number = new StringBuilder("\u283C");
    for (char digit : String.valueOf(pages).toCharArray()) {
      number.append(
          "\u281A\u2801\u2803\u2809\u2819\u2811\u280B\u281B\u2813\u280A".charAt(digit - '0'));
    }
    return blanks(format.cells() - number.length()) + number;
  }

  private static String blanks(int count) {
    return String.valueOf(BLANK).repeat(Math.max(0, count));
  }
}
