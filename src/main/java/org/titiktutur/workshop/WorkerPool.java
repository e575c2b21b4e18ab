package org.titiktutur.workshop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Worker processes, started when needed and replaced when they die. Safe for any thread. */
public final class WorkerPool implements AutoCloseable {

  /**
   * Hands a step to the next free worker. Cancelling the future ends the step, with its worker if
   * need be.
   *
   * @param signs called for each sign of life, on a thread of the pool; must be quick
   * @return never completes exceptionally but by cancellation
   */
  public CompletableFuture<Outcome> submit(Step step, Consumer<JsonNode> signs) {
    return CompletableFuture.completedFuture(
        new Outcome.Failed(Outcome.Reason.CANCELLED, "no workers yet: " + step.kind(), null));
  }

  @Override
  public void close() {}
}
