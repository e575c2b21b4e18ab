package org.titiktutur.workshop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * A worker's place in the pool: one process at a time, replaced when it dies. Its thread takes
 * tasks and talks to the process; the pool's watch holds the running task to its limits by ending
 * the process, which the thread then notices.
 */
final class Seat {

  /** What the JVM ends with when {@code -XX:+ExitOnOutOfMemoryError} strikes. */
  private static final int EXIT_OUT_OF_MEMORY = 3;

  private static final int TRIES = 2;
  private static final Duration DYING = Duration.ofMillis(300);
  private static final Duration START = Duration.ofSeconds(30);
  private static final long PAGE_BYTES = 4096;

  private final WorkerPool pool;
  private final WorkerPool.Settings settings;
  private final Path folder;
  private final boolean express;
  private final Thread thread;
  private volatile Process process;
  private volatile Running running;
  private volatile boolean up;
  private volatile long lastTook;
  private Frames frames;
  private SocketChannel channel;

  /** A task under way, and why the watch ended it, if it did. */
  private static final class Running {
    private final WorkerPool.Task task;
    private final long since = System.nanoTime();
    private final AtomicReference<Outcome.Reason> verdict = new AtomicReference<>();
    private volatile long lastSignAt = since;
    private volatile JsonNode lastSign;

    Running(WorkerPool.Task task) {
      this.task = task;
    }

    Outcome.Failed failed(Outcome.Reason reason, String detail) {
      return new Outcome.Failed(reason, detail, lastSign);
    }
  }

