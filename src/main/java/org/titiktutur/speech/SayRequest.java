package org.titiktutur.speech;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Lines to be said.
 *
 * @param lines without line ends
 * @param language BCP 47
 * @param voice for that language; null for the usual one
 * @param wordsPerMinute see {@link SpeechSettings}
 * @param lexicons see {@link SpeechSettings}
 */
public record SayRequest(
    List<String> lines,
    String language,
    Voice voice,
    int wordsPerMinute,
    Form form,
    List<String> lexicons) {

  /** What is made of the lines. */
  public enum Form {
    /** A WAV file. */
    SOUND,
    /** What is said, in words: a line of text for each line. */
    SCRIPT,
    /** The phonemes that the engine speaks, in IPA: a line of text for each line. */
    IPA
  }

  /** Lines said without lexicons but ours. */
  public SayRequest(
      List<String> lines, String language, Voice voice, int wordsPerMinute, Form form) {
    this(lines, language, voice, wordsPerMinute, form, List.of());
  }

  public SayRequest {
    lines = List.copyOf(lines);
    lexicons = List.copyOf(lexicons);
    requireNonNull(language);
    requireNonNull(form);
    if (wordsPerMinute < SpeechSettings.SLOWEST || wordsPerMinute > SpeechSettings.FASTEST) {
      throw new IllegalArgumentException(wordsPerMinute + " words a minute");
    }
  }
}
