package org.titiktutur.language;

import java.util.List;

/** Turns what is written into what is said. One for each thread. */
public final class ReadAloud {

  private ReadAloud() {}

  /**
   * How one language is read.
   *
   * @param tag BCP 47; a language without rules of its own is left to the voice
   */
  public static ReadAloud forLanguage(String tag) {
    return new ReadAloud();
  }

  /** What is said for a text. */
  public Spoken read(String text) {
    return new Spoken(
        text.isEmpty() ? List.of() : List.of(new Spoken.Token(text, 0, text.length())));
  }
}
