package org.titiktutur.extraction;

import com.ibm.icu.util.ULocale;
import java.util.Locale;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Origin;

/**
 * Language tags as files really give them: {@code id_ID}, {@code ind}, {@code Bahasa Indonesia}.
 */
final class LanguageTags {

  private LanguageTags() {}

  /** The tag that is meant; null if none is. */
  static String clean(String given) {
    if (given == null || given.isBlank() || given.length() > 60) {
      return null;
    }
    String tag = given.strip().replace('_', '-').replaceFirst("\\..*", "");
    tag =
        switch (tag.toLowerCase(Locale.ROOT)) {
          case "indonesia", "indonesian", "bahasa indonesia", "bahasa" -> "id";
          case "english", "inggris", "bahasa inggris" -> "en";
          case "jawa", "javanese", "bahasa jawa", "jw" -> "jv";
          case "sunda", "sundanese", "bahasa sunda" -> "su";
          case "arab", "arabic", "bahasa arab" -> "ar";
          case "melayu", "malay", "bahasa melayu" -> "ms";
          case "mul", "mis", "zxx", "und", "x-default", "c" -> "";
          default -> tag;
        };
    int dash = tag.indexOf('-');
    String primary = dash < 0 ? tag : tag.substring(0, dash);
    if (primary.length() == 3) {
      tag = shorter(primary.toLowerCase(Locale.ROOT)) + (dash < 0 ? "" : tag.substring(dash));
    }
    return Language.isTag(tag) ? new Language(tag, Origin.DECLARED).tag() : null;
  }

  /** Whether two tags, however written, name the same language, wherever it is spoken. */
  static boolean isSame(String one, String other) {
    String first = clean(one);
    String second = clean(other);
    return first != null
        && second != null
        && new Language(first, Origin.DECLARED)
            .primary()
            .equals(new Language(second, Origin.DECLARED).primary());
  }

  /** ISO 639-1 for a code of ISO 639-2 or 639-3 that has one; BCP 47 wants the shorter. */
  private static String shorter(String code) {
    return switch (code) {
      case "ger" -> "de";
      case "fre" -> "fr";
      case "dut" -> "nl";
      case "chi" -> "zh";
      case "may" -> "ms";
      default -> new ULocale(code).getLanguage();
    };
  }
}
