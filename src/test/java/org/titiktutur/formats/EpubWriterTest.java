package org.titiktutur.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.EpubCheck;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Metadata;
import org.titiktutur.publication.Origin;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.publication.Sentence;
import org.titiktutur.speech.Clip;

class EpubWriterTest {

  private static final Language ID = language("id");
  private static final Language EN = language("en");
  private static final Language AR = language("ar");
  private static final Instant NOW = Instant.parse("2026-11-24T08:09:10.5Z");

  @TempDir Path folder;
  private PublicationFolder.Writer text;
  private int sentences;

  @BeforeEach
  void begin() throws IOException {
    text = new PublicationFolder.Writer(folder.resolve("text"));
  }

  @Test
  void everyKindOfBlockHasItsElementAndItsPlaceInTheOverlay() throws Exception {
    Sentence called =
        new Sentence(
            "s2",
            "Ibu berkata good morning.1",
            List.of(
                new Mark.Passage(12, 24, EN),
                new Mark.PageStart(12, "7"),
                new Mark.NoteReference(25, 26, "n 1")));
    part(
        "Bab 1",
        new Block.Heading(1, ID, List.of(new Sentence("s1", "Bab 1", List.of()))),
        new Block.Paragraph(ID, List.of(called)),
        new Block.Note(
            "n 1",
            "1",
            List.of(new Block.Paragraph(EN, List.of(new Sentence("s3", "English.", List.of()))))),
        new Block.PageStart("8"),
        new Block.Table(
            ID,
            List.of(new Sentence("s4", "Harga", List.of())),
            List.of(
                new Block.Row(List.of(cell(true, "Bahan"), cell(true, "Rp"))),
                new Block.Row(List.of(cell(true, "Beras"), cell(false, "15.000"))))),
        new Block.Image(
            ID, "a.png", List.of(new Sentence("s9", "Seekor kucing.", List.of())), List.of()));
    Map<String, String> epub = read(written(metadata("Dapur & Kebun", ID), true));

    assertThat(epub.keySet().iterator().next()).isEqualTo("mimetype");
    assertThat(epub.get("EPUB/part-00001.xhtml"))
        .contains("<html xmlns=\"http://www.w3.org/1999/xhtml\"")
        .contains("xml:lang=\"id\" lang=\"id\"")
        .contains("<span xml:lang=\"en\" lang=\"en\">good morning</span>")
        .contains(
            "<span class=\"page\" role=\"doc-pagebreak\" id=\"page-1\" epub:type=\"pagebreak\""
                + " aria-label=\"Halaman 7\">7</span>")
        .contains(
            "<a href=\"part-00001.xhtml#note--6e2031\" role=\"doc-noteref\" id=\"call--6e2031\""
                + " epub:type=\"noteref\">1</a>")
        .contains("<aside id=\"note--6e2031\" epub:type=\"footnote\"")
        .contains(
            "<a href=\"part-00001.xhtml#call--6e2031\" epub:type=\"backlink\""
                + " role=\"doc-backlink\">Catatan 1</a>")
        .contains("scope=\"col\"")
        .contains("scope=\"row\"")
        .contains("Gambar: <span id=\"s9\">Seekor kucing.</span>");
    String overlay = epub.get("EPUB/part-00001.smil").replaceAll("\\s*\n\\s*", "");
    assertThat(overlay)
        .contains(
            "<par><text src=\"part-00001.xhtml#s1\"/>"
                + "<audio src=\"part-00001.mp3\" clipBegin=\"0.000s\" clipEnd=\"1.000s\"/></par>")
        .contains("<seq epub:type=\"footnote\" epub:textref=\"part-00001.xhtml#note--6e2031\">")
        .contains("<seq epub:type=\"table\"")
        .contains("<seq epub:type=\"table-row\"")
        .contains("<seq epub:type=\"table-cell\"")
        .contains("<seq epub:type=\"figure\"");
    assertThat(epub.get("EPUB/nav.xhtml"))
        .contains("epub:type=\"toc\"")
        .contains("<a href=\"part-00001.xhtml#page-1\">7</a>")
        .contains("<a href=\"part-00001.xhtml#page-2\">8</a>")
        .contains("epub:type=\"bodymatter\"");
    assertThat(epub.get("EPUB/package.opf"))
        .contains("<meta property=\"dcterms:modified\">2026-11-24T08:09:10Z</meta>")
        .contains("<meta property=\"schema:accessModeSufficient\">auditory</meta>")
        .contains("<meta property=\"schema:accessibilityFeature\">synchronizedAudioText</meta>")
        .contains("<meta property=\"schema:accessibilityFeature\">pageBreakMarkers</meta>")
        .contains("<meta property=\"schema:accessibilityFeature\">alternativeText</meta>")
        .contains("<meta property=\"pageBreakSource\">Siti, Dapur &amp; Kebun</meta>")
        .contains("<meta property=\"media:duration\">9.000s</meta>")
        .contains("Setiap kalimat dapat dibaca dan didengar")
        .doesNotContain("conformsTo");
  }

