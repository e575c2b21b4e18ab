package org.titiktutur.embossing;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Bytes that a machine understands.
 *
 * @param hex two digits for each, upper case
 */
public record Bytes(String hex) {

  public static final Bytes NONE = new Bytes("");

  public Bytes {
    requireNonNull(hex);
    hex = HexFormat.of().withUpperCase().formatHex(HexFormat.of().parseHex(hex));
  }

  /** Those of a text of characters up to U+00FF. */
  public static Bytes of(String text) {
    return new Bytes(HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  byte[] toArray() {
    return HexFormat.of().parseHex(hex);
  }
}
