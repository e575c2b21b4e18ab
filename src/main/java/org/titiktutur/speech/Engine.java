package org.titiktutur.speech;

import java.util.List;
import org.titiktutur.language.Pronunciation;

/**
 * A speech engine. Engines keep state of their own: one thread, one of a kind in a process.
 *
 * <p>An engine may throw anything, return silence, not return at all, or end the process; {@link
 * Speaker} and the worker pool are ready for each.
 */
interface Engine {

  /**
   * Words for one voice.
   *
   * @param pieces what is said, as {@code ReadAloud} writes it, and how where that is known
   * @param voice a name that {@link #has}
   */
  record Run(List<Pronunciation.Piece> pieces, String voice) {

    String text() {
      StringBuilder text = new StringBuilder();
      pieces.forEach(piece -> text.append(piece.text()));
      return text.toString();
    }
  }

  /** The name before the colon in a voice's name. */
  String name();

  /** Which build of the engine this is. */
  Rung rung();

  /** Every voice that loads. */
  List<VoiceEntry> voices();

  /** Whether a voice of this name loads. */
  boolean has(String voice);

  /**
   * Says the words of one sentence.
   *
   * @param wordsPerMinute see {@link SpeechSettings}
   * @return the sound at the engine's own sample rate, with its own silences
   * @throws Unspeakable if the engine knows that it cannot say this
   */
  Sound speak(List<Run> runs, int wordsPerMinute) throws Unspeakable;

  /** The phonemes of the same words in IPA, with stress marks. */
  String ipa(List<Run> runs) throws Unspeakable;

  /**
   * All that the engine would be given to say these words: where that is the same, nothing else is
   * to be heard. Costs little.
   */
  default String asked(List<Run> runs) {
    StringBuilder asked = new StringBuilder();
    for (Run run : runs) {
      asked.append(run.voice()).append('\n');
      for (Pronunciation.Piece piece : run.pieces()) {
        asked.append(piece.text()).append('\t').append(piece.ipa()).append('\n');
      }
    }
    return asked.toString();
  }

  /** What brings its loudness to that of all voices, −19 LUFS, in dB. */
  double gain(String voice);
}
