package org.titiktutur.speech;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which voice reads which language: the reader's choice for the book's own language, Kevin for
 * English, eSpeak NG for every other; a neighbour's voice where a language has none.
 */
final class Casting {

  /** eSpeak NG's names where they differ from BCP 47. */
  private static final Map<String, String> ESPEAK_NAMES =
      Map.of("zh", "cmn", "zh-hk", "yue", "no", "nb", "nn", "nb", "en-gb", "en", "tl", "es");

  /** Languages without a voice that are written much as Indonesian is. */
  private static final List<String> NEAR_INDONESIAN =
      List.of("jv", "su", "mad", "min", "ban", "bug", "ace", "bjn", "bbc", "sas");

  private final Engines engines;
  private final String bookLanguage;
  private final Voice asked;
  private final Map<String, Voice> chosen = new HashMap<>();
  private final Map<String, Voice> missing = new TreeMap<>();

  /**
   * A cast for one book.
   *
   * @param bookLanguage BCP 47
   * @param asked for the book's language; null for the usual one
   */
  Casting(Engines engines, String bookLanguage, Voice asked) {
    this.engines = engines;
    this.bookLanguage = bookLanguage;
    this.asked = asked;
  }

  /**
   * The voice that reads a language if nobody asks for another, as far as the tag alone tells: not
   * where it depends on the voices of this machine.
   *
   * @param language BCP 47
   */
  static Optional<Voice> usual(String language) {
    String tag = language.toLowerCase(Locale.ROOT);
    if (primary(tag).equals("en")) {
      return Optional.of(new Voice(FreeTts.NAME, FreeTts.KEVIN));
    }
    return tag.contains("-") || NEAR_INDONESIAN.contains(tag)
        ? Optional.empty()
        : Optional.of(new Voice(EspeakNg.NAME, ESPEAK_NAMES.getOrDefault(tag, tag)));
  }

  /** The voice for blocks of a language. */
  Voice voice(String language) {
    return chosen.computeIfAbsent(language, this::choose);
  }

  /** Languages that another language's voice had to read so far, with that voice. */
  Map<String, Voice> missing() {
    return missing;
  }

  /** The voice for a passage of a language, by the engine that reads the words around it. */
  Voice voice(String language, Voice around) {
    if (primary(language).equals(primary(bookLanguage)) && isAsked(around)) {
      return around;
    }
    if (!around.engine().equals(EspeakNg.NAME)) {
      return around;
    }
    Voice espeak = espeak(language);
    if (espeak == null) {
      missing.put(language, around);
      return around;
    }
    boolean same = primary(language).equals(primary(around.name()));
    return same ? around : espeak;
  }

  private boolean isAsked(Voice voice) {
    return asked != null && asked.equals(voice);
  }

  private Voice choose(String language) {
    String primary = primary(language);
    if (asked != null && primary.equals(primary(bookLanguage))) {
      return asked;
    }
    Voice kevin = new Voice(FreeTts.NAME, FreeTts.KEVIN);
    if (primary.equals("en")) {
      return kevin;
    }
    Voice espeak = espeak(language);
    if (espeak != null) {
      return espeak;
    }
    Voice neighbour = NEAR_INDONESIAN.contains(primary) ? espeak("id") : null;
    if (neighbour == null) {
      neighbour = primary.equals(primary(bookLanguage)) ? espeak("id") : voice(bookLanguage);
    }
    neighbour = neighbour == null ? kevin : neighbour;
    missing.put(language, neighbour);
    return neighbour;
  }

  /** eSpeak NG's voice for the longest part of the tag that it knows, or null. */
  private Voice espeak(String language) {
    for (String tag = language.toLowerCase(Locale.ROOT); !tag.isEmpty(); tag = shorter(tag)) {
      Voice voice = new Voice(EspeakNg.NAME, ESPEAK_NAMES.getOrDefault(tag, tag));
      if (engines.has(voice)) {
        return voice;
      }
    }
    return null;
  }

  private static String shorter(String tag) {
    return tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
  }

  /** Of a language tag, or of a voice of eSpeak NG, whose names begin as tags do. */
  static String primary(String tag) {
    int end = 0;
    while (end < tag.length() && Character.isLetter(tag.charAt(end))) {
      end++;
    }
    return tag.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
