package org.titiktutur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.publication.Metadata;

class EpubReaderTest {

  @TempDir Path folder;

  private final EpubFixture epub = new EpubFixture();

  @Test
  void spineOrderAndNavigationMakeTheParts() throws Exception {
    Trial trial =
        read(
            epub.chapter("b.xhtml", "<h1>Satu</h1><p>Isi bab satu.</p>")
                .chapter("a.xhtml", "<p>Sambungan bab satu.</p>")
                .chapter("c.xhtml", "<h1>Dua</h1><p>Isi bab dua.</p>")
                .contents("b.xhtml", "Bab Satu", "c.xhtml", "Bab Dua"));
    assertThat(trial.text())
        .isEqualTo(
            """
            part 1 (Bab Satu)
              h1 [s1 Satu]
              p [s2 Isi bab satu.]
              p [s3 Sambungan bab satu.]
            part 1 (Bab Dua)
              h1 [s4 Dua]
              p [s5 Isi bab dua.]
            """);
    assertThat(trial.findings()).isEmpty();
    assertThat(trial.units).containsExactly("OEBPS/b.xhtml", "OEBPS/a.xhtml", "OEBPS/c.xhtml");
  }

  @Test
  void whatStyleSheetsHideIsNotReadButPagesAndNotesAre() throws Exception {
    Trial trial =
        read(
            epub.document(
                    "a.xhtml",
                    "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'>"
                        + "<head><link rel='stylesheet' href='gaya/a.css'/></head><body>"
                        + "<p>Isi<a epub:type='noteref' href='#f'>1</a>.</p><p class='iklan'>Iklan.</p>"
                        + "<p><span class='hal' epub:type='pagebreak' title='7'/>Lanjut.</p>"
                        + "<aside class='kecil' epub:type='footnote' id='f'>Catatan.</aside>"
                        + "</body></html>")
                .file("OEBPS/gaya/a.css", ".iklan,.hal,.kecil{display:none}"));
    assertThat(trial.plain()).contains("Isi", "Lanjut.", "Catatan.").doesNotContain("Iklan");
    assertThat(trial.text()).contains("page 7");
  }

  @Test
  void aPageOfContentsInTheSpineIsNotReadAloud() throws Exception {
    Trial trial =
        read(
            epub.chapter(
                    "isi.xhtml",
                    "<h1>Daftar Isi</h1><p><a href='a.xhtml'>Bab pertama yang panjang</a></p>"
                        + "<p><a href='b.xhtml#x'>Bab kedua yang panjang</a></p>"
                        + "<p><a href='c.xhtml'>Bab ketiga yang panjang</a></p>")
                .chapter("a.xhtml", "<p>Satu, lihat <a href='b.xhtml'>bab dua</a>.</p>")
                .chapter("b.xhtml", "<p id='x'>Dua.</p>")
                .chapter("c.xhtml", "<p>Tiga.</p>")
                .ncx(
                    point("a.xhtml", "Satu") + point("b.xhtml", "Dua") + point("c.xhtml", "Tiga"),
                    ""));
    assertThat(trial.plain()).isEqualTo("Satu, lihat bab dua. Dua. Tiga.");
    assertThat(trial.findings()).containsExactly("navigation-skipped");
  }

  private static String point(String href, String title) {
    return "<navPoint><navLabel><text>%s</text></navLabel><content src='%s'/></navPoint>"
        .formatted(title, href);
  }

  @Test
  void thePackageTellsAboutTheBook() throws Exception {
    Metadata about =
        read(epub.chapter("a.xhtml", "<p>Isi buku.</p>")
                .metadata(
                    """
                        <dc:title id="t2">Anak judul</dc:title>
                        <meta refines="#t2" property="title-type">subtitle</meta>
                        <dc:title id="t1">Judul Utama</dc:title>
                        <meta refines="#t1" property="title-type">main</meta>
                        <dc:creator id="c1">Ayu Lestari</dc:creator>
                        <dc:creator id="c2">Budi Pelukis</dc:creator>
                        <meta refines="#c2" property="role">ill</meta>
                        <dc:creator>Citra</dc:creator>
                        <dc:language>in_ID</dc:language>
                        <dc:identifier>lain</dc:identifier>
                        <dc:identifier id="uid">urn:uuid:1</dc:identifier>
                        <dc:publisher>Penerbit Ombak</dc:publisher><dc:date>2021-03-04</dc:date>
                        """))
            .publication
            .metadata();
    assertThat(about.title()).isEqualTo("Judul Utama");
    assertThat(about.authors()).containsExactly("Ayu Lestari", "Citra");
    assertThat(about.language().tag()).isEqualTo("id-ID");
    assertThat(about.identifier()).isEqualTo("urn:uuid:1");
    assertThat(about.publisher()).isEqualTo("Penerbit Ombak");
    assertThat(about.date()).isEqualTo("2021-03-04");
  }

