package org.titiktutur.language;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds where sentences end. One for each thread. */
public final class SentenceSplitter {

  private final BreakIterator breaks;

  private SentenceSplitter(Locale locale) {
    breaks = BreakIterator.getSentenceInstance(locale);
  }

  /**
   * A splitter for one language.
   *
   * @param tag BCP 47; a language without rules of its own is split by Unicode's (UAX 29)
   */
  public static SentenceSplitter forLanguage(String tag) {
    return new SentenceSplitter(Locale.forLanguageTag(tag));
  }

  /**
   * The ends (exclusive, in UTF-16 units) of the sentences of one paragraph; the last one is its
   * length. White space after a sentence belongs to it.
   */
  public List<Integer> ends(String paragraph) {
    breaks.setText(paragraph);
    List<Integer> ends = new ArrayList<>();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      ends.add(end);
    }
    return ends;
  }
}