  @Test
  void aBookWithNothingSpecialClaimsNothingSpecial() throws Exception {
    part("", new Block.Paragraph(EN, List.of(sentence("Only text."))));
    Map<String, String> epub = read(written(metadata("Plain", EN), false));
    assertThat(epub.get("EPUB/package.opf"))
        .contains("All of it is text")
        .doesNotContain("auditory")
        .doesNotContain("media:")
        .doesNotContain("page")
        .doesNotContain("alternativeText");
    assertThat(epub).doesNotContainKey("EPUB/part-00001.smil");
    assertThat(epub.get("EPUB/nav.xhtml")).contains("<a href=\"part-00001.xhtml\">1</a>");
  }

  @Test
  void theSameBookIsTheSameFile() throws Exception {
    part("Bab", new Block.Paragraph(ID, List.of(sentence("Kalimat."))));
    Publication book = text.finish(metadata("Buku", ID), List.of());
    assertThat(write(book, true, "one.epub")).hasSameBinaryContentAs(write(book, true, "two.epub"));
  }

  @Test
  void anEndnoteIsLinkedAcrossPartsAndWhatIsNotThereIsNoLink() throws Exception {
    part(
        "Bab",
        new Block.Paragraph(
            ID,
            List.of(
                new Sentence(
                    "a",
                    "Satu1 dua2 tiga1",
                    List.of(
                        new Mark.NoteReference(4, 5, "n"),
                        new Mark.NoteReference(9, 10, "none"),
                        new Mark.NoteReference(15, 16, "n"))))));
    part(
        "Catatan",
        new Block.Note("n", "1", List.of(new Block.Paragraph(ID, List.of(sentence("Isi."))))),
        new Block.Note("x", "2", List.of(new Block.Paragraph(ID, List.of(sentence("Sepi."))))));
    Map<String, String> epub = read(written(metadata("Buku", ID), false));
    assertThat(epub.get("EPUB/part-00001.xhtml"))
        .contains("href=\"part-00002.xhtml#note-n\" role=\"doc-noteref\" id=\"call-n\"")
        .containsOnlyOnce("id=\"call-n\"")
        .doesNotContain("none");
    assertThat(epub.get("EPUB/part-00002.xhtml"))
        .contains("epub:type=\"endnote\"")
        .contains("href=\"part-00001.xhtml#call-n\"")
        .contains("<b>Catatan 2</b>");
  }

