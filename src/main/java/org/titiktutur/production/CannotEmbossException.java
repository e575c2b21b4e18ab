package org.titiktutur.production;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.titiktutur.embossing.DoesNotFitException;

/** An order that the embossing desk does not take. No byte was sent. */
public final class CannotEmbossException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why not, and what the arguments of its sentence are. */
  public enum Reason {
    /** The id that was asked for. */
    NO_EMBOSSER,
    /** The id that was asked for. */
    NO_RENDITION,
    /** The id that was asked for. */
    NOT_READY,
    /** The format that it is in. */
    NOT_BRAILLE,
    UNREADABLE,
    /** Wanted volumes, how many there are. */
    NO_SUCH_VOLUMES,
    /** Pages do not fit the paper or the machine, or there are no such pages. */
    DOES_NOT_FIT
  }

  private final Reason reason;
  private final String key;
  private final List<String> arguments;

  CannotEmbossException(Reason reason, Object... arguments) {
    super(reason + " " + Arrays.toString(arguments));
    this.reason = reason;
    this.key = "refused." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
  }

  CannotEmbossException(DoesNotFitException cause) {
    super(cause);
    this.reason = Reason.DOES_NOT_FIT;
    this.key = cause.key();
    this.arguments = cause.arguments();
  }

  public Reason reason() {
    return reason;
  }

  public List<String> arguments() {
    return arguments;
  }

  /**
   * What is wrong and what to do.
   *
   * @param words for {@code embossing}
   */
  public String say(Phrases words) {
    return words.say(key, arguments.toArray());
  }

  EmbossingRun.Cause asCause() {
    return new EmbossingRun.Cause(key, arguments);
  }
}
