package org.titiktutur.braille;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Place;
import org.titiktutur.publication.Publication;

/**
 * A part in braille, not yet in lines.
 *
 * @param file its blocks; null if the part could not be brailled at all
 * @param findings but for the characters that the table does not define
 * @param missing those, as code points, each with the place of the first, in order of appearance
 */
public record BrailledPart(
    Publication.Entry part,
    String table,
    Path file,
    List<Finding> findings,
    Map<Integer, Place> missing) {

  /** Most characters that one finding names. */
  private static final int NAMED = 40;

  public BrailledPart {
    findings = List.copyOf(findings);
    missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
  }

  public boolean isBrailled() {
    return file != null;
  }

  /**
   * What was found in a book: what each part says, and once for all of them the characters that the
   * table does not define, at the place of the first.
   *
   * @param parts in reading order, of one table
   */
  public static List<Finding> findings(List<BrailledPart> parts) {
    List<Finding> all = new ArrayList<>();
    Map<Integer, Place> missing = new LinkedHashMap<>();
    for (BrailledPart part : parts) {
      all.addAll(part.findings());
      part.missing().forEach(missing::putIfAbsent);
    }
    if (!missing.isEmpty()) {
      all.add(
          Finding.of(
              FindingCode.CHARACTERS_WITHOUT_BRAILLE,
              missing.values().iterator().next(),
              parts.get(0).table(),
              named(missing.keySet().stream().toList())));
    }
    return all;
  }

  /** {@code 漢 (U+6F22), 字 (U+5B57) … (+12)}. */
  static String named(List<Integer> characters) {
    String first =
        characters.stream()
            .limit(NAMED)
            .map(each -> "%s (U+%04X)".formatted(Character.toString(each), each))
            .collect(Collectors.joining(", "));
    int more = characters.size() - NAMED;
    return more > 0 ? first + " … (+" + more + ")" : first;
  }
}
