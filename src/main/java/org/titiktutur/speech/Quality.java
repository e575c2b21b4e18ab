package org.titiktutur.speech;

/** How large a file a reader wants; all are mono MP3 at 22,050 Hz with a constant bit rate. */
public enum Quality {
  /** Small: for slow lines and small cards; 14 MB an hour. */
  HEMAT(32),
  /** The ordinary; 29 MB an hour. */
  BIASA(64),
  /** For keeping: nothing that these voices hold is lost; 43 MB an hour. */
  ARSIP(96);

  private final int kilobits;

  Quality(int kilobits) {
    this.kilobits = kilobits;
  }

  /** Kilobits a second. */
  public int kilobits() {
    return kilobits;
  }
}
