package org.titiktutur.speech;

/**
 * What is said beside the text of the book.
 *
 * @param structure where lists, tables, quotations, pictures and parts without a heading begin and
 *     end, and the headers of a table with its cells; the numbers of ordered items and the labels
 *     of notes are always said
 * @param pages the numbers of print pages, each in a clip of its own
 */
public record Announcements(boolean structure, boolean pages) {

  public static final Announcements ALL = new Announcements(true, true);

  /** The same, with page numbers or without. */
  public Announcements withPages(boolean wanted) {
    return new Announcements(structure, wanted);
  }
}
