package org.titiktutur.formats;

import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Place;

/** A braille file that cannot be read, and why. */
final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  UnreadableException(FindingCode code, Object... arguments) {
    super(code.code());
    this.finding = Finding.of(code, Place.BOOK, arguments);
  }

  Finding finding() {
    return finding;
  }
}
