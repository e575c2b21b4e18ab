package org.titiktutur.extraction;

import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Dublin Core in {@code docProps/core.xml} of OOXML and {@code meta.xml} of OpenDocument. */
final class OfficeMetadata extends DefaultHandler {

  private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

  private final PublicationBuilder book;
  private final StringBuilder text = new StringBuilder();

  OfficeMetadata(PublicationBuilder book) {
    this.book = book;
  }

  @Override
  public void startElement(String uri, String local, String qName, Attributes attributes) {
    text.setLength(0);
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    if (text.length() < 10_000) {
      text.append(chars, start, length);
    }
  }

  @Override
  public void endElement(String uri, String local, String qName) {
    if (!uri.equals(DUBLIN_CORE) || text.toString().isBlank()) {
      return;
    }
    switch (local) {
      case "title" -> book.title(text.toString());
      case "creator" -> book.author(text.toString());
      case "language" -> book.language(text.toString().strip());
      case "publisher" -> book.publisher(text.toString());
      case "identifier" -> book.identifier(text.toString());
      default -> {}
    }
  }
}
