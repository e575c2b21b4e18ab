package org.titiktutur.formats.daisy;

import java.util.Locale;

/** Times as SMIL writes them; all from milliseconds. */
final class ClockValue {

  private ClockValue() {}

  /** {@code 12.345s}. */
  static String seconds(long millis) {
    return String.format(Locale.ROOT, "%d.%03ds", millis / 1000, millis % 1000);
  }

  /** {@code 1:02:03}, to the nearest second. */
  static String wholeSeconds(long millis) {
    long seconds = (millis + 500) / 1000;
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** {@code 1:02:03.045}. */
  static String full(long millis) {
    long seconds = millis / 1000;
    return String.format(
        Locale.ROOT,
        "%d:%02d:%02d.%03d",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60,
        millis % 1000);
  }
}
