package org.titiktutur.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** As long as one is open, no process sweeps the blobs. */
final class Keeping implements AutoCloseable {

  /** Made by the store itself, never by a backup, which may run as somebody else. */
  static final String FILE = "keep";

  private static final Duration AGAIN = Duration.ofMillis(100);

  private final FileChannel channel;

  private Keeping(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits for a sweep that is under way. */
  static Keeping all(Path blobs) throws IOException, InterruptedException {
    while (true) {
      Keeping keeping = lock(blobs, true);
      if (keeping != null) {
        return keeping;
      }
      Thread.sleep(AGAIN.toMillis());
    }
  }

  /** For who sweeps; null if that must not be now. */
  static Keeping alone(Path blobs) throws IOException {
    return lock(blobs, false);
  }

  private static Keeping lock(Path blobs, boolean shared) throws IOException {
    FileChannel channel =
        shared
            ? FileChannel.open(blobs.resolve(FILE), StandardOpenOption.READ)
            : FileChannel.open(
                blobs.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock(0, Long.MAX_VALUE, shared);
      return lock == null ? null : new Keeping(channel);
    } catch (OverlappingFileLockException e) {
      return null;
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
