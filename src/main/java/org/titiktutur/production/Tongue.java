package org.titiktutur.production;

import java.util.Locale;

/** A language that we ourselves speak to people. */
public enum Tongue {
  INDONESIAN("id"),
  ENGLISH("en");

  private final String tag;

  Tongue(String tag) {
    this.tag = tag;
  }

  public String tag() {
    return tag;
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /**
   * What a POSIX locale asks for: Indonesian unless it names another language, and {@code C} means
   * English.
   *
   * @param locale value of {@code LC_ALL}, {@code LC_MESSAGES} or {@code LANG}; null or empty if
   *     none is set
   */
  public static Tongue ofLocale(String locale) {
    if (locale == null || locale.isBlank()) {
      return INDONESIAN;
    }
    String language = locale.split("[_.@-]", 2)[0].toLowerCase(Locale.ROOT);
    return language.equals("id") || language.equals("in") ? INDONESIAN : ENGLISH;
  }
}
