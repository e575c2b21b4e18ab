package org.titiktutur.braille;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.titiktutur.braille.BrailleBlock.PageStart;
import org.titiktutur.braille.BrailleBlock.Style;
import org.titiktutur.braille.PageFormat.NumberPosition;

/**
 * Blocks in, pages out, drawn with the letters of ASCII braille: {@code #} is the number sign. In a
 * block {@code |} is a place where a line may end, {@code ~} one where it may with a hyphen.
 */
class LayoutTest {

  private static final String ASCII =
      " a1b'k2l@cif/msp\"e3h9o6r^djg>ntq,*5<-u8v.%[$+x!&;:4\\0z7(_?w]#y)=";

  private final List<BrailleBlock> blocks = new ArrayList<>();

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

  private static String cells(String text) {
    return text.chars()
        .mapToObj(
            c ->
                switch (c) {
                  case '|' -> String.valueOf(BrailleBlock.BREAK);
                  case '~' -> String.valueOf(BrailleBlock.HYPHEN);
                  default -> Character.toString(0x2800 + ASCII.indexOf(c));
                })
        .collect(joining());
  }

  private static String drawn(Page page) {
    return page.rows().stream()
            .map(row -> row.chars().mapToObj(c -> ASCII.substring(c - 0x2800, c - 0x27FF)))
            .map(row -> row.collect(joining()))
            .collect(joining("\n"))
        + "\n";
  }

  private List<Page> pages(int cells, int rows, NumberPosition number) {
    List<Page> pages = new ArrayList<>();
    PageFormat format = new PageFormat(cells, rows, number);
    Layout layout = new Layout(format, pages::add);
    blocks.forEach(layout::add);
    layout.finish();
    for (Page page : pages) {
      assertThat(page.rows()).hasSizeLessThanOrEqualTo(rows);
      assertThat(page.rows()).allMatch(row -> row.length() <= cells);
    }
    return pages;
  }

  private void isLaidOutAs(int cells, int rows, String... drawn) {
    assertThat(pages(cells, rows, NumberPosition.NONE).stream().map(LayoutTest::drawn))
        .containsExactly(drawn);
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
    block(Style.ITEM, "#a4 beras dan gula");
    block(Style.ITEM, 0, 1, "merah dan putih");
    block(Style.ITEM, "#b4 garam");
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
  void verseKeepsItsLinesAndItsBlanks() {
    block(Style.LINE, "aku ini");
    block(Style.LINE, "  binatang jalang");
    block(Style.LINE, "a  b");
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
  void pagesAreNumberedAtTheirFoot() {
    block(Style.PARAGRAPH, "satu dua tiga empat lima");
    assertThat(pages(10, 4, NumberPosition.BOTTOM_RIGHT).stream().map(LayoutTest::drawn))
        .containsExactly(
            """
              satu dua
            tiga empat
            lima
                    #a
            """);
    blocks.clear();
    block(Style.PARAGRAPH, "satu");
    assertThat(pages(10, 4, NumberPosition.BOTTOM_RIGHT).stream().map(LayoutTest::drawn))
        .containsExactly("  satu\n\n\n        #a\n");
  }

  @Test
  void pagesAreNumberedAtTheirHead() {
    for (int i = 0; i < 36; i++) {
      block(Style.LINE, "kata");
    }
    List<Page> pages = pages(10, 4, NumberPosition.TOP_RIGHT);
    assertThat(drawn(pages.get(0))).isEqualTo("        #a\nkata\nkata\nkata\n");
    assertThat(drawn(pages.get(11))).isEqualTo("       #ab\nkata\nkata\nkata\n");
  }

  @Test
  void nothingIsNoPage() {
    assertThat(pages(10, 4, NumberPosition.BOTTOM_RIGHT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a~", "a|", "a a-|"})
  void aMillionCellsInOneParagraphAreLaidOutWhole(String piece) {
    block(Style.PARAGRAPH, piece.repeat(1_000_000 / piece.length()));
    long cells =
        pages(32, 25, NumberPosition.NONE).stream()
            .flatMap(page -> page.rows().stream())
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
        .contains(new PageFormat(cells, rows, NumberPosition.BOTTOM_RIGHT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "32", "x25", "32x", "9x25", "32x3", "101x25", "32x25x2", "-1x25"})
  void whatIsNoSizeIsNone(String size) {
    assertThat(PageFormat.parse(size)).isEmpty();
  }

  @Test
  void aPageHoldsCellsOnly() {
    assertThatThrownBy(() -> new Page(List.of("abc"))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Page(List.of("⠁⠀"))).isInstanceOf(IllegalArgumentException.class);
  }
}
