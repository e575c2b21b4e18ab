package org.titiktutur.speech;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/**
 * A file of sound that is encoded on a thread of its own while the next sentence is spoken: a book
 * of a single part has two processors too. What waits between the two is a few sentences at most.
 */
final class EncodedFile implements AutoCloseable {

  private static final int WAITING = 4;
  private static final short[] END = new short[0];

  private final BlockingQueue<short[]> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Thread encoding;
  private long samples;
  private volatile Throwable failure;
  private volatile long audioBytes;

  /**
   * Begins a file.
   *
   * @param head stands before the sound
   * @param encoders opens an encoder, on the thread that uses it
   */
  EncodedFile(Path file, byte[] head, Supplier<Encoder> encoders) {
    encoding = new Thread(() -> encode(file, head, encoders), "encoder");
    encoding.setDaemon(true);
    encoding.start();
  }

  private void encode(Path file, byte[] head, Supplier<Encoder> encoders) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        Encoder encoder = encoders.get()) {
      out.write(head);
      CountingStream counted = new CountingStream(out);
      for (short[] next = waiting.take(); next != END; next = waiting.take()) {
        encoder.encode(next, next.length, counted);
      }
      encoder.finish(counted);
      audioBytes = counted.count();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
      waiting.clear();
    }
  }

  /** Samples so far. */
  long position() {
    return samples;
  }

  /** Adds sound; the array must not be changed afterwards. */
  void write(short[] more) throws IOException, InterruptedException {
    if (more.length == 0) {
      return;
    }
    hand(more);
    samples += more.length;
  }

  private void hand(short[] more) throws IOException, InterruptedException {
    while (!waiting.offer(more, 100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
      fail();
    }
    fail();
  }

  private void fail() throws IOException {
    if (failure != null) {
      throw new IOException("the encoder failed", failure);
    }
  }

  /**
   * Ends the file.
   *
   * @return how many bytes the sound takes
   */
  long finish() throws IOException, InterruptedException {
    hand(END);
    encoding.join();
    fail();
    return audioBytes;
  }

  /** Stops the encoder if the file was not finished. */
  @Override
  public void close() {
    encoding.interrupt();
  }

  /** Counts what passes. */
  private static final class CountingStream extends OutputStream {
    private final OutputStream out;
    private long count;

    CountingStream(OutputStream out) {
      this.out = out;
    }

    long count() {
      return count;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      count += length;
    }
  }
}
