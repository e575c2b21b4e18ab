package org.titiktutur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Sentence;

/** What a page looks like, and what is understood of it. */
class PdfReaderTest {

  @TempDir Path folder;

  @Test
  void linesBecomeParagraphsByTheirIndentation() throws Exception {
    assertThat(
            read(
                new PdfFixture()
                    .page()
                    .lines(
                        ">Pada suatu hari seekor kancil berjalan di tepi hutan",
                        "yang lebat. Ia mencari air karena sudah lama sekali tidak",
                        "minum.",
                        ">Di tepi sungai ia melihat beberapa ekor buaya yang",
                        "sedang berjemur di bawah sinar matahari pagi.")))
        .isEqualTo(
            """
            part 1 ()
              page 1
              p [s1 Pada suatu hari seekor kancil berjalan di tepi hutan yang lebat.]\
             [s2 Ia mencari air karena sudah lama sekali tidak minum.]
              p [s3 Di tepi sungai ia melihat beberapa ekor buaya yang sedang berjemur di bawah\
             sinar matahari pagi.]
            """);
  }

  @Test
  void linesBecomeParagraphsByTheSpaceBetweenThem() throws Exception {
    assertThat(
            read(
                new PdfFixture()
                    .page()
                    .lines(
                        "Pada suatu hari seekor kancil berjalan di tepi hutan yang",
                        "lebat dan gelap, lalu ia berhenti sebentar untuk minum air.")
                    .space(8)
                    .lines(
                        "Di tepi sungai ia melihat beberapa ekor buaya yang sedang",
                        "berjemur di bawah sinar matahari pagi.")))
        .contains("p [s1 Pada suatu", "minum air.]\n", "p [s2 Di tepi");
  }

  @Test
  void hyphensOfTheLineGoAndHyphensOfTheWordStay() throws Exception {
    Trial trial =
        trial(
            new PdfFixture()
                .page()
                .lines(
                    ">Keberhasilan percobaan itu membuat semua anak-",
                    "anak di desa gembira. Mereka meneliti keber-",
                    "hasilan itu bersama guru yang datang dari Asia-",
                    "Afrika, dan berlari-lari sepanjang hari pada per-",
                    "cobaan yang kedua serta berlari-",
                    "lari lagi."));
    assertThat(trial.plain())
        .isEqualTo(
            "Keberhasilan percobaan itu membuat semua anak-anak di desa gembira. Mereka meneliti"
                + " keberhasilan itu bersama guru yang datang dari Asia-Afrika, dan berlari-lari"
                + " sepanjang hari pada percobaan yang kedua serta berlari-lari lagi.");
    assertThat(trial.findings()).contains("hyphens-joined 2");
  }

  @Test
  void aBookThatBreaksNoWordsKeepsItsHyphens() throws Exception {
    PdfFixture fixture = new PdfFixture();
    for (int page = 0; page < 4; page++) {
      fixture.page();
      for (int i = 0; i < 10; i++) {
        fixture.lines(
            ">Pada hari itu kancil pergi lagi ke sungai lalu ia naik-",
            "turun bukit untuk minum air. Jalannya naik-turun dan",
            "berbatu.");
      }
    }
    fixture.lines(">Ia berjalan sepanjang hari dengan langkah berselang-", "seling.");
    Trial trial = trial(fixture);
    assertThat(trial.plain()).endsWith("berselang-seling.");
    assertThat(trial.findings()).noneMatch(finding -> finding.startsWith("hyphens-joined"));
  }

  @Test
  void headingsShowByTheirSizeAndTheirNumbers() throws Exception {
    Trial trial =
        trial(
            new PdfFixture()
                .page()
                .heading(20, "BAB I")
                .heading(20, "PENDAHULUAN")
                .lines(PROSE)
                .heading(15, "1.1 Latar Belakang")
                .lines(PROSE)
                .page()
                .heading(20, "BAB II TINJAUAN PUSTAKA")
                .lines(PROSE)
                .heading(15, "2.1 Kancil")
                .lines(PROSE));
    assertThat(headings(trial))
        .isEqualTo(
            """
            h1 BAB I / PENDAHULUAN
            h2 1.1 Latar Belakang
            h1 BAB II TINJAUAN PUSTAKA
            h2 2.1 Kancil
            """);
    assertThat(trial.findings()).contains("headings-guessed 4");
  }

