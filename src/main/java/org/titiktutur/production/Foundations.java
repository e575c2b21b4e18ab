package org.titiktutur.production;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.titiktutur.braille.BrailleTables;
import org.titiktutur.braille.BrailleUnavailable;
import org.titiktutur.publication.Language;
import org.titiktutur.speech.SpeechSettings;
import org.titiktutur.speech.Voice;
import org.titiktutur.workshop.Bundle;

/**
 * What a rendition stands on beside its text: its options with what is usual filled in, and the
 * hashes of the lexicons and braille tables that apply. Hashes are taken once in a process, which
 * unpacks its files when it begins.
 */
final class Foundations {

  /** Asked only which language a text is in, not how it is read aloud. */
  private static final String NOT_READ_ALOUD = "common-words.txt";

  private static final Map<String, String> TABLES = new ConcurrentHashMap<>();
  private static final Map<String, String> CHOSEN = new ConcurrentHashMap<>();

  private Foundations() {}

  /** Of one wish, to be part of a key. */
  static List<String> of(Format format, Options options, Language language) {
    List<String> parts = new ArrayList<>();
    switch (WishOptions.kind(format)) {
      case SPEECH -> {
        parts.add(options.voice().filter(voice -> !isUsual(voice, language)).orElse(""));
        parts.add(String.valueOf(options.speed().orElse(SpeechSettings.USUAL_PACE)));
        parts.add(options.quality().name());
        parts.add(WishOptions.announcements(format, options).toString());
        parts.add(lexicons());
      }
      case BRAILLE -> {
        parts.add(options.style().toString());
        parts.add(options.passages().name());
        try {
          String table = table(language, options.table().orElse(null));
          parts.add(table);
          parts.add(table(table));
        } catch (BrailleUnavailable e) {
          // It will fail, by that name.
          parts.add(options.table().orElse(""));
        }
      }
      case PRINT -> parts.add(String.valueOf(options.points()));
      case TEXT -> {}
    }
    return parts;
  }

  private static boolean isUsual(String voice, Language language) {
    try {
      return Voice.parse(voice).isUsual(language.tag());
    } catch (IllegalArgumentException e) {
      // It will fail, by that name.
      return false;
    }
  }

  /** Of all that decides how words are read aloud; changes with every byte. */
  static String lexicons() {
    return Lexicons.HASH;
  }

  /** Of a table and all that it includes; changes with every byte. */
  static String table(String id) throws BrailleUnavailable {
    String known = TABLES.get(id);
    if (known == null) {
      known = BrailleTables.standard().fingerprint(id);
      TABLES.put(id, known);
    }
    return known;
  }

  /**
   * The table that a book is brailled with.
   *
   * @param asked null for the usual one
   */
  static String table(Language language, String asked) throws BrailleUnavailable {
    if (asked != null) {
      return asked;
    }
    String known = CHOSEN.get(language.tag());
    if (known == null) {
      known = BrailleTables.standard().choose(language, null).table().id();
      CHOSEN.put(language.tag(), known);
    }
    return known;
  }

  /** Read when first needed. */
  private static final class Lexicons {
    static final String HASH = hash();

    private static String hash() {
      URL sample = Foundations.class.getResource("/lexicons/reading-id.txt");
      return Bundle.of(sample).only(name -> !name.equals(NOT_READ_ALOUD)).fingerprint();
    }
  }
}
