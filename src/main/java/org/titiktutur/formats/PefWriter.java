package org.titiktutur.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.titiktutur.braille.BookSink;
import org.titiktutur.braille.BookStyle;
import org.titiktutur.braille.Page;
import org.titiktutur.braille.Run;
import org.titiktutur.publication.Metadata;

/**
 * Portable Embosser Format 2008-1: volumes of pages of Unicode braille and what is known of the
 * book. Pages are written as they come.
 */
public final class PefWriter implements BookSink, AutoCloseable {

  private static final String PEF = "http://www.daisy.org/ns/2008/pef";
  private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
  private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";

  private final XMLStreamWriter xml;
  private final BookStyle style;
  private boolean inVolume;
  private boolean inSection;

  /** Writes to a stream that its owner buffers and closes. */
  public PefWriter(OutputStream out, Metadata metadata, BookStyle style) throws IOException {
    this.style = style;
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      start("pef", "version", "2008-1");
      xml.writeDefaultNamespace(PEF);
      writeHead(metadata);
      start("body");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void volume(int number, int of) throws IOException {
    try {
      endVolume();
      start(
          "volume",
          "cols",
          String.valueOf(style.page().cells()),
          "rows",
          String.valueOf(style.page().rows()),
          "rowgap",
          "0",
          "duplex",
          String.valueOf(style.duplex()));
      inVolume = true;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void section() throws IOException {
    try {
      endSection();
      start("section");
      inSection = true;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void endVolume() throws XMLStreamException {
    endSection();
    if (inVolume) {
      xml.writeEndElement();
      inVolume = false;
    }
  }

  private void endSection() throws XMLStreamException {
    if (inSection) {
      xml.writeEndElement();
      inSection = false;
    }
  }

  private void writeHead(Metadata metadata) throws XMLStreamException {
    start("head");
    start("meta");
    xml.writeNamespace("dc", DUBLIN_CORE);
    dublinCore("format", "application/x-pef+xml");
    dublinCore("identifier", Identifiers.of(metadata));
    dublinCore("title", metadata.title());
    for (String author : metadata.authors()) {
      dublinCore("creator", author);
    }
    dublinCore("language", metadata.language().tag());
    if (!metadata.publisher().isEmpty()) {
      dublinCore("publisher", metadata.publisher());
    }
    if (metadata.date().matches(DATE)) {
      dublinCore("date", metadata.date());
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void dublinCore(String element, String text) throws XMLStreamException {
    xml.writeStartElement("dc", element, DUBLIN_CORE);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void start(String element, String... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  @Override
  public void page(Page page, List<List<Run>> runs) throws IOException {
    try {
      start("page");
      for (String row : page.rows()) {
        start("row");
        xml.writeCharacters(row);
        xml.writeEndElement();
      }
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Ends the document; the stream stays open. */
  @Override
  public void close() throws IOException {
    try {
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
