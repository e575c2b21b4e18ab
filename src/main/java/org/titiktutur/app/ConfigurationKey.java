package org.titiktutur.app;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be configured. What each key means is written once, in {@code messages/cli_*} under
 * {@code config.KEY}; {@code docs/configuration.md} is made from that.
 */
enum ConfigurationKey {
  PORT("8080"),
  HOST("127.0.0.1"),
  DATABASE(""),
  DATABASE_USER(""),
  DATABASE_PASSWORD(""),
  PREFIX(""),
  BEHIND_PROXY("no"),
  UPLOAD_LIMIT("500"),
  REQUESTS_A_MINUTE("1200"),
  METRICS("loopback"),
  WORKERS("0"),
  LOG_TO("file"),
  LOG_LEVEL("info");

  private final String usual;

  ConfigurationKey(String usual) {
    this.usual = usual;
  }

  /** As the file has it. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As the environment has it. */
  String variable() {
    return "TITIK_" + name();
  }

  String usual() {
    return usual;
  }

  static Optional<ConfigurationKey> find(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }

  /** The key that somebody who wrote this may have meant. */
  static String nearest(String key) {
    return Arrays.stream(values())
        .map(ConfigurationKey::key)
        .min(Comparator.comparingInt(each -> distance(each, key)))
        .orElseThrow();
  }

  /** Levenshtein's. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? diagonal : diagonal + 1;
        row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[right.length()];
  }
}
