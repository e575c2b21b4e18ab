package org.titiktutur.web;

import jakarta.ws.rs.core.NewCookie;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.titiktutur.production.Tongue;

/** Which language a visitor is spoken to in. */
public final class Tongues {

  static final String COOKIE = "titik-bahasa";

  /** Whoever reads one of these reads Indonesian rather than English. */
  private static final Set<String> NUSANTARA =
      Set.of(
          "id", "in", "ms", "jv", "jw", "su", "mad", "min", "ban", "bug", "ace", "bjn", "sas",
          "mak", "bbc", "btk");

  private Tongues() {}

  /**
   * What {@code Accept-Language} asks for: Indonesian unless it prefers another language, then
   * English.
   *
   * @param header null if there is none
   */
  static Tongue accepted(String header) {
    if (header == null || header.isBlank()) {
      return Tongue.INDONESIAN;
    }
    try {
      List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
      return ranges.stream()
          .filter(range -> range.getWeight() > 0)
          .map(range -> ofTag(range.getRange()))
          .findFirst()
          .orElse(Tongue.INDONESIAN);
    } catch (IllegalArgumentException e) {
      return Tongue.INDONESIAN;
    }
  }

  private static Tongue ofTag(String range) {
    String language = range.split("-", 2)[0].toLowerCase(Locale.ROOT);
    return language.equals("*") || NUSANTARA.contains(language)
        ? Tongue.INDONESIAN
        : Tongue.ENGLISH;
  }

  /**
   * @param cookie null if the visitor has not chosen
   */
  static Tongue chosen(String cookie, String header) {
    for (Tongue tongue : Tongue.values()) {
      if (tongue.tag().equals(cookie)) {
        return tongue;
      }
    }
    return accepted(header);
  }

  /** Keeps a visitor's choice for a year. */
  public static NewCookie cookie(Tongue tongue, Visitor visitor) {
    return new NewCookie.Builder(COOKIE)
        .value(tongue.tag())
        .path(visitor.link("/"))
        .maxAge(365 * 24 * 3600)
        .httpOnly(true)
        .secure(visitor.secure())
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