  @Test
  void boldAndNumbersMakeHeadingsWhereTheSizeIsTheSame() throws Exception {
    PdfFixture fixture = new PdfFixture().page();
    fixture.line(180, fixture.y(), 11, true, "BAB I").space(14);
    fixture.line(155, fixture.y(), 11, true, "PENDAHULUAN").space(28);
    fixture.line(50, fixture.y(), 11, true, "A. Latar Belakang").space(16);
    fixture.lines(PROSE).space(14);
    fixture.line(50, fixture.y(), 11, true, "B. Rumusan Masalah").space(16);
    fixture.lines(PROSE);
    assertThat(headings(trial(fixture)))
        .isEqualTo(
            """
            h1 BAB I / PENDAHULUAN
            h2 A. Latar Belakang
            h2 B. Rumusan Masalah
            """);
  }

  @Test
  void bookmarksSayWhatIsAHeading() throws Exception {
    PdfFixture fixture = new PdfFixture().page().lines("Kancil dan Buaya").space(10).lines(PROSE);
    PDPage page = fixture.lastPage();
    Trial trial =
        trial(
            fixture.with(
                document -> {
                  PDDocumentOutline outline = new PDDocumentOutline();
                  PDOutlineItem item = new PDOutlineItem();
                  item.setTitle("Kancil dan Buaya");
                  PDPageFitDestination target = new PDPageFitDestination();
                  target.setPage(page);
                  item.setDestination(target);
                  outline.addLast(item);
                  document.getDocumentCatalog().setDocumentOutline(outline);
                }));
    assertThat(headings(trial)).isEqualTo("h1 Kancil dan Buaya\n");
    assertThat(trial.findings()).noneMatch(finding -> finding.startsWith("headings-guessed"));
  }

  @Test
  void runningHeadsAndPageNumbersLeaveTheText() throws Exception {
    PdfFixture fixture = new PdfFixture();
    for (int i = 0; i < 6; i++) {
      int number = i + 15;
      String head = i % 2 == 0 ? "Cerita Kancil" : "Bab 2  Buaya yang Lapar";
      fixture.page().line(120, 30, 9, false, head);
      fixture.lines(prose(i));
      fixture.line(195, 580, 9, false, String.valueOf(number));
    }
    Trial trial = trial(fixture);
    assertThat(trial.text())
        .contains("page 15\n", "page 20\n")
        .doesNotContain("Cerita Kancil")
        .doesNotContain("Lapar");
    assertThat(trial.findings()).contains("page-furniture-removed 12");
  }

  @Test
  void numberedChaptersAtTheHeadOfPagesAreNoRunningHeads() throws Exception {
    PdfFixture fixture = new PdfFixture();
    for (int i = 1; i <= 5; i++) {
      fixture.page().line(180, 60, 16, true, "BAB " + i).space(30).lines(prose(i));
      fixture.page().lines(prose(i + 10));
    }
    assertThat(headings(trial(fixture)))
        .isEqualTo("h1 BAB 1\nh1 BAB 2\nh1 BAB 3\nh1 BAB 4\nh1 BAB 5\n");
  }

  @Test
  void theLabelsOfTheFileComeFirst() throws Exception {
    Trial trial =
        trial(
            new PdfFixture()
                .page()
                .lines("Kata pengantar ini ditulis oleh seseorang.")
                .page()
                .lines("Isi buku dimulai di halaman ini.")
                .with(
                    document -> {
                      PDPageLabels labels = new PDPageLabels(document);
                      PDPageLabelRange front = new PDPageLabelRange();
                      front.setStyle(PDPageLabelRange.STYLE_ROMAN_LOWER);
                      labels.setLabelItem(0, front);
                      PDPageLabelRange body = new PDPageLabelRange();
                      body.setStyle(PDPageLabelRange.STYLE_DECIMAL);
                      body.setStart(7);
                      labels.setLabelItem(1, body);
                      document.getDocumentCatalog().setPageLabels(labels);
                    }));
    assertThat(trial.text()).contains("page i\n", "page 7\n");
  }

