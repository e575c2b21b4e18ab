package org.titiktutur.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.titiktutur.braille.AsciiBraille;
import org.titiktutur.braille.BookStyle;
import org.titiktutur.braille.Page;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Metadata;
import org.titiktutur.publication.Origin;

/** Files as the world has them, read as a worker does. */
class BrailleFilesReadTest {

  private static final String BOOK =
      "<pef xmlns='http://www.daisy.org/ns/2008/pef' version='2008-1'><head><meta"
          + " xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Laut</dc:title></meta></head>"
          + "<body>%s</body></pef>";
  private static final String VOLUME = "<volume cols='32' rows='25' rowgap='%s' duplex='true'>%s";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("buku.xyz");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "A\\r\\nB\\r\\n                ; A/B",
        "A\\nB                         ; A/B",
        "A\\rB\\r                      ; A/B",
        "A\\r\\n\\fB\\r\\n\\f           ; A f B",
        "A\\fB                         ; A f B",
        "A\\n\\f\\n                     ; A",
        "A\\f\\fB                      ; A f f B",
        "\\fA                          ; f A",
        "A\\n\\n\\nB\\n\\n\\f           ; A///B",
        "··A·B··\\n                   ; ..A.B",
        "A\\n␚␚            ; A",
        "→A        ; A",
        "hello `{|}~                 ; HELLO.@[\\]^",
        "<A>                         ; <A>"
      })
  void brfIsReadAsTheWorldWritesIt(String written, String read) throws Exception {
    write(
        written
            .translateEscapes()
            .replace("·", " ")
            .replace("␚", "\u001A")
            .replace("→", "\u00EF\u00BB\u00BF"));
    assertThat(shown(pages())).isEqualTo(read);
  }

  @Test
  void whatIsNotBrailleIsRefusedWithItsPlace() throws Exception {
    write("AB\r\n\f,CD\r\nEF\tG");
    assertThat(refusal()).isEqualTo("source-not-braille [buku.xyz, 0x09, 3, 3, 2]");
    write("caf\u00C3\u00A9");
    assertThat(refusal()).isEqualTo("source-not-braille [buku.xyz, “é”, 1, 4, 1]");
    write("A\n\u00E9");
    assertThat(refusal()).isEqualTo("source-not-braille [buku.xyz, 0xE9, 2, 1, 1]");
    write("A\u001AB");
    assertThat(refusal()).isEqualTo("source-not-braille [buku.xyz, 0x1A, 1, 2, 1]");
  }

  @Test
  void whatBrfWriterWritesComesBack() throws Exception {
    List<Page> written =
        List.of(new Page(List.of("⠀⠀⠠⠓", "", "⠖")), new Page(List.of()), new Page(List.of("⠼⠁")));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BrfWriter brf = new BrfWriter(bytes, false);
    for (Page page : written) {
      brf.page(page, List.of());
    }
    Files.write(file, bytes.toByteArray());
    assertThat(pages()).isEqualTo(written);
  }

  @Test
  void whatPefWriterWritesComesBack() throws Exception {
    List<Page> written =
        List.of(new Page(List.of("⠀⠀⠠⠓", "", "⣿")), new Page(List.of("⠼⠁")), new Page(List.of()));
    Metadata metadata =
        new Metadata(
            "A & B", List.of("C"), new Language("id", Origin.DECLARED), "", "", "2001-01-01");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PefWriter pef = new PefWriter(bytes, metadata, BookStyle.USUAL)) {
      pef.volume(1, 1);
      pef.section();
      for (Page page : written) {
        pef.page(page, List.of());
      }
    }
    Files.write(file, bytes.toByteArray());
    assertThat(pages()).isEqualTo(written);
    assertThat(read().title()).isEqualTo("A & B");
  }

  @Test
  void volumesAndSectionsOfPefBeginSheets() throws Exception {
    writePef(
        String.format(
                VOLUME,
                "0",
                "<section><page><row>⠁</row></page><page/></section>"
                    + "<section><page/></section><section/></volume>")
            + String.format(VOLUME, "0", "<section><page/></section></volume>"));
    assertThat(read().volumes()).containsExactly(1, 4);
    assertThat(read().sheets()).containsExactly(1, 3, 4);
    assertThat(read().title()).isEqualTo("Laut");
  }

  @Test
  void gapsOfWholeRowsBecomeBlankRowsAndOthersAreFound() throws Exception {
    writePef(
        String.format(
            VOLUME,
            "4",
            "<section><page><row>⠁</row><row rowgap='0'>⠃</row><row>⠉</row></page></section>"
                + "</volume>"));
    assertThat(shown(pages())).isEqualTo("A//B/C");
    assertThat(read().findings()).isEmpty();
    writePef(
        String.format(
            VOLUME, "1", "<section><page><row>⠁</row><row>⠃</row></page></section></volume>"));
    assertThat(shown(pages())).isEqualTo("A/B");
    assertThat(read().findings())
        .extracting(finding -> finding.code())
        .containsExactly(FindingCode.ROW_GAPS_LOST);
  }

  @Test
  void elementsOfOthersAndIndentationInPefDoNotMatter() throws Exception {
    writePef(
        String.format(
            VOLUME,
            "0",
            "<section>\n <page>\n  <x:graphic xmlns:x='urn:x'>words<row>⠁\n  </row>"
                + "</x:graphic>\n </page></section></volume>"));
    assertThat(shown(pages())).isEqualTo("A");
  }

  @Test
  void utf16IsPefToo() throws Exception {
    String pef =
        String.format(BOOK, String.format(VOLUME, "0", "<page><row>⠁</row></page></volume>"));
    Files.write(
        file, ("<?xml version='1.0' encoding='UTF-16'?>" + pef).getBytes(StandardCharsets.UTF_16));
    assertThat(shown(pages())).isEqualTo("A");
  }

  @Test
  void pefThatIsNoneIsRefused() throws Exception {
    writePef(String.format(VOLUME, "0", "<page>\n<row>⠁⠃A</row></page></volume>"));
    assertThat(refusal()).startsWith("source-not-braille [buku.xyz, “A”, 2, ");
    writePef("");
    assertThat(refusal()).isEqualTo("source-without-pages [buku.xyz]");
    write("<!DOCTYPE html><html><p>Halo</p></html>");
    assertThat(refusal()).isEqualTo("source-without-pages [buku.xyz]");
    writePef("<volume><page>");
    assertThat(refusal()).isEqualTo("source-damaged [buku.xyz, PEF]");
  }

  @Test
  void aHostilePefReachesNothingAndGrowsToNothing() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "⠿");
    String pef =
        String.format(BOOK, String.format(VOLUME, "0", "<page><row>%s</row></page></volume>"));
    write8(
        "<!DOCTYPE pef [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>" + String.format(pef, "&x;"));
    assertThat(refusal()).isEqualTo("source-damaged [buku.xyz, PEF]");
    write8(
        "<!DOCTYPE pef [<!ENTITY a '⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
            + String.format(pef, "&b;"));
    assertThat(refusal()).isEqualTo("source-damaged [buku.xyz, PEF]");
    write8("<!DOCTYPE pef SYSTEM '" + secret.toUri() + "'>" + String.format(pef, "⠁"));
    assertThat(shown(pages())).isEqualTo("A");
  }

  @Test
  void aBookOfMorePagesThanThereAreIsRefused() throws Exception {
    write("A" + "\f".repeat(PageFile.MOST_PAGES + 1));
    assertThat(refusal()).isEqualTo("source-too-heavy [buku.xyz]");
  }

  private void write(String bytes) throws IOException {
    Files.writeString(file, bytes, StandardCharsets.ISO_8859_1);
  }

  private void write8(String text) throws IOException {
    Files.writeString(file, text);
  }

  private void writePef(String body) throws IOException {
    write8(String.format(BOOK, body));
  }

  private BrailleFileHandler.Answer read() throws Exception {
    JsonNode input =
        BrailleFileHandler.JSON.valueToTree(
            new BrailleFileHandler.Input(file.toString(), file.getFileName().toString()));
    return BrailleFileHandler.JSON.treeToValue(
        new BrailleFileHandler().perform(input, folder, sign -> {}),
        BrailleFileHandler.Answer.class);
  }

  private List<Page> pages() throws Exception {
    assertThat(read().refusal()).isNull();
    return PageFile.read(folder.resolve(BrailleFileHandler.PAGES));
  }

  private String refusal() throws Exception {
    BrailleFileHandler.Answer answer = read();
    return answer.refusal().code().code() + " " + answer.refusal().arguments();
  }

  /** Pages with an f between them, rows with a stroke, blanks as full stops. */
  private static String shown(List<Page> pages) {
    List<String> all = new ArrayList<>();
    for (Page page : pages) {
      StringBuilder ascii = new StringBuilder();
      for (String row : page.rows()) {
        row.chars().forEach(cell -> ascii.append(AsciiBraille.character((char) cell)));
        ascii.append('/');
      }
      ascii.setLength(Math.max(0, ascii.length() - 1));
      all.add(ascii.toString().replace(' ', '.'));
    }
    return String.join(" f ", all).replaceAll(" +", " ").strip();
  }
}
