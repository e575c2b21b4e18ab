package org.titiktutur.production;

import java.text.Normalizer;
import java.util.Locale;
import org.titiktutur.catalog.Lexeme;

/**
 * A word and how it is said, as somebody typed it.
 *
 * @param language BCP 47
 */
public record TypedWord(String language, String written, Lexeme.Kind kind, String said) {

  /** Without what typing brings along: blanks, composed letters, slashes around sounds. */
  TypedWord cleaned() {
    return new TypedWord(
        Locale.forLanguageTag(language).getLanguage(),
        blanks(Normalizer.normalize(written, Normalizer.Form.NFC)),
        kind,
        blanks(
            kind == Lexeme.Kind.IPA ? ipa(said) : Normalizer.normalize(said, Normalizer.Form.NFC)));
  }

  private static String blanks(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** Signs that keyboards have in place of those of the IPA become these. */
  private static String ipa(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFD)
        .replace("c\u0327", "ç")
        .replace('\'', 'ˈ')
        .replace('’', 'ˈ')
        .replace(':', 'ː')
        .strip()
        .replaceAll("^[/\\[](.*)[/\\]]$", "$1");
  }
}
