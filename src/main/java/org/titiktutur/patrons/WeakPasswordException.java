package org.titiktutur.patrons;

/** A password that is too easy to guess. */
public final class WeakPasswordException extends Exception {
  private static final long serialVersionUID = 1L;

  WeakPasswordException() {
    super("weak password");
  }

  /** Characters that a password must have. */
  public int shortest() {
    return Passwords.SHORTEST;
  }
}
