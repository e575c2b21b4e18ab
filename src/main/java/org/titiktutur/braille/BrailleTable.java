package org.titiktutur.braille;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * A table that can be asked for, as the header of its file describes it.
 *
 * @param id its file's name without extension: {@code id-g1}
 * @param languages BCP 47 tags, the one it is made for first; none where the file does not say
 * @param name in English
 * @param grade such as {@code 0}, {@code 1}, {@code 1.3}; empty where the file does not say
 * @param contraction how much it shortens words
 * @param dots of a cell, 6 or 8
 * @param literary for books; the others write computer code or single characters
 * @param special a variant or an old version, which nobody gets without asking for it
 * @param ours from this project's {@code braille-tables}, not liblouis' own
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BrailleTable(
    String id,
    List<String> languages,
    String name,
    String grade,
    Contraction contraction,
    int dots,
    boolean literary,
    boolean special,
    boolean ours) {

  /** How much a table shortens words. */
  public enum Contraction {
    NONE,
    PARTIAL,
    FULL
  }

  public BrailleTable {
    requireNonNull(name);
    requireNonNull(grade);
    languages = List.copyOf(languages);
    if (dots != 6 && dots != 8) {
      throw new IllegalArgumentException(id + " has cells of " + dots + " dots");
    }
  }

  /** A table described by the metadata lines of its file. */
  static BrailleTable of(String id, Map<String, List<String>> metadata, boolean ours) {
    return new BrailleTable(
        id,
        metadata.getOrDefault("language", List.of()),
        first(metadata, "display-name", id),
        first(metadata, "grade", ""),
        switch (first(metadata, "contraction", "no")) {
          case "full" -> Contraction.FULL;
          case "partial" -> Contraction.PARTIAL;
          default -> Contraction.NONE;
        },
        first(metadata, "dots", "6").equals("8") ? 8 : 6,
        first(metadata, "type", "literary").equals("literary")
            && !first(metadata, "direction", "both").equals("backward"),
        metadata.containsKey("variant") || metadata.containsKey("version"),
        ours);
  }

  private static String first(Map<String, List<String>> metadata, String key, String otherwise) {
    return metadata.getOrDefault(key, List.of(otherwise)).get(0);
  }
}
