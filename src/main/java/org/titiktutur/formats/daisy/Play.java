package org.titiktutur.formats.daisy;

import java.util.List;

/** Something that plays, in the order in which it is met. */
sealed interface Play {

  /** What it is of, which decides whether a player may skip it or leave it. */
  enum Kind {
    TEXT,
    PAGE,
    NOTE_CALL,
    NOTE,
    IMAGE,
    LIST,
    TABLE
  }

  Kind kind();

  /** An id in the text. */
  String text();

  /**
   * One stretch of text and its sound.
   *
   * @param begin in milliseconds of the part's audio file
   * @param end likewise, exclusive; equal to {@code begin} where nothing is heard
   * @param link address of what it calls: a note, in SMIL; empty if nothing
   */
  record Moment(String id, Kind kind, String text, long begin, long end, String link)
      implements Play {

    boolean isHeard() {
      return end > begin;
    }
  }

  /** A structure that a reader may skip or leave as a whole. */
  record Passage(String id, Kind kind, String text, List<Play> plays) implements Play {
    public Passage {
      plays = List.copyOf(plays);
      if (plays.isEmpty()) {
        throw new IllegalArgumentException("nothing plays in " + text);
      }
    }
  }
}
