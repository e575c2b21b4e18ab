package org.titiktutur.workshop;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Signs of life from a running step. Each one renews the step's patience; the last one is kept if
 * it fails.
 */
@FunctionalInterface
public interface Signs {

  /** Cheap, but crosses a process: give one for each sentence or paragraph, not for each word. */
  void give(JsonNode sign);
}
