package org.titiktutur.workshop;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One caller's share of the workers: those with steps waiting get as many workers as each other,
 * however many steps they have handed in. Close it before what its steps write to is deleted.
 */
public final class Share implements Workshop, AutoCloseable {

  private final WorkerPool pool;
  private final Map<Long, CompletableFuture<Outcome>> open = new HashMap<>();
  private long submitted;
  private int running;
  private long lastServed;
  private long workedNanos;
  private boolean closed;

  Share(WorkerPool pool) {
    this.pool = pool;
  }

  @Override
  public CompletableFuture<Outcome> submit(Step step, Consumer<JsonNode> signs) {
    CompletableFuture<Outcome> outcome = pool.submit(step, signs, this);
    long number;
    boolean late;
    synchronized (this) {
      number = submitted++;
      open.put(number, outcome);
      late = closed;
    }
    if (late) {
      outcome.cancel(false);
    }
    CompletableFuture<Outcome> unused = outcome.whenComplete((done, thrown) -> forget(number));
    return outcome;
  }

  /** Time that workers have spent on its finished steps, added up. */
  public synchronized Duration worked() {
    return Duration.ofNanos(workedNanos);
  }

  /** Ends its steps and comes back when none of them can write any more. */
  @Override
  public void close() {
    List<CompletableFuture<Outcome>> ending;
    synchronized (this) {
      closed = true;
      ending = List.copyOf(open.values());
    }
    ending.forEach(step -> step.cancel(false));
    boolean interrupted = false;
    synchronized (this) {
      while (running > 0) {
        try {
          wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void forget(long number) {
    open.remove(number);
  }

  synchronized int running() {
    return running;
  }

  synchronized long lastServed() {
    return lastServed;
  }

  synchronized void begins(long turn) {
    running++;
    lastServed = turn;
  }

  synchronized void ends(long nanos) {
    running--;
    workedNanos += nanos;
    notifyAll();
  }
}
