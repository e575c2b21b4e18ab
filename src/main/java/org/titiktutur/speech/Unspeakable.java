package org.titiktutur.speech;

/** An engine knows that it cannot say a text. */
final class Unspeakable extends Exception {

  private static final long serialVersionUID = 1L;

  Unspeakable(String why) {
    super(why);
  }
}
