package org.titiktutur.embossing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Pages that a device cannot emboss as they are. No byte was sent. */
public final class DoesNotFitException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why not, and what the arguments of its sentence are. */
  public enum Reason {
    /** Page, first of its kind. */
    EIGHT_DOTS,
    /** Page, its cells, the device's cells, paper that would do. */
    TOO_WIDE,
    /** Page, its rows, the device's rows, paper that would do. */
    TOO_LONG,
    /** Wanted pages, how many there are. */
    NO_SUCH_PAGES
  }

  private final Reason reason;
  private final List<String> arguments;

  DoesNotFitException(Reason reason, Object... arguments) {
    super(reason + " " + Arrays.toString(arguments));
    this.reason = reason;
    this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
  }

  public Reason reason() {
    return reason;
  }

  /** The name of the reason in {@code resources/messages/embossing_*.properties}. */
  public String key() {
    return "does-not-fit." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For the places in its sentence. */
  public List<String> arguments() {
    return arguments;
  }
}
