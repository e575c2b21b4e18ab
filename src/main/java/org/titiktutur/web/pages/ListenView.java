package org.titiktutur.web.pages;

import java.util.List;

/**
 * An audio book at one chapter.
 *
 * @param key what the browser keeps the listener's place under
 * @param before null at the first chapter
 * @param after null at the last chapter
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
    String download,
    long bytes,
    double seconds) {

  private static final List<String> SPEEDS =
      List.of("0.5", "0.75", "0.9", "1", "1.1", "1.25", "1.5", "1.75", "2", "2.5", "3");

  /**
   * A chapter.
   *
   * @param href the page with this chapter
   * @param src its sound
   */
  record Chapter(int number, String name, String href, String src, double seconds, long bytes) {}

  List<String> speeds() {
    return SPEEDS;
  }
}
