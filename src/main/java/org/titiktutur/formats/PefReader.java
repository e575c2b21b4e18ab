package org.titiktutur.formats;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.titiktutur.publication.FindingCode;

/**
 * Reads Portable Embosser Format 2008-1, a row at a time. Nothing outside the document is ever
 * loaded: its DTD, if it has one, is skipped.
 *
 * <p>What a machine decides is left to it: whether both sides are used, and the size that the file
 * declares where its rows need less. A gap between rows of four or more dots' distance becomes
 * blank rows, less than that is lost.
 */
final class PefReader {

  private static final String PEF = "http://www.daisy.org/ns/2008/pef";
  private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

  /** A row of six dots, in the unit of {@code rowgap}. */
  private static final int UNITS_OF_A_ROW = 4;

  private static final int LONGEST_TITLE = 300;

  private final XMLStreamReader xml;
  private final String name;
  private final PageFile.Sink pages;
  private final Deque<Integer> gaps = new ArrayDeque<>();
  private final List<String> rows = new ArrayList<>();
  private final StringBuilder row = new StringBuilder();
  private final StringBuilder title = new StringBuilder();
  private boolean inRow;
  private boolean inTitle;
  private int owedRows;
  private boolean gapLost;

  private PefReader(XMLStreamReader xml, String name, PageFile.Sink pages) {
    this.xml = xml;
    this.name = name;
    this.pages = pages;
    gaps.push(0);
  }

  /**
   * What is known of the book besides its pages.
   *
   * @param gapLost whether rows were further apart than pages of cells can say
   */
  record About(String title, boolean gapLost) {}

  /** Reads a file. */
  static About read(InputStream in, String name, PageFile.Sink pages)
      throws IOException, UnreadableException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
    try {
      PefReader reader = new PefReader(factory.createXMLStreamReader(in), name, pages);
      reader.read();
      return new About(reader.title.toString().strip(), reader.gapLost);
    } catch (XMLStreamException e) {
      throw new UnreadableException(FindingCode.SOURCE_DAMAGED, name, "PEF");
    }
  }

  private void read() throws XMLStreamException, IOException, UnreadableException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> start();
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml.getText());
        default -> {}
      }
    }
  }

  private void start() {
    if (DUBLIN_CORE.equals(xml.getNamespaceURI())) {
      inTitle = xml.getLocalName().equals("title") && title.isEmpty();
    }
    if (!PEF.equals(xml.getNamespaceURI())) {
      return;
    }
    gaps.push(gap());
    switch (xml.getLocalName()) {
      case "volume" -> pages.volume();
      case "section" -> pages.sheet();
      case "page" -> {
        rows.clear();
        owedRows = 0;
      }
      case "row" -> {
        inRow = true;
        row.setLength(0);
      }
      default -> {}
    }
  }

  /** Its own, or that of what it stands in. */
  private int gap() {
    String own = xml.getAttributeValue(null, "rowgap");
    return own != null && own.matches("\\d{1,3}") ? Integer.parseInt(own) : gaps.peek();
  }

  private void end() throws IOException, UnreadableException {
    inTitle = false;
    if (!PEF.equals(xml.getNamespaceURI())) {
      return;
    }
    int gap = gaps.pop();
    switch (xml.getLocalName()) {
      case "page" -> pages.page(rows);
      case "row" -> {
        inRow = false;
        for (; owedRows > 0; owedRows--) {
          rows.add("");
        }
        rows.add(row.toString());
        owedRows = gap / UNITS_OF_A_ROW;
        gapLost |= gap % UNITS_OF_A_ROW != 0;
      }
      default -> {}
    }
  }

  private void text(String text) throws UnreadableException {
    if (inTitle && title.length() < LONGEST_TITLE) {
      title.append(text, 0, Math.min(text.length(), LONGEST_TITLE - title.length()));
    }
    if (!inRow) {
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      char cell = text.charAt(i);
      if (cell >= '\u2800' && cell <= '\u28FF') {
        row.append(cell);
      } else if (!isLayout(cell)) {
        refuse(text, i);
      }
    }
  }

  /** Programs that indent XML put these around the cells. */
  private static boolean isLayout(char character) {
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
  }

  private void refuse(String text, int at) throws UnreadableException {
    int character = text.codePointAt(at);
    String shown =
        Character.isISOControl(character)
            ? String.format(Locale.ROOT, "U+%04X", character)
            : "“" + Character.toString(character) + "”";
    // The parser stands behind the text.
    String behind = text.substring(at);
    long line = xml.getLocation().getLineNumber() - behind.chars().filter(c -> c == '\n').count();
    int lineStart = text.lastIndexOf('\n', at);
    int column =
        lineStart >= 0
            ? at - lineStart
            : behind.indexOf('\n') < 0
                ? xml.getLocation().getColumnNumber() - behind.length()
                : at + 1;
    throw new UnreadableException(
        FindingCode.SOURCE_NOT_BRAILLE, name, shown, line, column, pages.pages() + 1);
  }
}
