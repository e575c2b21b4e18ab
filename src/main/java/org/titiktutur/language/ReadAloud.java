package org.titiktutur.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Turns what is written into what is said: numbers, money, dates, times, units, abbreviations and
 * acronyms in words, typography made plain. One for each thread.
 */
public final class ReadAloud {

  private final Rules rules;

  private ReadAloud(Rules rules) {
    this.rules = rules;
  }

  /**
   * How one language is read.
   *
   * @param tag BCP 47; in a language without rules of its own only typography is made plain, and
   *     numbers are left to the voice
   */
  public static ReadAloud forLanguage(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    return new ReadAloud(
        switch (locale.getLanguage()) {
          case "id", "in" -> new IndonesianRules();
          case "en" -> new EnglishRules(isMonthFirst(locale));
          default -> null;
        });
  }

  private static boolean isMonthFirst(Locale locale) {
    return switch (locale.getCountry()) {
      case "", "US", "PH" -> true;
      default -> false;
    };
  }

  /** What is said for a text, each word with the characters of the text that it came from. */
  public Spoken read(String text) {
    return rules == null ? plain(text) : rules.read(text);
  }

  private static Spoken plain(String source) {
    Written written = new Written(source);
    String text = written.text();
    List<Spoken.Token> tokens = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int end = i + 1;
      while (end < text.length() && (text.charAt(end) == ' ') == (text.charAt(i) == ' ')) {
        end++;
      }
      tokens.add(new Spoken.Token(text.substring(i, end), written.start(i), written.start(end)));
      i = end;
    }
    return new Spoken(tokens);
  }
}