  @Test
  void theWorstBookIsValid() throws Exception {
    part("", new Block.SceneBreak());
    part("");
    part(
        "Bab \u202Eterbalik\uFFFF <&> ]]>",
        new Block.Heading(6, ID, List.of(sentence("Bab \u202Eterbalik\uFFFF <&> ]]>"))),
        new Block.Heading(2, ID, List.of(sentence("Sama"))),
        new Block.Heading(5, ID, List.of(sentence("Sama"))),
        new Block.Heading(1, ID, List.of(sentence("Sama"))),
        new Block.Paragraph(
            AR,
            List.of(
                new Sentence(
                    "1 bukan <nama> \"id\"",
                    "كتاب 😀 e\u0301 \uD83D\uDC69\u200D\uD83D\uDC67 x1",
                    List.of(
                        new Mark.PageStart(0, ""),
                        new Mark.Emphasis(0, 8, true),
                        new Mark.Passage(4, 12, EN),
                        new Mark.NoteReference(3, 9, "dua\nkata"),
                        new Mark.NoteReference(4, 6, "dua\nkata"))),
                new Sentence("note-1", "Dua.", List.of()),
                new Sentence("page-1", "Tiga.", List.of()))),
        new Block.Note("dua\nkata", "", List.of(new Block.Paragraph(EN, List.of(sentence("A."))))),
        new Block.Note("dua\nkata", "*", List.of(new Block.Paragraph(ID, List.of(sentence("B."))))),
        new Block.Listing(true, -3, List.of(new Block.Item(List.of()), item(list(list())))),
        new Block.Image(ID, "", List.of(), List.of(sentence("Hanya judul."))),
        new Block.Lines(AR, List.of(sentence("سطر"), sentence("سطر"))),
        new Block.Quotation(List.of(new Block.Quotation(List.of()))),
        new Block.PageStart("xii"),
        new Block.PageStart("xii"));
    part("Sama", new Block.Heading(1, ID, List.of(sentence("Sama"))), hugeTable());
    part("Sama", new Block.Heading(1, ID, List.of(sentence("Sama"))));

    Metadata metadata =
        new Metadata(
            "\u202Bكتاب\u202C <&> \uFFFE",
            List.of("A & B", " "),
            language("ar"),
            "  ISBN <9>  ",
            "\u0007",
            "2026-02-31");
    assertThat(EpubCheck.messages(written(metadata, true))).isEmpty();
  }

  @Test
  void theCheckerSeesWhatIsWrong() throws Exception {
    Path broken = folder.resolve("broken.epub");
    try (OutputStream out = Files.newOutputStream(broken);
        org.titiktutur.formats.ZipFile zip = new org.titiktutur.formats.ZipFile(out)) {
      zip.store("mimetype", "application/epub+zip".getBytes(StandardCharsets.US_ASCII));
      zip.finish();
    }
    assertThat(EpubCheck.messages(broken)).anyMatch(message -> message.startsWith("FATAL RSC-002"));
  }

  /** EPUBCheck has nothing to say of this one either, but takes a minute for it. */
  @Test
  void aThousandPartsAreAllInTheSpineAndInTheContents() throws Exception {
    for (int i = 1; i <= 1000; i++) {
      part(
          i % 7 == 0 ? "" : "Bab " + i % 5,
          new Block.Heading(1 + i % 3, ID, List.of(sentence("Bab " + i))),
          new Block.PageStart(String.valueOf(i)));
    }
    Map<String, String> epub = read(written(metadata("Panjang", ID), true));
    assertThat(epub.get("EPUB/package.opf").split("<itemref ")).hasSize(1001);
    assertThat(epub.get("EPUB/package.opf")).contains(">1000.000s<");
    assertThat(epub.get("EPUB/nav.xhtml").split("<a href=\"part-\\d{5}.xhtml\"")).hasSize(1001);
    assertThat(epub.get("EPUB/nav.xhtml").split("#page-1\"")).hasSize(1001);
  }

  private Block hugeTable() {
    List<Block.Row> rows = new ArrayList<>();
    for (int row = 0; row < 60; row++) {
      List<Block.Cell> cells = new ArrayList<>();
      for (int column = 0; column < 8; column++) {
        cells.add(cell(row == 0 || column == 0, row + "," + column));
      }
      rows.add(new Block.Row(cells));
    }
    Block inside =
        new Block.Note("di dalam", "3", List.of(new Block.Heading(2, ID, List.of(sentence("J")))));
    Block heading = new Block.Heading(3, ID, List.of(sentence("Kepala")));
    rows.add(
        new Block.Row(
            List.of(
                new Block.Cell(true, 8, 1, List.of(heading, inside, new Block.PageStart("1"))))));
    return new Block.Table(ID, List.of(), rows);
  }

  private static Block.Item item(Block... blocks) {
    return new Block.Item(List.of(blocks));
  }

  private Block list(Block... inside) {
    List<Block> blocks = new ArrayList<>(List.of(inside));
    blocks.add(0, new Block.Paragraph(EN, List.of(sentence("Item."))));
    return new Block.Listing(false, 1, List.of(new Block.Item(blocks)));
  }

  private void part(String title, Block... blocks) throws IOException {
    text.add(new Part(text.parts() + 1, title, 1 + text.parts() % 3, ID, List.of(blocks)));
  }

  private Path written(Metadata metadata, boolean spoken) throws IOException {
    return write(text.finish(metadata, List.of()), spoken, "book.epub");
  }

