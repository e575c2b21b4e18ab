package org.titiktutur.embossing;

/** A text that is no {@link Address} of ours. */
public final class AddressException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is the matter with it. */
  public enum Reason {
    /** It has no scheme: perhaps the name of a device. */
    NO_ADDRESS,
    /** One of our schemes, wrongly written. */
    MALFORMED,
    /** A way to devices that this version does not know. */
    NOT_BUILT
  }

  private final Reason reason;
  private final String text;

  AddressException(Reason reason, String text) {
    super(reason + " " + text);
    this.reason = reason;
    this.text = text;
  }

  public Reason reason() {
    return reason;
  }

  public String text() {
    return text;
  }
}
