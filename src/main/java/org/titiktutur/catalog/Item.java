package org.titiktutur.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A title in the catalog.
 *
 * @param title what a person said, else the source's own, else the name of its file
 * @param language BCP 47; empty until the source has been read
 * @param asked language that a person said it is in
 * @param refusal why the source cannot be used: a finding as JSON
 * @param publication id of its text as it was read last
 * @param version goes up with every change
 */
public record Item(
    String id,
    String title,
    List<String> authors,
    String language,
    Optional<String> asked,
    Rights rights,
    Source source,
    State state,
    Optional<String> refusal,
    Optional<String> publication,
    FindingCounts findings,
    long version,
    Instant added) {

  /** How far we are with its source. */
  public enum State {
    READING,
    READY,
    REFUSED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Item {
    authors = List.copyOf(authors);
  }
}
