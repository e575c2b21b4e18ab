package org.titiktutur.braille;

/** A {@link BrailleUnavailable} on its way from a worker to its parent. */
record Problem(BrailleUnavailable.Reason reason, String detail) {

  static Problem of(BrailleUnavailable unavailable) {
    return new Problem(unavailable.reason(), unavailable.detail());
  }

  BrailleUnavailable asException() {
    return new BrailleUnavailable(reason, detail);
  }
}
