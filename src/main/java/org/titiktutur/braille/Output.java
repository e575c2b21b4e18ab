package org.titiktutur.braille;

import java.util.Arrays;

/** Collects what the pieces of one text give, and where each character of it came from. */
final class Output {

  private final StringBuilder text = new StringBuilder();

  /** Null if places are not asked for. */
  private int[] sources;

  Output(boolean positions) {
    sources = positions ? new int[64] : null;
  }

  boolean wantsSources() {
    return sources != null;
  }

  /**
   * Adds characters that came from different places.
   *
   * @param from place of each; not looked at if places are not asked for
   */
  void add(String more, int[] from) {
    if (sources != null) {
      makeRoom(more.length());
      System.arraycopy(from, 0, sources, text.length(), more.length());
    }
    text.append(more);
  }

  /** Adds characters that all came from one place. */
  void add(String more, int from) {
    if (sources != null) {
      makeRoom(more.length());
      Arrays.fill(sources, text.length(), text.length() + more.length(), from);
    }
    text.append(more);
  }

  /** Adds what a piece gave that begins at a place of the text. */
  void add(String more, Positions from, int start) {
    if (sources != null) {
      makeRoom(more.length());
      for (int i = 0; i < more.length(); i++) {
        sources[text.length() + i] = start + from.of(i);
      }
    }
    text.append(more);
  }

  private void makeRoom(int more) {
    if (text.length() + more > sources.length) {
      sources = Arrays.copyOf(sources, Math.max(2 * sources.length, text.length() + more));
    }
  }

  String text() {
    return text.toString();
  }

  /** Null if places are not asked for. */
  Positions sources() {
    return sources == null ? null : new Positions(sources, text.length());
  }
}
