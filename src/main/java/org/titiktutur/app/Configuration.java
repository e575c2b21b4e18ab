package org.titiktutur.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.titiktutur.production.Embosser;
import org.titiktutur.storage.DatabaseSettings;
import org.titiktutur.web.Proxies;
import org.titiktutur.web.WebSettings;

/**
 * How the service is set up: flags, then {@code TITIK_*}, then the file {@code titik.conf} of the
 * data folder. All of it is checked before anything starts.
 *
 * @param embossers the only devices that the service reaches
 */
record Configuration(
    Path data,
    int port,
    String host,
    DatabaseSettings database,
    String prefix,
    Proxies proxies,
    long uploadLimit,
    long soundsLimit,
    int requestsAMinute,
    boolean metricsForAll,
    int workers,
    boolean logToFile,
    LogLevel logLevel,
    List<Embosser> embossers) {

  static final String FILE = "titik.conf";
  private static final long MEBIBYTE = 1L << 20;

  /** How much is logged. */
  enum LogLevel {
    DEBUG,
    INFO,
    WARN,
    ERROR
  }

  /** A setting that cannot be; the sentence's key in {@code messages/cli} and what fills it. */
  static final class WrongSettingException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final transient Object[] arguments;

    WrongSettingException(String sentence, Object... arguments) {
      super(sentence + " " + Arrays.toString(arguments));
      this.sentence = sentence;
      this.arguments = arguments.clone();
    }

    String sentence() {
      return sentence;
    }

    Object[] arguments() {
      return arguments.clone();
    }
  }

  /** Where the data lie if nothing else is said. */
  static Path usualData(UnaryOperator<String> environment) {
    String data = environment.apply("TITIK_DATA");
    if (data != null && !data.isBlank()) {
      return Path.of(data);
    }
    String home = environment.apply("XDG_DATA_HOME");
    Path folder =
        home != null && !home.isBlank()
            ? Path.of(home)
            : Path.of(System.getProperty("user.home"), ".local", "share");
    return folder.resolve("titik-tutur");
  }

  /**
   * Reads and checks all of it.
   *
   * @param flags what the command line says
   * @param environment all of it; a variable that begins like ours and is none is refused
   */
  static Configuration read(
      Path data, Map<ConfigurationKey, String> flags, Map<String, String> environment)
      throws WrongSettingException, IOException {
    Map<String, String> embossers = new TreeMap<>();
    Map<ConfigurationKey, String> values = new EnumMap<>(ConfigurationKey.class);
    Path file = data.resolve(FILE);
    if (Files.exists(file)) {
      readFile(file, values, embossers);
    }
    for (String variable : new TreeSet<>(environment.keySet())) {
      if (variable.startsWith("TITIK_") && !ConfigurationKey.isVariable(variable)) {
        throw new WrongSettingException(
            "config.unknown-variable", variable, ConfigurationKey.nearestVariable(variable));
      }
    }
    for (ConfigurationKey key : ConfigurationKey.values()) {
      String value = environment.get(key.variable());
      if (value != null && !value.isBlank()) {
        values.put(key, value.strip());
      }
    }
    values.putAll(flags);
    return check(data, new Values(values), embossers);
  }

  private static void readFile(
      Path file, Map<ConfigurationKey, String> values, Map<String, String> embossers)
      throws WrongSettingException, IOException {
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] sides = line.split("=", 2);
      String key = sides[0].strip();
      if (sides.length < 2) {
        throw new WrongSettingException("config.line", file, i + 1);
      }
      if (EmbosserSettings.isKey(key)) {
        embossers.put(key, sides[1].strip());
        continue;
      }
      Optional<ConfigurationKey> known = ConfigurationKey.find(key);
      if (known.isEmpty()) {
        throw new WrongSettingException(
            "config.unknown", key, file, i + 1, ConfigurationKey.nearest(key));
      }
      values.put(known.get(), sides[1].strip());
    }
  }

  private static Configuration check(Path data, Values values, Map<String, String> embossers)
      throws WrongSettingException {
    int cores = Runtime.getRuntime().availableProcessors();
    int workers = values.number(ConfigurationKey.WORKERS, 0, 256);
    return new Configuration(
        data,
        values.number(ConfigurationKey.PORT, 0, 65_535),
        values.text(ConfigurationKey.HOST),
        database(data, values),
        prefix(values),
        proxies(values),
        values.number(ConfigurationKey.UPLOAD_LIMIT, 1, 100_000) * MEBIBYTE,
        values.number(ConfigurationKey.SOUNDS_LIMIT, 0, 10_000_000) * MEBIBYTE,
        values.number(ConfigurationKey.REQUESTS_A_MINUTE, 0, 1_000_000),
        values.oneOf(ConfigurationKey.METRICS, "loopback", "all").equals("all"),
        workers == 0 ? Math.max(1, cores) : workers,
        values.oneOf(ConfigurationKey.LOG_TO, "file", "stderr").equals("file"),
        LogLevel.valueOf(
            values
                .oneOf(ConfigurationKey.LOG_LEVEL, "debug", "info", "warn", "error")
                .toUpperCase(java.util.Locale.ROOT)),
        EmbosserSettings.read(embossers));
  }

  private static DatabaseSettings database(Path data, Values values) throws WrongSettingException {
    String address = values.text(ConfigurationKey.DATABASE);
    if (address.isEmpty()) {
      return DatabaseSettings.sqlite(data);
    }
    if (!address.startsWith("jdbc:postgresql:")) {
      throw values.wrong(ConfigurationKey.DATABASE, address);
    }
    return DatabaseSettings.postgresql(
        address,
        values.text(ConfigurationKey.DATABASE_USER),
        values.text(ConfigurationKey.DATABASE_PASSWORD),
        data);
  }

  private static Proxies proxies(Values values) throws WrongSettingException {
    String headers = values.oneOf(ConfigurationKey.PROXY_HEADERS, "x-forwarded", "forwarded");
    Proxies.Dialect dialect =
        headers.equals("forwarded") ? Proxies.Dialect.FORWARDED : Proxies.Dialect.X_FORWARDED;
    String where = values.text(ConfigurationKey.BEHIND_PROXY);
    if (where.matches("no|false")) {
      return Proxies.NONE;
    }
    if (where.matches("yes|true")) {
      return Proxies.here(dialect);
    }
    try {
      return Proxies.at(where, dialect);
    } catch (IllegalArgumentException e) {
      throw values.wrong(ConfigurationKey.BEHIND_PROXY, where);
    }
  }

  private static String prefix(Values values) throws WrongSettingException {
    String prefix = values.text(ConfigurationKey.PREFIX);
    String bare = prefix.equals("/") ? "" : prefix.replaceFirst("/$", "");
    if (!bare.matches("(/[A-Za-z0-9._~-]+)*")) {
      throw values.wrong(ConfigurationKey.PREFIX, prefix);
    }
    return bare;
  }

  /** The web's part of it. */
  WebSettings web(Path uploads) {
    return new WebSettings(
        host, port, prefix, proxies, uploadLimit, requestsAMinute, metricsForAll, uploads);
  }

  /** Texts that become values, or are refused with what would fit. */
  private record Values(Map<ConfigurationKey, String> given) {
    String text(ConfigurationKey key) {
      return given.getOrDefault(key, key.usual());
    }

    int number(ConfigurationKey key, int least, int most) throws WrongSettingException {
      String value = text(key);
      if (!value.matches("\\d{1,9}")
          || Integer.parseInt(value) < least
          || Integer.parseInt(value) > most) {
        throw wrong(key, value);
      }
      return Integer.parseInt(value);
    }

    String oneOf(ConfigurationKey key, String... choices) throws WrongSettingException {
      String value = text(key);
      if (!List.of(choices).contains(value)) {
        throw wrong(key, value);
      }
      return value;
    }

    WrongSettingException wrong(ConfigurationKey key, String value) {
      return new WrongSettingException("config.wrong", key.key(), value, key.usual());
    }
  }
}
