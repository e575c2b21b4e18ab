package org.titiktutur.formats.daisy;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What players call the structures that can be skipped or left, in both languages: a resource file
 * (Z39.86-2005, section 10).
 */
final class ResourceFile {

  private XMLStreamWriter xml;
  private int sets;

  private ResourceFile() {}

  static byte[] bytes() throws XMLStreamException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ResourceFile file = new ResourceFile();
    file.xml =
        Xml.begin(
            bytes,
            "-//NISO//DTD resource 2005-1//EN",
            "http://www.daisy.org/z3986/2005/resource-2005-1.dtd",
            "resources");
    file.write();
    file.xml.flush();
    return bytes.toByteArray();
  }

  private void write() throws XMLStreamException {
    xml.writeDefaultNamespace("http://www.daisy.org/z3986/2005/resource/");
    xml.writeAttribute("version", "2005-1");
    scope("http://www.daisy.org/z3986/2005/ncx/");
    for (Skippable each : Skippable.values()) {
      String which =
          each.structure()
              .map(structure -> "@bookStruct='" + structure + "'")
              .orElse("@id='" + each.test() + "'");
      nodes("//smilCustomTest[" + which + "]", each.indonesian(), each.english());
    }
    xml.writeEndElement();
    scope("http://www.w3.org/2001/SMIL20/");
    for (Skippable each : Skippable.values()) {
      String select = (each.isSequence() ? "//seq" : "//par") + "[@class='" + each.test() + "']";
      nodes(select, each.indonesian(), each.english());
    }
    nodes("//seq[@class='list']", "Daftar", "List");
    xml.writeEndDocument();
  }

  private void scope(String namespace) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("scope");
    xml.writeAttribute("nsuri", namespace);
  }

  private void nodes(String select, String indonesian, String english) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("nodeSet");
    xml.writeAttribute("id", "set-" + ++sets);
    xml.writeAttribute("select", select);
    resource("id", indonesian);
    resource("en", english);
    xml.writeEndElement();
  }

  private void resource(String language, String text) throws XMLStreamException {
    xml.writeStartElement("resource");
    xml.writeAttribute("xml:lang", language);
    xml.writeStartElement("text");
    xml.writeCharacters(text);
    xml.writeEndElement();
    xml.writeEndElement();
  }
}
