package org.titiktutur.storage;

import java.io.IOException;

/** More bytes came than are allowed; nothing was kept. */
public final class TooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  private final long limit;

  TooLargeException(long limit) {
    super("more than " + limit + " bytes");
    this.limit = limit;
  }

  /** Most bytes that were allowed. */
  public long limit() {
    return limit;
  }
}
