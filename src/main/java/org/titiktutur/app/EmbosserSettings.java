package org.titiktutur.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.titiktutur.production.BadOptionException;
import org.titiktutur.production.Embosser;

/**
 * The embossers of a configuration: {@code embosser.NAME = tcp://HOST:9100}, and for each of them,
 * if wanted, {@code embosser.NAME.label}, {@code .model}, {@code .paper}, {@code .duplex} and
 * {@code .pages-per-hour}.
 */
final class EmbosserSettings {

  private static final Pattern KEY =
      Pattern.compile("(embosser\\.[a-z0-9-]+)(?:\\.(label|model|paper|duplex|pages-per-hour))?");

  private static final String USUAL_PAPER = "42x29";

  private EmbosserSettings() {}

  static boolean isKey(String key) {
    return KEY.matcher(key).matches();
  }

  /**
   * Makes devices of them, in the order of their names.
   *
   * @param given by keys that are such
   */
  static List<Embosser> read(Map<String, String> given) throws Configuration.WrongSettingException {
    Map<String, String> settings = new TreeMap<>(given);
    List<Embosser> embossers = new ArrayList<>();
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      Matcher key = KEY.matcher(setting.getKey());
      if (!key.matches()) {
        throw new IllegalArgumentException(setting.getKey());
      }
      String device = key.group(1);
      if (!settings.containsKey(device)) {
        throw new Configuration.WrongSettingException("config.embosser.none", device);
      }
      if (key.group(2) == null) {
        embossers.add(embosser(device, settings));
      }
    }
    return List.copyOf(embossers);
  }

  private static Embosser embosser(String device, Map<String, String> settings)
      throws Configuration.WrongSettingException {
    String duplex = settings.getOrDefault(device + ".duplex", "no");
    if (!duplex.matches("yes|no|true|false")) {
      throw wrong(device + ".duplex", duplex, "no");
    }
    Optional<String> pace = Optional.ofNullable(settings.get(device + ".pages-per-hour"));
    if (pace.isPresent() && !pace.get().matches("[1-9]\\d{0,4}")) {
      throw wrong(device + ".pages-per-hour", pace.get(), "300");
    }
    try {
      return Embosser.of(
          device.substring(device.indexOf('.') + 1),
          Optional.ofNullable(settings.get(device + ".label")),
          settings.get(device),
          Optional.ofNullable(settings.get(device + ".model")),
          Optional.ofNullable(settings.get(device + ".paper")),
          duplex.matches("yes|true"),
          pace.map(Integer::valueOf));
    } catch (BadOptionException e) {
      switch (e.option()) {
        case "paper" -> throw wrong(device + ".paper", e.value(), USUAL_PAPER);
        case "duplex" -> throw wrong(device + ".duplex", duplex, "no");
        case "model" ->
            throw new Configuration.WrongSettingException(
                "config.embosser.model", device + ".model", e.value());
        default -> {}
      }
      throw new Configuration.WrongSettingException(
          "config.embosser.wrong", device, settings.get(device));
    }
  }

  private static Configuration.WrongSettingException wrong(String key, String value, String usual) {
    return new Configuration.WrongSettingException("config.wrong", key, value, usual);
  }
}
