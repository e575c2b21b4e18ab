package org.titiktutur.production;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a book can be asked for as. Codes are a contract: command line, API and stored renditions
 * use them.
 */
public enum Format {
  MP3("mp3"),
  M4B("m4b"),
  DAISY202("daisy202"),
  DAISY3("daisy3"),
  EPUB3("epub3"),
  EPUB("epub"),
  BRF("brf"),
  PEF("pef"),
  EBRAILLE("ebraille"),
  LARGE_PRINT("large-print"),
  HTML("html"),
  TXT("txt");

  private final String code;

  Format(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Format> find(String code) {
    return Arrays.stream(values())
        .filter(format -> format.code.equals(code.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
