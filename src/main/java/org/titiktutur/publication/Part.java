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

  public Stream<Sentence> sentences() {
    return blocks.stream().flatMap(Block::sentences);
  }
}
