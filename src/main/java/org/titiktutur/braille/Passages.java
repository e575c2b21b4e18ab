package org.titiktutur.braille;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.titiktutur.publication.Language;

/** In which code a book's passages in other languages are written. */
public enum Passages {
  /** In the book's own, uncontracted where that code leaves foreign words so. */
  BOOK,
  /** Each in the code of its language, if there is a table for it. */
  OWN;

  /** By its name in small letters. */
  public static Optional<Passages> find(String name) {
    return Arrays.stream(values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** Which table writes what, in one book. */
  static final class Tables {
    private final BrailleTables tables;
    private final Language book;
    private final String table;
    private final Passages passages;
    private final Map<Language, String> known = new HashMap<>();

    Tables(BrailleTables tables, Language book, String table, Passages passages) {
      this.tables = tables;
      this.book = book;
      this.table = table;
      this.passages = passages;
    }

    String book() {
      return table;
    }

    /** Of the book. */
    Language language() {
      return book;
    }

    String of(Language language) {
      return language.speaksAs(book) ? table : known.computeIfAbsent(language, this::foreign);
    }

    private String foreign(Language language) {
      if (passages == OWN) {
        try {
          BrailleTables.Choice own = tables.choose(language, null);
          if (own.fits()) {
            return own.table().id();
          }
        } catch (BrailleUnavailable e) {
          throw new IllegalStateException("no table was asked for", e);
        }
      }
      return tables.spelling(table).orElse(table);
    }
  }
}
