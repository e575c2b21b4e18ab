package org.titiktutur.storage;

import java.io.IOException;

/** A backup was to be restored over something that is there. */
public final class NotEmptyException extends IOException {

  private static final long serialVersionUID = 1L;

  NotEmptyException(String where) {
    super("there is a database in " + where);
  }
}
