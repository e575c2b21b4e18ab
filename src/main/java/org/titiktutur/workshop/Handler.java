package org.titiktutur.workshop;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/**
 * Performs the steps of one kind inside a worker. Called by one thread at a time; may keep engines
 * warm.
 */
@FunctionalInterface
public interface Handler {

  /**
   * Performs one step.
   *
   * @param folder the only place to write to; large results are left here and named in the answer
   * @return the answer, short: it is held in the parent's memory
   * @throws Exception any failure that leaves the worker usable; the step is not tried again
   */
  JsonNode perform(JsonNode input, Path folder, Signs signs) throws Exception;
}
