package org.titiktutur.production;

/** Something was wished for from a source that was refused. */
public final class UnusableSourceException extends Exception {

  private static final long serialVersionUID = 1L;

  UnusableSourceException(String item) {
    super(item);
  }
}
