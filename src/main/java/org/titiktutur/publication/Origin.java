package org.titiktutur.publication;

/** How we came to know the language of a text. */
public enum Origin {
  /** A person asked for it. */
  ASKED,
  /** The source file says so. */
  DECLARED,
  /** Guessed from the words. */
  DETECTED,
  /** Nothing said so and the text was too short to guess: the library's own language. */
  DEFAULT
}
