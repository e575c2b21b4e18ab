package org.titiktutur.catalog;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Words without case and accents, so that {@code cafe} finds {@code Café}. */
final class Folded {

  private Folded() {}

  static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  /** One space before each word. */
  static String column(String title, List<String> authors) {
    return " " + String.join(" ", words(title + " " + String.join(" ", authors)));
  }
}
