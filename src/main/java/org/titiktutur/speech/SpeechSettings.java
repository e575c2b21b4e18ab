package org.titiktutur.speech;

import static java.util.Objects.requireNonNull;

/**
 * What a reader may choose.
 *
 * @param voice for the book's own language; null for the usual one
 * @param wordsPerMinute pace, in words of English length; {@value #USUAL_PACE} is usual
 */
public record SpeechSettings(Voice voice, int wordsPerMinute, Quality quality) {

  public static final int SLOWEST = 80;
  public static final int USUAL_PACE = 175;
  public static final int FASTEST = 450;

  public static final SpeechSettings USUAL = new SpeechSettings(null, USUAL_PACE, Quality.BIASA);

  public SpeechSettings {
    if (wordsPerMinute < SLOWEST || wordsPerMinute > FASTEST) {
      throw new IllegalArgumentException(
          wordsPerMinute + " words a minute; " + SLOWEST + " to " + FASTEST + " are possible");
    }
    requireNonNull(quality);
  }
}
