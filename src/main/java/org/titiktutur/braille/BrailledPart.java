package org.titiktutur.braille;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.titiktutur.publication.CodePoints;
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
              CodePoints.named(List.copyOf(missing.keySet()))));
    }
    return all;
  }
}
