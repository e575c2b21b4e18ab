package org.titiktutur.storage;

import java.io.IOException;

/** Another process has the data folder or the database open. */
public final class InUseException extends IOException {

  private static final long serialVersionUID = 1L;

  InUseException(String what) {
    super(what + " is in use by another process");
  }
}
