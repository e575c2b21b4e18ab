package org.titiktutur.workshop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Worker processes, started when needed, replaced when they die, ended when idle. Safe for any
 * thread.
 *
 * <p>Short work is done by one worker: another is called only when a step has waited for {@link
 * #CALL_ANOTHER_AFTER} and those at work will not soon be through with all that waits. Where all of
 * them are at long work and somebody waits, one more comes that does nothing but what somebody
 * waits for.
 */
public final class WorkerPool implements Workshop, AutoCloseable {

  private static final Duration CALL_ANOTHER_AFTER = Duration.ofMillis(300);

  /** What it costs to start a worker and to warm its engines; shorter rows are not worth one. */
  private static final Duration START = Duration.ofMillis(500);

  private static final Duration WATCH_EVERY = Duration.ofMillis(50);

  /**
   * How workers are started and how many.
   *
   * @param command starts one; the path of the socket to serve is appended
   * @param most how many at a time, 1 or more
   * @param heapBytes what the command allows them; a worker whose resident memory exceeds this by
   *     more than {@link #BEYOND_HEAP} is ended
   * @param scratch for sockets and the workers' temporary files; its path must be short (a socket's
   *     has at most 107 bytes)
   */
  public record Settings(
      List<String> command, int most, long heapBytes, Path scratch, Duration idle, Duration grace) {
    public Settings {
      command = List.copyOf(command);
      if (most < 1) {
        throw new IllegalArgumentException(most + " workers");
      }
    }
  }

  /** Native libraries, code cache and buffers of a worker, in bytes. */
  public static final long BEYOND_HEAP = 256L << 20;

  private final Settings settings;
  private final List<Task> queue = new ArrayList<>();
  private final Share everybody = new Share(this);
  private final List<Seat> seats = new ArrayList<>();
  private final Thread watch = new Thread(this::watch, "workshop-watch");
  private long submitted;
  private long turns;
  private int seated;
  private boolean closed;

  public WorkerPool(Settings settings) {
    this.settings = settings;
    watch.setDaemon(true);
    watch.start();
  }

  @Override
  public CompletableFuture<Outcome> submit(Step step, Consumer<JsonNode> signs) {
    return submit(step, signs, everybody);
  }

  /** A share of the workers for a caller of its own, as large as those of others. */
  public Share share() {
    return new Share(this);
  }

  CompletableFuture<Outcome> submit(Step step, Consumer<JsonNode> signs, Share share) {
    synchronized (queue) {
      Task task = new Task(step, signs, share, submitted++, System.nanoTime());
      if (closed) {
        task.end(new Outcome.Failed(Outcome.Reason.CANCELLED, "the pool is closed", null));
        return task.outcome();
      }
      queue.add(task);
      if (seats.isEmpty()) {
        callAnother();
      }
      queue.notifyAll();
      return task.outcome();
    }
  }

  /** Starts a worker now, so that it is ready when the first step comes. */
  public void warm() {
    synchronized (queue) {
      if (seats.isEmpty() && !closed) {
        callAnother();
      }
    }
  }

  /** Ends every worker; what was waiting or running is answered as cancelled. */
  @Override
  public void close() {
    List<Seat> ending;
    synchronized (queue) {
      closed = true;
      ending = List.copyOf(seats);
      for (Task task : queue) {
        task.end(new Outcome.Failed(Outcome.Reason.CANCELLED, "the pool was closed", null));
      }
      queue.clear();
      queue.notifyAll();
    }
    ending.forEach(Seat::close);
    watch.interrupt();
  }

  /**
   * The next task for a worker that is free.
   *
   * @return null when there was none for so long that the worker should go
   */
  Task next(Seat seat) throws InterruptedException {
    long goAt = System.nanoTime() + settings.idle().toNanos();
    synchronized (queue) {
      while (!closed) {
        Task task = first(seat.isExpress());
        if (task != null) {
          queue.remove(task);
          task.share().begins(++turns);
          return task;
        }
        long left = Duration.ofNanos(goAt - System.nanoTime()).toMillis();
        if (left <= 0) {
          break;
        }
        queue.wait(left);
      }
      seats.remove(seat);
      return null;
    }
  }

  /**
   * Whose turn it is: those for whom somebody waits, then the share that has the fewest workers, of
   * those the one that was not served for longest, and of its steps the first.
   */
  private Task first(boolean interactiveOnly) {
    queue.removeIf(task -> task.outcome().isDone());
    return queue.stream()
        .filter(task -> !interactiveOnly || task.isInteractive())
        .min(
            Comparator.comparing((Task task) -> task.step().lane())
                .thenComparingInt(task -> task.share().running())
                .thenComparingLong(task -> task.share().lastServed())
                .thenComparingLong(Task::number))
        .orElse(null);
  }

  boolean isClosed() {
    synchronized (queue) {
      return closed;
    }
  }

  private void callAnother() {
    call(false);
  }

  private void call(boolean express) {
    Seat seat = new Seat(this, settings, ++seated, express);
    seats.add(seat);
    seat.start();
  }

  /**
   * The loop that calls more workers and holds steps to their limits; it must not end before the
   * pool does.
   */
  private void watch() {
    try {
      while (!isClosed()) {
        Thread.sleep(WATCH_EVERY.toMillis());
        List<Seat> now;
        synchronized (queue) {
          Task first = first(false);
          if (first != null
              && seats.stream().allMatch(Seat::isUp)
              && first.hasWaited(CALL_ANOTHER_AFTER)) {
            if (seats.stream().filter(seat -> !seat.isExpress()).count() < settings.most()) {
              if (first.isInteractive() || isWorthAnother()) {
                callAnother();
              }
            } else if (first.isInteractive() && seats.stream().noneMatch(Seat::isExpress)) {
              call(true);
            }
          }
          now = List.copyOf(seats);
        }
        for (Seat seat : now) {
          seat.holdToLimits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether those at work would need longer for all that waits than one more takes to start. */
  private boolean isWorthAnother() {
    double pace = seats.stream().mapToLong(Seat::pace).average().orElse(Double.MAX_VALUE);
    return pace * queue.size() > (double) START.toNanos() * seats.size();
  }

  /** A step on its way through the pool. */
  record Task(
      Step step,
      Consumer<JsonNode> signs,
      Share share,
      long number,
      long since,
      CompletableFuture<Outcome> outcome) {

    Task(Step step, Consumer<JsonNode> signs, Share share, long number, long since) {
      this(step, signs, share, number, since, new CompletableFuture<>());
    }

    boolean isInteractive() {
      return step.lane() == Step.Lane.INTERACTIVE;
    }

    boolean hasWaited(Duration time) {
      return System.nanoTime() - since >= time.toNanos();
    }

    void end(Outcome how) {
      outcome.complete(how);
    }

    void clearFolder() throws IOException {
      try (var left = java.nio.file.Files.list(step.folder())) {
        for (Path path : left.toList()) {
          NativeStore.deleteTree(path);
        }
      }
    }
  }
}
