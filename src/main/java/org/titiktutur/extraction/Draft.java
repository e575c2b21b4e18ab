package org.titiktutur.extraction;

import java.util.List;
import org.titiktutur.publication.FindingCode;

/**
 * A block of the book before it has sentences, ids and a language: as the reader of its format told
 * it.
 */
sealed interface Draft {

  enum Role {
    HEADING,
    PARAGRAPH,
    /** Line ends matter: verse, an address. */
    LINES,
    /** Line ends matter, and the words are not those of a human language. */
    CODE
  }

  /**
   * Running text.
   *
   * @param level of a heading, else 0
   */
  record Words(Role role, int level, Inline text) implements Draft {}

  record Listing(boolean ordered, int start, List<List<Draft>> items) implements Draft {}

  /**
   * A table.
   *
   * @param caption null where it has none
   */
  record Table(Inline caption, List<List<Cell>> rows) implements Draft {}

  record Cell(boolean header, int columns, int rows, List<Draft> blocks) {}

  record Quotation(List<Draft> blocks) implements Draft {}

  record Note(String id, String label, List<Draft> blocks) implements Draft {}

  /**
   * A picture.
   *
   * @param description blank where the source has none
   * @param caption null where it has none
   */
  record Picture(String source, Inline description, Inline caption) implements Draft {}

  record SceneBreak() implements Draft {}

  record PageStart(String label) implements Draft {}

  /** A finding about this place. */
  record Remark(FindingCode code, List<String> arguments) implements Draft {
    public Remark {
      arguments = List.copyOf(arguments);
    }
  }
}
