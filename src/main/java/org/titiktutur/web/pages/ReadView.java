package org.titiktutur.web.pages;

import gg.jte.Content;
import java.util.List;
import org.titiktutur.publication.Language;

/**
 * The text of one part.
 *
 * @param heading the part's name
 * @param opening the page's h1 where the text has no heading; else null
 * @param text of the part
 * @param before null at the first part
 * @param after null at the last part
 * @param lexicon where to mend how a word is said; null for whoever may not
 */
record ReadView(
    String title,
    String heading,
    Language language,
    int number,
    int parts,
    List<Crumb> trail,
    String opening,
    Content text,
    String before,
    String contents,
    String after,
    String lexicon) {

  /** For the attribute {@code dir}. */
  String direction() {
    return language.rightToLeft() ? "rtl" : "ltr";
  }
}
