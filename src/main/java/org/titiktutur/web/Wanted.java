package org.titiktutur.web;

import java.util.Locale;

/** Whether a page or a document is wanted. */
final class Wanted {

  private Wanted() {}

  /**
   * @param path in our context
   * @param accept null if the request has none
   */
  static boolean html(String path, String accept) {
    if (path == null || path.startsWith("/api/") || accept == null) {
      return false;
    }
    String kinds = accept.toLowerCase(Locale.ROOT);
    return kinds.contains("text/html") || kinds.contains("application/xhtml+xml");
  }
}
