package org.titiktutur.storage;

/**
 * What the store keeps.
 *
 * @param sha256 of its bytes, in lower-case hex; also its name
 * @param bytes how many
 */
public record Blob(String sha256, long bytes) {

  private static final java.util.regex.Pattern NAME =
      java.util.regex.Pattern.compile("[0-9a-f]{64}");

  public Blob {
    if (!isName(sha256) || bytes < 0) {
      throw new IllegalArgumentException("not a blob: " + sha256 + ", " + bytes + " bytes");
    }
  }

  static boolean isName(String sha256) {
    return sha256 != null && NAME.matcher(sha256).matches();
  }
}
