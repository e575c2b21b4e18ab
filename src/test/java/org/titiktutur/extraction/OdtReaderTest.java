package org.titiktutur.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.titiktutur.extraction.OfficeFixture.odt;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OdtReaderTest {

  private static final String STYLES =
      """
      <style:default-style style:family='paragraph'>
      <style:text-properties fo:language='id' fo:country='ID'/></style:default-style>
      <style:style style:name='Heading_20_1' style:display-name='Heading 1' style:family='paragraph'
       style:default-outline-level='1'/>
      <style:style style:name='Quotations' style:family='paragraph'/>
      <style:style style:name='Caption' style:family='paragraph'/>
      <text:outline-style><text:outline-level-style text:level='1' style:num-format='I'
       style:num-prefix='BAB '/></text:outline-style>
      <text:list-style style:name='Angka'>
      <text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>
      <text:list-level-style-number text:level='2' style:num-format='a' style:num-suffix=')'/>
      </text:list-style>
      <text:list-style style:name='Butir'><text:list-level-style-bullet text:level='1'/></text:list-style>
      """;

  private static final String AUTOMATIC =
      """
      <style:style style:name='P1' style:family='paragraph' style:parent-style-name='Quotations'/>
      <style:style style:name='T1' style:family='text'><style:text-properties fo:font-style='italic'
       fo:language='en' fo:country='GB'/></style:style>
      <style:style style:name='T2' style:family='text'><style:text-properties text:display='none'/></style:style>
      """;

  @TempDir Path folder;

  @Test
  void theNameOfAStyleThatIsNotThereSaysWhatItIsFor() throws Exception {
    Trial trial =
        Trial.of(
            OfficeFixture.odt(
                    "<style:style style:name='P4' style:family='paragraph'"
                        + " style:parent-style-name='Preformatted_20_Text'/>",
                    "<text:table-of-content><text:index-body><text:p>Bab 1 5</text:p></text:index-body>"
                        + "</text:table-of-content><text:p text:style-name='Heading_20_1'>Awal</text:p>"
                        + "<text:p text:style-name='P4'>cd /tmp</text:p>"
                        + "<text:p text:style-name='P4'>ls</text:p>"
                        + "<text:p text:style-name='Quotations'>Kata orang.</text:p>")
                .write(folder.resolve("buku.odt")));
    assertThat(trial.text())
        .isEqualTo(
            """
            part 1 (Awal)
              h1 [s1 Awal]
              lines [s2 cd /tmp] [s3 ls]
              quotation
                p [s4 Kata orang.]
            """);
    assertThat(trial.findings()).anyMatch(finding -> finding.startsWith("navigation-skipped"));
  }

  @Test
  void headingsParagraphsAndQuotations() throws Exception {
    assertThat(
            read(
                "<text:h text:style-name='Heading_20_1' text:outline-level='1'>Awal</text:h>"
                    + p("Isi\n  yang <text:s text:c='3'/>panjang.")
                    + "<text:p text:style-name='P1'>Kata orang.</text:p>"
                    + "<text:h text:style-name='Heading_20_1' text:outline-level='1'>Akhir</text:h>"
                    + p("Selesai.")))
        .isEqualTo(
            """
            part 1 (BAB I Awal)
              h1 [s1 BAB I Awal]
              p [s2 Isi yang panjang.]
              quotation
                p [s3 Kata orang.]
            part 1 (BAB II Akhir)
              h1 [s4 BAB II Akhir]
              p [s5 Selesai.]
            """);
  }

  @Test
  void listsAndTheirNumbers() throws Exception {
    assertThat(
            read(
                "<text:list text:style-name='Angka'>"
                    + item(
                        p("satu")
                            + p("masih satu")
                            + "<text:list>"
                            + item(p("huruf"))
                            + item(p("lagi"))
                            + "</text:list>")
                    + item(p("dua"))
                    + "</text:list>"
                    + p("Sela.")
                    + "<text:list text:style-name='Angka' text:continue-numbering='true'>"
                    + item(p("tiga"))
                    + "</text:list><text:list text:style-name='Butir'>"
                    + item(p("butir"))
                    + "</text:list>"))
        .isEqualTo(
            """
            part 1 ()
              ol 1
                -
                  p [s1 satu]
                  p [s2 masih satu]
                  ul
                    -
                      p [s3 a) huruf]
                    -
                      p [s4 b) lagi]
                -
                  p [s5 dua]
              p [s6 Sela.]
              ol 3
                -
                  p [s7 tiga]
              ul
                -
                  p [s8 butir]
            """);
  }

  @Test
  void tablesWithSpansAndHeaders() throws Exception {
    assertThat(
            read(
                "<table:table><table:table-header-rows><table:table-row><table:table-cell"
                    + " table:number-columns-spanned='2'>"
                    + p("Nama")
                    + "</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>"
                    + "<table:table-row><table:table-cell table:number-rows-spanned='2'>"
                    + p("Budi")
                    + "</table:table-cell><table:table-cell>"
                    + p("7")
                    + "</table:table-cell></table:table-row><table:table-row><table:covered-table-cell/>"
                    + "<table:table-cell>"
                    + p("8")
                    + "</table:table-cell></table:table-row></table:table>"))
        .isEqualTo(
            """
            part 1 ()
              table
                row
                  th 2x1
                    p [s1 Nama]
                row
                  td 1x2
                    p [s2 Budi]
                  td
                    p [s3 7]
                row
                  td
                    p [s4 8]
            """);
  }

  @Test
  void notesFollowTheParagraphThatCallsThem() throws Exception {
    assertThat(
            read(
                p(
                        "Kata<text:note text:note-class='footnote'><text:note-citation>7</text:note-citation>"
                            + "<text:note-body>"
                            + p("Catatan.")
                            + "</text:note-body></text:note> terakhir.")
                    + p("Lagi.")))
        .isEqualTo(
            """
            part 1 ()
              p [s1 Kata^n1:7^ terakhir.]
              note n1 (7)
                p [s2 Catatan.]
              p [s3 Lagi.]
            """);
  }

  @Test
  void picturesTextBoxesAndShapes() throws Exception {
    Trial trial =
        trial(
            odt(
                AUTOMATIC,
                p(
                        "<draw:frame draw:name='Gambar1'><draw:image xlink:href='Pictures/a.png'/>"
                            + "<svg:title>Judul</svg:title><svg:desc>Seekor kancil</svg:desc></draw:frame>")
                    + "<text:p text:style-name='Caption'>Gambar 1. Kancil</text:p>"
                    + p(
                        "Di<draw:frame><draw:text-box>"
                            + p("Dalam kotak.")
                            + "</draw:text-box></draw:frame> luar<draw:custom-shape>"
                            + p("Dalam bentuk.")
                            + "</draw:custom-shape>.")
                    + p(
                        "<draw:frame><draw:image xlink:href='http://127.0.0.1/x.png'/></draw:frame>")));
    assertThat(trial.text())
        .isEqualTo(
            """
            part 1 ()
              image a.png [s1 Seekor kancil]
                caption [s2 Gambar 1.] [s3 Kancil]
              p [s4 Di luar.]
              p [s5 Dalam kotak.]
              p [s6 Dalam bentuk.]
              image x.png
            """);
    assertThat(trial.findings())
        .anyMatch(
            finding -> finding.startsWith("outside-reference-ignored http://127.0.0.1/x.png"));
  }

  @Test
  void whatWasDeletedOrHiddenIsLeftOut() throws Exception {
    Trial trial =
        trial(
            odt(
                AUTOMATIC,
                "<text:tracked-changes><text:changed-region><text:deletion>"
                    + p("Hilang.")
                    + "</text:deletion></text:changed-region></text:tracked-changes>"
                    + p(
                        "Tetap<text:span text:style-name='T2'> gelap</text:span><office:annotation>"
                            + p("Komentar.")
                            + "</office:annotation>.")
                    + "<text:section text:display='none'>"
                    + p("Gelap.")
                    + "</text:section>"));
    assertThat(trial.plain()).isEqualTo("Tetap.");
    assertThat(trial.findings()).anyMatch(finding -> finding.startsWith("hidden-text-skipped"));
  }

  @Test
  void emphasisAndLanguages() throws Exception {
    assertThat(
            read(
                p(
                    "Kata <text:span text:style-name='T1'>the words of the house</text:span> yang"
                        + " panjang itu.")))
        .isEqualTo(
            """
            part 1 ()
              p [s1 Kata {en-GB:*the words of the house*} yang panjang itu.]
            """);
  }

  @Test
  void formulasAreObjectsInThePackage() throws Exception {
    assertThat(
            trial(
                    odt(
                            "",
                            p(
                                "Luas <draw:frame><draw:object xlink:href='./Object 1'/><draw:image"
                                    + " xlink:href='./ObjectReplacements/Object 1'/></draw:frame>"))
                        .part(
                            "Object 1/content.xml",
                            "<math xmlns='http://www.w3.org/1998/Math/MathML'><semantics><mrow><mfrac><mrow><mi>a</mi>"
                                + "<mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></mrow>"
                                + "<annotation>{a+b} over 2</annotation></semantics></math>"))
                .plain())
        .isEqualTo("Luas (a+b)/2");
  }

  @Test
  void oneFlatFile() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("buku.fodt"), OfficeFixture.flatOdt(AUTOMATIC, p("Isi buku.")));
    assertThat(Trial.of(file).plain()).isEqualTo("Isi buku.");
  }

  @Test
  void titleAuthorsAndLanguage() throws Exception {
    Trial trial =
        trial(
            odt("", p("Isi."))
                .odtMeta(
                    "<meta:initial-creator>Ani</meta:initial-creator><dc:title>Si Kancil</dc:title>"
                        + "<dc:creator>Orang lain</dc:creator>"));
    assertThat(trial.publication.metadata().title()).isEqualTo("Si Kancil");
    assertThat(trial.publication.metadata().authors()).containsExactly("Ani");
    assertThat(trial.publication.metadata().language().tag()).isEqualTo("id-ID");
  }

  private static String p(String content) {
    return "<text:p>" + content + "</text:p>";
  }

  private static String item(String content) {
    return "<text:list-item>" + content + "</text:list-item>";
  }

  private String read(String body) throws Exception {
    return trial(odt(AUTOMATIC, body)).text();
  }

  private Trial trial(OfficeFixture fixture) throws Exception {
    return Trial.of(fixture.odtStyles(STYLES).write(folder.resolve("buku.odt")));
  }
}
