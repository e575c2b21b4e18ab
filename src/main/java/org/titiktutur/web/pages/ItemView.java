package org.titiktutur.web.pages;

import java.util.List;
import java.util.Optional;

/**
 * One title: what it is, what it can be had as, what went wrong on the way.
 *
 * @param path of its page
 * @param isReading whether the source is still being read
 * @param refusal why the source cannot be made into a book; null if it can
 * @param partCount 0 where there is no text to read
 * @param listen path of the newest audio to listen to; null if there is none
 * @param braille path of the newest braille to look at; null if there is none
 * @param findings a sentence: how many of which weight
 */
record ItemView(
    String path,
    String title,
    String authors,
    String language,
    String rights,
    String source,
    String waysOfReading,
    Cover cover,
    boolean isReading,
    String refusal,
    int partCount,
    String listen,
    String braille,
    List<Had> renditions,
    String findings,
    boolean hasFindings,
    AskForm ask,
    boolean staff,
    Optional<Notice> notice) {

  /**
   * What the title can be had as, or will be.
   *
   * @param format code
   * @param choices voice, speed, table … in words; empty where all are the usual ones
   * @param measure minutes and size of one that is ready, else its state
   * @param listen path; null where it has no sound
   * @param braille path; null where it has no pages of braille
   * @param emboss path; null where it cannot be embossed
   * @param outdated whether it is audio from before some of its words were said as they are now
   */
  record Had(
      String path,
      String format,
      String choices,
      boolean isReady,
      boolean isFailed,
      String measure,
      long bytes,
      String download,
      String listen,
      String braille,
      String emboss,
      boolean outdated) {}
}