  @Test
  void partsOfTheBookGatherChaptersAndSectionsStayInside() throws Exception {
    Trial trial =
        read(
            epub.chapter("p1.xhtml", "<h1>Bagian Satu</h1>")
                .chapter(
                    "c1.xhtml", "<h2>Bab 1</h2><p>Isi.</p><h3 id='s'>Pasal</h3><p>Isi pasal.</p>")
                .chapter("c2.xhtml", "<h2>Bab 2</h2><p>Isi dua.</p>")
                .nav(
                    """
                    <nav epub:type="toc"><ol><li><a href="p1.xhtml">Bagian Satu</a><ol>
                    <li><a href="c1.xhtml">Bab 1</a><ol><li><a href="c1.xhtml#s">Pasal</a></li></ol></li>
                    <li><a href="c2.xhtml">Bab 2</a></li></ol></li></ol></nav>
                    """));
    assertThat(trial.outline()).isEqualTo("Bagian Satu\nBab 1\nBab 2\n");
  }

  @Test
  void chaptersMayBeginInTheMiddleOfADocument() throws Exception {
    assertThat(
            read(epub.chapter(
                        "a.xhtml",
                        "<h2 id='x'>Satu</h2><p>Isi satu.</p><div><h2><a id='y'/>Dua</h2><p>Isi dua.</p></div>")
                    .contents("a.xhtml#x", "Satu", "a.xhtml#y", "Dua"))
                .text())
        .isEqualTo(
            """
            part 1 (Satu)
              h2 [s1 Satu]
              p [s2 Isi satu.]
            part 1 (Dua)
              h2 [s3 Dua]
              p [s4 Isi dua.]
            """);
  }

  @Test
  void theOlderNavigationAndItsPages() throws Exception {
    assertThat(
            read(epub.chapter("a.xhtml", "<h1>Satu</h1><p>Awal <a id='p2'></a>lanjut. Selesai.</p>")
                    .ncx(
                        "<navPoint><navLabel><text>Bab Satu</text></navLabel>"
                            + "<content src='a.xhtml'/></navPoint>",
                        "<pageList><pageTarget><navLabel><text>1</text></navLabel>"
                            + "<content src='a.xhtml'/></pageTarget><pageTarget><navLabel>"
                            + "<text>2</text></navLabel><content src='a.xhtml#p2'/>"
                            + "</pageTarget></pageList>"))
                .text())
        .isEqualTo(
            """
            part 1 (Bab Satu)
              page 1
              h1 [s1 Satu]
              p [s2 Awal |2|lanjut.] [s3 Selesai.]
            """);
  }

  @Test
  void pageBreaksInTheText() throws Exception {
    assertThat(
            read(epub.chapter(
                    "a.xhtml",
                    """
                        <p>Satu <span epub:type="pagebreak" id="p7" title="7"/>dua.</p>
                        <div role="doc-pagebreak" id="page8" aria-label="8"/><p>Tiga.</p>
                        <span epub:type="pagebreak" id="pg9"></span><p>Empat.</p>
                        """))
                .text())
        .isEqualTo(
            """
            part 1 ()
              p [s1 Satu |7|dua.]
              page 8
              p [s2 Tiga.]
              page 9
              p [s3 Empat.]
            """);
  }

  @Test
  void notesAndWhatCallsThem() throws Exception {
    Trial trial =
        read(
            epub.chapter(
                    "a.xhtml",
                    """
                    <p>Kata<a epub:type="noteref" href="#f1">1</a> dan<a role="doc-noteref" href="n.xhtml#e2">2</a>
                    lalu<a epub:type="noteref" href="n.xhtml#hilang">3</a>.</p>
                    <aside epub:type="footnote" id="f1"><p><a epub:type="backlink" href="#r1">1</a> Catatan satu.</p></aside>
                    """)
                .chapter(
                    "n.xhtml",
                    """
                    <section epub:type="endnotes"><h2>Catatan</h2><ol><li epub:type="endnote" id="e2">
                    <p>Catatan dua. <a role="doc-backlink" href="a.xhtml">↩</a></p></li></ol></section>
                    """)
                .contents("a.xhtml", "Satu", "n.xhtml", "Catatan"));
    assertThat(trial.text())
        .isEqualTo(
            """
            part 1 (Satu)
              p [s1 Kata^n1:1^ dan^n2:2^ lalu^n3:3^.]
              note n1 (1)
                p [s2 Catatan satu.]
            part 1 (Catatan)
              h2 [s3 Catatan]
              ol 1
                -
                  note n2 ()
                    p [s4 Catatan dua.]
            """);
    assertThat(trial.findings()).containsExactly("note-not-found 3");
  }

