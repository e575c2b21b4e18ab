package org.titiktutur.speech;

import java.util.Locale;
import java.util.Optional;

/**
 * A voice by name.
 *
 * @param engine {@code espeak} or {@code freetts}
 * @param name as its engine loads it: {@code id}, {@code en-us}, {@code kevin16}
 */
public record Voice(String engine, String name) {

  public Voice {
    if (engine.isBlank() || name.isBlank() || !engine.equals(engine.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("not a voice: " + engine + ":" + name);
    }
  }

  /**
   * Reads {@code ENGINE:NAME}.
   *
   * @throws IllegalArgumentException if the text has not that form
   */
  @com.fasterxml.jackson.annotation.JsonCreator
  public static Voice parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("a voice is written ENGINE:NAME, not " + text);
    }
    return new Voice(text.substring(0, colon), text.substring(colon + 1));
  }

  /**
   * The voice that a book in that language gets anyhow; empty where that depends on the machine.
   *
   * @param language BCP 47
   */
  public static Optional<Voice> usual(String language) {
    return Casting.usual(language);
  }

  /**
   * Whether this is the voice that a book in that language gets anyhow.
   *
   * @param language BCP 47
   */
  public boolean isUsual(String language) {
    return Casting.usual(language).filter(this::equals).isPresent();
  }

  @Override
  @com.fasterxml.jackson.annotation.JsonValue
  public String toString() {
    return engine + ":" + name;
  }
}
