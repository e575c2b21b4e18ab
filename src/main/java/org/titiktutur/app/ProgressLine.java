package org.titiktutur.app;

import java.time.Duration;
import java.util.Locale;
import org.titiktutur.production.Progress;

/** Progress of a conversion, for a person. */
final class ProgressLine implements Progress, AutoCloseable {

  private final Shell shell;
  private final StatusLine line;
  private final long start = System.nanoTime();
  private double most;

  ProgressLine(Shell shell, boolean quiet) {
    this.shell = shell;
    this.line = new StatusLine(shell, quiet, Duration.ofSeconds(5));
  }

  @Override
  public synchronized void at(Stage stage, int part, int parts, double share) {
    most = Math.max(most, share);
    line.show(
        () -> {
          String percent = String.valueOf((int) (most * 100));
          String what = shell.words().say("stage." + stage.name().toLowerCase(Locale.ROOT));
          return parts > 1 && most > 0.01
              ? shell.words().say("progress", percent, what, part, parts, left())
              : shell.words().say("progress.short", percent, what);
        });
  }

  private String left() {
    long seconds = (long) ((System.nanoTime() - start) / 1e9 * (1 - most) / most);
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  @Override
  public void close() {
    line.close();
  }
}
