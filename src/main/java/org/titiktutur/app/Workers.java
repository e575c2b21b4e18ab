package org.titiktutur.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.titiktutur.braille.BrailleWork;
import org.titiktutur.extraction.ExtractionWork;
import org.titiktutur.formats.FormatsWork;
import org.titiktutur.speech.SpeechWork;
import org.titiktutur.workshop.Handler;
import org.titiktutur.workshop.NativeStore;
import org.titiktutur.workshop.Worker;
import org.titiktutur.workshop.WorkerPool;

/** Starts workers of this very program, and is what they run. */
final class Workers {

  /** First argument of a process that is to be a worker; the second is the socket of its parent. */
  static final String ARGUMENT = "worker";

  /** System property: the start-up archive that workers use. */
  static final String ARCHIVE = "titik.archive";

  /** System property: the start-up archive that one worker leaves behind when it ends. */
  static final String REHEARSAL = "titik.rehearsal";

  private static final List<String> SERVICES =
      List.of("slf4j.provider", "java.nio.channels.spi.SelectorProvider");

  private static final long HEAP = 384L << 20;

  private Workers() {}

  static void serve(Path socket) throws IOException, InterruptedException {
    Worker.serve(socket, handlers());
  }

  static Map<String, Supplier<Handler>> handlers() {
    Map<String, Supplier<Handler>> handlers = new HashMap<>();
    handlers.putAll(ExtractionWork.handlers());
    handlers.putAll(SpeechWork.handlers());
    handlers.putAll(BrailleWork.handlers());
    handlers.putAll(FormatsWork.handlers());
    return handlers;
  }

  static WorkerPool pool(Path scratch) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + HEAP,
            // Small to begin with, and swept often rather than filled: what a worker takes is then
            // what it needs, however long the book.
            "-Xms24m",
            "-Xmn12m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:TieredStopAtLevel=1",
            "-XX:CompileThresholdScaling=2",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-Xlog:disable",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel="
                + Objects.requireNonNullElse(System.getenv("TITIK_LOG"), "off"),
            "-D" + NativeStore.PROPERTY + "=" + NativeStore.standard().root()));
    for (String service : SERVICES) {
      // Named outright, because looking for services opens every jar there is.
      String provider = System.getProperty(service);
      if (provider != null) {
        command.add("-D" + service + "=" + provider);
      }
    }
    String archive = System.getProperty(ARCHIVE);
    String rehearsal = System.getProperty(REHEARSAL);
    if (rehearsal != null) {
      command.add("-XX:ArchiveClassesAtExit=" + rehearsal);
    } else if (archive != null) {
      command.add("-XX:SharedArchiveFile=" + archive);
    }
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), ARGUMENT));
    return new WorkerPool(
        new WorkerPool.Settings(
            command,
            rehearsal != null ? 1 : Math.max(1, Runtime.getRuntime().availableProcessors()),
            HEAP,
            scratch,
            Duration.ofMinutes(5),
            rehearsal != null ? Duration.ofMinutes(1) : Duration.ZERO));
  }
}
