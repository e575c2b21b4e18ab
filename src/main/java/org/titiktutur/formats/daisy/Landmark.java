package org.titiktutur.formats.daisy;

/**
 * A place that a reader can jump to.
 *
 * @param rank of a heading, 1 to 6, none left out; 0 for all others
 * @param page what kind of page begins here; null for all others
 * @param target file and id of what plays there: {@code 0001.smil#p-s1}
 */
record Landmark(Kind kind, int rank, String label, PageNumber page, String target) {

  /** What lies there. */
  enum Kind {
    HEADING,
    PAGE,
    NOTE,
    IMAGE,
    TABLE
  }
}
