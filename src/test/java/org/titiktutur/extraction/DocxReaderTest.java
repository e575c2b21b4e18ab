package org.titiktutur.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.titiktutur.extraction.OfficeFixture.docx;
import static org.titiktutur.extraction.OfficeFixture.p;
import static org.titiktutur.extraction.OfficeFixture.styled;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocxReaderTest {

  private static final String STYLES =
      "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='id-ID'/></w:rPr></w:rPrDefault></w:docDefaults>"
          + style("Normal", "Normal", "")
          + style("Heading1", "heading 1", "")
          + style("Judul2", "Judul 2", "")
          + style("Sendiri", "Bab Kami", "<w:basedOn w:val='Heading1'/>")
          + style("Kutipan", "Quote", "")
          + style("Caption", "caption", "")
          + style("Kode", "HTML Preformatted", "");

  private static final String NUMBERING =
      """
      <w:abstractNum w:abstractNumId='1'>
      <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>
      <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%2)'/></w:lvl>
      </w:abstractNum>
      <w:abstractNum w:abstractNumId='2'>
      <w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='x'/></w:lvl></w:abstractNum>
      <w:abstractNum w:abstractNumId='3'>
      <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='BAB %1'/></w:lvl>
      <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:isLgl/><w:lvlText w:val='%1.%2'/></w:lvl>
      </w:abstractNum>
      <w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>
      <w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num>
      <w:num w:numId='3'><w:abstractNumId w:val='3'/></w:num>
      <w:num w:numId='4'><w:abstractNumId w:val='1'/>
      <w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>
      """;

  @TempDir Path folder;

  @Test
  void headingsByStyleInAnyLanguageAndByOutlineLevel() throws Exception {
    assertThat(
            read(
                docx(
                    styled("Heading1", "Satu")
                        + p("Isi.")
                        + styled("Judul2", "Dua")
                        + styled("Sendiri", "Tiga")
                        + p("<w:outlineLvl w:val='2'/>", "Empat")
                        + p("Isi lagi."))))
        .isEqualTo(
            """
            part 1 (Satu)
              h1 [s1 Satu]
              p [s2 Isi.]
              h2 [s3 Dua]
            part 1 (Tiga)
              h1 [s4 Tiga]
              h3 [s5 Empat]
              p [s6 Isi lagi.]
            """);
  }

  @Test
  void headingsWithoutStyleAreGuessed() throws Exception {
    String bold =
        "<w:p><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>%s</w:t></w:r></w:p>";
    Trial trial =
        trial(
            docx(
                bold.formatted("BAB I")
                    + bold.formatted("PENDAHULUAN")
                    + p("Isi bab pertama.")
                    + bold.formatted("BAB II")
                    + bold.formatted("PEMBAHASAN")
                    + p("Isi bab kedua.")));
    assertThat(trial.outline()).isEqualTo("BAB I PENDAHULUAN\nBAB II PEMBAHASAN\n");
    assertThat(trial.findings()).contains("headings-guessed 4");
  }

  @Test
  void numbersOfHeadingsStandNowhereInTheText() throws Exception {
    assertThat(
            trial(
                    docx(
                        p("<w:pStyle w:val='Heading1'/>" + item(3, 0), "Pendahuluan")
                            + p("Isi.")
                            + p("<w:pStyle w:val='Judul2'/>" + item(3, 1), "Latar")
                            + p("<w:pStyle w:val='Judul2'/>" + item(3, 1), "Tujuan")
                            + p("<w:pStyle w:val='Heading1'/>" + item(3, 0), "Isi")
                            + p("<w:pStyle w:val='Judul2'/>" + item(3, 1), "Hasil")))
                .plain())
        .isEqualTo("BAB I Pendahuluan Isi. 1.1 Latar 1.2 Tujuan BAB II Isi 2.1 Hasil");
  }

  @Test
  void listsAndTheirNumbers() throws Exception {
    assertThat(
            read(
                docx(
                    p(item(1, 0), "satu")
                        + p(item(1, 1), "huruf")
                        + p(item(1, 1), "lagi")
                        + p(item(1, 0), "dua")
                        + p("Sela.")
                        + p(item(1, 0), "tiga")
                        + p(item(2, 0), "butir")
                        + p(item(4, 0), "lima"))))
        .isEqualTo(
            """
            part 1 ()
              ol 1
                -
                  p [s1 satu]
                  ul
                    -
                      p [s2 a) huruf]
                    -
                      p [s3 b) lagi]
                -
                  p [s4 dua]
              p [s5 Sela.]
              ol 3
                -
                  p [s6 tiga]
              ul
                -
                  p [s7 butir]
              ol 5
                -
                  p [s8 lima]
            """);
  }

  @Test
  void tablesWithSpansAndHeaders() throws Exception {
    String table =
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"
            + cell("", p("Nama"))
            + cell("<w:gridSpan w:val='2'/>", p("Nilai"))
            + "</w:tr><w:tr>"
            + cell("<w:vMerge w:val='restart'/>", p("Budi"))
            + cell("", p("7"))
            + cell("", p("8"))
            + "</w:tr><w:tr>"
            + cell("<w:vMerge/>", "<w:p/>")
            + cell("", p("9"))
            + cell("", p("10"))
            + "</w:tr></w:tbl>";
    assertThat(read(docx(p("Tabel 1. Nilai") + table + p("Sesudah."))))
        .isEqualTo(
            """
            part 1 ()
              table [s1 Tabel 1.] [s2 Nilai]
                row
                  th
                    p [s3 Nama]
                  th 2x1
                    p [s4 Nilai]
                row
                  td 1x2
                    p [s5 Budi]
                  td
                    p [s6 7]
                  td
                    p [s7 8]
                row
                  td
                    p [s8 9]
                  td
                    p [s9 10]
              p [sa Sesudah.]
            """);
  }

  @Test
  void notesFollowTheParagraphThatCallsThem() throws Exception {
    OfficeFixture fixture =
        docx("<w:p><w:r><w:t>Kata</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
                + "<w:r><w:t> dan akhir</w:t></w:r><w:r><w:endnoteReference w:id='3'/></w:r>"
                + "<w:r><w:t>.</w:t></w:r></w:p>"
                + p("Lagi."))
            .word(
                "word/footnotes.xml",
                "footnotes",
                "<w:footnote w:type='separator' w:id='0'>"
                    + p("x")
                    + "</w:footnote><w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> Catatan"
                    + " kaki.</w:t></w:r></w:p></w:footnote>")
            .word(
                "word/endnotes.xml",
                "endnotes",
                "<w:endnote w:id='3'>" + p("Catatan akhir.") + "</w:endnote>");
    assertThat(read(fixture))
        .isEqualTo(
            """
            part 1 ()
              p [s1 Kata^n1:1^ dan akhir^n2:i^.]
              note n1 (1)
                p [s2 Catatan kaki.]
              note n2 (i)
                p [s3 Catatan akhir.]
              p [s4 Lagi.]
            """);
  }

  @Test
  void picturesAndTheirCaptions() throws Exception {
    OfficeFixture fixture =
        docx("<w:p><w:r>"
                + drawing("Seekor kancil")
                + "</w:r></w:p>"
                + styled("Caption", "Gambar 1. Kancil")
                + "<w:p><w:r><w:t>Teks</w:t></w:r><w:r>"
                + drawing("")
                + "</w:r><w:r><w:t> dan teks.</w:t></w:r></w:p>")
            .relations(
                "word/_rels/document.xml.rels",
                "<Relationship Id='r1' Type='x/image' Target='media/image1.png'/>");
    Trial trial = trial(fixture);
    assertThat(trial.text())
        .isEqualTo(
            """
            part 1 ()
              image image1.png [s1 Seekor kancil]
                caption [s2 Gambar 1.] [s3 Kancil]
              p [s4 Teks dan teks.]
              image image1.png
            """);
    assertThat(trial.findings()).contains("image-without-description image1.png @1 s4");
  }

  @Test
  void whatWasDeletedOrHiddenIsLeftOut() throws Exception {
    Trial trial =
        trial(
            docx(
                "<w:p><w:r><w:t>Tetap</w:t></w:r><w:del><w:r><w:delText> hilang</w:delText></w:r></w:del>"
                    + "<w:ins><w:r><w:t> baru</w:t></w:r></w:ins>"
                    + "<w:r><w:rPr><w:vanish/></w:rPr><w:t> gelap</w:t></w:r>"
                    + "<w:moveFrom><w:r><w:t> pindah</w:t></w:r></w:moveFrom>"
                    + "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> PAGEREF x"
                    + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t> 12</w:t></w:r>"
                    + "<w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:t>.</w:t></w:r></w:p>"));
    assertThat(trial.plain()).isEqualTo("Tetap baru 12.");
    assertThat(trial.findings()).anyMatch(finding -> finding.startsWith("hidden-text-skipped"));
  }

  @Test
  void textBoxesComeOnceAndAfterTheirParagraph() throws Exception {
    String box =
        "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>"
            + p("Dalam kotak.")
            + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
            + p("Dalam kotak.")
            + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>";
    assertThat(
            read(
                docx(
                    "<w:p><w:r><w:t>Di</w:t></w:r><w:r>"
                        + box
                        + "</w:r><w:r><w:t> luar.</w:t></w:r></w:p>")))
        .isEqualTo(
            """
            part 1 ()
              p [s1 Di luar.]
              p [s2 Dalam kotak.]
            """);
  }

  @Test
  void emphasisLanguagesAndRaisedDigits() throws Exception {
    assertThat(
            read(
                docx(
                    "<w:p><w:r><w:t xml:space='preserve'>Kata </w:t></w:r><w:r><w:rPr><w:i/><w:lang"
                        + " w:val='en-GB'/></w:rPr><w:t>the words of the house</w:t></w:r><w:r><w:t"
                        + " xml:space='preserve'> dan 10</w:t></w:r><w:r><w:rPr><w:vertAlign"
                        + " w:val='superscript'/></w:rPr><w:t>2</w:t></w:r><w:r><w:t>"
                        + " meter yang panjang itu.</w:t></w:r></w:p>")))
        .isEqualTo(
            """
            part 1 ()
              p [s1 Kata {en-GB:*the words of the house*} dan 10² meter yang panjang itu.]
            """);
  }

  @Test
  void theLanguageOfTheWholeFileMarksNoPassage() throws Exception {
    assertThat(
            read(
                docx(
                    "<w:p><w:r><w:rPr><w:lang w:val='id'/></w:rPr><w:t>Kata.</w:t></w:r></w:p>"
                        + p("Isi."))))
        .isEqualTo(
            """
            part 1 ()
              p [s1 Kata.]
              p [s2 Isi.]
            """);
  }

  @Test
  void formulasOnOneLine() throws Exception {
    assertThat(
            trial(
                    docx(
                        "<w:p><w:r><w:t>Luas </w:t></w:r><m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num>"
                            + "<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:r><m:t>=</m:t></m:r><m:sSup><m:e><m:r>"
                            + "<m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>"))
                .plain())
        .isEqualTo("Luas (a+b)/2=x^2");
  }

  @Test
  void theStrictFormIsReadToo() throws Exception {
    assertThat(trial(OfficeFixture.strictDocx(p("Isi."))).plain()).isEqualTo("Isi.");
  }

  @Test
  void titleAuthorsAndLanguage() throws Exception {
    Trial trial =
        trial(
            docx(p("Isi."))
                .core("<dc:title>Si Kancil</dc:title><dc:creator>Ani;Budi;user</dc:creator>"));
    assertThat(trial.publication.metadata().title()).isEqualTo("Si Kancil");
    assertThat(trial.publication.metadata().authors()).containsExactly("Ani", "Budi");
    assertThat(trial.publication.metadata().language().tag()).isEqualTo("id-ID");
  }

  @Test
  void theLanguageOfTheMachineIsNotThatOfTheBook() throws Exception {
    Trial trial =
        trial(
            docx(p(
                    "Pada suatu hari seekor kancil yang cerdik berjalan di hutan dan ia bertemu dengan"
                        + " buaya yang lapar itu. Kancil tidak takut kepada buaya, karena ia lebih"
                        + " cerdik dari semua hewan yang ada di hutan itu."))
                .word(
                    "word/styles.xml",
                    "styles",
                    "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='en-US'/></w:rPr></w:rPrDefault></w:docDefaults>"));
    assertThat(trial.publication.metadata().language().tag()).isEqualTo("id");
    assertThat(trial.findings()).contains("language-detected id");
  }

  @Test
  void quotationsAndPrograms() throws Exception {
    assertThat(read(docx(styled("Kutipan", "Kata orang.") + styled("Kode", "ls -l /tmp"))))
        .isEqualTo(
            """
            part 1 ()
              quotation
                p [s1 Kata orang.]
              lines [s2 ls -l /tmp]
            """);
  }

  @Test
  void linesOfAProgramStayTogether() throws Exception {
    assertThat(
            read(
                docx(
                    p("Awal.")
                        + styled("Kode", "cd /tmp")
                        + styled("Kode", "")
                        + styled("Kode", "ls")
                        + p("Akhir."))))
        .isEqualTo(
            """
            part 1 ()
              p [s1 Awal.]
              lines [s2 cd /tmp] [s3 ls]
              p [s4 Akhir.]
            """);
  }

  @Test
  void theTableOfContentsIsLeftOut() throws Exception {
    Trial trial =
        trial(
            docx(styled("JudulIsi", "Daftar Isi") + styled("Isi1", "Bab 1\t5") + p("Isi buku."))
                .word(
                    "word/styles.xml",
                    "styles",
                    style("Normal", "Normal", "")
                        + style("JudulIsi", "TOC Heading", "")
                        + style("Isi1", "toc 1", "")));
    assertThat(trial.plain()).isEqualTo("Isi buku.");
    assertThat(trial.findings()).anyMatch(finding -> finding.startsWith("navigation-skipped"));
  }

  @Test
  void emphasisInNotes() throws Exception {
    String note =
        "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>Laut</w:t></w:r><w:r><w:t> biru.</w:t></w:r></w:p>";
    assertThat(
            read(
                docx("<w:p><w:r><w:t>Kata</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>")
                    .word(
                        "word/footnotes.xml",
                        "footnotes",
                        "<w:footnote w:id='2'>" + note + "</w:footnote>")))
        .contains("p [s2 *Laut* biru.]");
  }

  private static String style(String id, String name, String more) {
    return "<w:style w:type='paragraph' "
        + (id.equals("Normal") ? "w:default='1' " : "")
        + "w:styleId='"
        + id
        + "'><w:name w:val='"
        + name
        + "'/>"
        + more
        + "</w:style>";
  }

  private static String item(int list, int level) {
    return "<w:numPr><w:ilvl w:val='" + level + "'/><w:numId w:val='" + list + "'/></w:numPr>";
  }

  private static String cell(String properties, String content) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
  }

  private static String drawing(String description) {
    return "<w:drawing><wp:inline><wp:docPr id='1' name='Picture 1' descr='"
        + description
        + "'/><a:graphic><a:graphicData><a:blip r:embed='r1'/></a:graphicData></a:graphic></wp:inline></w:drawing>";
  }

  private String read(OfficeFixture fixture) throws Exception {
    return trial(fixture).text();
  }

  private Trial trial(OfficeFixture fixture) throws Exception {
    return Trial.of(
        fixture
            .word("word/numbering.xml", "numbering", NUMBERING)
            .ifAbsent("word/styles.xml", "styles", STYLES)
            .write(folder.resolve("buku.docx")));
  }
}
