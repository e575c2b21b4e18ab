package org.titiktutur.formats.daisy;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.titiktutur.formats.XmlWords;

/** The files of a talking book as XML. */
final class Xml {

  private Xml() {}

  /** Begins a document. */
  static XMLStreamWriter begin(OutputStream bytes, String publicId, String systemId, String root)
      throws XMLStreamException {
    XMLStreamWriter xml =
        XMLOutputFactory.newDefaultFactory()
            .createXMLStreamWriter(
                new XmlWords(new OutputStreamWriter(bytes, StandardCharsets.UTF_8)));
    xml.writeStartDocument("utf-8", "1.0");
    xml.writeDTD("\n<!DOCTYPE %s PUBLIC \"%s\" \"%s\">\n".formatted(root, publicId, systemId));
    xml.writeStartElement(root);
    return xml;
  }

  static void meta(XMLStreamWriter xml, String name, String content) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeEmptyElement("meta");
    xml.writeAttribute("name", name);
    xml.writeAttribute("content", content);
  }
}
