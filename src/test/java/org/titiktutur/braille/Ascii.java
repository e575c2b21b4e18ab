package org.titiktutur.braille;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.titiktutur.braille.PageFormat.NumberPosition;

/**
 * Braille drawn with the letters of ASCII braille: {@code #} is the number sign. In what becomes a
 * block {@code |} is a place where a line may end, {@code ~} one between syllables where it may
 * with a hyphen, {@code `} one where it may if nothing else helps.
 */
final class Ascii {

  private static final String LETTERS =
      " a1b'k2l@cif/msp\"e3h9o6r^djg>ntq,*5<-u8v.%[$+x!&;:4\\0z7(_?w]#y)=";

  private Ascii() {}

  static String cells(String drawn) {
    return drawn
        .chars()
        .mapToObj(
            c ->
                switch (c) {
                  case '|' -> String.valueOf(BrailleBlock.BREAK);
                  case '~' -> String.valueOf(BrailleBlock.HYPHEN);
                  case '`' -> String.valueOf(BrailleBlock.SPLIT);
                  default -> Character.toString(0x2800 + LETTERS.indexOf(c));
                })
        .collect(joining());
  }

  static String drawn(String cells) {
    return cells
        .chars()
        .mapToObj(c -> LETTERS.substring(c - 0x2800, c - 0x27FF))
        .collect(joining());
  }

  /** A page, each row on a line. */
  static String drawn(List<String> rows) {
    return rows.stream().map(Ascii::drawn).collect(joining("\n")) + "\n";
  }

  static BookStyle style(int cells, int rows, NumberPosition number) {
    return new BookStyle(
        new PageFormat(cells, rows, number),
        false,
        0,
        BookStyle.Numbering.CONTINUOUS,
        false,
        BookStyle.Tables.COLUMNS);
  }

  /** What a layout makes. */
  static final class Sides implements Layout.Sink {
    final List<Side> all = new ArrayList<>();
    final List<String> headings = new ArrayList<>();

    @Override
    public void side(Side side) {
      all.add(side);
    }

    @Override
    public void heading(int level, String cells) {
      headings.add(level + " " + drawn(cells) + " " + all.size());
    }

    @Override
    public void part(BrailledPart part) {}

    List<Row> rows() {
      return all.stream().flatMap(side -> side.rows().stream()).toList();
    }

    List<String> drawings() {
      return all.stream()
          .map(side -> drawn(side.rows().stream().map(Row::cells).toList()))
          .toList();
    }
  }
}
