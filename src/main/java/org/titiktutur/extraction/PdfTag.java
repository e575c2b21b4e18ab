package org.titiktutur.extraction;

/**
 * What a tagged PDF says of a piece of its text.
 *
 * @param block which block it belongs to: equal numbers are one block, across pages; 0 where the
 *     file does not say
 * @param level of a heading, 1 to 6, else 0
 * @param table which table, row and cell it stands in; 0 where in none
 * @param item which item of a list it stands in, and how deep; 0 where in none
 * @param language tag, or null
 */
record PdfTag(
    Role role,
    int block,
    int level,
    int table,
    int row,
    int cell,
    boolean header,
    int item,
    int depth,
    String language) {

  /** Kinds of block that are treated apart. */
  enum Role {
    /** Nothing is said. */
    NONE,
    /** Put there by the page, not by the author: running heads, page numbers, ornaments. */
    ARTIFACT,
    TEXT,
    HEADING,
    /** The number or bullet of an item of a list. */
    LABEL,
    NOTE,
    CAPTION,
    QUOTATION,
    CODE
  }

  static final PdfTag NONE = new PdfTag(Role.NONE, 0, 0, 0, 0, 0, false, 0, 0, null);
  static final PdfTag ARTIFACT = new PdfTag(Role.ARTIFACT, 0, 0, 0, 0, 0, false, 0, 0, null);
}
