package org.titiktutur.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One accessible format of an item, or the wish for it.
 *
 * @param publication id of the text that it is made from; empty while that is still being read
 * @param options as they were asked for, by the names of the contract
 * @param stage what is being done; empty before it begins and after it has ended
 * @param percent 0 to 100, never falls while it is being made, 100 only when ready
 * @param place in the queue, from 1; only while waiting
 * @param estimate until it is ready, from what such work has cost so far; empty before there is any
 *     such experience
 * @param problem why it failed or why it waits: JSON {@code {code, arguments}}
 * @param files in reading order; before it is ready, those that are whole already and will stay as
 *     they are; none once it failed or was cancelled
 * @param key names all that it is made from
 * @param lexicon names the words of lexicons that it was made with; empty where its text holds none
 */
public record Rendition(
    String id,
    String item,
    Optional<String> publication,
    String format,
    Map<String, String> options,
    State state,
    String stage,
    int percent,
    OptionalInt place,
    Optional<Duration> estimate,
    Optional<String> problem,
    List<RenditionFile> files,
    FindingCounts findings,
    Instant wished,
    Optional<Instant> finished,
    String key,
    String lexicon) {

  /** How far it is. */
  public enum State {
    WAITING,
    MAKING,
    READY,
    FAILED,
    CANCELLED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more will happen by itself. */
    public boolean isFinal() {
      return this == READY || this == FAILED || this == CANCELLED;
    }
  }

  public Rendition {
    options = Map.copyOf(options);
    files = List.copyOf(files);
  }
}
