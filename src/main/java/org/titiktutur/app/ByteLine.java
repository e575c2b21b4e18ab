package org.titiktutur.app;

import java.time.Duration;
import org.titiktutur.storage.Archive;

/** How many bytes are done, for a person. */
final class ByteLine implements Archive.Progress, AutoCloseable {

  private static final long MEGA = 1_000_000;

  private final Shell shell;
  private final StatusLine line;
  private final String key;

  /**
   * A line that is not begun.
   *
   * @param key of a phrase about per cent, megabytes and all megabytes
   */
  ByteLine(Shell shell, boolean quiet, String key) {
    this.shell = shell;
    this.line = new StatusLine(shell, quiet, Duration.ofSeconds(1));
    this.key = key;
  }

  /** Rounded up, because nothing but nothing is none. */
  static long megabytes(long bytes) {
    return Math.floorDiv(bytes + MEGA - 1, MEGA);
  }

  @Override
  public void at(long bytes, long all) {
    line.show(
        () ->
            shell
                .words()
                .say(
                    key,
                    all == 0 ? 100 : Math.min(100, bytes * 100 / all),
                    megabytes(bytes),
                    megabytes(all)));
  }

  @Override
  public void close() {
    line.close();
  }
}
