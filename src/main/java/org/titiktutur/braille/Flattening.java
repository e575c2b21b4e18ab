package org.titiktutur.braille;

import java.util.ArrayList;
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
      setOff(
          () ->
              lines
                  .lines()
                  .forEach(
                      line ->
                          put(
                              Style.LINE,
                              depth,
                              new PrintText().add(List.of(line), lines.language()))));
    } else if (block instanceof Block.Listing list) {
      setOff(() -> list(list, depth));
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

  private void list(Block.Listing list, int depth) {
    int number = list.start();
    for (Block.Item item : list.items()) {
      item(list.ordered() ? number++ + ". " : "", item.blocks(), depth);
    }
  }

  private void labelled(String label, List<Block> blocks, int depth) {
    item(label.strip() + ": ", blocks, depth);
  }

  /** A label and, behind it, the first of the blocks if it is a plain text. */
  private void item(String label, List<Block> blocks, int depth) {
    boolean plain = !blocks.isEmpty() && blocks.get(0) instanceof Block.Paragraph;
    PrintText first = new PrintText().add(label);
    if (plain) {
      Block.Paragraph paragraph = (Block.Paragraph) blocks.get(0);
      first.add(paragraph.text(), paragraph.language());
    }
    put(Style.ITEM, depth, first);
    blocks.subList(plain ? 1 : 0, blocks.size()).forEach(inner -> block(inner, depth + 1));
  }

  private void image(Block.Image image, int depth) {
    if (!image.description().isEmpty()) {
      put(
          Style.NOTE,
          depth,
          new PrintText()
              .add("(" + words.image() + ": ")
              .add(image.description(), image.language())
              .add(")"));
    } else if (image.caption().isEmpty()) {
      put(Style.NOTE, depth, new PrintText().add("(" + words.imageWithout() + ")"));
    }
    if (!image.caption().isEmpty()) {
      put(Style.PARAGRAPH, depth, new PrintText().add(image.caption(), image.language()));
    }
  }

  /**
   * A table row by row: the headings of its columns, then for each row its first cell, which names
   * it, and under that each other cell behind the heading of its column.
   */
  private void table(Block.Table table, int depth) {
    if (!table.caption().isEmpty()) {
      put(
          Style.PARAGRAPH,
          depth,
          new PrintText().add(words.table() + ": ").add(table.caption(), table.language()));
    }
    TableGrid grid = new TableGrid(table.rows());
    for (List<TableGrid.Placed> row : grid.head()) {
      PrintText headings = new PrintText();
      for (TableGrid.Placed cell : row) {
        headings.add(headings.isBlank() ? "" : "; ").add(sentences(cell), table.language());
      }
      put(Style.ITEM, depth, headings);
    }
    for (List<TableGrid.Placed> row : grid.body()) {
      boolean first = true;
      for (TableGrid.Placed cell : row) {
        String heading = first ? "" : grid.heading(cell.column());
        PrintText text = new PrintText().add(heading.isEmpty() ? "" : heading + ": ");
        put(Style.ITEM, depth + (first ? 0 : 1), text.add(sentences(cell), table.language()));
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
