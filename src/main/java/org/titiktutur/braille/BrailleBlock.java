package org.titiktutur.braille;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A block of a part in braille, before it is broken into lines. A file holds one a line, as JSON,
 * so that a long part is never held in memory at once.
 *
 * @param level of a heading, 1 to 6; of an item how many lists below each other its list has; of a
 *     line of verse how many blanks the deepest line of its stanza begins with; of a table its
 *     columns; of a cell 1 in the row of headings; of a note 1 in a box; else 0
 * @param depth how many lists and quotations it stands in
 * @param cells U+2800 to U+28FF, words parted by U+2800; a line may end at {@link #BREAK} as it is,
 *     at {@link #HYPHEN} and, if nothing else helps, at {@link #SPLIT} with a hyphen, and nowhere
 *     else inside a word
 * @param sentences where sentences begin
 * @param pages where pages of the print book begin; in a block of style {@link Style#PAGE} there is
 *     just one and no cells
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
record BrailleBlock(
    Style style,
    int level,
    int depth,
    String cells,
    List<SentenceStart> sentences,
    List<PageStart> pages) {

  /** ZERO WIDTH SPACE, behind a hyphen of print. */
  static final char BREAK = '\u200B';

  /** SOFT HYPHEN, between syllables, never inside a contraction; in long words, or in all. */
  static final char HYPHEN = '\u00AD';

  /** HYPHENATION POINT, between any letters of a word that may be longer than a line. */
  static final char SPLIT = '\u2027';

  static final char BLANK = '\u2800';

  /** What a block is, for whoever lays it out. */
  enum Style {
    HEADING,
    PARAGRAPH,
    /** A line of verse or of an address. */
    LINE,
    /** The first block of a list's item, or a row of a table. */
    ITEM,
    /** What the transcriber says: a picture's description. */
    NOTE,
    /** Asterisks in the middle of a line. */
    SCENE,
    /** Stands over a table. */
    CAPTION,
    /** A table in columns begins: its cells, row by row, then the same {@link #OTHERWISE}. */
    TABLE,
    CELL,
    /** Here begins what stands in place of the columns where they do not fit. */
    OTHERWISE,
    /** What stands in place of the columns ends. */
    TABLE_END,
    /** Something begins or ends that is set off by a blank line. */
    SPACE,
    /** A page of the print book begins here. */
    PAGE
  }

  /**
   * A sentence begins.
   *
   * @param at index in the cells
   */
  record SentenceStart(int at, String id) {}

  /**
   * A page of the print book begins.
   *
   * @param at index in the cells
   * @param label in cells
   */
  record PageStart(int at, String label) {}

  BrailleBlock {
    cells = cells == null ? "" : cells;
    sentences = sentences == null ? List.of() : List.copyOf(sentences);
    pages = pages == null ? List.of() : List.copyOf(pages);
  }

  /** Whether a character is no cell but a place where a line may end. */
  static boolean isMark(char character) {
    return character == BREAK || character == HYPHEN || character == SPLIT;
  }

  /** The cells alone. */
  static String withoutMarks(String cells) {
    StringBuilder out = new StringBuilder(cells.length());
    for (int i = 0; i < cells.length(); i++) {
      if (!isMark(cells.charAt(i))) {
        out.append(cells.charAt(i));
      }
    }
    return out.toString();
  }
}