  @Test
  void endnotesInAnotherDocumentWithoutAnyType() throws Exception {
    Trial trial =
        read(
            epub.chapter("a.xhtml", "<p>Kata<sup id='r1'><a href='n.xhtml#e1'>1</a></sup> ini.</p>")
                .chapter(
                    "n.xhtml",
                    "<p id='e1'><a href='a.xhtml#r1'>1</a>. Catatan.</p><p>Bukan catatan.</p>")
                .contents("a.xhtml", "Satu", "n.xhtml", "Catatan"));
    assertThat(trial.text())
        .isEqualTo(
            """
            part 1 (Satu)
              p [s1 Kata^n1:1^ ini.]
            part 1 (Catatan)
              note n1 (1)
                p [s2 Catatan.]
              p [s3 Bukan catatan.]
            """);
    assertThat(trial.findings()).isEmpty();
  }

  @Test
  void notesThatOpenInAWindowAreNotHiddenText() throws Exception {
    assertThat(
            read(epub.chapter(
                    "a.xhtml",
                    "<p>Kata<a epub:type='noteref' href='#f'>*</a>.</p>"
                        + "<aside epub:type='footnote' id='f' hidden='hidden'>Catatan.</aside>"))
                .plain())
        .isEqualTo("Kata*. Catatan.");
  }

  @Test
  void whatIsNotLinearComesLast() throws Exception {
    assertThat(
            read(epub.file("OEBPS/x.xhtml", EpubFixture.page("<p>Sisipan.</p>"))
                    .spine("x.xhtml", "linear='no'")
                    .chapter("a.xhtml", "<p>Isi.</p>"))
                .plain())
        .isEqualTo("Isi. Sisipan.");
  }

  @Test
  void theNavigationInTheSpineIsNotRead() throws Exception {
    Trial trial =
        read(epub.contents("a.xhtml", "Satu").spineLast("").chapter("a.xhtml", "<p>Isi.</p>"));
    assertThat(trial.plain()).isEqualTo("Isi.");
    assertThat(trial.findings()).containsExactly("navigation-skipped");
  }

  @Test
  void namesOfFilesNeverLandInTheText() throws Exception {
    assertThat(
            read(epub.chapter("a.xhtml", "<p>Isi.</p>")
                    .item("gaya.css", "text/css", "")
                    .file("OEBPS/gaya.css", "p{}")
                    .file("OEBPS/tak-terdaftar.xhtml", EpubFixture.page("<p>Rahasia.</p>")))
                .plain())
        .isEqualTo("Isi.");
  }

  @Test
  void aMissingChapterCostsThatChapterAlone() throws Exception {
    Trial trial =
        read(
            epub.chapter("a.xhtml", "<p>Satu.</p>")
                .spine("hilang.xhtml", "")
                .chapter("c.xhtml", "<p>Tiga.</p>")
                .contents("a.xhtml", "Satu", "hilang.xhtml", "Dua", "c.xhtml", "Tiga"));
    assertThat(trial.outline()).isEqualTo("Satu\nTiga\n");
    assertThat(trial.findings()).containsExactly("chapter-missing OEBPS/hilang.xhtml @1 s1");
  }

  @Test
  void hrefsMayHaveFragmentsEscapesAndOtherCase() throws Exception {
    assertThat(
            read(epub.file("OEBPS/Bab Satu.xhtml", EpubFixture.page("<p>Isi.</p>"))
                    .spine("bab%20satu.xhtml#awal", ""))
                .plain())
        .isEqualTo("Isi.");
  }

  @Test
  void faultyXhtmlIsReadAsWellAsPossible() throws Exception {
    Trial trial =
        read(
            epub.document(
                "a.xhtml",
                "<html><head><title/></head><body><p>Satu & dua<br>tiga<p>Empat &nbsp;lima"));
    assertThat(trial.plain()).isEqualTo("Satu & dua tiga Empat lima");
    assertThat(trial.findings()).contains("chapter-repaired OEBPS/a.xhtml @1");
  }