  Seat(WorkerPool pool, WorkerPool.Settings settings, int number, boolean express) {
    this.pool = pool;
    this.express = express;
    this.settings = settings;
    this.folder = settings.scratch().resolve("w" + number);
    this.thread = new Thread(this::work, "workshop-" + number);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Whether it takes only what somebody waits for. */
  boolean isExpress() {
    return express;
  }

  /** Whether its process has come up, so that it is no use calling another to be quicker. */
  boolean isUp() {
    return up;
  }

  /**
   * Nanoseconds that a task takes here, as far as is known: what the last one took, or the present
   * one has taken already.
   */
  long pace() {
    Running now = running;
    return now == null ? lastTook : Math.max(lastTook, System.nanoTime() - now.since);
  }

  void close() {
    endProcess();
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(3).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try {
      Files.createDirectories(folder);
      ensureProcess();
    } catch (IOException e) {
      // Said again, with a task to answer for, when the first one comes.
    }
    try {
      for (WorkerPool.Task task = pool.next(this); task != null; task = pool.next(this)) {
        long began = System.nanoTime();
        Outcome outcome;
        try {
          outcome = perform(task);
        } catch (RuntimeException e) {
          // A fault of the caller's own callback: its step fails, the seat goes on.
          endProcess();
          outcome = new Outcome.Failed(Outcome.Reason.THREW, e.toString(), null);
        }
        task.share().ends(System.nanoTime() - began);
        task.end(outcome);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      endProcess();
      try {
        NativeStore.deleteTree(folder);
      } catch (IOException e) {
        // The scratch folder around it is deleted by its owner.
      }
    }
  }

  private Outcome perform(WorkerPool.Task task) {
    Outcome outcome = null;
    for (int attempt = 1; attempt <= TRIES && !pool.isClosed(); attempt++) {
      outcome = attempt(task);
      if (!(outcome instanceof Outcome.Failed failed) || !mayPass(failed.reason())) {
        break;
      }
    }
    return outcome != null
        ? outcome
        : new Outcome.Failed(Outcome.Reason.CANCELLED, "the pool was closed", null);
  }

  /** Whether a fresh worker may succeed where the last one failed. */
  private static boolean mayPass(Outcome.Reason reason) {
    return switch (reason) {
      case DIED, STALLED, OUT_OF_MEMORY -> true;
      case THREW, OVERDUE, TOO_MUCH_OUTPUT, CANCELLED -> false;
    };
  }

  private Outcome attempt(WorkerPool.Task task) {
    Running now = new Running(task);
    try {
      ensureProcess();
      task.clearFolder();
      now = new Running(task);
      running = now;
      return converse(now);
    } catch (IOException e) {
      int exit = endProcess();
      Outcome.Reason reason = now.verdict.get();
      if (reason == null) {
        reason =
            pool.isClosed()
                ? Outcome.Reason.CANCELLED
                : exit == EXIT_OUT_OF_MEMORY ? Outcome.Reason.OUT_OF_MEMORY : Outcome.Reason.DIED;
      }
      return now.failed(reason, "exit " + exit + ", " + e);
    } finally {
      running = null;
    }
  }

  private Outcome converse(Running now) throws IOException {
    Step step = now.task.step();
    ObjectNode message = Frames.JSON.createObjectNode();
    message.put("kind", step.kind());
    message.put("folder", step.folder().toString());
    message.set("input", step.input());
    frames.write(message);
    while (true) {
      JsonNode reply = frames.read();
      if (reply.has("sign")) {
        now.lastSignAt = System.nanoTime();
        now.lastSign = reply.get("sign");
        now.task.signs().accept(now.lastSign);
      } else if (reply.has("threw")) {
        return now.failed(Outcome.Reason.THREW, reply.get("threw").asText());
      } else if (bytesIn(step.folder()) > step.maxBytes()) {
        return now.failed(Outcome.Reason.TOO_MUCH_OUTPUT, "");
      } else {
        return new Outcome.Done(reply.path("done"));
      }
    }
  }

  /** Called by the watch, often: ends the process if its task is past a limit. */
  void holdToLimits() {
    Running now = running;
    Process current = process;
    if (now == null || current == null) {
      return;
    }
    Step step = now.task.step();
    Outcome.Reason verdict = null;
    if (now.task.outcome().isCancelled()) {
      verdict = Outcome.Reason.CANCELLED;
    } else if (System.nanoTime() - now.since > step.deadline().toNanos()) {
      verdict = Outcome.Reason.OVERDUE;
    } else if (System.nanoTime() - now.lastSignAt > step.patience().toNanos()) {
      verdict = Outcome.Reason.STALLED;
    } else if (residentBytes(current) > settings.heapBytes() + WorkerPool.BEYOND_HEAP) {
      verdict = Outcome.Reason.OUT_OF_MEMORY;
    } else if (bytesIn(step.folder()) > step.maxBytes()) {
      verdict = Outcome.Reason.TOO_MUCH_OUTPUT;
    }
    if (verdict != null && now.verdict.compareAndSet(null, verdict) && running == now) {
      current.destroyForcibly();
    }
  }

  private void ensureProcess() throws IOException {
    if (process != null && process.isAlive()) {
      return;
    }
    endProcess();
    NativeStore.deleteTree(folder);
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    Path socket = folder.resolve("s");
    List<String> command = new ArrayList<>(settings.command());
    command.add(1, "-Djava.io.tmpdir=" + temporary);
    command.add(1, "-XX:ErrorFile=" + folder.resolve("crash.log"));
    command.add(socket.toString());
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.redirectError(
          System.getenv("TITIK_LOG") == null
              ? ProcessBuilder.Redirect.DISCARD
              : ProcessBuilder.Redirect.INHERIT);
      Process started = builder.start();
      process = started;
      if (pool.isClosed()) {
        throw new IOException("the pool was closed");
      }
      channel = accept(server, started);
      frames = new Frames(channel);
      up = true;
    }
  }

  private static SocketChannel accept(ServerSocketChannel server, Process expected)
      throws IOException {
    server.configureBlocking(false);
    long giveUpAt = System.nanoTime() + START.toNanos();
    try (Selector selector = Selector.open()) {
      server.register(selector, SelectionKey.OP_ACCEPT);
      while (expected.isAlive() && System.nanoTime() < giveUpAt) {
        selector.select(50);
        SocketChannel accepted = server.accept();
        if (accepted != null) {
          return accepted;
        }
      }
    }
    throw new IOException("the worker did not start");
  }

  /** Ends the process, if there is one; answers its exit code, or -1. */
  private int endProcess() {
    Process ending = process;
    if (ending == null) {
      return -1;
    }
    try {
      if (channel != null) {
        closeQuietly(channel);
      }
      // In the middle of a task it is on its way out by itself, and its exit code tells why.
      Duration grace = running == null ? settings.grace() : DYING;
      if (!ending.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        ending.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      ending.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    process = null;
    return ending.isAlive() ? -1 : ending.exitValue();
  }

  private static void closeQuietly(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception e) {
      // It is being thrown away.
    }
  }

  /** Zero where the system does not tell: then the heap alone is bounded. */
  private static long residentBytes(Process process) {
    try {
      String statm = Files.readString(Path.of("/proc/" + process.pid() + "/statm"));
      return Long.parseLong(statm.split(" ", 3)[1]) * PAGE_BYTES;
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }

  private static long bytesIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      long sum = 0;
      for (Path file : (Iterable<Path>) files::iterator) {
        try {
          sum += Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException e) {
          // Deleted while we looked.
        }
      }
      return sum;
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }
}
