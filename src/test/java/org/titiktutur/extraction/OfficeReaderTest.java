package org.titiktutur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeReaderTest {

  private static final String W =
      "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
          + " xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'"
          + " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
          + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";

  private static final String STYLES =
      """
      <w:styles %s><w:style w:styleId="Judul1"><w:name w:val="heading 1"/></w:style>
      <w:style w:styleId="K"><w:name w:val="Quote"/></w:style>
      <w:style w:styleId="Bab"><w:name w:val="Bab kita"/><w:basedOn w:val="Judul1"/></w:style></w:styles>
      """
          .formatted(W);

  private static final String NUMBERING =
      """
      <w:numbering %s><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>
      <w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
      <w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>
      """
          .formatted(W);

  private static final String FOOTNOTES =
      """
      <w:footnotes %s><w:footnote w:id="4"><w:p><w:r><w:t>Harga tahun lalu.</w:t></w:r></w:p></w:footnote></w:footnotes>
      """
          .formatted(W);

  private static final String RELATIONS =
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="r1" Type="x/image" Target="media/kucing.png"/>
      <Relationship Id="r2" Type="x/attachedTemplate" Target="http://contoh.example/t.dotm" TargetMode="External"/>
      </Relationships>
      """;

  @TempDir Path folder;

  @Test
  void headingsComeFromStylesAndTheirAncestors() throws Exception {
    assertThat(
            docx(styled("Judul1", "Satu")
                    + paragraph("Isi satu di sini.")
                    + styled("Bab", "Dua")
                    + paragraph("Isi dua."))
                .text())
        .isEqualTo(
            """
            part 1 (Satu)
              h1 [s1 Satu]
              p [s2 Isi satu di sini.]
            part 1 (Dua)
              h1 [s3 Dua]
              p [s4 Isi dua.]
            """);
  }

  @Test
  void listsNestAndGoOnWhereTheyWereInterrupted() throws Exception {
    assertThat(
            docx(item(0, "Satu")
                    + item(0, "Dua")
                    + item(1, "anak")
                    + paragraph("Selingan panjang.")
                    + item(0, "Tiga"))
                .text())
        .isEqualTo(
            """
            part 1 ()
              ol 1
                -
                  p [s1 Satu]
                -
                  p [s2 Dua]
                  ul
                    -
                      p [s3 anak]
              p [s4 Selingan panjang.]
              ol 3
                -
                  p [s5 Tiga]
            """);
  }

  @Test
  void notesStandBehindTheParagraphThatCallsThem() throws Exception {
    assertThat(
            docx("<w:p><w:r><w:t>Harganya naik</w:t></w:r><w:r><w:footnoteReference w:id='4'/></w:r>"
                    + "<w:r><w:t>.</w:t></w:r></w:p>"
                    + paragraph("Lalu turun."))
                .text())
        .isEqualTo(
            """
            part 1 ()
              p [s1 Harganya naik^n1:1^.]
              note n1 (1)
                p [s2 Harga tahun lalu.]
              p [s3 Lalu turun.]
            """);
  }

  @Test
  void tablesKeepTheirHeaderRowAndSpans() throws Exception {
    assertThat(
            docx("<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
                    + paragraph("Bahan")
                    + "</w:tc></w:tr><w:tr><w:tc>"
                    + paragraph("Beras")
                    + "</w:tc><w:tc>"
                    + paragraph("15.000")
                    + "</w:tc></w:tr></w:tbl>")
                .text())
        .isEqualTo(
            """
            part 1 ()
              table
                row
                  th 2x1
                    p [s1 Bahan]
                row
                  td
                    p [s2 Beras]
                  td
                    p [s3 15.000]
            """);
  }

  @Test
  void picturesAreDescribedAndDeletedOrHiddenTextIsLeftOut() throws Exception {
    Trial trial =
        docx(
            "<w:p><w:r><w:drawing><wp:inline><wp:docPr descr='Seekor kucing tidur'/><a:blip r:embed='r1'/></wp:inline>"
                + "</w:drawing></w:r></w:p><w:p><w:del><w:r><w:t>Dihapus.</w:t></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr>"
                + "<w:t>Rahasia.</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>Tampak</w:t></w:r><w:r><w:t> jelas.</w:t></w:r></w:p>");
    assertThat(trial.text())
        .isEqualTo(
            """
            part 1 ()
              image kucing.png [s1 Seekor kucing tidur]
              p [s2 *Tampak* jelas.]
            """);
    assertThat(trial.findings().toString())
        .contains("hidden-text-skipped", "outside-reference-ignored");
  }

  @Test
  void theStrictFormIsReadToo() throws Exception {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "word/document.xml",
        "<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'><w:body><w:p><w:r><w:t>Ketat."
            + "</w:t></w:r></w:p></w:body></w:document>");
    assertThat(zip("strict.docx", parts).plain()).isEqualTo("Ketat.");
  }

  @Test
  void openDocumentKeepsListsTablesNotesLanguagesAndDescriptions() throws Exception {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.text");
    parts.put(
        "meta.xml",
        "<m xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Dapur</dc:title><dc:creator>Siti</dc:creator></m>");
    parts.put(
        "content.xml",
        """
        <office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:draw="d" xmlns:svg="s"
         xmlns:style="st" xmlns:fo="f" xmlns:xlink="x"><office:automatic-styles>
        <style:style style:name="T1" style:family="text"><style:text-properties fo:language="en" fo:country="GB"/></style:style>
        </office:automatic-styles><office:body><office:text>
        <text:h text:outline-level="1">Bab satu</text:h>
        <text:p>Ia berkata <text:span text:style-name="T1">good morning</text:span><text:note\
         text:id="f1"><text:note-citation>1</text:note-citation><text:note-body><text:p>Selamat pagi.</text:p>\
        </text:note-body></text:note>.</text:p>
        <text:list><text:list-item><text:p>Butir</text:p></text:list-item></text:list>
        <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Nama</text:p></table:table-cell>
        </table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>Siti</text:p>
        </table:table-cell></table:table-row></table:table>
        <text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>Seekor kucing</svg:desc></draw:frame></text:p>
        </office:text></office:body></office:document-content>
        """);
    Trial trial = zip("dapur.odt", parts);
    assertThat(trial.publication.metadata().title()).isEqualTo("Dapur");
    assertThat(trial.text())
        .isEqualTo(
            """
            part 1 (Bab satu)
              h1 [s1 Bab satu]
              p [s2 Ia berkata {en-GB:good morning}^n1:1^.]
              note n1 (1)
                p [s3 Selamat pagi.]
              ul
                -
                  p [s4 Butir]
              table
                row
                  th
                    p [s5 Nama]
                row
                  td
                    p [s6 Siti]
              image a.png [s7 Seekor kucing]
            """);
  }

  @Test
  void richTextIsReadAsParagraphs() throws Exception {
    Path file = folder.resolve("surat.rtf");
    Files.writeString(
        file,
        "{\\rtf1\\ansi{\\info{\\title Surat}}Selamat pagi.\\par Buku {\\i baru} datang.\\par}");
    Trial trial = Trial.of(file);
    assertThat(trial.plain()).isEqualTo("Selamat pagi. Buku baru datang.");
    assertThat(trial.publication.metadata().title()).isEqualTo("Surat");
  }

  @Test
  void aDocumentOfAGibibyteIsABomb() throws Exception {
    Path file = folder.resolve("bom.docx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(("<w:document " + W + "><w:body>").getBytes(StandardCharsets.UTF_8));
      byte[] filling = "<w:p/>".repeat(200_000).getBytes(StandardCharsets.UTF_8);
      for (long written = 0; written < 1L << 30; written += filling.length) {
        zip.write(filling);
      }
      zip.write("</w:body></w:document>".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Trial.of(file).refusal.code().code()).isEqualTo("source-bomb");
  }

  @Test
  void nestedTablesNeverOverflow() throws Exception {
    String deep =
        "<w:tbl><w:tr><w:tc>".repeat(5000)
            + paragraph("Dalam.")
            + "</w:tc></w:tr></w:tbl>".repeat(5000);
    Trial trial = docx(deep);
    assertThat(trial.plain()).isEqualTo("Dalam.");
    assertThat(trial.findings().toString()).contains("nesting-flattened");
  }

  @Test
  void nothingOutsideIsReadByEntities() throws Exception {
    Path secret = Files.writeString(folder.resolve("rahasia.txt"), "Rahasia dapur.");
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "word/document.xml",
        "<!DOCTYPE x [<!ENTITY e SYSTEM '"
            + secret.toUri()
            + "'>]><w:document "
            + W
            + "><w:body><w:p><w:r><w:t>Sup &e;ayam.</w:t></w:r></w:p></w:body></w:document>");
    assertThat(zip("xxe.docx", parts).plain()).doesNotContain("Rahasia");
  }

  @Test
  void anOfficeFileWithAPasswordIsLocked() throws Exception {
    byte[] ole = new byte[4096];
    byte[] head = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    System.arraycopy(head, 0, ole, 0, head.length);
    byte[] stream = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(stream, 0, ole, 1024, stream.length);
    Path file = Files.write(folder.resolve("kunci.docx"), ole);
    assertThat(Trial.of(file).refusal.code().code()).isEqualTo("source-encrypted");
  }

  private static String paragraph(String text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  private static String styled(String style, String text) {
    return "<w:p><w:pPr><w:pStyle w:val='"
        + style
        + "'/></w:pPr><w:r><w:t>"
        + text
        + "</w:t></w:r></w:p>";
  }

  private static String item(int depth, String text) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val='"
        + depth
        + "'/><w:numId w:val='2'/></w:numPr></w:pPr><w:r><w:t>"
        + text
        + "</w:t></w:r></w:p>";
  }

  private Trial docx(String body) throws Exception {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "word/document.xml", "<w:document " + W + "><w:body>" + body + "</w:body></w:document>");
    parts.put("word/styles.xml", STYLES);
    parts.put("word/numbering.xml", NUMBERING);
    parts.put("word/footnotes.xml", FOOTNOTES);
    parts.put("word/_rels/document.xml.rels", RELATIONS);
    return zip("buku.docx", parts);
  }

  private Trial zip(String name, Map<String, String> parts) throws Exception {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return Trial.of(file);
  }
}
