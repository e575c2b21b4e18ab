package org.titiktutur.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.titiktutur.publication.FindingCode;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads an ODT, packed or as one flat XML file (OASIS OpenDocument 1.3).
 *
 * <p>Tika's parser of it knows neither languages nor descriptions of pictures, numbers no lists and
 * headings, and runs notes into the text; the parts are read here, as streams.
 */
final class OdtReader implements SourceReader {

  private static final String CONTENT = "content.xml";

  private static final int SAMPLE = 20_000;

  @Override
  public void read(Reading reading, PublicationBuilder book) throws IOException, Refusal {
    if (isPacked(reading.source())) {
      readPacked(reading, book);
    } else {
      readFlat(reading, book);
    }
  }

  private static boolean isPacked(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(2), StandardCharsets.ISO_8859_1).equals("PK");
    }
  }

  private static void readPacked(Reading reading, PublicationBuilder book)
      throws IOException, Refusal {
    try (OfficePackage file = new OfficePackage(reading.source(), reading.name())) {
      refuseLocked(file, reading.name());
      OdtStyles styles = new OdtStyles();
      file.parseIfSound("styles.xml", new StyleSheet(styles));
      Survey survey = new Survey(styles);
      file.parseIfSound(CONTENT, survey);
      OfficeDescription description = new OfficeDescription();
      file.parseIfSound("meta.xml", description);
      description.tell(book, styles.language(), survey.sample.toString());
      OfficeText text = new OfficeText(book, !survey.hasHeadings);
      reading.begin(CONTENT);
      try {
        if (!file.parse(CONTENT, new OdtBody(text, styles, link -> formula(file, link)))) {
          throw new IOException("no content in it");
        }
        end(text, book);
      } catch (SAXException e) {
        brokenOff(text, book, CONTENT, e);
      }
    }
  }

  private static void readFlat(Reading reading, PublicationBuilder book) throws IOException {
    OdtStyles styles = new OdtStyles();
    Survey survey = new Survey(styles);
    OfficeDescription description = new OfficeDescription();
    parseIfSound(reading.source(), survey);
    parseIfSound(reading.source(), description);
    description.tell(book, styles.language(), survey.sample.toString());
    OfficeText text = new OfficeText(book, !survey.hasHeadings);
    reading.begin(reading.name());
    try (InputStream in = Files.newInputStream(reading.source())) {
      SafeXml.parse(in, new OdtBody(text, styles, link -> ""));
      end(text, book);
    } catch (SAXException e) {
      brokenOff(text, book, reading.name(), e);
    }
  }

  private static void parseIfSound(Path file, DefaultHandler handler) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      SafeXml.parse(in, handler);
    } catch (SAXException e) {
      // told again, and found, when the text is read
      return;
    }
  }

  private static void end(OfficeText text, PublicationBuilder book) {
    text.end();
    if (text.guessedHeadings() > 0) {
      book.found(FindingCode.HEADINGS_GUESSED, text.guessedHeadings());
    }
  }

  private static void brokenOff(
      OfficeText text, PublicationBuilder book, String part, SAXException cause)
      throws IOException {
    end(text, book);
    if (!text.saidAnything()) {
      throw new IOException(cause);
    }
    book.foundHere(FindingCode.CHAPTER_REPAIRED, part);
  }

  /** A password scrambles the parts one by one; the manifest says which (part 2, 3.4). */
  private static void refuseLocked(OfficePackage file, String name) throws IOException, Refusal {
    boolean[] locked = new boolean[1];
    file.parseIfSound(
        "META-INF/manifest.xml",
        new DefaultHandler() {
          private String path = "";

          @Override
          public void startElement(String uri, String local, String qName, Attributes attributes) {
            if (local.equals("file-entry")) {
              path = Ooxml.attribute(attributes, "full-path");
            }
            boolean text = path.equals(CONTENT) || path.equals("encrypted-package");
            locked[0] |= local.equals("encryption-data") && text;
          }
        });
    if (locked[0]) {
      throw new Refusal(FindingCode.SOURCE_ENCRYPTED, name);
    }
  }

  /** The text of a formula that is an object of its own in the package. */
  private static String formula(OfficePackage file, String link) {
    String folder = link.startsWith("./") ? link.substring(2) : link;
    OfficeFormula formula = new OfficeFormula();
    boolean[] math = new boolean[1];
    try {
      file.parseIfSound(
          folder + "/" + CONTENT,
          new DefaultHandler() {
            @Override
            public void startElement(
                String uri, String local, String qName, Attributes attributes) {
              math[0] |= local.equals("math");
              formula.begin(local, attributes);
            }

            @Override
            public void characters(char[] characters, int from, int length) {
              formula.characters(characters, from, length);
            }

            @Override
            public void endElement(String uri, String local, String qName) {
              formula.end(local);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Refusal e) {
      return "";
    }
    return math[0] ? formula.text() : "";
  }

  /** A part that holds styles alone. */
  private static final class StyleSheet extends DefaultHandler {
    private final OdtStyles styles;

    StyleSheet(OdtStyles styles) {
      this.styles = styles;
    }

    @Override
    public void startElement(String uri, String local, String qName, Attributes attributes) {
      styles.startElement(local, attributes);
    }

    @Override
    public void endElement(String uri, String local, String qName) {
      styles.endElement(local);
    }
  }

  /** A first look: whether there are headings, and words enough to tell a language. */
  private static final class Survey extends DefaultHandler {
    private final OdtStyles styles;
    private final StringBuilder sample = new StringBuilder();
    private boolean hasHeadings;
    private boolean inBody;
    private int paragraphs;

    Survey(OdtStyles styles) {
      this.styles = styles;
    }

    @Override
    public void startElement(String uri, String local, String qName, Attributes attributes) {
      if (!inBody) {
        inBody = local.equals("body");
        styles.startElement(local, attributes);
        return;
      }
      switch (local) {
        case "h" -> {
          hasHeadings = true;
          paragraphs++;
        }
        case "p" -> {
          hasHeadings |= styles.headingLevel(Ooxml.attribute(attributes, "style-name")) > 0;
          paragraphs++;
        }
        default -> {}
      }
    }

    @Override
    public void characters(char[] characters, int from, int length) {
      if (paragraphs > 0 && sample.length() < SAMPLE) {
        sample.append(characters, from, Math.min(length, SAMPLE));
      }
    }

    @Override
    public void endElement(String uri, String local, String qName) {
      if (!inBody) {
        styles.endElement(local);
      }
      if (local.equals("p") || local.equals("h")) {
        paragraphs--;
        if (sample.length() < SAMPLE) {
          sample.append('\n');
        }
      }
    }
  }
}