  @Test
  void namedLettersNeedNoDtd() throws Exception {
    Trial trial =
        read(
            epub.document(
                "a.xhtml",
                "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.1//EN'"
                    + " 'http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd'>"
                    + "<html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head>"
                    + "<body><p>Kaf&eacute;&nbsp;itu&mdash;ramai.</p></body></html>"));
    assertThat(trial.plain()).isEqualTo("Kafé itu—ramai.");
    assertThat(trial.publication.findings())
        .extracting(finding -> finding.code().code())
        .doesNotContain("chapter-repaired");
  }

  @Test
  void aBookWithoutNavigationIsDividedByItsHeadings() throws Exception {
    Trial trial =
        read(
            epub.chapter("a.xhtml", "<h1>Satu</h1><p>Isi satu.</p>")
                .chapter("b.xhtml", "<h1>Dua</h1><p>Isi dua.</p>"));
    assertThat(trial.outline()).isEqualTo("Satu\nDua\n");
    assertThat(trial.findings()).containsExactly("navigation-missing");
  }

  @Test
  void aWrongMimetypeAndAMissingContainerAreTolerated() throws Exception {
    assertThat(read(epub.mimetype("application/zip").chapter("a.xhtml", "<p>Isi.</p>")).plain())
        .isEqualTo("Isi.");
    assertThat(
            read(new EpubFixture()
                    .file("META-INF/container.xml", "<rusak")
                    .chapter("a.xhtml", "<p>Isi.</p>"))
                .plain())
        .isEqualTo("Isi.");
  }

  @Test
  void passagesInOtherLanguages() throws Exception {
    String english =
        "The quick brown fox jumps over the lazy dog because it was late for the meeting.";
    Trial trial =
        read(
            epub.chapter(
                "a.xhtml",
                "<h1>Bab</h1><p>Ini adalah kalimat yang ditulis dalam bahasa Indonesia untuk kita.</p><p>"
                    + english
                    + "</p><p>Beliau berkata, <em>السلام عليكم</em>, lalu pergi.</p>"));
    assertThat(trial.text())
        .isEqualTo(
            """
            part 1 (Bab)
              h1 [s1 Bab]
              p [s2 Ini adalah kalimat yang ditulis dalam bahasa Indonesia untuk kita.]
              p (en) [s3 The quick brown fox jumps over the lazy dog because it was late for the meeting.]
              p [s4 Beliau berkata, *{ar:السلام عليكم}*, lalu pergi.]
            """);
    assertThat(trial.findings())
        .contains("passage-language-detected en @1 s3", "passage-language-detected ar @1 s4");
  }

  @Test
  void aDocumentThatCallsItselfEnglishButIsNot() throws Exception {
    Trial trial =
        read(
            epub.document(
                "a.xhtml",
                EpubFixture.page(
                        "<p>Ini adalah kalimat yang ditulis dalam bahasa Indonesia untuk kita.</p><p>Ya.</p>")
                    .replace("<html ", "<html xml:lang='en' ")));
    assertThat(trial.text())
        .isEqualTo(
            """
            part 1 ()
              p [s1 Ini adalah kalimat yang ditulis dalam bahasa Indonesia untuk kita.]
              p [s2 Ya.]
            """);
  }

  @Test
  void anAvoidedChapterIsLeftOutAndFound() throws Exception {
    epub.chapter("a.xhtml", "<p>Satu.</p>").chapter("b.xhtml", "<p>Dua.</p>");
    Trial trial = Trial.avoiding(epub.write(folder.resolve("buku.epub")), "OEBPS/a.xhtml");
    assertThat(trial.plain()).isEqualTo("Dua.");
    assertThat(trial.findings()).contains("chapter-damaged OEBPS/a.xhtml @1");
  }

  @Test
  void coversAndDrawings() throws Exception {
    Trial trial =
        read(
            epub.chapter(
                "a.xhtml",
                """
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
                <title>Sampul: laut biru</title><image xlink:href="sampul.jpg"/></svg><p>Isi.</p>
                """));
    assertThat(trial.plain()).isEqualTo("Sampul: laut biru Isi.");
  }

  @Test
  void theSameFileGivesTheSamePublication() throws Exception {
    epub.chapter("a.xhtml", "<h1>Satu</h1><p>Isi satu. Dan lagi.</p>").contents("a.xhtml", "Satu");
    Path file = epub.write(folder.resolve("buku.epub"));
    assertThat(Trial.of(file).text()).isEqualTo(Trial.of(file).text());
    assertThat(Files.exists(file)).isTrue();
  }

  private Trial read(EpubFixture fixture) throws Exception {
    return Trial.of(fixture.write(folder.resolve("buku.epub")));
  }
}
