package org.titiktutur.formats;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A list of links that nests as their levels do: a table of contents. */
final class NestedList {

  private final XMLStreamWriter xml;
  private final String element;
  private final Deque<Integer> levels = new ArrayDeque<>();

  /**
   * An empty list; nothing is written before its first link.
   *
   * @param element {@code ul} or {@code ol}
   */
  NestedList(XMLStreamWriter xml, String element) {
    this.xml = xml;
    this.element = element;
  }

  /** Adds a link; one whose level is higher than that of the one before goes below that. */
  void link(int level, String address, String text) throws XMLStreamException {
    if (levels.isEmpty() || level > levels.peek()) {
      xml.writeStartElement(element);
    } else {
      xml.writeEndElement();
      levels.pop();
      while (!levels.isEmpty() && level <= levels.peek()) {
        xml.writeEndElement();
        xml.writeEndElement();
        levels.pop();
      }
    }
    levels.push(level);
    xml.writeStartElement("li");
    xml.writeStartElement("a");
    xml.writeAttribute("href", address);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  void end() throws XMLStreamException {
    for (; !levels.isEmpty(); levels.pop()) {
      xml.writeEndElement();
      xml.writeEndElement();
    }
  }
}