  @Test
  void columnsAreReadOneAfterTheOther() throws Exception {
    PdfFixture fixture = new PdfFixture().page();
    String[] left = {
      "Kolom kiri baris satu ini", "terus ke baris dua dan ke", "baris tiga lalu berlanjut",
      "sampai ke baris empat dan", "baris lima, akhirnya baris", "enam di kaki halaman yang"
    };
    String[] right = {
      "bersambung ke kolom kanan", "baris satu dan baris dua", "lalu baris tiga serta baris",
      "empat kemudian baris lima", "dan berakhir di baris enam", "yang paling bawah sekali."
    };
    fixture.line(120, 60, 16, true, "Judul di Atas Kedua Kolom");
    for (int i = 0; i < left.length; i++) {
      fixture.line(50, 90 + 14 * i, 11, false, left[i]);
      fixture.line(215, 90 + 14 * i, 11, false, right[i]);
    }
    assertThat(trial(fixture).plain())
        .isEqualTo(
            "Judul di Atas Kedua Kolom " + String.join(" ", left) + " " + String.join(" ", right));
  }

  @Test
  void aTableIsReadRowByRow() throws Exception {
    PdfFixture fixture = new PdfFixture().page();
    String[][] rows = {
      {"Nama", "Umur", "Kota"},
      {"Budi", "12", "Medan"},
      {"Siti", "11", "Solo"},
      {"Ani", "9", "Ambon"},
      {"Made", "10", "Ubud"}
    };
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < 3; j++) {
        fixture.line(60 + 100 * j, 80 + 16 * i, 11, false, rows[i][j]);
      }
    }
    assertThat(trial(fixture).plain())
        .isEqualTo("Nama Umur Kota Budi 12 Medan Siti 11 Solo Ani 9 Ambon Made 10 Ubud");
  }

  @Test
  void kerningMakesNoSpaces() throws Exception {
    assertThat(
            trial(
                    new PdfFixture()
                        .page()
                        // without spaces of its own, as TeX sets it
                        .raw(
                            "BT 50 540 Td [(T)80(o)-30(k)28(o)-300(A)70(V)90(A)-333(t)-20(ua)] TJ ET")
                        // spread for show
                        .raw("BT 50 500 Td 6 Tc (PENDAHULUAN) Tj ET")
                        .raw("BT 0 Tc 50 470 Td [(B)-400(A)-400(B)-1100(D)-400(U)-400(A)] TJ ET")
                        .raw("BT 50 440 Td [(P E N U T U P)] TJ ET"))
                .plain())
        .isEqualTo("Toko AVA tua PENDAHULUAN BAB DUA PENUTUP");
  }

  @Test
  void footnotesAreCalledFromTheText() throws Exception {
    PdfFixture fixture = new PdfFixture().page();
    fixture.lines("Kancil adalah hewan yang cerdik");
    fixture.line(50 + 158, fixture.y() - 14 - 4, 7, false, "1");
    fixture.line(50 + 164, fixture.y() - 14, 11, false, "menurut banyak dongeng.");
    fixture.lines(PROSE);
    fixture.line(50, 540, 6, false, "1");
    fixture.line(54, 543, 8, false, "Lihat buku dongeng Nusantara, yang terbit");
    fixture.line(50, 553, 8, false, "pada tahun 1950 di Jakarta.");
    assertThat(read(fixture))
        .contains("cerdik^n1:1^ menurut banyak dongeng.")
        .contains(
            """
              note n1 (1)
                p [s4 Lihat buku dongeng Nusantara, yang terbit pada tahun 1950 di Jakarta.]
            """);
  }

  @Test
  void itemsHangBelowTheirSigns() throws Exception {
    PdfFixture fixture =
        new PdfFixture().page().lines("Yang perlu dibawa ke hutan oleh semua anak adalah:");
    fixture
        .line(60, 80, 11, false, "1.")
        .line(78, 80, 11, false, "air minum yang cukup untuk satu hari");
    fixture.line(78, 94, 11, false, "perjalanan;");
    fixture.line(60, 108, 11, false, "2.").line(78, 108, 11, false, "topi dan payung;");
    fixture.line(60, 122, 11, false, "3.").line(78, 122, 11, false, "peta.");
    assertThat(read(fixture))
        .contains(
            """
              ol 1
                -
                  p [s2 air minum yang cukup untuk satu hari perjalanan;]
                -
                  p [s3 topi dan payung;]
                -
                  p [s4 peta.]
            """);
  }

  @Test
  void picturesWithoutDescriptionAreFound() throws Exception {
    PdfFixture fixture = new PdfFixture().page().lines(PROSE).picture(80, 200, 200, 120);
    fixture.line(80, 340, 9, false, "Gambar 1. Seekor kancil di tepi sungai.");
    Trial trial = trial(fixture);
    assertThat(trial.text())
        .contains("image p1-1\n", "caption [s3 Gambar 1.] [s4 Seekor kancil di tepi sungai.]");
    assertThat(trial.findings()).contains("image-without-description p1-1 @1 p1 s4");
  }

  @Test
  void aPageOfPictureAmongPagesOfTextIsFound() throws Exception {
    Trial trial = trial(new PdfFixture().page().lines(PROSE).scan().page().lines(PROSE));
    assertThat(trial.findings()).contains("page-without-text @1 p2 s2");
  }

  @Test
  void aTaggedFileIsTakenAtItsWord() throws Exception {
    PdfFixture fixture =
        new PdfFixture()
            .page()
            .raw("/Artifact BMC BT 50 570 Td (Kepala halaman) Tj ET EMC")
            .raw("/H2 <</MCID 0>> BDC BT 50 540 Td (Judul kecil) Tj ET EMC")
            .raw(
                "/P <</MCID 1>> BDC BT 50 520 Td (Paragraf satu,) Tj 0 -14 Td (baris dua) Tj ET EMC")
            .raw("/P <</MCID 2>> BDC BT 50 490 Td (Paragraf dua.) Tj ET EMC")
            .raw("/P <</MCID 3>> BDC BT 50 470 Td (Words in English.) Tj ET EMC")
            .raw("/Lbl <</MCID 4>> BDC BT 50 450 Td (1.) Tj ET EMC")
            .raw("/LBody <</MCID 5>> BDC BT 70 450 Td (butir satu) Tj ET EMC")
            .raw("/Lbl <</MCID 6>> BDC BT 50 430 Td (2.) Tj ET EMC")
            .raw("/LBody <</MCID 7>> BDC BT 70 430 Td (butir dua) Tj ET EMC");
    Trial trial = trial(fixture.with(PdfReaderTest::tag));
    assertThat(trial.text())
        .isEqualTo(
            """
            part 1 (Judul kecil)
              page 1
              h2 [s1 Judul kecil]
              p [s2 Paragraf satu, baris dua]
              p [s3 Paragraf dua.]
              p (en) [s4 Words in English.]
              ol 1
                -
                  p [s5 butir satu]
                -
                  p [s6 butir dua]
            """);
    assertThat(trial.findings()).noneMatch(finding -> finding.startsWith("headings-guessed"));
  }

  private static void tag(PDDocument document) {
    COSDictionary root = new COSDictionary();
    root.setItem(COSName.TYPE, COSName.STRUCT_TREE_ROOT);
    COSDictionary list = element("L", root);
    COSDictionary first = element("LI", list);
    COSDictionary second = element("LI", list);
    COSDictionary english = element("P", root);
    english.setString(COSName.LANG, "en");
    COSArray parents = new COSArray();
    parents.add(element("H2", root));
    parents.add(element("P", root));
    parents.add(element("P", root));
    parents.add(english);
    parents.add(element("Lbl", first));
    parents.add(element("LBody", first));
    parents.add(element("Lbl", second));
    parents.add(element("LBody", second));
    COSArray numbers = new COSArray();
    numbers.add(COSInteger.get(0));
    numbers.add(parents);
    COSDictionary tree = new COSDictionary();
    tree.setItem(COSName.NUMS, numbers);
    root.setItem(COSName.PARENT_TREE, tree);
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    catalog.setItem(COSName.STRUCT_TREE_ROOT, root);
    catalog.setString(COSName.LANG, "id");
    document.getPage(0).getCOSObject().setInt(COSName.STRUCT_PARENTS, 0);
  }

  private static COSDictionary element(String role, COSDictionary parent) {
    COSDictionary element = new COSDictionary();
    element.setName(COSName.S, role);
    element.setItem(COSName.P, parent);
    return element;
  }

  @Test
  void theFileSaysItsTitleAuthorsAndLanguage() throws Exception {
    String xmp =
        """
        <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
         xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
         xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Si Kancil</rdf:li></rdf:Alt></dc:title>
        <dc:creator><rdf:Seq><rdf:li>Ani</rdf:li><rdf:li>Budi</rdf:li></rdf:Seq></dc:creator>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        """;
    Trial trial =
        trial(
            new PdfFixture()
                .page()
                .lines(PROSE)
                .with(
                    document -> {
                      document.getDocumentInformation().setTitle("Microsoft Word - kancil.doc");
                      document.getDocumentCatalog().setLanguage("id-ID");
                      PDMetadata metadata = new PDMetadata(document);
                      metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
                      document.getDocumentCatalog().setMetadata(metadata);
                    }));
    assertThat(trial.publication.metadata().title()).isEqualTo("Si Kancil");
    assertThat(trial.publication.metadata().authors()).containsExactly("Ani", "Budi");
    assertThat(trial.publication.metadata().language().tag()).isEqualTo("id-ID");
  }

  @Test
  void aParagraphGoesOnOverThePage() throws Exception {
    assertThat(
            read(
                new PdfFixture()
                    .page()
                    .lines(PROSE[0], PROSE[1], "lalu ia berjalan terus sampai ke tepi sungai yang")
                    .page()
                    .lines("lebar dan dalam, tempat buaya-buaya tinggal.")))
        .contains("sungai yang |2|lebar dan dalam");
  }

  private static final String[] PROSE = {
    "Pada suatu hari seekor kancil berjalan di tepi hutan yang lebat",
    "dan gelap. Ia berhenti untuk minum air sungai yang jernih itu,"
  };

  private static String[] prose(int page) {
    String[] names = "Ani Budi Candra Dewi Eka Fajar Gita Hadi Intan Joko Kiki Lia Made".split(" ");
    String name = names[page % names.length];
    return new String[] {
      "Pada suatu hari " + name + " berjalan di tepi hutan yang lebat dan",
      "gelap, lalu " + name + " berhenti untuk minum air sungai yang jernih.",
      "Sesudah itu pulanglah " + name + " dengan hati yang sangat gembira,",
      "dan semua teman " + name + " menyambutnya."
    };
  }

  /** The headings of a book, one a line. */
  private static String headings(Trial trial) throws Exception {
    StringBuilder headings = new StringBuilder();
    for (int part = 1; part <= trial.publication.parts().size(); part++) {
      for (Block block : trial.part(part).blocks()) {
        if (block instanceof Block.Heading heading) {
          headings
              .append('h')
              .append(heading.level())
              .append(' ')
              .append(String.join(" / ", heading.text().stream().map(Sentence::text).toList()))
              .append('\n');
        }
      }
    }
    return headings.toString();
  }

  private String read(PdfFixture fixture) throws Exception {
    return trial(fixture).text();
  }

  private Trial trial(PdfFixture fixture) throws Exception {
    Files.createDirectories(folder);
    return Trial.of(fixture.write(folder.resolve("buku.pdf")));
  }
}
