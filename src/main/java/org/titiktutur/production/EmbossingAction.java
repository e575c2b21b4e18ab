package org.titiktutur.production;

import java.util.Locale;

/** What happens to a run of the embossing desk. */
public enum EmbossingAction {
  /** Its turn has come: bytes may go out from now on. */
  BEGIN,
  /** It was put on hold, and stands still. */
  PAUSE,
  /** Staff have it go on. */
  RESUME,
  /** The rest could not be handed over. */
  INTERRUPT,
  /** All was handed over. */
  FINISH,
  /** Staff have looked at the pages. */
  CONFIRM,
  /** It cannot begin any more. */
  FAIL,
  /** Staff give it up. */
  CANCEL;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
