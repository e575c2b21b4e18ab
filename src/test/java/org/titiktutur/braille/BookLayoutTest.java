package org.titiktutur.braille;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.titiktutur.braille.Ascii.cells;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.titiktutur.braille.BrailleBlock.PageStart;
import org.titiktutur.braille.BrailleBlock.SentenceStart;
import org.titiktutur.braille.BrailleBlock.Style;
import org.titiktutur.braille.PageFormat.NumberPosition;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Metadata;

/** Whole books, with words of ours from liblouis, drawn as {@link Ascii} draws. */
@Timeout(60)
class BookLayoutTest {

  private static final Metadata BOOK =
      new Metadata(
          "Hikayat Kancil", List.of("Anonim"), Language.DEFAULT, "", "Balai Pustaka", "1925-03");

  @TempDir Path folder;

  /** A page and where it stands. */
  private record Laid(int volume, int section, List<String> rows, List<List<Run>> runs) {
    String number() {
      String drawn = Ascii.drawn(rows.get(0));
      return drawn.substring(drawn.lastIndexOf(' ') + 1);
    }

    List<String> text() {
      return rows.subList(1, rows.size()).stream().map(Ascii::drawn).toList();
    }
  }

  /** Takes what is laid out. */
  private static final class Taken implements BookSink {
    final List<Laid> pages = new ArrayList<>();
    int volumes;
    int sections;

    @Override
    public void volume(int number, int of) {
      assertThat(number).isEqualTo(++volumes).isLessThanOrEqualTo(of);
      sections = 0;
    }

    @Override
    public void section() {
      sections++;
    }

    @Override
    public void page(Page page, List<List<Run>> runs) {
      assertThat(runs).hasSameSizeAs(page.rows());
      pages.add(new Laid(volumes, sections, page.rows(), runs));
    }
  }

  private Taken bound(BookStyle style, List<BrailleBlock> blocks) {
    Taken taken = new Taken();
    try (BookLayout layout = new BookLayout(style, folder.resolve("sides"))) {
      for (BrailleBlock block : blocks) {
        if (block.style() == Style.HEADING && block.level() == 1) {
          layout.beginChapter();
        }
        layout.add(block);
      }
      layout.finish(BOOK, BookLayoutTest::brailled, taken);
    } catch (IOException | BrailleUnavailable e) {
      throw new AssertionError(e);
    }
    assertThat(folder).isEmptyDirectory();
    return taken;
  }

  private static List<String> brailled(List<String> print) throws BrailleUnavailable {
    List<String> cells = new ArrayList<>();
    for (String line : print) {
      cells.add(Engine.cells("id-g1", line));
    }
    return cells;
  }

  private static BrailleBlock block(Style style, int level, String text) {
    return new BrailleBlock(style, level, 0, cells(text), List.of(), List.of());
  }

  private static List<String> drawings(Taken taken) {
    return taken.pages.stream().map(page -> Ascii.drawn(page.rows())).toList();
  }

  private static BookStyle style(int cells, int rows, int sheets, BookStyle.Numbering numbering) {
    return new BookStyle(
        new PageFormat(cells, rows, NumberPosition.TOP_RIGHT),
        false,
        sheets,
        numbering,
        false,
        BookStyle.Tables.COLUMNS);
  }

  @Test
  void aBookHasATitlePageContentsAndALineAtItsEnd() {
    List<BrailleBlock> blocks =
        List.of(
            block(Style.HEADING, 1, ",awal"),
            block(Style.PARAGRAPH, 0, ",kancil lapar4"),
            block(Style.HEADING, 2, ",kebun yang jauh sekali dari sini"),
            block(Style.PARAGRAPH, 0, ",ia pergi4"),
            block(Style.HEADING, 1, ",akhir"),
            block(Style.PARAGRAPH, 0, ",kancil pulang4"));
    assertThat(drawings(bound(style(30, 10, 0, BookStyle.Numbering.CONTINUOUS), blocks)))
        .containsExactly(
            """
                                       p#a

                   ,hikayat ,kancil

                       ,anonim

                   ,balai ,pustaka

                        #aibe
            """,
            """
                                       p#b
                     ,daftar isi

            ,awal @@@@@@@@@@@@@@@@@@@@@ #a
              ,kebun yang jauh
                  sekali dari sini @@@@ #a
            ,akhir @@@@@@@@@@@@@@@@@@@@ #b
            """
                .replace('@', '"'),
            """
                   ,hikayat ,kancil     #a

                        ,awal

              ,kancil lapar4

                ,kebun yang jauh sekali
                dari sini
              ,ia pergi4
            """,
            """
                   ,hikayat ,kancil     #b

                        ,akhir

              ,kancil pulang4

                     ,akhir buku
            """);
  }

