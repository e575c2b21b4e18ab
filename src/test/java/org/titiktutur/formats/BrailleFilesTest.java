package org.titiktutur.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thaiopensource.validate.ValidationDriver;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.titiktutur.braille.AsciiBraille;
import org.titiktutur.braille.Page;
import org.titiktutur.braille.PageFormat;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Metadata;
import org.titiktutur.publication.Origin;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class BrailleFilesTest {

  private static final List<Page> PAGES =
      List.of(
          new Page(List.of("⠀⠀⠠⠓⠁⠇⠕⠂", "", "⠙⠥⠝⠊⠁⠖")),
          new Page(List.of("⠼⠁⠃")),
          new Page(List.of()));

  @Test
  void asciiBrailleIsTheNorthAmericanOne() {
    String inOrderOfAscii = "⠀⠮⠐⠼⠫⠩⠯⠄⠷⠾⠡⠬⠠⠤⠨⠌⠴⠂⠆⠒⠲⠢⠖⠶⠦⠔⠱⠰⠣⠿⠜⠹" + "⠈⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵⠪⠳⠻⠘⠸";
    for (int i = 0; i < 64; i++) {
      assertThat(AsciiBraille.cell((char) (0x20 + i))).isEqualTo(inOrderOfAscii.charAt(i));
    }
  }

  @Test
  void all64CellsGoBothWays() {
    for (char cell = '\u2800'; cell <= '\u283F'; cell++) {
      char character = AsciiBraille.character(cell);
      assertThat(character).isBetween(' ', '_');
      assertThat(AsciiBraille.cell(character)).isEqualTo(cell);
      assertThat(AsciiBraille.cell(Character.toLowerCase(character))).isEqualTo(cell);
    }
    assertThat("`{|}~".chars().mapToObj(c -> AsciiBraille.cell((char) c)))
        .containsExactly('⠈', '⠪', '⠳', '⠻', '⠘');
  }

  @Test
  void whatIsNoSixDotCellIsRefused() {
    assertThatThrownBy(() -> AsciiBraille.character('⡀'))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AsciiBraille.cell('é')).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AsciiBraille.cell('\u007F'))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void brfHasAFormFeedBetweenPages() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BrfWriter brf = new BrfWriter(out);
    for (Page page : PAGES) {
      brf.page(page);
    }
    assertThat(out.toString(StandardCharsets.US_ASCII))
        .isEqualTo("  ,HALO1\r\n\r\nDUNIA6\r\n\f#AB\r\n\f");
  }

  @Test
  void pefIsValidByItsSchema() throws Exception {
    byte[] pef =
        pef(
            new Metadata(
                "Buku <satu> & \"dua\"",
                List.of("Pramoedya Ananta Toer", "Ä. Ö."),
                new Language("id", Origin.DECLARED),
                "",
                "Balai Pustaka",
                "1980-02-17"));
    URL schema =
        ClassLoader.getSystemResource(
            "org/daisy/braille/utils/pef/resource-files/pef-2008-1-full.rng");
    ValidationDriver driver = new ValidationDriver();
    assertThat(driver.loadSchema(new InputSource(schema.toString()))).isTrue();
    assertThat(driver.validate(new InputSource(new ByteArrayInputStream(pef)))).isTrue();
  }

  @Test
  void pefSaysWhatTheBookIs() throws Exception {
    Document document =
        parsed(
            pef(
                new Metadata(
                    "A & B",
                    List.of("C"),
                    new Language("en-GB", Origin.DECLARED),
                    "",
                    "",
                    "1980")));
    assertThat(texts(document, "*", "title")).containsExactly("A & B");
    assertThat(texts(document, "*", "creator")).containsExactly("C");
    assertThat(texts(document, "*", "language")).containsExactly("en-GB");
    assertThat(texts(document, "*", "format")).containsExactly("application/x-pef+xml");
    assertThat(texts(document, "*", "date")).isEmpty();
    assertThat(texts(document, "*", "identifier")).first().asString().startsWith("urn:uuid:");
    Element volume = (Element) document.getElementsByTagName("volume").item(0);
    assertThat(volume.getAttribute("cols")).isEqualTo("32");
    assertThat(volume.getAttribute("rows")).isEqualTo("25");
    assertThat(texts(document, "*", "row")).containsExactly("⠀⠀⠠⠓⠁⠇⠕⠂", "", "⠙⠥⠝⠊⠁⠖", "⠼⠁⠃");
    assertThat(document.getElementsByTagName("page").getLength()).isEqualTo(3);
  }

  @Test
  void theSameBookHasTheSameIdentifier() throws Exception {
    Metadata book =
        new Metadata("A", List.of("C"), new Language("id", Origin.DECLARED), "", "", "");
    Metadata known =
        new Metadata(
            "A", List.of("C"), new Language("id", Origin.DECLARED), "isbn:9789799731232", "", "");
    assertThat(pef(book)).isEqualTo(pef(book));
    assertThat(texts(parsed(pef(known)), "*", "identifier")).containsExactly("isbn:9789799731232");
  }

  private static byte[] pef(Metadata metadata) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PefWriter pef = new PefWriter(out, metadata, PageFormat.USUAL)) {
      for (Page page : PAGES) {
        pef.page(page);
      }
    }
    return out.toByteArray();
  }

  private static Document parsed(byte[] pef) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(pef));
  }

  private static List<String> texts(Document document, String namespace, String element) {
    NodeList nodes = document.getElementsByTagNameNS(namespace, element);
    return java.util.stream.IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }
}
