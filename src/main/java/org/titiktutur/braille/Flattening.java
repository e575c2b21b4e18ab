package org.titiktutur.braille;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.titiktutur.braille.BrailleBlock.Style;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.BookWords;
import org.titiktutur.publication.Sentence;

/**
 * Turns the nested blocks of a part into a row of blocks that each are one text. What print shows
 * by its look is said in words here: the number of an item, the heading of a table's column, that a
 * text describes a picture.
 */
final class Flattening {

  /** A block before translation; its text is blank where only its style says something. */
  record Flat(Style style, int level, int depth, PrintText text) {}

  /** Further blanks before a line of verse, or of a program, do not push the others in. */
  private static final int DEEPEST_VERSE = 8;

  private static final int BOXED = 1;

  private final BookWords words;
  private final List<Flat> out = new ArrayList<>();

  private Flattening(BookWords words) {
    this.words = words;
  }

  static List<Flat> of(List<Block> blocks, BookWords words) {
    Flattening flattening = new Flattening(words);
    blocks.forEach(block -> flattening.block(block, 0));
    return flattening.out;
  }

  private void block(Block block, int depth) {
    if (block instanceof Block.Heading heading) {
      put(
          Style.HEADING,
          heading.level(),
          depth,
          new PrintText().add(heading.text(), heading.language()));
    } else if (block instanceof Block.Paragraph paragraph) {
      put(Style.PARAGRAPH, depth, new PrintText().add(paragraph.text(), paragraph.language()));
    } else if (block instanceof Block.Lines lines) {
      setOff(() -> lines(lines, depth));
    } else if (block instanceof Block.Listing list) {
      setOff(() -> list(list, depth, depth + levels(list)));
    } else if (block instanceof Block.Table table) {
      setOff(() -> table(table, depth));
    } else if (block instanceof Block.Quotation quotation) {
      setOff(() -> quotation.blocks().forEach(inner -> block(inner, depth + 1)));
    } else if (block instanceof Block.Note note) {
      setOff(() -> labelled(words.note() + " " + note.label(), note.blocks(), depth));
    } else if (block instanceof Block.Image image) {
      image(image, depth);
    } else if (block instanceof Block.SceneBreak) {
      put(Style.SCENE, depth, new PrintText().add("* * *"));
    } else if (block instanceof Block.PageStart page) {
      out.add(new Flat(Style.PAGE, 0, 0, new PrintText().page(page.label())));
    }
  }

  private void setOff(Runnable inside) {
    out.add(new Flat(Style.SPACE, 0, 0, new PrintText()));
    inside.run();
    out.add(new Flat(Style.SPACE, 0, 0, new PrintText()));
  }

  private void lines(Block.Lines lines, int depth) {
    int deepest =
        lines.lines().stream().mapToInt(line -> blanksBefore(line.text())).max().orElse(0);
    for (Sentence line : lines.lines()) {
      put(
          Style.LINE,
          Math.min(deepest, DEEPEST_VERSE),
          depth,
          new PrintText().add(List.of(line), lines.language()));
    }
  }

  private static int blanksBefore(String line) {
    return line.length() - line.stripLeading().length();
  }

  /**
   * A list.
   *
   * @param levels of the deepest list inside the outermost one, which all their lines' second lines
   *     are indented by
   */
  private void list(Block.Listing list, int depth, int levels) {
    int number = list.start();
    for (Block.Item item : list.items()) {
      item(list.ordered() ? number++ + ". " : "", item.blocks(), depth, levels);
    }
  }

  /** How many lists stand below each other, this one among them. */
  private static int levels(Block.Listing list) {
    return 1
        + list.items().stream()
            .flatMap(item -> item.blocks().stream())
            .filter(Block.Listing.class::isInstance)
            .mapToInt(inner -> levels((Block.Listing) inner))
            .max()
            .orElse(0);
  }

  private void labelled(String label, List<Block> blocks, int depth) {
    item(label.strip() + ": ", blocks, depth, depth + 1);
  }

  /** A label and, behind it, the first of the blocks if it is a plain text. */
  private void item(String label, List<Block> blocks, int depth, int levels) {
    boolean plain = !blocks.isEmpty() && blocks.get(0) instanceof Block.Paragraph;
    PrintText first = new PrintText().add(label);
    if (plain) {
      Block.Paragraph paragraph = (Block.Paragraph) blocks.get(0);
      first.add(paragraph.text(), paragraph.language());
    }
    put(Style.ITEM, levels, depth, first);
    for (Block inner : blocks.subList(plain ? 1 : 0, blocks.size())) {
      if (inner instanceof Block.Listing list) {
        list(list, depth + 1, Math.max(levels, depth + 1 + levels(list)));
      } else {
        block(inner, depth + 1);
      }
    }
  }

