package org.titiktutur.embossing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How many bytes of one TCP connection the system holds: written, but not yet acknowledged by the
 * other side. Linux tells it in {@code /proc/net/tcp}; elsewhere we cannot know.
 */
final class SendQueue {

  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp6"), Path.of("/proc/net/tcp"));

  private static final int LOCAL = 1;
  private static final int REMOTE = 2;
  private static final int QUEUES = 4;

  private final String local;
  private final String remote;
  private final Path table;

  /** The queue of a connection that is open now. */
  SendQueue(InetSocketAddress local, int remotePort) {
    this.local = port(local.getPort());
    this.remote = port(remotePort);
    this.table = TABLES.stream().filter(each -> in(each).isPresent()).findFirst().orElse(null);
  }

  private static String port(int port) {
    return String.format(Locale.ROOT, ":%04X", port);
  }

  /** Whether this system tells. */
  boolean isTold() {
    return table != null;
  }

  /**
   * Bytes not yet acknowledged.
   *
   * @return empty if the connection is gone, or the system does not tell
   */
  OptionalLong bytes() {
    return table == null ? OptionalLong.empty() : in(table);
  }

  private OptionalLong in(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(line -> line.strip().split("\\s+"))
          .filter(
              cells ->
                  cells.length > QUEUES
                      && cells[LOCAL].endsWith(local)
                      && cells[REMOTE].endsWith(remote))
          .mapToLong(cells -> Long.parseLong(cells[QUEUES].split(":")[0], 16))
          .max();
    } catch (IOException | UncheckedIOException e) {
      return OptionalLong.empty();
    }
  }
}
