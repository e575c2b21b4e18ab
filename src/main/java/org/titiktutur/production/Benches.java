package org.titiktutur.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.titiktutur.storage.FullDiskException;
import org.titiktutur.storage.Ids;
import org.titiktutur.workshop.NativeStore;
import org.titiktutur.workshop.Outcome;
import org.titiktutur.workshop.Share;
import org.titiktutur.workshop.Step;
import org.titiktutur.workshop.WorkerPool;
import org.titiktutur.workshop.Workshop;

/** Places to work at: a folder and a share of the workers each, for one piece of work. */
final class Benches implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Benches.class);

  private final WorkerPool pool;
  private final Path scratch;
  private final Set<Bench> open = new HashSet<>();
  private boolean closed;

  /**
   * Places in a folder.
   *
   * @param root belongs to these; what an earlier process left in it is thrown away now
   */
  Benches(WorkerPool pool, Path root) throws IOException {
    this.pool = pool;
    Files.createDirectories(root);
    try (Stream<Path> left = Files.list(root)) {
      left.forEach(Benches::throwAway);
    }
    this.scratch = Files.createDirectory(root.resolve(Ids.next()));
  }

  /** A worker of a process that was killed may still be writing its last; then the next start. */
  private static void throwAway(Path left) {
    try {
      NativeStore.deleteTree(left);
    } catch (IOException e) {
      LOG.info("left for the next start: {}", left, e);
    }
  }

  Bench open() throws IOException {
    Bench bench = new Bench(Files.createDirectory(scratch.resolve(Ids.next())), pool.share());
    boolean late;
    synchronized (open) {
      late = closed;
      open.add(bench);
    }
    if (late) {
      bench.share.close();
    }
    return bench;
  }

  /** Ends all work at all of them; who works there clears up. */
  @Override
  public void close() {
    List<Bench> ending;
    synchronized (open) {
      closed = true;
      ending = List.copyOf(open);
    }
    ending.forEach(bench -> bench.share.close());
  }

  /** Throws away what is left, once nobody works any more. */
  void clear() {
    throwAway(scratch);
  }

  /** One of them. Closing it ends its steps and empties its folder. */
  final class Bench implements AutoCloseable {
    private final Path folder;
    private final Share share;
    private volatile String noRoom;

    private Bench(Path folder, Share share) {
      this.folder = folder;
      this.share = share;
    }

    Path folder() {
      return folder;
    }

    Workshop workers() {
      return this::submit;
    }

    Duration worked() {
      return share.worked();
    }

    /**
     * Complains if a worker ran out of room on the way: what it answered then may lack something.
     */
    void checkRoom() {
      if (noRoom != null) {
        FullDiskException.check(new IOException(noRoom));
      }
    }

    private CompletableFuture<Outcome> submit(Step step, Consumer<JsonNode> signs) {
      CompletableFuture<Outcome> outcome = share.submit(step, signs);
      CompletableFuture<Outcome> unused =
          outcome.whenComplete(
              (done, thrown) -> {
                if (done instanceof Outcome.Failed failed
                    && failed.detail().contains("No space left on device")) {
                  noRoom = "No space left on device";
                }
              });
      return outcome;
    }

    @Override
    public void close() throws IOException {
      share.close();
      synchronized (open) {
        open.remove(this);
      }
      NativeStore.deleteTree(folder);
    }
  }
}
