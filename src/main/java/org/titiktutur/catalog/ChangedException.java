package org.titiktutur.catalog;

/** Somebody else changed it meanwhile; nothing was done. */
public final class ChangedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ChangedException(String id, long version) {
    super(id + " is now at version " + version);
  }
}
