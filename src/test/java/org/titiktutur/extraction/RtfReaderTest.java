package org.titiktutur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RtfReaderTest {

  private static final String STYLES =
      "{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0\\b heading 1;}{\\s2\\b Judul Subbab;}"
          + "{\\s3 toc 1;}{\\s4 HTML Preformatted;}{\\s5 Quote;}{\\*\\cs6\\i Emphasis;}}";

  @TempDir Path folder;

  @Test
  void headingsByStyleAndByOutlineLevel() throws Exception {
    assertThat(
            read(
                "\\pard\\s1\\b Awal\\par\\pard\\plain Isi {\\i miring} dan {\\b tebal}.\\par"
                    + "\\pard\\s2 Bagian\\par\\pard Lagi.\\par{\\pard\\outlinelevel0\\b Akhir\\par}"
                    + "\\pard\\s5 Kata orang.\\par\\pard\\s4 cd /tmp\\par ls\\par"))
        .isEqualTo(
            """
            part 1 (Awal)
              h1 [s1 Awal]
              p [s2 Isi *miring* dan **tebal**.]
              h2 [s3 Bagian]
              p [s4 Lagi.]
            part 1 (Akhir)
              h1 [s5 Akhir]
              quotation
                p [s6 Kata orang.]
              lines [s7 cd /tmp] [s8 ls]
            """);
  }

  @Test
  void lettersInEveryEncoding() throws Exception {
    assertThat(
            plain(
                "{\\fonttbl{\\f0 Times;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset128 Mincho;}"
                    + "{\\f3\\fcharset2 Symbol;}}"
                    + "Caf\\'e9 \\u233?\\uc0\\u8212 x\\uc1  \\u-10179?\\u-8704? {\\f1\\'c4\\'e0}"
                    + " {\\f2\\'93\\'fa\\'96\\'7b} {\\f3\\'b7} a\\~b\\_c \\{d\\} \\ldblquote e\\rdblquote\\par"))
        .isEqualTo("Café é—x 😀 Да 日本 • a b-c {d} “e”");
  }

  @Test
  void listsByTheirPrintedNumbers() throws Exception {
    assertThat(
            read(
                "{\\listtext\\pard\\plain 1.\\tab}\\pard\\ls1\\ilvl0 Satu.\\par"
                    + "{\\listtext a)\\tab}\\pard\\ls1\\ilvl1 Dalam.\\par"
                    + "{\\listtext 2.\\tab}\\pard\\ls1\\ilvl0 Dua.\\par\\pard Biasa.\\par"
                    + "{\\pard\\li360\\fi-360 \\bullet\\tx360\\tab Butir.\\par}"
                    + "{\\pard\\li360\\fi-360 1945\\tab Merdeka.\\par}"))
        .isEqualTo(
            """
            part 1 ()
              ol 1
                -
                  p [s1 Satu.]
                  ul
                    -
                      p [s2 a) Dalam.]
                -
                  p [s3 Dua.]
              p [s4 Biasa.]
              ul
                -
                  p [s5 Butir.]
              ol 1945
                -
                  p [s6 Merdeka.]
            """);
  }

  @Test
  void tablesWithHeadersMergedCellsAndTablesInside() throws Exception {
    assertThat(
            read(
                "\\trowd\\trhdr\\clmgf\\cellx1\\clmrg\\cellx2 \\pard\\intbl Judul\\cell\\cell\\row"
                    + "\\trowd\\cellx1\\cellx2 \\pard\\intbl Satu\\par lagi\\cell "
                    + "\\pard\\intbl\\itap2 Dalam\\nestcell Sana\\nestcell{\\*\\nesttableprops\\trowd\\cellx1\\cellx2\\nestrow}"
                    + "{\\nonesttables\\par}\\pard\\intbl Luar\\cell\\row\\pard Sesudah.\\par"))
        .isEqualTo(
            """
            part 1 ()
              table
                row
                  th 2x1
                    p [s1 Judul]
                row
                  td
                    p [s2 Satu]
                    p [s3 lagi]
                  td
                    table
                      row
                        td
                          p [s4 Dalam]
                        td
                          p [s5 Sana]
                    p [s6 Luar]
              p [s7 Sesudah.]
            """);
  }

  @Test
  void notesPicturesAndTextBoxes() throws Exception {
    Trial trial =
        trial(
            "\\pard Kata{\\super\\chftn}{\\footnote\\pard{\\super\\chftn} Catatan {\\i kaki}.} dan akhir.\\par"
                + "{\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn wzDescription}{\\sv Peta Jawa}}}\\pngblip 89504e}}"
                + "{\\nonshppict{\\pict 0102}}\\par Lagi{\\shp{\\*\\shpinst{\\shptxt Kotak.\\par}}{\\shprslt x}}.\\par"
                + "{\\pict\\wmetafile8 00ff}\\par");
    assertThat(trial.text())
        .isEqualTo(
            """
            part 1 ()
              p [s1 Kata^n1:1^ dan akhir.]
              note n1 (1)
                p [s2 Catatan *kaki*.]
              image  [s3 Peta Jawa]
              p [s4 Lagi.]
              p [s5 Kotak.]
              image\s
            """);
    assertThat(trial.findings())
        .anyMatch(finding -> finding.startsWith("image-without-description"));
  }

  @Test
  void whatIsNoTextOfTheBookIsLeftOut() throws Exception {
    Trial trial =
        trial(
            "{\\info{\\title Laut}{\\author Ayu}{\\operator Budi}}{\\header Kepala\\par}"
                + "{\\*\\generator Riched;}{\\pard\\s3 Bab 1\\tab 5\\par}"
                + "Isi{\\v rahasia}{\\deleted lama}{\\*\\bkmkstart a} buku"
                + " {\\field{\\*\\fldinst HYPERLINK \"http://a\"}{\\fldrslt tautan}}"
                + " {\\upr{x}{\\*\\ud{\\u233?}}}\\bin3 }}}.\\par");
    assertThat(trial.plain()).isEqualTo("Isi buku tautan é.");
    assertThat(trial.publication.metadata().title()).isEqualTo("Laut");
    assertThat(trial.publication.metadata().authors()).containsExactly("Ayu");
    assertThat(trial.findings())
        .anyMatch(finding -> finding.startsWith("hidden-text-skipped"))
        .anyMatch(finding -> finding.startsWith("navigation-skipped"));
  }

  @Test
  void theLanguageOfMostOfItIsThatOfTheBook() throws Exception {
    Trial trial =
        trial(
            "\\lang1057 Setiap pagi Bu Sri membuka pintu perpustakaan dengan kunci yang besar."
                + " {\\lang1033 Good morning}\\par");
    assertThat(trial.publication.metadata().language().tag()).isEqualTo("id");
    assertThat(trial.text()).contains("{en-US:Good morning}");
  }

  @Test
  void whatBreaksOffIsReadAsFarAsItGoes() throws Exception {
    Path file = folder.resolve("buku.rtf");
    Files.writeString(file, "{\\rtf1 Satu.\\par {\\b Dua yang terpo", StandardCharsets.US_ASCII);
    Trial broken = Trial.of(file);
    assertThat(broken.plain()).isEqualTo("Satu. Dua yang terpo");
    assertThat(broken.findings())
        .anyMatch(finding -> finding.startsWith("chapter-repaired buku.rtf"));
    assertThat(plain("{".repeat(100_000) + "x" + "}".repeat(100_000) + "Isi.")).isEqualTo("Isi.");
    assertThat(plain("\\cell\\row\\nestcell\\nestrow\\itap99\\cell Isi.\\par")).contains("Isi.");
  }

  private String read(String body) throws Exception {
    return trial(body).text();
  }

  private String plain(String body) throws Exception {
    return trial(body).plain();
  }

  private Trial trial(String body) throws Exception {
    Path file = folder.resolve("buku.rtf");
    String text = "{\\rtf1\\ansi\\ansicpg1252\\deff0" + STYLES + body + "}";
    Files.writeString(file, text, StandardCharsets.US_ASCII);
    return Trial.of(file);
  }
}
