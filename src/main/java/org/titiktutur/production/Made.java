package org.titiktutur.production;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.titiktutur.publication.Finding;

/**
 * What a recipe made.
 *
 * @param files relative to the folder it was made in; the first is what to hand to a person
 * @param seconds how long it plays, if it plays
 * @param secondsOfEach how long each file plays, by its path in that folder
 */
public record Made(
    Format format,
    List<Path> files,
    OptionalDouble seconds,
    Map<Path, Double> secondsOfEach,
    List<Finding> findings) {
  public Made {
    files = List.copyOf(files);
    secondsOfEach = Map.copyOf(secondsOfEach);
    findings = List.copyOf(findings);
  }

  /** Something that does not play. */
  static Made still(Format format, Path file, List<Finding> findings) {
    return new Made(format, List.of(file), OptionalDouble.empty(), Map.of(), findings);
  }

  /** How long one file plays, also one in a folder; empty if it does not play. */
  OptionalDouble secondsOf(Path file) {
    Double of = secondsOfEach.get(file);
    return of == null ? OptionalDouble.empty() : OptionalDouble.of(of);
  }
}
