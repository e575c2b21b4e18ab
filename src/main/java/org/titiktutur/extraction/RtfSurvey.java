package org.titiktutur.extraction;

import java.util.HashMap;
import java.util.Map;

/** What must be known of an RTF before its text can be told. */
final class RtfSurvey {

  private static final int SAMPLE = 20_000;

  private final StringBuilder sample = new StringBuilder();
  private final Map<String, Long> languages = new HashMap<>();
  private boolean headings;

  /** There is a heading. */
  void heading() {
    headings = true;
  }

  /** There are words in this language; null: not said. */
  void words(String language, String words) {
    if (sample.length() < SAMPLE) {
      sample.append(words).append(' ');
    }
    if (language != null) {
      languages.merge(language, (long) words.length(), Long::sum);
    }
  }

  boolean hasHeadings() {
    return headings;
  }

  /** The first words. */
  String sample() {
    return sample.toString();
  }

  /** The language of most of the text; null if none is said. */
  String language() {
    return languages.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
