package org.titiktutur.workshop;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One piece of dangerous work.
 *
 * @param kind names the {@link Handler}
 * @param folder where the worker may write; it exists, belongs to this step alone, and its caller
 *     deletes it
 * @param patience longest time without a {@link Signs sign of life}
 * @param deadline longest time in all
 * @param maxBytes most that may lie in the folder
 */
public record Step(
    String kind,
    JsonNode input,
    Path folder,
    Lane lane,
    Duration patience,
    Duration deadline,
    long maxBytes) {

  /** Who is served first. */
  public enum Lane {
    /** Somebody is waiting at the other end. */
    INTERACTIVE,
    BATCH
  }
}
