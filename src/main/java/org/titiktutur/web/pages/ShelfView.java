package org.titiktutur.web.pages;

import java.util.List;

/**
 * The shelf, or what was found on it.
 *
 * @param q the words looked for; empty shows all
 * @param next path of the page that follows; null if this is the last
 */
record ShelfView(
    String q,
    boolean isSearch,
    List<Choice> languages,
    List<Choice> formats,
    List<Book> books,
    String next) {

  /**
   * A title on the shelf.
   *
   * @param ways how it can be had now: read, listened to, touched
   * @param state said where it cannot be had yet; else null
   */
  record Book(
      String id,
      String title,
      String authors,
      String language,
      Cover cover,
      List<String> ways,
      String state) {}
}
