package org.titiktutur.embossing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.titiktutur.braille.BrailleBook;
import org.titiktutur.braille.Page;

/** Books to emboss. */
final class Books {

  private Books() {}

  static final BrailleBook SMALL =
      BrailleBook.of(
          List.of(
              new Page(List.of("⠀⠀⠠⠓⠁⠇⠕⠂", "", "⠙⠥⠝⠊⠁⠖")),
              new Page(List.of("⠼⠁⠃")),
              new Page(List.of())));

  /** What a generic text embosser is sent for the small book. */
  static final String SMALL_BYTES = "  ,HALO1\r\n\r\nDUNIA6\r\n\f#AB\r\n\f\f";

  /** Pages as full as a book's, no two alike. */
  static BrailleBook of(int pages, long seed) {
    return of(pages, 25, 32, seed);
  }

  static BrailleBook of(int pages, int rowsOfPage, int cellsOfRow, long seed) {
    Random random = new Random(seed);
    List<Page> all = new ArrayList<>();
    for (int number = 1; number <= pages; number++) {
      List<String> rows = new ArrayList<>();
      for (int row = 0; row < rowsOfPage; row++) {
        StringBuilder cells = new StringBuilder();
        for (int cell = 0; cell < cellsOfRow - 1; cell++) {
          cells.append((char) (0x2800 + random.nextInt(64)));
        }
        rows.add(cells.append('⠿').toString());
      }
      all.add(new Page(rows));
    }
    return BrailleBook.of(all);
  }

  /** Short pages, where some must begin a sheet. */
  static BrailleBook withSheetsAt(int pages, Integer... sheets) {
    List<Page> all = new ArrayList<>();
    for (int number = 1; number <= pages; number++) {
      all.add(new Page(List.of("⠿".repeat(number))));
    }
    return new BrailleBook("", all, new TreeSet<>(List.of(sheets)), new TreeSet<>(List.of(1)));
  }
}
