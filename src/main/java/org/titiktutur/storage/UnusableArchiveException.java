package org.titiktutur.storage;

import java.io.IOException;

/** A file that nothing can be restored from. */
public final class UnusableArchiveException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Why not. */
  public enum Reason {
    /** It is something else. */
    FOREIGN,
    /** It is cut off, or its bytes have changed. */
    DAMAGED,
    /** A newer program has made it. */
    NEWER
  }

  private final Reason reason;

  UnusableArchiveException(Reason reason, String file) {
    super(file + ": " + reason);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
