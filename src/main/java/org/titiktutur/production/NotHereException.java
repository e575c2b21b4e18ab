package org.titiktutur.production;

import org.titiktutur.braille.BrailleUnavailable;

/** Something that was asked for by name is not on this machine or not in this version. */
public final class NotHereException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is missing. */
  public enum Kind {
    FORMAT,
    VOICE,
    TABLE,
    BROKEN_TABLE,
    /** Braille of six dots from a table of eight. */
    SIX_DOTS,
    LIBLOUIS
  }

  private final Kind kind;
  private final String name;

  public NotHereException(Kind kind, String name) {
    super(kind + " " + name);
    this.kind = kind;
    this.name = name;
  }

  /**
   * Braille that cannot be made as things stand.
   *
   * @param table that was asked for, or was to be used
   */
  public static NotHereException of(BrailleUnavailable unavailable, String table) {
    return switch (unavailable.reason()) {
      case NO_ENGINE -> new NotHereException(Kind.LIBLOUIS, unavailable.detail());
      case NO_TABLE -> new NotHereException(Kind.TABLE, table);
      case BROKEN_TABLE ->
          new NotHereException(Kind.BROKEN_TABLE, table + ": " + unavailable.detail());
    };
  }

  public Kind kind() {
    return kind;
  }

  /** The name as it was asked for; what is known of the reason where there is no name. */
  public String name() {
    return name;
  }
}
