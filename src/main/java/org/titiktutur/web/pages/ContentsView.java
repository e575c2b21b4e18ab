package org.titiktutur.web.pages;

import java.util.List;

/** The parts of a book by name. */
record ContentsView(String title, String language, List<Crumb> trail, List<Entry> parts) {

  /** A part. */
  record Entry(int number, String title, String path) {}
}