  private void image(Block.Image image, int depth) {
    if (!image.description().isEmpty()) {
      put(
          Style.NOTE,
          BOXED,
          depth,
          new PrintText().add(words.image() + ": ").add(image.description(), image.language()));
    } else if (image.caption().isEmpty()) {
      put(Style.NOTE, depth, new PrintText().add("(" + words.imageWithout() + ")"));
    }
    if (!image.caption().isEmpty()) {
      put(Style.PARAGRAPH, depth, new PrintText().add(image.caption(), image.language()));
    }
  }

  /**
   * A table. Row by row it is the headings of its columns, then for each row its first cell, which
   * names it, and under that each other cell behind the heading of its column; before that, where
   * it may stand in columns, it is told in cells.
   */
  private void table(Block.Table table, int depth) {
    if (!table.caption().isEmpty()) {
      put(
          Style.CAPTION,
          depth,
          new PrintText().add(words.table() + ": ").add(table.caption(), table.language()));
    }
    boolean maybeInColumns = mayStandInColumns(table);
    if (maybeInColumns) {
      columns(table, depth);
    }
    linear(table, depth);
    if (maybeInColumns) {
      out.add(new Flat(Style.TABLE_END, 0, depth, new PrintText()));
    }
  }

  /**
   * Only a plain grid, of entries so short that a page may have room for them beside each other.
   */
  private static boolean mayStandInColumns(Block.Table table) {
    int columns = table.rows().isEmpty() ? 0 : table.rows().get(0).cells().size();
    if (columns < 2 || table.rows().size() < 2) {
      return false;
    }
    int[] widths = new int[columns];
    for (int number = 0; number < table.rows().size(); number++) {
      List<Block.Cell> cells = table.rows().get(number).cells();
      if (cells.size() != columns
          || cells.stream().anyMatch(cell -> cell.columns() > 1 || cell.rows() > 1)
          || (number > 0 && cells.stream().allMatch(Block.Cell::header))) {
        return false;
      }
      for (int i = 0; i < columns; i++) {
        int width =
            cells.get(i).blocks().stream()
                .flatMap(Block::sentences)
                .mapToInt(sentence -> sentence.text().length())
                .sum();
        widths[i] = Math.max(widths[i], width);
      }
    }
    return Arrays.stream(widths).sum() <= PageFormat.MOST_CELLS;
  }

  private void columns(Block.Table table, int depth) {
    out.add(new Flat(Style.TABLE, table.rows().get(0).cells().size(), depth, new PrintText()));
    for (Block.Row row : table.rows()) {
      for (Block.Cell cell : row.cells()) {
        List<Sentence> text = cell.blocks().stream().flatMap(Block::sentences).toList();
        out.add(
            new Flat(
                Style.CELL,
                cell.header() ? 1 : 0,
                depth,
                new PrintText().add(text, table.language())));
      }
    }
    out.add(new Flat(Style.OTHERWISE, 0, depth, new PrintText()));
  }

  private void linear(Block.Table table, int depth) {
    TableGrid grid = new TableGrid(table.rows());
    for (List<TableGrid.Placed> row : grid.head()) {
      PrintText headings = new PrintText();
      for (TableGrid.Placed cell : row) {
        headings.add(headings.isBlank() ? "" : "; ").add(sentences(cell), table.language());
      }
      put(Style.ITEM, depth + 2, depth, headings);
    }
    for (List<TableGrid.Placed> row : grid.body()) {
      boolean first = true;
      for (TableGrid.Placed cell : row) {
        String heading = first ? "" : grid.heading(cell.column());
        PrintText text = new PrintText().add(heading.isEmpty() ? "" : heading + ": ");
        put(
            Style.ITEM,
            depth + 2,
            depth + (first ? 0 : 1),
            text.add(sentences(cell), table.language()));
        first = false;
      }
    }
  }

  private static List<Sentence> sentences(TableGrid.Placed cell) {
    return cell.cell().blocks().stream().flatMap(Block::sentences).toList();
  }

  private void put(Style style, int depth, PrintText text) {
    put(style, 0, depth, text);
  }

  private void put(Style style, int level, int depth, PrintText text) {
    if (!text.isBlank()) {
      out.add(new Flat(style, level, depth, text));
    }
  }
}
