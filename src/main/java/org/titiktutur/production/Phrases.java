package org.titiktutur.production;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;

/**
 * Sentences for people, from {@code resources/messages/NAME_TAG.properties} (UTF-8). {@code {0}}
 * stands for the first argument, {@code {0,language}} for the name of the language whose tag it is.
 */
public final class Phrases {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)(,language)?}");

  private final Tongue tongue;
  private final String name;
  private final Properties sentences = new Properties();

  public Phrases(String name, Tongue tongue) {
    this.name = name;
    this.tongue = tongue;
    String file = "/messages/" + name + "_" + tongue.tag() + ".properties";
    try (InputStream in = Phrases.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new MissingResourceException("no " + file, name, "");
      }
      sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Tongue tongue() {
    return tongue;
  }

  public Set<String> keys() {
    return sentences.stringPropertyNames();
  }

  public String say(String key, Object... arguments) {
    return fill(key, Arrays.stream(arguments).map(String::valueOf).toList());
  }

  /** What was found and what to do about it, as one line. */
  public String say(Finding finding) {
    return fill(finding.code().code(), finding.arguments())
        + " "
        + fill(finding.code().code() + ".do", finding.arguments());
  }

  /**
   * Why a source was refused and what to do, as one sentence on one line of at most 400 characters.
   *
   * <p>Names of files are the only thing that can be longer than that allows; the end of the line
   * is what to do, so the middle gives way.
   */
  public String refuse(Finding finding) {
    String what = fill(finding.code().code(), finding.arguments()).replaceFirst("\\.$", "");
    String action = action(finding.code(), finding.arguments());
    String end = "; " + action.substring(0, 1).toLowerCase(Locale.ROOT) + action.substring(1);
    int room = 400 - end.length();
    String fits = what.length() <= room ? what : what.substring(0, room - 1) + "…";
    return (fits + end).replaceAll("\\s+", " ");
  }

  /** A sentence with its places unfilled. */
  String pattern(String key) {
    String sentence = sentences.getProperty(key);
    if (sentence == null) {
      throw new MissingResourceException("no sentence for " + key, name, key);
    }
    return sentence;
  }

  private String action(FindingCode code, List<String> arguments) {
    return fill(code.code() + ".do", arguments);
  }

  private String fill(String key, List<String> arguments) {
    Matcher place = PLACE.matcher(pattern(key));
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      int index = Integer.parseInt(place.group(1));
      String argument = index < arguments.size() ? arguments.get(index) : "?";
      place.appendReplacement(
          filled,
          Matcher.quoteReplacement(place.group(2) == null ? argument : languageName(argument)));
    }
    return place.appendTail(filled).toString();
  }

  private String languageName(String tag) {
    return Locale.forLanguageTag(tag).getDisplayName(tongue.locale());
  }
}