  @Test
  void whatFitsOnOneSheetIsALeafletWithoutAllThat() {
    List<BrailleBlock> letter =
        List.of(block(Style.HEADING, 1, ",surat"), block(Style.PARAGRAPH, 0, ",halo4"));
    assertThat(drawings(bound(style(30, 10, 10, BookStyle.Numbering.CONTINUOUS), letter)))
        .containsExactly(
            """
                   ,hikayat ,kancil     #a

                        ,surat

              ,halo4
            """);
  }

  private static List<BrailleBlock> chapters(int count, int paragraphs) {
    List<BrailleBlock> blocks = new ArrayList<>();
    for (int chapter = 1; chapter <= count; chapter++) {
      blocks.add(block(Style.HEADING, 1, ",bab " + "abcdefghij".charAt(chapter - 1)));
      for (int i = 0; i < paragraphs; i++) {
        blocks.add(block(Style.PARAGRAPH, 0, ",satu dua tiga empat lima enam4"));
      }
    }
    return blocks;
  }

  @Test
  void volumesBeginWithChaptersAndSayWhichTheyAre() {
    Taken taken = bound(style(30, 12, 14, BookStyle.Numbering.CONTINUOUS), chapters(4, 16));
    assertThat(taken.volumes).isEqualTo(2);
    List<Laid> second = taken.pages.stream().filter(page -> page.volume() == 2).toList();
    assertThat(Ascii.drawn(second.get(0).rows()))
        .isEqualTo(
            """
                                       p#a

                   ,hikayat ,kancil

                       ,anonim

                   ,balai ,pustaka

                        #aibe

                  ,jilid #b dari #b
            """);
    assertThat(second.get(1).text()).containsExactly("       ,halaman #i-#af");
    assertThat(second.get(2).text())
        .containsExactly(
            "         ,daftar isi",
            "",
            "          ,jilid #b",
            ",bab c " + "\"".repeat(20) + " #i",
            ",bab d " + "\"".repeat(19) + " #ac");
    List<Laid> text = taken.pages.stream().filter(page -> page.section() == 2).toList();
    assertThat(text.stream().map(Laid::number))
        .containsExactly(
            "#a", "#b", "#c", "#d", "#e", "#f", "#g", "#h", "#i", "#aj", "#aa", "#ab", "#ac", "#ad",
            "#ae", "#af");
    assertThat(text.get(7).text()).endsWith("", "       ,akhir jilid #a");
    assertThat(text.get(15).text()).endsWith("", "         ,akhir buku");
  }

  @Test
  void pagesMayBeNumberedByVolume() {
    Taken taken = bound(style(30, 12, 14, BookStyle.Numbering.VOLUME), chapters(4, 16));
    assertThat(taken.pages.stream().filter(page -> page.section() == 2).map(Laid::number))
        .startsWith("#a")
        .containsSequence("#h", "#a")
        .endsWith("#h");
  }

  @Test
  void aTitleThatIsTooLongForTheHeadOfAPageIsCutBetweenWords() {
    List<BrailleBlock> blocks = new ArrayList<>(chapters(1, 20));
    blocks.add(0, new BrailleBlock(Style.PAGE, 0, 0, "", List.of(), start(0, "#abc")));
    assertThat(drawings(bound(style(22, 10, 0, BookStyle.Numbering.CONTINUOUS), blocks)))
        .anyMatch(page -> page.startsWith("#abc   ,hikayat     #a\n"))
        .anyMatch(page -> page.startsWith("a#abc   ,hikayat    #b\n"));
  }

  private static List<PageStart> start(int at, String label) {
    return List.of(new PageStart(at, cells(label)));
  }

