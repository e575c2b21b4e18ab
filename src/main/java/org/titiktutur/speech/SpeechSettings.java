package org.titiktutur.speech;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a reader may choose.
 *
 * @param voice for the book's own language; null for the usual one
 * @param wordsPerMinute pace, in words of English length; {@value #USUAL_PACE} is usual
 * @param said what is said beside the text
 * @param lexicons pronunciation lexicons besides ours, each a PLS document, the most special last
 */
public record SpeechSettings(
    Voice voice, int wordsPerMinute, Quality quality, Announcements said, List<String> lexicons) {

  public static final int SLOWEST = 80;
  public static final int USUAL_PACE = 175;
  public static final int FASTEST = 450;

  public static final SpeechSettings USUAL = new SpeechSettings(null, USUAL_PACE, Quality.BIASA);

  /** Settings with all announcements and without lexicons but ours. */
  public SpeechSettings(Voice voice, int wordsPerMinute, Quality quality) {
    this(voice, wordsPerMinute, quality, List.of());
  }

  /** Settings with all announcements. */
  public SpeechSettings(Voice voice, int wordsPerMinute, Quality quality, List<String> lexicons) {
    this(voice, wordsPerMinute, quality, Announcements.ALL, lexicons);
  }

  /** The same without page numbers. */
  public SpeechSettings withoutPages() {
    return new SpeechSettings(voice, wordsPerMinute, quality, said.withPages(false), lexicons);
  }

  /** These with other lexicons. */
  public SpeechSettings with(List<String> others) {
    return new SpeechSettings(voice, wordsPerMinute, quality, said, others);
  }

  public SpeechSettings {
    lexicons = List.copyOf(lexicons);
    if (wordsPerMinute < SLOWEST || wordsPerMinute > FASTEST) {
      throw new IllegalArgumentException(
          wordsPerMinute + " words a minute; " + SLOWEST + " to " + FASTEST + " are possible");
    }
    requireNonNull(quality);
    requireNonNull(said);
  }
}
