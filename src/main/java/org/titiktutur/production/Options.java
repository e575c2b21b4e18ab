package org.titiktutur.production;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.titiktutur.braille.BookStyle;
import org.titiktutur.braille.Passages;
import org.titiktutur.formats.LargePrint;
import org.titiktutur.speech.Quality;

/**
 * What a person may choose. Empty means: what fits the book.
 *
 * @param language BCP 47, in place of what the file says
 * @param voice {@code ENGINE:NAME}, for the book's own language
 * @param speed words a minute
 * @param table braille table without extension
 * @param passages in which braille code passages in other languages are written
 * @param quality of sound
 * @param style how a braille book is laid out and bound
 * @param points size of large print, one of {@link org.titiktutur.formats.LargePrint#SIZES}
 * @param structure whether it is announced where lists, tables and other structures begin and end
 * @param pageNumbers whether the numbers of print pages are said; empty: where they can be skipped
 * @param lexicons pronunciation lexicons besides ours, each a PLS document, the most special last
 */
public record Options(
    Optional<String> language,
    Optional<String> voice,
    OptionalInt speed,
    Optional<String> table,
    Passages passages,
    Quality quality,
    BookStyle style,
    int points,
    boolean structure,
    Optional<Boolean> pageNumbers,
    List<String> lexicons) {

  public static final Options NONE =
      new Options(
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Passages.BOOK,
          Quality.BIASA,
          BookStyle.USUAL,
          LargePrint.SIZES.get(0),
          true,
          Optional.empty(),
          List.of());

  public Options {
    lexicons = List.copyOf(lexicons);
  }
}
