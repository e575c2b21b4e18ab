package org.titiktutur.storage;

import java.security.SecureRandom;

/**
 * Makes ids: 26 characters of lower-case letters and digits that say nothing, sort by the time they
 * were made, and cannot be guessed from each other.
 */
public final class Ids {

  private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LENGTH = 26;
  private static final int TIME_LENGTH = 10;

  private static long last;

  private Ids() {}

  public static String next() {
    char[] id = new char[LENGTH];
    long time = tick();
    for (int i = TIME_LENGTH - 1; i >= 0; i--) {
      id[i] = DIGITS[(int) (time & 31)];
      time >>>= 5;
    }
    byte[] random = new byte[LENGTH - TIME_LENGTH];
    RANDOM.nextBytes(random);
    for (int i = TIME_LENGTH; i < LENGTH; i++) {
      id[i] = DIGITS[random[i - TIME_LENGTH] & 31];
    }
    return new String(id);
  }

  /** Never the same time twice, so that ids made in the same millisecond sort too. */
  private static synchronized long tick() {
    last = Math.max(last + 1, System.currentTimeMillis());
    return last;
  }
}
