package org.titiktutur.web;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Names a request, so that what a person sees and what the log holds can be told to belong. */
final class References {

  /** Attribute of a request. */
  static final String ATTRIBUTE = "titik.reference";

  private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
  private static final RandomGenerator RANDOM = new SecureRandom();

  private References() {}

  /** Ten letters and digits that cannot be mistaken for one another when read aloud. */
  static String fresh() {
    StringBuilder reference = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      reference.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return reference.toString();
  }
}
