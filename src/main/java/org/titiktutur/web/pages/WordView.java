package org.titiktutur.web.pages;

import java.util.List;
import java.util.Optional;

/**
 * One word of a lexicon.
 *
 * @param path of this page
 * @param present false once it was taken out
 * @param titles the books that hold it
 * @param uncounted that some books are not counted yet; null if all are
 * @param states that it has had, the present one first
 */
record WordView(
    String path,
    String word,
    boolean present,
    List<Crumb> trail,
    WordForm form,
    List<Title> titles,
    String uncounted,
    List<State> states,
    Optional<Notice> notice) {

  /** A book that holds it. */
  record Title(String name, String path, String language) {}

  /** How it was said, by whom, and when. */
  record State(String said, String by) {}
}
