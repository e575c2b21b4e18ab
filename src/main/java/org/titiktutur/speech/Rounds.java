package org.titiktutur.speech;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.titiktutur.speech.Speaker.Level;
import org.titiktutur.workshop.Outcome;
import org.titiktutur.workshop.Step;
import org.titiktutur.workshop.Workshop;

/**
 * Submits a step, and submits it again each time its worker is lost over a sentence, with that
 * sentence to be said more carefully, until all is said or there were too many rounds.
 */
final class Rounds {

  /** Three sentences that kill every voice; a book of more of them is no book. */
  private static final int MOST = 10;

  private final Workshop pool;
  private final Function<Map<String, Level>, Step> step;
  private final Consumer<JsonNode> signs;
  private final Map<String, Level> avoid = new HashMap<>();
  private volatile CompletableFuture<Outcome> running;
  private volatile boolean cancelled;
  private int rounds;

  Rounds(Workshop pool, Function<Map<String, Level>, Step> step, Consumer<JsonNode> signs) {
    this.pool = pool;
    this.step = step;
    this.signs = signs;
  }

  /** Begins; cancelling what is returned cancels the step. */
  <T> CompletableFuture<T> run(Function<Outcome, T> result) {
    CompletableFuture<T> all = submit().thenApply(result);
    var unused =
        all.whenComplete(
            (value, thrown) -> {
              if (all.isCancelled()) {
                cancelled = true;
                running.cancel(true);
              }
            });
    return all;
  }

  private CompletableFuture<Outcome> submit() {
    running = pool.submit(step.apply(Map.copyOf(avoid)), signs);
    return running.thenCompose(
        outcome -> {
          if (outcome instanceof Outcome.Failed failed && !cancelled && isWorthAnother(failed)) {
            rounds++;
            return submit();
          }
          return CompletableFuture.completedFuture(outcome);
        });
  }

  private boolean isWorthAnother(Outcome.Failed failed) {
    boolean lost =
        switch (failed.reason()) {
          case DIED, STALLED, OUT_OF_MEMORY -> true;
          case THREW, OVERDUE, TOO_MUCH_OUTPUT, CANCELLED -> false;
        };
    if (!lost || rounds >= MOST || failed.lastSign() == null) {
      return false;
    }
    String sentence = failed.lastSign().path("sentence").asText();
    Level level = avoid.getOrDefault(sentence, Level.AS_ASKED);
    avoid.put(sentence, Narrator.after(level, failed.reason()));
    return level != Level.NOT_AT_ALL;
  }
}
