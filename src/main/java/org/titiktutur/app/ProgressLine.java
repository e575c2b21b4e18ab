package org.titiktutur.app;

import java.time.Duration;
import java.util.Locale;
import org.titiktutur.production.Progress;

/**
 * Progress for a person: one line that changes in place on a terminal, elsewhere a calm line now
 * and then, at most one a second.
 */
final class ProgressLine implements Progress, AutoCloseable {

  private static final long TERMINAL_EVERY = Duration.ofMillis(100).toNanos();
  private static final long ELSEWHERE_EVERY = Duration.ofSeconds(5).toNanos();

  private final Shell shell;
  private final boolean quiet;
  private final long start = System.nanoTime();
  private long lastAt = start;
  private double most;
  private boolean onLine;

  ProgressLine(Shell shell, boolean quiet) {
    this.shell = shell;
    this.quiet = quiet;
  }

  @Override
  public synchronized void at(Stage stage, int part, int parts, double share) {
    most = Math.max(most, share);
    long now = System.nanoTime();
    if (quiet || now - lastAt < (shell.terminal() ? TERMINAL_EVERY : ELSEWHERE_EVERY)) {
      return;
    }
    lastAt = now;
    String percent = String.valueOf((int) (most * 100));
    String what = shell.words().say("stage." + stage.name().toLowerCase(Locale.ROOT));
    String line =
        parts > 1 && most > 0.01
            ? shell.words().say("progress", percent, what, part, parts, left(now))
            : shell.words().say("progress.short", percent, what);
    if (shell.terminal()) {
      shell.err().print("\r\u001b[2K" + line);
      shell.err().flush();
      onLine = true;
    } else {
      shell.err().println(line);
    }
  }

  private String left(long now) {
    long seconds = (long) ((now - start) / 1e9 * (1 - most) / most);
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  /** Leaves the line empty for what is printed next. */
  @Override
  public synchronized void close() {
    if (onLine) {
      shell.err().print("\r\u001b[2K");
      shell.err().flush();
      onLine = false;
    }
  }
}
