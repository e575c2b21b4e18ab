package org.titiktutur.production;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.titiktutur.publication.Finding;

/**
 * What a recipe made.
 *
 * @param files relative to the folder it was made in; the first is what to hand to a person
 * @param seconds how long it plays, if it plays
 */
public record Made(
    Format format, List<Path> files, OptionalDouble seconds, List<Finding> findings) {
  public Made {
    files = List.copyOf(files);
    findings = List.copyOf(findings);
  }
}
