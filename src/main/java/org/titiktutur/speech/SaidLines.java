package org.titiktutur.speech;

import java.nio.file.Path;
import java.util.List;
import org.titiktutur.publication.Finding;

/**
 * Lines as they were said.
 *
 * @param file WAV, or UTF-8 text with a line for each line; null if nothing could be said
 * @param seconds of sound
 */
public record SaidLines(Path file, double seconds, List<Finding> findings) {

  public SaidLines {
    findings = List.copyOf(findings);
  }
}
