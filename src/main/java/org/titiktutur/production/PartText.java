package org.titiktutur.production;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.titiktutur.formats.HtmlText;
import org.titiktutur.publication.BookWords;
import org.titiktutur.publication.Part;

/** The text of one part as HTML, for a page of its own. */
public final class PartText {

  private PartText() {}

  /** Elements to stand in an element that says the part's language; the first heading is the h1. */
  public static String html(Part part) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      HtmlText.ofPart(xml, BookWords.in(part.language())).write(part);
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("no text was written", e);
    }
    return text.toString();
  }
}
