package org.titiktutur.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.server.ChunkedOutput;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.production.Production;
import org.titiktutur.web.Json;
import org.titiktutur.web.ProblemException;
import org.titiktutur.web.ProblemKind;

/**
 * Streams of server-sent events. A listener who is slow misses what lies between, never the last
 * word.
 */
public final class Events implements AutoCloseable {

  private static final int MOST = 500;

  /** More often than Jetty hangs up on a line where nothing happens. */
  private static final int BEAT_SECONDS = 12;

  private final Production production;
  private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor writers =
      new ThreadPoolExecutor(
          0, MOST, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> daemon(work, "events"));
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "events-heart"));

  private final ScheduledFuture<?> beating =
      heart.scheduleWithFixedDelay(
          () -> streams.forEach(Stream::beat), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);

  public Events(Production production) {
    this.production = production;
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  ChunkedOutput<String> of(String rendition) {
    if (streams.size() >= MOST) {
      throw new ProblemException(ProblemKind.BUSY);
    }
    Stream stream = new Stream();
    streams.add(stream);
    stream.watch(rendition);
    return stream.output;
  }

  @Override
  public void close() {
    beating.cancel(false);
    heart.shutdownNow();
    streams.forEach(Stream::end);
    writers.shutdownNow();
  }

  /** One listener. */
  private final class Stream {
    private final ChunkedOutput<String> output = new ChunkedOutput<>(String.class);
    private Rendition latest;
    private boolean beat;
    private boolean writing;
    private boolean ended;
    private AutoCloseable watch;

    void watch(String rendition) {
      AutoCloseable watching = production.wishes().watch(rendition, this::hear);
      synchronized (this) {
        watch = watching;
        if (!ended) {
          return;
        }
      }
      end();
    }

    private synchronized void hear(Rendition now) {
      latest = now;
      wake();
    }

    synchronized void beat() {
      beat = true;
      wake();
    }

    private void wake() {
      if (!writing && !ended) {
        writing = true;
        writers.execute(this::write);
      }
    }

    private void write() {
      try {
        while (true) {
          String text;
          boolean last = false;
          synchronized (this) {
            if (ended || (latest == null && !beat)) {
              writing = false;
              return;
            }
            if (latest == null) {
              text = ":\n\n";
            } else {
              text = event(latest);
              last = latest.state().isFinal();
            }
            latest = null;
            beat = false;
          }
          output.write(text);
          if (last) {
            end();
            return;
          }
        }
      } catch (IOException | RuntimeException e) {
        // The listener has gone.
        end();
      }
    }

    void end() {
      AutoCloseable watching;
      synchronized (this) {
        ended = true;
        watching = watch;
      }
      streams.remove(this);
      closeQuietly(watching);
      closeQuietly(output);
    }
  }

  private static void closeQuietly(AutoCloseable open) {
    try {
      if (open != null) {
        open.close();
      }
    } catch (Exception e) {
      // Nobody is there to hear of it.
    }
  }

  private static String event(Rendition rendition) {
    try {
      return "data: "
          + Json.MAPPER.writeValueAsString(RenditionJson.Progress.of(rendition))
          + "\n\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
