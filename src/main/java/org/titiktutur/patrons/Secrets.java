package org.titiktutur.patrons;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.titiktutur.storage.Database;

/**
 * Random values that nobody guesses, their hashes, and signatures with a key that never leaves the
 * database.
 */
final class Secrets {

  private static final String KEY = "signing";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  Secrets(Database database) {
    String value =
        database.write(
            handle -> {
              handle
                  .createUpdate(
                      "INSERT INTO secret (name, value) VALUES (:name, :value) ON CONFLICT DO NOTHING")
                  .bind("name", KEY)
                  .bind("value", random())
                  .execute();
              return handle
                  .createQuery("SELECT value FROM secret WHERE name = :name")
                  .bind("name", KEY)
                  .mapTo(String.class)
                  .one();
            });
    this.key = new SecretKeySpec(value.getBytes(UTF_8), "HmacSHA256");
  }

  /** 256 bits, as 43 letters that need no escaping anywhere. */
  static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String sha256(String value) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Signs a value.
   *
   * @param purpose so that a signature made for one thing is worth nothing for another
   */
  String sign(String purpose, String value) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] signature = mac.doFinal((purpose + "\n" + value).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isSigned(String purpose, String value, String signature) {
    return MessageDigest.isEqual(sign(purpose, value).getBytes(UTF_8), signature.getBytes(UTF_8));
  }
}
