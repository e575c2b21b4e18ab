package org.titiktutur.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Origin;

/**
 * The language of each block of one part: what the file gives for it where that is not just the
 * book's, else what its words look like; headings and scraps of text also look at their neighbours.
 */
final class Passages {

  private final BookLanguage book;
  private final Map<Inline, Language> languages = new HashMap<>();

  /** Texts at which a run of another language begins that was detected. */
  private final Set<Inline> runs = new HashSet<>();

  private record Place(Inline text, boolean heading, BookLanguage.Guess guess) {}

  Passages(List<Draft> part, BookLanguage book) {
    this.book = book;
    List<Place> places = new ArrayList<>();
    PartWriter.eachText(part, words -> place(words, places));
    List<BookLanguage.Guess> guesses = withNeighbours(places);
    String before = null;
    for (int i = 0; i < places.size(); i++) {
      if (guesses.get(i) instanceof BookLanguage.Guess.Other other) {
        Inline text = places.get(i).text();
        languages.put(text, new Language(other.tag(), Origin.DETECTED));
        if (!other.tag().equals(before)) {
          runs.add(text);
        }
        before = other.tag();
      } else if (guesses.get(i) instanceof BookLanguage.Guess.Own) {
        before = null;
      }
    }
  }

  private void place(Draft.Words words, List<Place> places) {
    Inline text = words.text();
    String tag = text.language();
    Language decided = book.decided();
    boolean other = tag != null && !new Language(tag, Origin.DECLARED).speaksAs(decided);
    if (other && !book.contradicts(tag, text.folded())) {
      languages.put(text, new Language(tag, Origin.DECLARED));
    } else if (words.role() != Draft.Role.CODE && !text.isBlank()) {
      boolean heading = words.role() == Draft.Role.HEADING;
      places.add(new Place(text, heading, book.passage(text.folded())));
      if (tag != null && !other) {
        languages.put(text, new Language(tag, Origin.DECLARED));
      }
    }
  }

  /**
   * The guesses, where those that only lean towards a language are filled with it if the nearest
   * ones on both sides agree; for a heading what it heads is enough.
   */
  private static List<BookLanguage.Guess> withNeighbours(List<Place> places) {
    BookLanguage.Guess[] after = new BookLanguage.Guess[places.size()];
    BookLanguage.Guess next = null;
    for (int i = places.size() - 1; i >= 0; i--) {
      after[i] = next;
      next = saying(places.get(i).guess(), next);
    }
    List<BookLanguage.Guess> filled = new ArrayList<>();
    BookLanguage.Guess before = null;
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      boolean agreed = place.heading() || (before != null && before.equals(after[i]));
      boolean leans =
          place.guess() instanceof BookLanguage.Guess.Unsure unsure
              && after[i] instanceof BookLanguage.Guess.Other other
              && other.tag().equals(unsure.leaning());
      filled.add(leans && agreed ? after[i] : place.guess());
      before = saying(place.guess(), before);
    }
    return filled;
  }

  private static BookLanguage.Guess saying(BookLanguage.Guess guess, BookLanguage.Guess otherwise) {
    return guess instanceof BookLanguage.Guess.Unsure ? otherwise : guess;
  }

  Language of(Inline text) {
    return languages.getOrDefault(text, book.decided());
  }

  /** Whether a run of a language begins here that the file does not tell of. */
  boolean beginsRun(Inline text) {
    return runs.contains(text);
  }
}
