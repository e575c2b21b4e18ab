package org.titiktutur.extraction;

import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Place;

/** The source cannot become a publication, and the finding says why. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  Refusal(FindingCode code, Object... arguments) {
    super(code.code(), null, false, false);
    this.finding = Finding.of(code, Place.BOOK, arguments);
  }

  Finding finding() {
    return finding;
  }
}
