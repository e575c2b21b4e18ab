package org.titiktutur.production;

/** Something that was asked for by name is not on this machine or not in this version. */
public final class NotHereException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is missing. */
  public enum Kind {
    FORMAT,
    VOICE,
    TABLE,
    ENGINE
  }

  private final Kind kind;
  private final String name;

  public NotHereException(Kind kind, String name) {
    super(kind + " " + name);
    this.kind = kind;
    this.name = name;
  }

  public Kind kind() {
    return kind;
  }

  /** The name as it was asked for; for an engine, a sentence that says what to install. */
  public String name() {
    return name;
  }
}
