package org.titiktutur.workshop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Where steps are handed in. Safe for any thread. */
@FunctionalInterface
public interface Workshop {

  /**
   * Hands a step to the next free worker. Cancelling the future ends the step, with its worker if
   * need be.
   *
   * @param signs called for each sign of life, on a thread of the pool; must be quick
   * @return never completes exceptionally but by cancellation
   */
  CompletableFuture<Outcome> submit(Step step, Consumer<JsonNode> signs);
}
