package org.titiktutur.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The most memory that any one child of this process ever had resident. Linux counts it ({@code
 * VmHWM}); here it is only read, often enough to see every child before it ends.
 */
final class PeakMemory implements AutoCloseable {

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

  long kibibytes() {
    return most.get();
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
