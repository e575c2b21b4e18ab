package org.titiktutur.publication;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What was lost, guessed or doubtful, and where. The words come when somebody reads it, in their
 * language.
 *
 * @param arguments for the placeholders of the message, in order
 */
public record Finding(FindingCode code, Place place, List<String> arguments) {

  public Finding {
    requireNonNull(code);
    requireNonNull(place);
    arguments = List.copyOf(arguments);
  }

  public static Finding of(FindingCode code, Place place, Object... arguments) {
    return new Finding(
        code, place, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
  }

  public Severity severity() {
    return code.severity();
  }
}
