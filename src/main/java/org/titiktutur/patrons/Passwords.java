package org.titiktutur.patrons;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id with 19 MiB, two passes and one lane, as OWASP advises; kept as a PHC string, so that
 * the costs can be raised later.
 */
final class Passwords {

  /** Characters of the shortest password that a person may choose. */
  static final int SHORTEST = 10;

  private static final int KIBIBYTES = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int LENGTH = 32;
  private static final Pattern PHC =
      Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)");
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Each takes its 19 MiB of a small heap. */
  private static final Semaphore AT_A_TIME = new Semaphore(2);

  /** Takes as long to refuse a name that nobody has as a wrong password. */
  private static final String NOBODYS = hash(oneTime());

  private Passwords() {}

  static String hash(String password) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    byte[] hash = argon2id(password, salt, KIBIBYTES, PASSES, LANES, LENGTH);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            KIBIBYTES, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /**
   * Whether this is the password.
   *
   * @param phc null if there is nobody of that name; takes its time all the same
   */
  static boolean matches(String password, String phc) {
    Matcher parts = PHC.matcher(phc == null ? NOBODYS : phc);
    if (!parts.matches()) {
      throw new IllegalStateException("not a PHC string of Argon2id");
    }
    byte[] salt = Base64.getDecoder().decode(parts.group(4));
    byte[] hash = Base64.getDecoder().decode(parts.group(5));
    byte[] given =
        argon2id(
            password,
            salt,
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            hash.length);
    return MessageDigest.isEqual(hash, given) && phc != null;
  }

  /** Four groups of five letters and digits that can be read aloud. */
  static String oneTime() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      if (i > 0 && i % 5 == 0) {
        password.append('-');
      }
      password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  private static byte[] argon2id(
      String password, byte[] salt, int kibibytes, int passes, int lanes, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    AT_A_TIME.acquireUninterruptibly();
    try {
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(kibibytes)
              .withIterations(passes)
              .withParallelism(lanes)
              .withSalt(salt)
              .build());
      byte[] hash = new byte[length];
      generator.generateBytes(
          Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(UTF_8), hash);
      return hash;
    } finally {
      AT_A_TIME.release();
    }
  }
}