  @Test
  void pageNumbersAndPicturesWithoutADescriptionAreHeardAndPageNumbersCanBeSkipped()
      throws Exception {
    part(
        "Bab",
        new Block.Heading(1, ID, List.of(sentence("Bab"))),
        new Block.Paragraph(
            ID,
            List.of(
                new Sentence(
                    "k2",
                    "Dua halaman.",
                    List.of(new Mark.PageStart(0, "1"), new Mark.PageStart(4, "2"))))),
        new Block.Image(ID, "x.png", List.of(), List.of()));
    Publication book = text.finish(metadata("Buku", ID), List.of());
    Path file = folder.resolve("heard.epub");
    Path mp3 = Files.write(folder.resolve("a.mp3"), new byte[] {'I', 'D', '3', 3, 0, 0, 0});
    List<Clip> clips = new ArrayList<>();
    for (String name : List.of("k1", Clip.page(1), "k2", Clip.page(2), Clip.image(1))) {
      clips.add(new Clip(name, clips.size() * 22_050L, (clips.size() + 1) * 22_050L));
    }
    PublicationFolder read = new PublicationFolder(folder.resolve("text"));
    try (OutputStream out = Files.newOutputStream(file);
        EpubWriter epub = new EpubWriter(out, book, NotePlaces.of(book, read), NOW, "espeak:id")) {
      epub.part(read.part(1), mp3, clips);
      epub.finish(true);
    }
    Map<String, String> epub = read(file);
    assertThat(epub.get("EPUB/part-00001.smil").replaceAll("\\s*\n\\s*", ""))
        .contains(
            "<par epub:type=\"pagebreak\"><text src=\"part-00001.xhtml#page-1\"/><audio"
                + " src=\"part-00001.mp3\" clipBegin=\"1.000s\" clipEnd=\"2.000s\"/></par>"
                + "<par><text src=\"part-00001.xhtml#k2\"/><audio"
                + " src=\"part-00001.mp3\" clipBegin=\"2.000s\" clipEnd=\"3.000s\"/></par>"
                + "<par epub:type=\"pagebreak\"><text src=\"part-00001.xhtml#page-2\"/>")
        .containsPattern(
            "<seq epub:type=\"figure\"[^>]*><par><text src=\"part-00001.xhtml#(piece-\\d+)\"/>");
    assertThat(epub.get("EPUB/part-00001.xhtml"))
        .containsPattern("<p id=\"piece-\\d+\">Gambar tanpa deskripsi.</p>");
    assertThat(epub.get("EPUB/package.opf"))
        .contains("<meta property=\"media:narrator\">espeak:id</meta>");
    assertThat(EpubCheck.messages(file)).isEmpty();
  }

  /** Every sentence sounds for a second. */
  private Path write(Publication book, boolean spoken, String name) throws IOException {
    PublicationFolder read = new PublicationFolder(folder.resolve("text"));
    Path mp3 = Files.write(folder.resolve("a.mp3"), new byte[] {'I', 'D', '3', 3, 0, 0, 0});
    Path file = folder.resolve(name);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        EpubWriter epub = new EpubWriter(out, book, NotePlaces.of(book, read), NOW, "espeak:id")) {
      for (Publication.Entry entry : book.parts()) {
        Part part = read.part(entry.number());
        if (spoken) {
          List<Clip> clips = new ArrayList<>();
          part.sentences()
              .forEach(
                  sentence ->
                      clips.add(
                          new Clip(
                              sentence.id(),
                              clips.size() * 22_050L,
                              (clips.size() + 1) * 22_050L)));
          epub.part(part, mp3, clips);
        } else {
          epub.part(part);
        }
      }
      epub.finish(spoken);
    }
    return file;
  }

  private static Map<String, String> read(Path epub) throws IOException {
    Map<String, String> files = new java.util.LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(epub.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        files.put(
            entry.getName(),
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private Block.Cell cell(boolean header, String words) {
    return new Block.Cell(header, 1, 1, List.of(new Block.Paragraph(ID, List.of(sentence(words)))));
  }

  private Sentence sentence(String words) {
    return new Sentence("k" + ++sentences, words, List.of());
  }

  private static Metadata metadata(String title, Language language) {
    return new Metadata(title, List.of("Siti"), language, "", "", "");
  }

  private static Language language(String tag) {
    return new Language(tag, Origin.DECLARED);
  }
}
