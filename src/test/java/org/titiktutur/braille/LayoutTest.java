package org.titiktutur.braille;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.titiktutur.braille.Ascii.cells;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.titiktutur.braille.Ascii.Sides;
import org.titiktutur.braille.BrailleBlock.PageStart;
import org.titiktutur.braille.BrailleBlock.SentenceStart;
import org.titiktutur.braille.BrailleBlock.Style;
import org.titiktutur.braille.PageFormat.NumberPosition;

/** Blocks in, sides of paper out, as {@link Ascii} draws them. */
class LayoutTest {

  private final List<BrailleBlock> blocks = new ArrayList<>();
  private boolean hyphenated;

  private LayoutTest block(Style style, int level, int depth, String text) {
    blocks.add(new BrailleBlock(style, level, depth, cells(text), List.of(), List.of()));
    return this;
  }

  private LayoutTest block(Style style, String text) {
    return block(style, 0, 0, text);
  }

  private LayoutTest printPage(String label) {
    List<PageStart> start = List.of(new PageStart(0, cells(label)));
    blocks.add(new BrailleBlock(Style.PAGE, 0, 0, "", List.of(), start));
    return this;
  }

  private Sides sides(int cells, int rows, NumberPosition number) {
    Sides sides = new Sides();
    BookStyle style =
        new BookStyle(
            new PageFormat(cells, rows, number),
            false,
            0,
            BookStyle.Numbering.CONTINUOUS,
            hyphenated,
            BookStyle.Tables.COLUMNS);
    Layout layout = new Layout(style, sides);
    try {
      for (BrailleBlock block : blocks) {
        layout.add(block);
      }
      layout.finish();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    for (Side side : sides.all) {
      assertThat(side.rows()).hasSizeLessThanOrEqualTo(style.page().textRows());
      assertThat(side.rows()).allMatch(row -> row.cells().length() <= cells);
    }
    return sides;
  }

  private void isLaidOutAs(int cells, int rows, String... drawn) {
    assertThat(sides(cells, rows, NumberPosition.NONE).drawings()).containsExactly(drawn);
  }

  @Test
  void paragraphsBeginTwoCellsIn() {
    block(Style.PARAGRAPH, "pada suatu hari ada seekor kancil");
    block(Style.PARAGRAPH, "ia lapar");
    isLaidOutAs(
        12,
        10,
        """
          pada suatu
        hari ada
        seekor
        kancil
          ia lapar
        """);
  }

  @Test
  void aHeadingStandsInTheMiddleBetweenBlankLines() {
    block(Style.PARAGRAPH, "tamat");
    block(Style.HEADING, 1, 0, "bab dua");
    block(Style.PARAGRAPH, "esoknya");
    isLaidOutAs(
        17,
        10,
        """
          tamat

             bab dua

          esoknya
        """);
  }

  @Test
  void lowerHeadingsAreIndented() {
    block(Style.HEADING, 1, 0, "bab");
    block(Style.HEADING, 2, 0, "pasal satu itu");
    block(Style.PARAGRAPH, "isi");
    block(Style.HEADING, 3, 0, "ayat");
    block(Style.PARAGRAPH, "isi");
    isLaidOutAs(
        15,
        12,
        """
              bab

            pasal satu
            itu
          isi

              ayat
          isi
        """);
  }

  @Test
  void aHeadingIsNotLeftAtTheFootOfAPage() {
    block(Style.PARAGRAPH, "satu dua tiga");
    block(Style.HEADING, 2, 0, "judul");
    block(Style.PARAGRAPH, "empat lima enam");
    isLaidOutAs(
        10,
        5,
        """
          satu dua
        tiga
        """,
        """
            judul
          empat
        lima enam
        """);
  }

  @Test
  void itemsHang() {
    block(Style.SPACE, "");
    block(Style.ITEM, 2, 0, "#a4 beras dan gula");
    block(Style.ITEM, 2, 1, "merah dan putih");
    block(Style.ITEM, 2, 0, "#b4 garam");
    block(Style.SPACE, "");
    block(Style.PARAGRAPH, "selesai");
    isLaidOutAs(
        12,
        12,
        """
        #a4 beras
            dan gula
          merah dan
            putih
        #b4 garam

          selesai
        """);
  }

  @Test
  void noBlankLineStandsBetweenALowerHeadingAndAList() {
    block(Style.HEADING, 2, 0, "daftar");
    block(Style.SPACE, "");
    block(Style.ITEM, 1, 0, "beras");
    block(Style.SPACE, "");
    block(Style.PARAGRAPH, "lalu");
    isLaidOutAs(
        12,
        12,
        """
            daftar
        beras

          lalu
        """);
  }

  @Test
  void verseKeepsItsLinesAndItsBlanks() {
    block(Style.LINE, 2, 0, "aku ini");
    block(Style.LINE, 2, 0, "  binatang jalang");
    block(Style.LINE, 2, 0, "a  b");
    isLaidOutAs(
        12,
        10,
        """
        aku ini
          binatang
            jalang
        a  b
        """);
  }

  @Test
  void blankLinesDoNotBeginOrEndAPage() {
    block(Style.SPACE, "");
    block(Style.LINE, "satu");
    block(Style.LINE, "dua");
    block(Style.LINE, "tiga");
    block(Style.LINE, "empat");
    block(Style.SPACE, "");
    block(Style.SPACE, "");
    block(Style.PARAGRAPH, "lima");
    isLaidOutAs(
        10,
        4,
        """
        satu
        dua
        tiga
        empat
        """,
        """
          lima
        """);
  }

  @Test
  void aSceneBreakStandsInTheMiddle() {
    block(Style.PARAGRAPH, "malam");
    block(Style.SCENE, "99 99 99");
    block(Style.PARAGRAPH, "pagi");
    isLaidOutAs(
        14,
        10,
        """
          malam

           99 99 99

          pagi
        """);
  }

  @Test
  void aPageOfPrintIsARowOfHyphensWithItsNumber() {
    block(Style.PARAGRAPH, "satu");
    printPage("#bc");
    block(Style.PARAGRAPH, "dua");
    isLaidOutAs(
        10,
        10,
        """
          satu
        -------#bc
          dua
        """);
  }

  @Test
  void aPageOfPrintMayBeginInsideAParagraph() {
    blocks.add(
        new BrailleBlock(
            Style.PARAGRAPH,
            0,
            0,
            cells("satu dua tiga"),
            List.of(),
            List.of(new PageStart(9, cells("#d")))));
    isLaidOutAs(
        10,
        10,
        """
          satu dua
        --------#d
        tiga
        """);
  }

  @Test
  void aPageOfPrintDoesNotEndABraillePage() {
    block(Style.PARAGRAPH, "satu dua tiga empat");
    printPage("#b");
    block(Style.PARAGRAPH, "lima");
    isLaidOutAs(
        10,
        4,
        """
          satu dua
        tiga empat
        --------#b
          lima
        """);
    block(Style.PARAGRAPH, "enam tujuh delapan");
    printPage("#c");
    block(Style.PARAGRAPH, "sembilan");
    isLaidOutAs(
        10,
        4,
        """
          satu dua
        tiga empat
        --------#b
          lima
        """,
        """
          enam
        tujuh
        delapan
        """,
        """
        --------#c
          sembilan
        """);
  }

  @Test
  void linesEndAfterHyphensOfPrint() {
    block(Style.PARAGRAPH, "kupu-|kupu itu");
    isLaidOutAs(
        10,
        10,
        """
          kupu-
        kupu itu
        """);
  }

  @Test
  void onlyWordsLongerThanALineAreHyphenated() {
    block(Style.PARAGRAPH, "ke pert~ang~gung~ja~wab~an itu");
    isLaidOutAs(
        16,
        10,
        """
          ke
        pertanggungja-
        waban itu
        """);
    isLaidOutAs(
        20,
        10,
        """
          ke
        pertanggungjawaban
        itu
        """);
  }

  @Test
  void aWordWithoutPlaceToBreakIsCut() {
    block(Style.PARAGRAPH, "a" + "x".repeat(23));
    isLaidOutAs(
        10,
        10,
        """
          axxxxxxx
        xxxxxxxxxx
        xxxxxx
        """);
  }

  @Test
  void nothingIsNoPage() {
    assertThat(sides(10, 4, NumberPosition.BOTTOM_RIGHT).all).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a~", "a`", "a|", "a a-|"})
  void aMillionCellsInOneParagraphAreLaidOutWhole(String piece) {
    block(Style.PARAGRAPH, piece.repeat(1_000_000 / piece.length()));
    long cells =
        sides(32, 25, NumberPosition.NONE).rows().stream()
            .map(Row::cells)
            .flatMapToInt(String::chars)
            .filter(cell -> cell == 0x2801)
            .count();
    assertThat(cells)
        .isEqualTo(
            cells(piece.repeat(1_000_000 / piece.length()))
                .chars()
                .filter(cell -> cell == 0x2801)
                .count());
  }

  @ParameterizedTest
  @CsvSource({"32x25, 32, 25", "40x28, 40, 28", "25×20, 25, 20"})
  void sizesAreWrittenAsPeopleDo(String size, int cells, int rows) {
    assertThat(PageFormat.parse(size))
        .contains(new PageFormat(cells, rows, NumberPosition.TOP_RIGHT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "32", "x25", "32x", "9x25", "32x3", "101x25", "32x25x2", "-1x25"})
  void whatIsNoSizeIsNone(String size) {
    assertThat(PageFormat.parse(size)).isEmpty();
  }

  @Test
  void neitherTheFirstNorTheLastLineOfAParagraphStandsAlone() {
    block(Style.PARAGRAPH, "satu dua tiga empat lima");
    block(Style.PARAGRAPH, "enam tujuh delapan");
    isLaidOutAs(
        10,
        4,
        """
          satu dua
        tiga empat
        lima
        """,
        """
          enam
        tujuh
        delapan
        """);
    blocks.clear();
    block(Style.PARAGRAPH, "satu dua tiga empat lima enam tujuh");
    isLaidOutAs(
        10,
        4,
        """
          satu dua
        tiga empat
        lima enam
        tujuh
        """);
    block(Style.PARAGRAPH, "satu");
    blocks.add(0, blocks.remove(1));
    isLaidOutAs(
        10,
        4,
        """
          satu
          satu dua
        tiga empat
        """,
        """
        lima enam
        tujuh
        """);
  }

  @Test
  void aPictureIsDescribedInABox() {
    block(Style.PARAGRAPH, "lihat");
    block(Style.NOTE, 1, 0, ",gambar3 kucing");
    block(Style.PARAGRAPH, "itu");
    isLaidOutAs(
        18,
        10,
        """
          lihat

        777777777777777777
              ,gambar3
            kucing
        gggggggggggggggggg

          itu
        """);
  }

  @Test
  void theLastLineOfABoxDoesNotBeginAPage() {
    block(Style.PARAGRAPH, "satu dua tiga");
    block(Style.NOTE, 1, 0, "kucing");
    isLaidOutAs(
        12,
        5,
        """
          satu dua
        tiga
        """,
        """
        777777777777
              kucing
        gggggggggggg
        """);
  }

  private void table(String... cells) {
    block(Style.CAPTION, "tabel");
    block(Style.TABLE, 2, 0, "");
    for (int i = 0; i < cells.length; i++) {
      block(Style.CELL, i < 2 ? 1 : 0, 0, cells[i]);
    }
    block(Style.OTHERWISE, "");
    block(Style.ITEM, 2, 0, "baris");
    block(Style.TABLE_END, "");
    block(Style.PARAGRAPH, "lalu");
  }

  @Test
  void aTableStandsInColumnsWithALineUnderItsHeadingsAndGuideDots() {
    table("buah", "kg", "apel", "#a", "nangka muda", "#ab");
    isLaidOutAs(
        18,
        10,
        """
          tabel
        buah         kg
        "3333333333  "33
        apel ""\"""\"" #a
        nangka muda  #ab
          lalu
        """);
  }

  @Test
  void aTableThatIsTooWideIsReadRowByRow() {
    table("buah", "kg", "apel", "#a", "nangka muda", "#ab");
    isLaidOutAs(
        15,
        10,
        """
          tabel
        baris
          lalu
        """);
  }

  @Test
  void aTableIsNotPartedWhereAPageHasRoomForItAndTakesItsCaptionAlong() {
    block(Style.PARAGRAPH, "satu");
    block(Style.PARAGRAPH, "dua");
    table("a", "b", "c", "d");
    isLaidOutAs(
        10,
        5,
        """
          satu
          dua
        """,
        """
          tabel
        a  b
        "  "
        c  d
          lalu
        """);
  }

  @Test
  void aTableThatIsLongerThanAPageRepeatsItsHeadings() {
    table("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    isLaidOutAs(
        10,
        5,
        """
          tabel
        a  b
        "  "
        c  d
        e  f
        """,
        """
        a  b
        "  "
        g  h
        i  j
          lalu
        """);
  }

  @Test
  void wordsAreDividedBetweenSyllablesOnlyWhereThatIsWanted() {
    block(Style.PARAGRAPH, "ke pa~sar ba~ru");
    isLaidOutAs(
        10,
        10,
        """
          ke pasar
        baru
        """);
    isLaidOutAs(
        13,
        10,
        """
          ke pasar
        baru
        """);
    hyphenated = true;
    isLaidOutAs(
        14,
        10,
        """
          ke pasar ba-
        ru
        """);
  }

  @Test
  void noWordIsDividedBetweenPages() {
    hyphenated = true;
    block(Style.PARAGRAPH, "satu dua kelima em~pat lima enam tujuh lapan");
    isLaidOutAs(
        10,
        4,
        """
          satu dua
        kelima em-
        pat lima
        """,
        """
        enam tujuh
        lapan
        """);
    blocks.clear();
    block(Style.PARAGRAPH, "satu dua lima lima lima lima kelima em~pat lima enam lapan");
    isLaidOutAs(
        10,
        4,
        """
          satu dua
        lima lima
        lima lima
        """,
        """
        kelima em-
        pat lima
        enam lapan
        """);
  }

  @Test
  void thePageOfPrintIsSaidAtTheHeadOfAPageInPlaceOfALine() {
    printPage("#ab");
    block(Style.LINE, "satu");
    block(Style.LINE, "dua");
    block(Style.LINE, "tiga");
    block(Style.LINE, "empat");
    printPage("#ac");
    block(Style.LINE, "lima");
    block(Style.LINE, "enam");
    block(Style.LINE, "tujuh");
    block(Style.LINE, "delapan");
    block(Style.LINE, "sembilan");
    printPage("#ad");
    block(Style.LINE, "sepuluh");
    Sides sides = sides(10, 4, NumberPosition.TOP_RIGHT);
    assertThat(sides.drawings())
        .containsExactly(
            "satu\ndua\ntiga\n",
            "empat\n-------#ac\nlima\n",
            "enam\ntujuh\ndelapan\n",
            "sembilan\n-------#ad\nsepuluh\n");
    assertThat(sides.all.stream().map(Side::printPage).map(Ascii::drawn))
        .containsExactly("#ab", "a#ab", "a#ac", "b#ac");
  }

  @Test
  void headingsAreToldWithTheSideThatTheyStandOn() {
    block(Style.HEADING, 1, 0, "bab sa~tu");
    block(Style.PARAGRAPH, "isi");
    block(Style.HEADING, 2, 0, "pasal");
    block(Style.PARAGRAPH, "isi lagi satu dua tiga");
    assertThat(sides(10, 5, NumberPosition.NONE).headings)
        .containsExactly("1 bab satu 0", "2 pasal 1");
  }

  @Test
  void everyCellKnowsItsSentence() {
    blocks.add(
        new BrailleBlock(
            Style.PARAGRAPH,
            0,
            0,
            cells("satu dua4 tiga em~pat ku-|pu4 a"),
            List.of(
                new SentenceStart(0, "s1"),
                new SentenceStart(10, "s2"),
                new SentenceStart(30, "s3")),
            List.of()));
    hyphenated = true;
    Sides sides = sides(14, 10, NumberPosition.NONE);
    assertThat(sides.drawings()).containsExactly("  satu dua4\ntiga empat ku-\npu4 a\n");
    assertThat(sides.rows().stream().map(Row::runs))
        .containsExactly(
            List.of(new Run(2, 9, "s1", 0)),
            List.of(new Run(0, 14, "s2", 0)),
            List.of(new Run(0, 3, "s2", 14), new Run(4, 1, "s3", 0)));
  }

  @ParameterizedTest
  @CsvSource({
    "'bab \"\"\"\" #a', 'bab      #a'",
    "'77777777777', ''",
    "'  gggggggg', ''",
    "'\"3333  \"3', ''",
    "'\" a', '\" a'",
    "'777', '777'"
  })
  void whatIsDrawnWithCellsIsNotReadBack(String row, String words) {
    assertThat(Ascii.drawn(Rulings.without(cells(row)))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "a4, 32, 27, false",
    "A4, 32, 27, false",
    "11x11.5, 40, 25, false",
    "interpoint, 40, 25, true",
    "small, 25, 20, false",
    "wide, 42, 30, false",
    "28x22, 28, 22, false"
  })
  void paperIsNamedByWhatPeopleCallItOrByItsSize(
      String paper, int cells, int rows, boolean duplex) {
    BookStyle style = BookStyle.USUAL.on(paper).orElseThrow();
    assertThat(style.page()).isEqualTo(new PageFormat(cells, rows, NumberPosition.TOP_RIGHT));
    assertThat(style.duplex()).isEqualTo(duplex);
  }

  @Test
  void aPageHoldsCellsOnly() {
    assertThatThrownBy(() -> new Page(List.of("abc"))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Page(List.of("⠁⠀"))).isInstanceOf(IllegalArgumentException.class);
  }
}
