package org.titiktutur.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
  PROXY_HEADERS("x-forwarded"),
  UPLOAD_LIMIT("500"),
  SOUNDS_LIMIT("2000"),
  REQUESTS_A_MINUTE("1200"),
  METRICS("loopback"),
  WORKERS("0"),
  LOG_TO("file"),
  LOG_LEVEL("info");

  private static final Set<String> OTHER_VARIABLES =
      Set.of(
          "TITIK_DATA", "TITIK_TOKEN", "TITIK_LOG", "TITIK_LANG", "TITIK_TERMINAL", "TITIK_RUNG");

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

  /**
   * Whether a variable of the environment is a setting, or is read by the launcher or elsewhere.
   */
  static boolean isVariable(String variable) {
    return OTHER_VARIABLES.contains(variable)
        || Arrays.stream(values()).anyMatch(each -> each.variable().equals(variable));
  }

  /** The variable that somebody who wrote this may have meant. */
  static String nearestVariable(String variable) {
    return Nearest.of(
        variable,
        Stream.concat(
            Arrays.stream(values()).map(ConfigurationKey::variable), OTHER_VARIABLES.stream()));
  }

  /** The key that somebody who wrote this may have meant. */
  static String nearest(String key) {
    return Nearest.of(key, Arrays.stream(values()).map(ConfigurationKey::key));
  }
}