  /** Every profile, each on one side and both, and the least and the most that there is. */
  static Stream<BookStyle> styles() {
    return Stream.concat(
            Stream.of(BookStyle.Profile.values()).map(BookStyle.Profile::code),
            Stream.of("25x20", "42x30", "10x4", "100x100"))
        .map(BookStyle.USUAL::on)
        .map(style -> style.orElseThrow())
        .flatMap(style -> Stream.of(style.with(false), style.with(true)))
        .map(
            style ->
                new BookStyle(
                    style.page(),
                    style.duplex(),
                    12,
                    style.numbering(),
                    style.duplex(),
                    style.tables()));
  }

  /** A book of words that come once each. */
  private static final class RandomBook {
    final List<BrailleBlock> blocks = new ArrayList<>();
    private final Random random;
    private int words;

    RandomBook(int seed, int chapters) {
      random = new Random(seed);
      for (int i = 0; i < chapters; i++) {
        chapter();
      }
    }

    private void chapter() {
      heading(1);
      for (int i = random.nextInt(12); i >= 0; i--) {
        if (random.nextInt(6) == 0) {
          heading(2 + random.nextInt(2));
          paragraph();
        }
        switch (random.nextInt(6)) {
          case 0 -> {
            blocks.add(BookLayoutTest.block(Style.SPACE, 0, ""));
            for (int item = random.nextInt(5); item >= 0; item--) {
              add(Style.ITEM, 2, random.nextInt(2), 1 + random.nextInt(20));
            }
            blocks.add(BookLayoutTest.block(Style.SPACE, 0, ""));
          }
          case 1 -> add(Style.NOTE, random.nextInt(2), 0, 1 + random.nextInt(20));
          case 2 -> {
            for (int line = random.nextInt(5); line >= 0; line--) {
              add(Style.LINE, 0, 0, 1 + random.nextInt(9));
            }
          }
          default -> paragraph();
        }
      }
      paragraph();
    }

    private void heading(int level) {
      add(Style.HEADING, level, 0, 1 + random.nextInt(6));
    }

    private void paragraph() {
      add(Style.PARAGRAPH, 0, 0, 1 + random.nextInt(120));
    }

    private void add(Style style, int level, int depth, int count) {
      String text = IntStream.range(0, count).mapToObj(i -> word()).collect(joining(" "));
      blocks.add(
          new BrailleBlock(
              style,
              level,
              depth,
              cells(text),
              List.of(new SentenceStart(0, "s" + blocks.size())),
              List.of()));
    }

    /** No two are alike; some may be divided, and some are longer than a line. */
    private String word() {
      StringBuilder word = new StringBuilder();
      for (int rest = ++words; rest > 0; rest /= 26) {
        word.append((char) ('a' + rest % 26)).append(random.nextInt(8) == 0 ? "~x" : "");
      }
      return word + "y".repeat(random.nextInt(60) == 0 ? 50 : random.nextInt(7));
    }
  }

  @ParameterizedTest
  @MethodSource("styles")
  void booksOfEveryShapeKeepTheRules(BookStyle style) {
    for (int seed = 0; seed < 4; seed++) {
      RandomBook book = new RandomBook(seed, 1 + 6 * seed);
      Taken taken = bound(style, book.blocks);
      List<Laid> text = taken.pages.stream().filter(BookLayoutTest::isText).toList();
      everythingFits(style, taken);
      nothingIsLost(book, text);
      if (style.page().rows() >= 20) {
        noLineStandsAlone(book, text);
        noHeadingEndsAPage(book, text);
        volumesAreNotTooThick(style, taken);
        contentsPointToTheirPages(book, taken, text);
      }
    }
  }

  /** The last section of its volume. */
  private static boolean isText(Laid page) {
    return !page.number().startsWith("p");
  }

  private static void everythingFits(BookStyle style, Taken taken) {
    for (Laid page : taken.pages) {
      assertThat(page.rows()).hasSizeLessThanOrEqualTo(style.page().rows());
      assertThat(page.rows()).allMatch(row -> row.length() <= style.page().cells());
    }
  }

