package org.titiktutur.braille;

/** The liblouis of a worker, loaded by the first step that needs it. */
final class LazyLiblouis {

  private Liblouis liblouis;

  Liblouis get() throws BrailleUnavailable {
    if (liblouis == null) {
      liblouis = Liblouis.open(BrailleTables.standard());
    }
    return liblouis;
  }
}
