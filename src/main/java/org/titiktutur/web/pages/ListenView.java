package org.titiktutur.web.pages;

import java.util.List;

/**
 * An audio book at one chapter.
 *
 * @param key what the browser keeps the listener's place under
 * @param now one that is there
 * @param before null where there is none to go back to
 * @param after null where there is none to go on to
 * @param making how many chapters are ready; null once all are
 * @param events path of the stream of events; null once all are ready
 * @param download of all chapters; null before all are ready
 */
record ListenView(
    String key,
    String title,
    String authors,
    String language,
    List<Crumb> trail,
    List<Chapter> chapters,
    Chapter now,
    Chapter before,
    Chapter after,
    String making,
    String events,
    String download,
    long bytes,
    double seconds) {

  private static final List<String> SPEEDS =
      List.of("0.5", "0.75", "0.9", "1", "1.1", "1.25", "1.5", "1.75", "2", "2.5", "3");

  /**
   * A chapter.
   *
   * @param href the page with this chapter
   * @param src its sound; null if it is not there
   */
  record Chapter(int number, String name, String href, String src, double seconds, long bytes) {
    boolean isThere() {
      return src != null;
    }
  }

  /** How many chapters the book has, those included that are not there. */
  int count() {
    return chapters.get(chapters.size() - 1).number();
  }

  List<String> speeds() {
    return SPEEDS;
  }
}
