package org.titiktutur.patrons;

import java.time.Instant;
import java.util.Optional;

/**
 * A key for scripts. Its value is shown once, when it is made.
 *
 * @param name what its owner calls it
 * @param used about when it was last used, to the hour
 */
public record Token(String id, String name, Instant made, Optional<Instant> used) {

  /**
   * A new token and its value.
   *
   * @param value to be shown now and never again
   */
  public record Fresh(Token token, String value) {}
}