  /** The rows of each sentence, page by page. */
  private static Map<String, List<List<String>>> rowsOf(List<Laid> pages) {
    Map<String, List<List<String>>> rows = new LinkedHashMap<>();
    for (Laid page : pages) {
      Map<String, List<String>> here = new LinkedHashMap<>();
      for (int i = 0; i < page.rows().size(); i++) {
        for (Run run : page.runs().get(i)) {
          here.computeIfAbsent(run.sentence(), id -> new ArrayList<>())
              .add(page.rows().get(i).substring(run.column(), run.column() + run.cells()));
        }
      }
      here.forEach((id, all) -> rows.computeIfAbsent(id, key -> new ArrayList<>()).add(all));
    }
    return rows;
  }

  /** But for blanks and hyphens, which lines may add and leave out. */
  private static String bare(String cells) {
    return BrailleBlock.withoutMarks(cells).replace("\u2800", "").replace("\u2824", "");
  }

  private static void nothingIsLost(RandomBook book, List<Laid> text) {
    Map<String, List<List<String>>> rows = rowsOf(text);
    List<String> order = new ArrayList<>();
    for (int i = 0; i < book.blocks.size(); i++) {
      BrailleBlock block = book.blocks.get(i);
      if (!block.sentences().isEmpty()) {
        order.add("s" + i);
        assertThat(
                rows.get("s" + i).stream()
                    .flatMap(List::stream)
                    .map(BookLayoutTest::bare)
                    .collect(joining()))
            .isEqualTo(bare(block.cells()));
      }
    }
    assertThat(rows.keySet()).containsExactlyElementsOf(order);
  }

  private static void noLineStandsAlone(RandomBook book, List<Laid> text) {
    rowsOf(text)
        .forEach(
            (id, pages) -> {
              Style style = book.blocks.get(Integer.parseInt(id.substring(1))).style();
              if (pages.size() > 1 && style != Style.NOTE) {
                assertThat(pages).as(id).allMatch(rows -> rows.size() > 1);
              }
            });
  }

  private static void noHeadingEndsAPage(RandomBook book, List<Laid> text) {
    for (Laid page : text) {
      List<String> last =
          page.runs().stream().flatMap(List::stream).map(Run::sentence).distinct().toList();
      if (last.isEmpty()) {
        continue; // only that a volume ends
      }
      String id = last.get(last.size() - 1);
      assertThat(book.blocks.get(Integer.parseInt(id.substring(1))).style())
          .isNotEqualTo(Style.HEADING);
    }
  }

  private static void volumesAreNotTooThick(BookStyle style, Taken taken) {
    for (int volume = 1; volume <= taken.volumes; volume++) {
      int sheets = 0;
      for (int section = 1; section <= 2; section++) {
        int in = section;
        int of = volume;
        long pages =
            taken.pages.stream()
                .filter(page -> page.volume() == of && page.section() == in)
                .count();
        sheets += (int) (pages + style.sidesOfSheet() - 1) / style.sidesOfSheet();
      }
      assertThat(sheets).isLessThanOrEqualTo(style.sheets());
    }
  }

  private static void contentsPointToTheirPages(RandomBook book, Taken taken, List<Laid> text) {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < book.blocks.size(); i++) {
      BrailleBlock block = book.blocks.get(i);
      if (block.style() == Style.HEADING && block.level() <= Contents.DEEPEST) {
        String id = "s" + i;
        expected.add(
            text.stream()
                .filter(
                    page ->
                        page.runs().stream()
                            .flatMap(List::stream)
                            .anyMatch(run -> run.sentence().equals(id)))
                .findFirst()
                .orElseThrow()
                .number());
      }
    }
    boolean leaflet = taken.pages.size() == text.size();
    for (int volume = 1; volume <= taken.volumes; volume++) {
      int of = volume;
      List<String> named =
          taken.pages.stream()
              .filter(page -> page.volume() == of && !isText(page))
              .flatMap(page -> page.text().stream())
              .filter(row -> row.matches(".*[a-z\"] +#[a-j]+"))
              .filter(row -> !row.contains(",jilid"))
              .map(row -> row.substring(row.lastIndexOf('#')))
              .toList();
      if (volume == 1) {
        assertThat(named).isEqualTo(leaflet || expected.size() < 2 ? List.of() : expected);
      } else {
        List<String> pages =
            text.stream().filter(page -> page.volume() == of).map(Laid::number).toList();
        assertThat(named).isEqualTo(expected.stream().filter(pages::contains).toList());
      }
    }
  }
}
