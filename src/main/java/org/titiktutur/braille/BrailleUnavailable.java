package org.titiktutur.braille;

import java.io.Serial;

/** Braille cannot be made as things stand; the book is not at fault. */
public final class BrailleUnavailable extends Exception {

  @Serial private static final long serialVersionUID = 1;

  /** What is not there. */
  public enum Reason {
    /** Neither the bundled liblouis nor one of the system can be loaded. */
    NO_ENGINE,
    /** No table has this name. */
    NO_TABLE,
    /** The table does not compile; the detail names file and line. */
    BROKEN_TABLE
  }

  private final Reason reason;
  private final String detail;

  BrailleUnavailable(Reason reason, String detail) {
    this(reason, detail, null);
  }

  BrailleUnavailable(Reason reason, String detail, Throwable cause) {
    super(reason + ": " + detail, cause);
    this.reason = reason;
    this.detail = detail;
  }

  public Reason reason() {
    return reason;
  }

  /** The name of the table that is missing, or what liblouis or the system says. */
  public String detail() {
    return detail;
  }
}
