package org.titiktutur.publication;

import java.util.List;

/**
 * A book without its text: what is known of it, its parts by name, and what was lost or guessed on
 * the way in. The parts themselves are read one at a time from the {@link PublicationFolder}.
 */
public record Publication(
    int schema, Metadata metadata, List<Entry> parts, List<Finding> findings) {

  /** Version of the JSON form; older ones are converted when they are read. */
  public static final int SCHEMA = 1;

  public Publication {
    parts = List.copyOf(parts);
    findings = List.copyOf(findings);
  }

  /**
   * A part by name.
   *
   * @param characters UTF-16 units of all its sentences, a measure of the work it will be
   */
  public record Entry(int number, String title, int level, int sentences, int characters) {}

  public long characters() {
    return parts.stream().mapToLong(Entry::characters).sum();
  }
}
