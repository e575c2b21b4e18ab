package org.titiktutur.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.titiktutur.publication.BookWords;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Origin;

/**
 * The words that are said beside a book's own, from {@code resources/messages/announcements_*}, in
 * the language in which {@link BookWords} are written.
 */
final class BookVoice {

  private static final Map<String, BookVoice> ALL = new ConcurrentHashMap<>();

  private final String language;
  private final Properties words = new Properties();

  private BookVoice(String language) {
    this.language = language;
    String file = "/messages/announcements_" + language + ".properties";
    try (InputStream in = BookVoice.class.getResourceAsStream(file)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * For a book.
   *
   * @param bookLanguage BCP 47
   */
  static BookVoice of(String bookLanguage) {
    String primary = new Language(bookLanguage, Origin.DECLARED).primary();
    return ALL.computeIfAbsent(BookWords.languageOf(primary), BookVoice::new);
  }

  /** What language the words are in. */
  String language() {
    return language;
  }

  /** Words with places for numbers, which choose between one and many, and for texts. */
  String say(String key, Object... arguments) {
    String pattern = words.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no words for " + key);
    }
    return new MessageFormat(pattern, Locale.forLanguageTag(language)).format(arguments);
  }
}
