package org.titiktutur.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The service's log: a line for each event, time first, then {@code key=value} pairs such as the
 * reference that a person was shown, then the message. Kept in {@code log/titik.log}; when that has
 * grown to {@link #MOST} bytes it becomes {@code titik.1.log}, and so on up to {@link #KEPT}.
 */
final class LogFile extends OutputStream {

  static final long MOST = 10 << 20;
  static final int KEPT = 5;

  private static final String SIMPLE = "org.slf4j.simpleLogger.";

  private final Path folder;
  private OutputStream out;
  private long bytes;

  LogFile(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    allow(folder, "rwx------");
    open();
  }

  /** Begins to log; must come before the first logger is made. */
  static void begin(Configuration configuration) throws IOException {
    String level = System.getenv("TITIK_LOG");
    if (level == null) {
      System.setProperty(
          SIMPLE + "defaultLogLevel",
          configuration.logLevel() == Configuration.LogLevel.DEBUG ? "debug" : "warn");
      System.setProperty(
          SIMPLE + "log.org.titiktutur",
          configuration.logLevel().name().toLowerCase(java.util.Locale.ROOT));
    }
    System.setProperty(SIMPLE + "showDateTime", "true");
    System.setProperty(SIMPLE + "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    System.setProperty(SIMPLE + "showThreadName", "false");
    if (configuration.logToFile()) {
      // The logger writes to what is standard error at the time; the shell keeps the real one.
      LogFile file = new LogFile(configuration.data().resolve("log"));
      System.setErr(new PrintStream(file, true, StandardCharsets.UTF_8));
    }
  }

  private Path file(int number) {
    return folder.resolve(number == 0 ? "titik.log" : "titik." + number + ".log");
  }

  private void open() throws IOException {
    Path file = file(0);
    bytes = Files.exists(file) ? Files.size(file) : 0;
    out =
        new BufferedOutputStream(
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    allow(file, "rw-------");
  }

  private static void allow(Path path, String rights) throws IOException {
    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }
  }

  private void turn() throws IOException {
    out.close();
    for (int number = KEPT - 1; number >= 0; number--) {
      if (Files.exists(file(number))) {
        Files.move(file(number), file(number + 1), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    open();
  }

  @Override
  public synchronized void write(int each) throws IOException {
    write(new byte[] {(byte) each}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] text, int from, int length) throws IOException {
    if (bytes > MOST) {
      turn();
    }
    out.write(text, from, length);
    bytes += length;
  }

  @Override
  public synchronized void flush() throws IOException {
    out.flush();
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
