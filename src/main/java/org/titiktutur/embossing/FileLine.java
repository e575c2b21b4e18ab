package org.titiktutur.embossing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * A device file, FIFO or plain file. Opening and writing may block for as long as a device likes,
 * so a thread of its own does both, some bytes at a time. A FIFO's own memory, usually 64 KiB,
 * counts as the device's.
 */
final class FileLine implements Line {

  /** What a FIFO takes whole or not at all. */
  private static final int PIECE = 4096;

  /** A device that is not there must not become a file. */
  private static final Path DEVICES = Path.of("/dev");

  private final Path path;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread writer = new Thread(work, "emboss-file");
            writer.setDaemon(true);
            return writer;
          });
  private Future<FileChannel> opening;
  private FileChannel channel;
  private Future<?> writing;

  FileLine(Path path) {
    this.path = path;
  }

  @Override
  public boolean open(long millis) throws BrokenException {
    if (opening == null) {
      opening = thread.submit(this::openNow);
    }
    try {
      if (isDone(opening, millis)) {
        channel = opening.get();
      }
      return channel != null;
    } catch (IOException e) {
      throw new BrokenException(Outcome.Cause.NOT_OPENED, e);
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private FileChannel openNow() throws IOException {
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    if (!path.toAbsolutePath().normalize().startsWith(DEVICES)) {
      options.add(StandardOpenOption.CREATE);
    }
    FileChannel open = FileChannel.open(path, options);
    if (Thread.currentThread().isInterrupted()) {
      open.close();
    }
    return open;
  }

  @Override
  public void offer(ByteBuffer bytes, long millis) throws BrokenException {
    if (writing == null && bytes.hasRemaining()) {
      ByteBuffer piece = bytes.slice().limit(Math.min(PIECE, bytes.remaining()));
      bytes.position(bytes.position() + piece.remaining());
      writing = thread.submit(() -> writeAll(piece));
    }
    if (writing != null) {
      idle(millis);
    }
  }

  private Void writeAll(ByteBuffer piece) throws IOException {
    while (piece.hasRemaining()) {
      channel.write(piece);
    }
    return null;
  }

  @Override
  public long held() {
    return writing == null ? 0 : 1;
  }

  @Override
  public void idle(long millis) throws BrokenException {
    try {
      if (writing == null) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
      } else if (isDone(writing, millis)) {
        writing = null;
      }
    } catch (IOException e) {
      throw new BrokenException(Outcome.Cause.NOT_WRITTEN, e);
    }
  }

  /** What was written was written. */
  @Override
  public void settle(Duration time) {}

  @Override
  public boolean finish(long millis) throws BrokenException {
    if (writing == null && Files.isRegularFile(path)) {
      writing =
          thread.submit(
              () -> {
                channel.force(true);
                return null;
              });
    }
    if (writing != null) {
      idle(millis);
    }
    return writing == null;
  }

  @Override
  public void close() {
    end();
  }

  @Override
  public void abort() {
    end();
  }

  private void end() {
    // A thread that waits in a write is freed by this; one that waits for a FIFO's reader is not,
    // and closes the file at once when it comes.
    thread.shutdownNow();
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The bytes were written or the run has failed already.
    }
  }

  /** Waits for a piece of work; its failure is thrown here. */
  private static boolean isDone(Future<?> work, long millis) throws IOException {
    try {
      work.get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
