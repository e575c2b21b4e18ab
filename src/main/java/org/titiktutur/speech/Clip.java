package org.titiktutur.speech;

/**
 * Where one sentence, or something that is said beside the text, sounds in the audio of its part.
 * Times are of the decoded file, its delay at the head included; the pause after a sentence lies
 * between its end and the next one's begin.
 *
 * @param sentence its id, or {@link #page} or {@link #image}
 * @param begin in samples, {@value Leveller#RATE} a second
 * @param end likewise, exclusive
 */
public record Clip(String sentence, long begin, long end) {

  static final String PAGE = "page:";
  private static final String IMAGE = "image:";

  public Clip {
    if (begin < 0 || end <= begin) {
      throw new IllegalArgumentException("clip from " + begin + " to " + end);
    }
  }

  /**
   * What the clip of a page's number is called.
   *
   * @param count the how manieth page that begins in the part, from 1
   */
  public static String page(int count) {
    return PAGE + count;
  }

  /**
   * What the clip that tells of a picture without a description is called.
   *
   * @param count the how manieth such picture of the part, from 1
   */
  public static String image(int count) {
    return IMAGE + count;
  }

  public long beginMillis() {
    return begin * 1000 / Leveller.RATE;
  }

  public long endMillis() {
    return end * 1000 / Leveller.RATE;
  }
}
