package org.titiktutur.app;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * What goes on, for a person: one line that changes in place on a terminal, elsewhere a calm line
 * now and then. For any thread.
 */
final class StatusLine implements AutoCloseable {

  private static final long TERMINAL_EVERY = Duration.ofMillis(100).toNanos();

  private final Shell shell;
  private final boolean quiet;
  private final long every;
  private long lastAt = System.nanoTime();
  private boolean onLine;

  /**
   * A line that is not begun.
   *
   * @param elsewhere how often to say something where there is no terminal
   */
  StatusLine(Shell shell, boolean quiet, Duration elsewhere) {
    this.shell = shell;
    this.quiet = quiet;
    this.every = shell.terminal() ? TERMINAL_EVERY : elsewhere.toNanos();
  }

  /** Shows this, unless something was shown a moment ago. */
  synchronized void show(Supplier<String> line) {
    if (System.nanoTime() - lastAt >= every) {
      showNow(line.get());
    }
  }

  synchronized void showNow(String line) {
    if (quiet) {
      return;
    }
    lastAt = System.nanoTime();
    if (shell.terminal()) {
      shell.err().print("\r\u001b[2K" + line);
      shell.err().flush();
      onLine = true;
    } else {
      shell.err().println(line);
    }
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
