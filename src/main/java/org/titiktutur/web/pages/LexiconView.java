package org.titiktutur.web.pages;

import java.util.List;
import java.util.Optional;

/**
 * The words of the library's lexicon, or of one title's.
 *
 * @param path of this page
 * @param title whose lexicon; null: the library's
 * @param language of that title
 * @param q what is looked for
 * @param count how many words there are, as a sentence
 * @param next path of the next page; null on the last one
 * @param files what there is to be downloaded
 * @param outdated that audio is to be made again, as a sentence; null where none is
 */
record LexiconView(
    String path,
    String title,
    String language,
    List<Crumb> trail,
    WordForm form,
    String q,
    String count,
    List<Row> rows,
    String next,
    List<Export> files,
    String outdated,
    Faults faults,
    Optional<Notice> notice) {

  /**
   * A word.
   *
   * @param said words, or sounds in slashes
   * @param by who changed it last, and when
   * @param src its sound
   */
  record Row(String id, String word, String language, String said, String by, String src) {}

  /** One language of the lexicon as a file. */
  record Export(String label, String href) {}
}
