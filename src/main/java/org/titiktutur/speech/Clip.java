package org.titiktutur.speech;

/**
 * Where one sentence sounds in the audio of its part. Times are of the decoded file, its delay at
 * the head included; the pause after a sentence lies between its end and the next one's begin.
 *
 * @param sentence id
 * @param begin in samples, {@value Leveller#RATE} a second
 * @param end likewise, exclusive
 */
public record Clip(String sentence, long begin, long end) {

  public Clip {
    if (begin < 0 || end <= begin) {
      throw new IllegalArgumentException("clip from " + begin + " to " + end);
    }
  }

  public long beginMillis() {
    return begin * 1000 / Leveller.RATE;
  }

  public long endMillis() {
    return end * 1000 / Leveller.RATE;
  }
}
