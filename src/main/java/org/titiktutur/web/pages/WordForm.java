package org.titiktutur.web.pages;

import java.util.List;

/**
 * Saying how a word is said, and hearing it before it is kept.
 *
 * @param action where the form is sent
 * @param version that was read; 0 for a new word
 * @param how {@code alias} or {@code ipa}
 * @param part number of the part in which the word stands; empty where none is at hand
 * @param sentence id of the sentence in which it stands; empty where none is at hand
 * @param occurrence that sentence; null where none is at hand
 * @param heard what it sounds like as it is typed; null before somebody asks
 */
record WordForm(
    String action,
    long version,
    List<Choice> languages,
    String word,
    String how,
    String said,
    String part,
    String sentence,
    Occurrence occurrence,
    Heard heard,
    Faults faults) {

  /** A sentence of a book with the word in it. */
  record Occurrence(String before, String word, String after, String language, String path) {}

  /**
   * How a word sounds.
   *
   * @param src of the word alone
   * @param ipa what the engine is made to say
   * @param sentenceSrc of the sentence with the word in it; null where none is at hand
   * @param titles which books it matters for, as a sentence
   */
  record Heard(String src, String ipa, String sentenceSrc, String titles) {}
}
