package org.titiktutur.storage;

import java.io.IOException;

/** The database was brought up to date by a newer program, whose tables this one does not know. */
public final class NewerDatabaseException extends IOException {

  private static final long serialVersionUID = 1L;

  NewerDatabaseException(String message) {
    super(message);
  }
}
