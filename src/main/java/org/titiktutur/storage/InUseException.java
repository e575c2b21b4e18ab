package org.titiktutur.storage;

import java.io.IOException;

/** Another process has the data folder or the database open. */
public final class InUseException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean server;

  InUseException(String what, boolean server) {
    super(what + " is in use by another process");
    this.server = server;
  }

  /** Whether it is a database server that is in use, perhaps from another machine. */
  public boolean isServer() {
    return server;
  }
}
