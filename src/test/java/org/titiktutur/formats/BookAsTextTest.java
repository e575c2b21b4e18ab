package org.titiktutur.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Metadata;
import org.titiktutur.publication.Origin;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.Sentence;

class BookAsTextTest {

  private static final Language ID = new Language("id", Origin.DECLARED);
  private static final Language EN = new Language("en", Origin.DECLARED);

  private static final Publication BOOK =
      new Publication(
          1,
          new Metadata("Dapur & Kebun", List.of("Siti Rahma"), ID, "", "", ""),
          List.of(new Publication.Entry(1, "Bab 1", 1, 9, 200)),
          List.of());

  private static final Part PART =
      new Part(
          1,
          "Bab 1",
          1,
          ID,
          List.of(
              new Block.Heading(1, ID, List.of(sentence("s1", "Bab 1"))),
              new Block.Paragraph(
                  ID,
                  List.of(
                      new Sentence(
                          "s2",
                          "Ibu berkata good morning.1",
                          List.of(
                              new Mark.Emphasis(12, 20, false),
                              new Mark.Passage(12, 24, EN),
                              new Mark.PageStart(12, "7"),
                              new Mark.NoteReference(25, 26, "n1"))),
                      sentence("s3", "Lalu ia pergi."))),
              new Block.Note(
                  "n1", "1", List.of(new Block.Paragraph(ID, List.of(sentence("s4", "Inggris."))))),
              new Block.Listing(
                  true,
                  3,
                  List.of(
                      new Block.Item(
                          List.of(new Block.Paragraph(ID, List.of(sentence("s5", "Cabai"))))))),
              new Block.Table(
                  ID,
                  List.of(sentence("s6", "Harga")),
                  List.of(
                      new Block.Row(List.of(cell(true, "s7", "Bahan"), cell(true, "s8", "Rp"))),
                      new Block.Row(
                          List.of(cell(false, "s9", "Beras"), cell(false, "sa", "15.000"))))),
              new Block.Image(ID, "a.png", List.of(), List.of()),
              new Block.Image(ID, "b.png", List.of(sentence("sb", "Seekor kucing.")), List.of())));

  @Test
  void plainTextNamesWhatIsNotAPlainParagraph() throws Exception {
    StringBuilder text = new StringBuilder();
    new PlainText(text, BOOK.metadata()).part(PART);
    assertThat(text)
        .hasToString(
            """
            Dapur & Kebun
            Siti Rahma



            Bab 1

            Ibu berkata good morning.1 Lalu ia pergi.

            [Catatan 1]
                Inggris.

            3. Cabai

            [Tabel: Harga]
            Bahan | Rp
            Beras | 15.000

            [Gambar tanpa deskripsi]

            [Gambar: Seekor kucing.]

            """);
  }

  @Test
  void theTableOfContentsNestsAsThePartsDo() throws Exception {
    int[] levels = {2, 1, 2, 3, 1};
    List<Publication.Entry> parts = new java.util.ArrayList<>();
    for (int i = 0; i < levels.length; i++) {
      parts.add(new Publication.Entry(i + 1, "Bab " + i, levels[i], 1, 10));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HtmlPage page =
        new HtmlPage(out, new Publication(Publication.SCHEMA, BOOK.metadata(), parts, List.of()));
    page.finish();
    String contents =
        out.toString(StandardCharsets.UTF_8).replaceAll("(?s).*<nav[^>]*>|</nav>.*", "");
    assertThat(contents.replaceAll("</?a[^>]*>", ""))
        .isEqualTo(
            "<h2>Daftar isi</h2><ul><li>Bab 0</li><li>Bab 1<ul><li>Bab 2<ul><li>Bab 3</li></ul></li></ul></li>"
                + "<li>Bab 4</li></ul>");
  }

  @Test
  void thePageIsWellFormedAndSpeaksTheLanguageOfEachPassage() throws Exception {
    assertThat(page())
        .contains("<html lang=\"id\">")
        .contains("<span lang=\"en\">")
        .contains("Dapur &amp; Kebun");
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(page().getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("h2")
                .getLength())
        .isEqualTo(2);
  }

  @Test
  void overlappingMarksNest() throws Exception {
    assertThat(page())
        .contains(
            "Ibu berkata <span class=\"page\" role=\"doc-pagebreak\" aria-label=\"Halaman 7\">7</span>"
                + "<em><span lang=\"en\">good mor</span></em><span lang=\"en\">ning</span>.");
  }

  @Test
  void notesAreLinkedBothWays() throws Exception {
    assertThat(page())
        .contains("<a href=\"#note-n1\" role=\"doc-noteref\" id=\"call-n1\">1</a>")
        .contains("<aside id=\"note-n1\"")
        .contains("<a href=\"#call-n1\">Catatan 1</a>");
  }

  @Test
  void tablesHaveHeaderCellsAndPicturesSayWhatTheyShow() throws Exception {
    assertThat(page())
        .contains("<th scope=\"col\"><span id=\"s7\">Bahan</span></th>")
        .contains("<ol start=\"3\">")
        .contains("Gambar: <span id=\"sb\">Seekor kucing.</span>")
        .contains("Gambar tanpa deskripsi.");
  }

  @Test
  void playlistsNameEveryTrackOnOneLine() {
    assertThat(
            new Playlist(
                    "Dapur\nKebun",
                    List.of(new Playlist.Track("dapur-mp3/001-bab-1.mp3", "Bab 1", 61.7)))
                .text())
        .isEqualTo(
            """
            #EXTM3U
            #PLAYLIST:Dapur Kebun
            #EXTINF:62,Bab 1
            dapur-mp3/001-bab-1.mp3
            """);
  }

  private static String page() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HtmlPage page = new HtmlPage(bytes, BOOK);
    page.part(PART);
    page.finish();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Block.Cell cell(boolean header, String id, String text) {
    return new Block.Cell(
        header, 1, 1, List.of(new Block.Paragraph(ID, List.of(sentence(id, text)))));
  }

  private static Sentence sentence(String id, String text) {
    return new Sentence(id, text, List.of());
  }
}
