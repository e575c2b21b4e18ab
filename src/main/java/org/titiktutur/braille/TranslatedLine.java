package org.titiktutur.braille;

import java.util.List;

/**
 * A line that was translated.
 *
 * @param text cells U+2800 to U+28FF, or print
 * @param positions for each UTF-16 unit of the text the place, in UTF-16 units of the line that was
 *     given, of the character or cell that it came from; empty if not asked for
 */
public record TranslatedLine(String text, List<Integer> positions) {
  public TranslatedLine {
    positions = positions == null ? List.of() : List.copyOf(positions);
  }
}
