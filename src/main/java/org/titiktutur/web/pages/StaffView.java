package org.titiktutur.web.pages;

import java.util.List;
import java.util.Optional;

/**
 * The staff's desk: upload, everything on the shelf with its state, what was deleted.
 *
 * @param limit how large a file may be, in words
 * @param reading how many of these titles are being read, in a sentence; null if none
 * @param next path of the page that follows; null if this is the last
 */
record StaffView(
    String limit,
    List<Choice> languages,
    List<Choice> rights,
    String reading,
    List<Row> items,
    String next,
    List<Deleted> deleted,
    Faults faults,
    Optional<Notice> notice) {

  /**
   * A title.
   *
   * @param tone of the state: good, warn, bad or empty
   * @param note findings or refusal in a sentence; null if there is nothing to say
   */
  record Row(
      String id,
      String title,
      String language,
      String rights,
      String state,
      String tone,
      String note,
      boolean hasFindings,
      List<Failed> failed) {}

  /** A rendition that failed and can be tried again. */
  record Failed(String id, String format, String problem) {}

  /** A title that can still be taken back. */
  record Deleted(String id, String title, String language) {}
}
