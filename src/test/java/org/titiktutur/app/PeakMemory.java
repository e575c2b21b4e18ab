package org.titiktutur.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The most memory that any one child of this process ever had resident. Linux counts it ({@code
 * VmHWM}); here it is only read, often enough to see every child before it ends. A child that has
 * not become its own program yet is still this process to Linux, and does not count.
 */
final class PeakMemory implements AutoCloseable {

  private static final byte[] OURS;

  static {
    try {
      OURS = commandOf("self");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final AtomicLong most = new AtomicLong();
  private final ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor();

  PeakMemory() {
    var unused = reader.scheduleAtFixedRate(this::look, 0, 20, TimeUnit.MILLISECONDS);
  }

  private void look() {
    ProcessHandle.current()
        .descendants()
        .forEach(child -> most.accumulateAndGet(peakOf(child.pid()), Math::max));
  }

  private static long peakOf(long process) {
    try {
      if (Arrays.equals(commandOf(String.valueOf(process)), OURS)) {
        return 0;
      }
      return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      // It has ended.
      return 0;
    }
  }

  private static byte[] commandOf(String process) throws IOException {
    return Files.readAllBytes(Path.of("/proc", process, "cmdline"));
  }

  long kibibytes() {
    return most.get();
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
