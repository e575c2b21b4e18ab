package org.titiktutur.publication;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Set;

/**
 * A language and how we came to know it.
 *
 * @param tag BCP 47, in canonical case: {@code id}, {@code en-GB}, {@code ar}
 */
public record Language(String tag, Origin origin) {

  /** What a text is taken for when nothing else is known: the language of the library. */
  public static final Language DEFAULT = new Language("id", Origin.DEFAULT);

  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi");

  private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
      Set.of("Arab", "Hebr", "Syrc", "Thaa", "Nkoo");

  public Language {
    requireNonNull(origin);
    if (!isTag(tag)) {
      throw new IllegalArgumentException("not a language tag: " + tag);
    }
    tag = Locale.forLanguageTag(tag).toLanguageTag();
  }

  public static boolean isTag(String tag) {
    return tag != null && !Locale.forLanguageTag(tag).getLanguage().isEmpty();
  }

  /**
   * The first subtag alone, with old codes made new: {@code id} for {@code id-ID} and for {@code
   * in}.
   */
  public String primary() {
    int dash = tag.indexOf('-');
    return dash < 0 ? tag : tag.substring(0, dash);
  }

  /** Whether it is written from right to left, by its script if the tag names one (Jawi, Pegon). */
  public boolean rightToLeft() {
    String script = Locale.forLanguageTag(tag).getScript();
    return script.isEmpty()
        ? RIGHT_TO_LEFT.contains(primary())
        : RIGHT_TO_LEFT_SCRIPTS.contains(script);
  }

  public boolean speaksAs(Language other) {
    return primary().equals(other.primary());
  }
}
