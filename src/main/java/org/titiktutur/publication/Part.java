package org.titiktutur.publication;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a reader would call a chapter: the unit of one audio file and of one braille section.
 *
 * @param number counts from 1 in reading order
 * @param title of its first heading; empty where it has none
 * @param level how deep it is nested: 1 for a part of the book, 2 for a chapter of that part
 */
public record Part(int number, String title, int level, Language language, List<Block> blocks) {

  public Part {
    if (number < 1 || level < 1) {
      throw new IllegalArgumentException("part " + number + " at level " + level);
    }
    blocks = List.copyOf(blocks);
  }

  /** Whether a page of the print book begins in it. */
  public boolean hasPrintPages() {
    return pageBegins(blocks)
        || sentences()
            .flatMap(sentence -> sentence.marks().stream())
            .anyMatch(Mark.PageStart.class::isInstance);
  }

  private static boolean pageBegins(List<Block> blocks) {
    for (Block block : blocks) {
      boolean begins =
          block instanceof Block.PageStart
              || (block instanceof Block.Quotation quotation && pageBegins(quotation.blocks()))
              || (block instanceof Block.Note note && pageBegins(note.blocks()))
              || (block instanceof Block.Listing list
                  && list.items().stream().anyMatch(item -> pageBegins(item.blocks())))
              || (block instanceof Block.Table table
                  && table.rows().stream()
                      .flatMap(row -> row.cells().stream())
                      .anyMatch(cell -> pageBegins(cell.blocks())));
      if (begins) {
        return true;
      }
    }
    return false;
  }

  public Stream<Sentence> sentences() {
    return blocks.stream().flatMap(Block::sentences);
  }
}
