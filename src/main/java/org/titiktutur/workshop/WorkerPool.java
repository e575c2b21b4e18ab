package org.titiktutur.workshop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Worker processes, started when needed, replaced when they die, ended when idle. Safe for any
 * thread.
 *
 * <p>Short work is done by one worker: another is called only when a step has waited for {@link
 * #CALL_ANOTHER_AFTER}.
 */
public final class WorkerPool implements AutoCloseable {

  private static final Duration CALL_ANOTHER_AFTER = Duration.ofMillis(300);
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
  private final PriorityQueue<Task> queue =
      new PriorityQueue<>(
          Comparator.comparing((Task task) -> task.step().lane()).thenComparingLong(Task::number));
  private final List<Seat> seats = new ArrayList<>();
  private final Thread watch = new Thread(this::watch, "workshop-watch");
  private long submitted;
  private int seated;
  private boolean closed;

  public WorkerPool(Settings settings) {
    this.settings = settings;
    watch.setDaemon(true);
    watch.start();
  }

  /**
   * Hands a step to the next free worker. Cancelling the future ends the step, with its worker if
   * need be.
   *
   * @param signs called for each sign of life, on a thread of the pool; must be quick
   * @return never completes exceptionally but by cancellation
   */
  public CompletableFuture<Outcome> submit(Step step, Consumer<JsonNode> signs) {
    synchronized (queue) {
      Task task = new Task(step, signs, submitted++, System.nanoTime());
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
        Task task = queue.poll();
        if (task != null) {
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

  boolean isClosed() {
    synchronized (queue) {
      return closed;
    }
  }

  private void callAnother() {
    Seat seat = new Seat(this, settings, ++seated);
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
          Task first = queue.peek();
          if (first != null
              && seats.size() < settings.most()
              && seats.stream().allMatch(Seat::isUp)
              && first.hasWaited(CALL_ANOTHER_AFTER)) {
            callAnother();
          }
          queue.removeIf(task -> task.outcome().isDone());
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

  /** A step on its way through the pool. */
  record Task(
      Step step,
      Consumer<JsonNode> signs,
      long number,
      long since,
      CompletableFuture<Outcome> outcome) {

    Task(Step step, Consumer<JsonNode> signs, long number, long since) {
      this(step, signs, number, since, new CompletableFuture<>());
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
