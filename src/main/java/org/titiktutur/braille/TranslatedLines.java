package org.titiktutur.braille;

import java.util.List;
import java.util.Set;

/**
 * Lines that were translated, one for each that was given.
 *
 * @param missing characters, as code points, that the table does not define
 * @param failed numbers, from 0, of lines that could not be translated; their text is empty
 */
public record TranslatedLines(
    List<TranslatedLine> lines, Set<Integer> missing, List<Integer> failed) {
  public TranslatedLines {
    lines = List.copyOf(lines);
    missing = Set.copyOf(missing);
    failed = List.copyOf(failed);
  }
}
