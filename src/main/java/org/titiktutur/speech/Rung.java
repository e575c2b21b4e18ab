package org.titiktutur.speech;

/**
 * Which library does a piece of work on this machine.
 *
 * @param work {@code espeak}, {@code freetts} or {@code mp3}
 * @param version for people: {@code eSpeak NG 1.51}; empty where none runs here
 * @param from where it comes from
 * @param wanted the Debian package that would make it run, or run faster; empty where nothing would
 */
public record Rung(String work, String version, From from, String wanted) {

  /** Where a library comes from. */
  public enum From {
    /** Installed on this machine. */
    SYSTEM,
    /** Inside our jars. */
    BUNDLED,
    /** Nowhere. */
    MISSING
  }

  public boolean runs() {
    return from != From.MISSING;
  }
}
