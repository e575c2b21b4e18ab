package org.titiktutur.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thaiopensource.validate.ValidationDriver;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.braille.AsciiBraille;
import org.titiktutur.braille.BookSink;
import org.titiktutur.braille.BookStyle;
import org.titiktutur.braille.Page;
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
    BrfWriter brf = new BrfWriter(out, false);
    write(brf, 1);
    assertThat(out.toString(StandardCharsets.US_ASCII))
        .isEqualTo("  ,HALO1\r\n\r\nDUNIA6\r\n\f#AB\r\n\f");
  }

  @Test
  void onBothSidesABrfHasBlankPagesWhereASheetMustBegin() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(new BrfWriter(out, true), 2);
    assertThat(out.toString(StandardCharsets.US_ASCII).replaceAll("[^\f#]+", "x"))
        .isEqualTo("x\f\f#x\f\fx\f\f#x\f");
  }

  @Test
  void eachVolumeHasABrfOfItsOwn(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    ByteArrayOutputStream one = new ByteArrayOutputStream();
    Path volumes = folder.resolve("buku-brf");
    BrfWriter brf = new BrfWriter(whole, false);
    try (BrfVolumes files = new BrfVolumes(brf, volumes, "buku", false)) {
      write(files, 2);
      assertThat(files.areSeveral()).isTrue();
    }
    write(new BrfWriter(one, false), 1);
    assertThat(volumes.resolve("buku-1.brf")).hasBinaryContent(one.toByteArray());
    assertThat(volumes.resolve("buku-2.brf")).hasBinaryContent(one.toByteArray());
    assertThat(whole.toString(StandardCharsets.US_ASCII)).isEqualTo(one + "\f" + one);
  }

  @Test
  void aBookOfOneVolumeIsOneBrf(@TempDir Path folder) throws IOException {
    BrfWriter brf = new BrfWriter(new ByteArrayOutputStream(), false);
    try (BrfVolumes files = new BrfVolumes(brf, folder.resolve("buku-brf"), "buku", false)) {
      write(files, 1);
      assertThat(files.areSeveral()).isFalse();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void pefHasItsVolumesAndSections() throws Exception {
    Metadata book = new Metadata("A", List.of(), new Language("id", Origin.DECLARED), "", "", "");
    Document document = parsed(pef(book, true, 3));
    NodeList volumes = document.getElementsByTagName("volume");
    assertThat(volumes.getLength()).isEqualTo(3);
    for (int i = 0; i < 3; i++) {
      Element volume = (Element) volumes.item(i);
      assertThat(volume.getAttribute("duplex")).isEqualTo("true");
      assertThat(volume.getElementsByTagName("section").getLength()).isEqualTo(2);
      assertThat(volume.getElementsByTagName("page").getLength()).isEqualTo(3);
    }
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
                "1980-02-17"),
            true,
            2);
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
    return pef(metadata, false, 1);
  }

  private static byte[] pef(Metadata metadata, boolean duplex, int volumes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PefWriter pef = new PefWriter(out, metadata, BookStyle.USUAL.with(duplex))) {
      write(pef, volumes);
    }
    return out.toByteArray();
  }

  /** Volumes of a section of one page and one of the others. */
  private static void write(BookSink sink, int volumes) throws IOException {
    for (int number = 1; number <= volumes; number++) {
      sink.volume(number, volumes);
      sink.section();
      sink.page(PAGES.get(0), List.of());
      sink.section();
      sink.page(PAGES.get(1), List.of());
      sink.page(PAGES.get(2), List.of());
    }
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
