package org.titiktutur.formats.daisy;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The navigation of a DAISY 3 book: NCX 2005-1. */
final class NcxWriter {

  private final About about;
  private final Set<Skippable> skippables;
  private final PageNumber.Counter pages;
  private final Map<String, Integer> order = new HashMap<>();
  private XMLStreamWriter xml;
  private int points;

  NcxWriter(About about, Set<Skippable> skippables, PageNumber.Counter pages) {
    this.about = about;
    this.skippables = skippables;
    this.pages = pages;
  }

  /**
   * Writes all of it.
   *
   * @param landmarks in reading order
   */
  byte[] write(List<Landmark> landmarks) throws XMLStreamException {
    // One number for each place: counted without a gap, the same for what lies at the same place.
    landmarks.forEach(mark -> order.computeIfAbsent(mark.target(), key -> order.size() + 1));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    xml =
        Xml.begin(
            bytes,
            "-//NISO//DTD ncx 2005-1//EN",
            "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd",
            "ncx");
    xml.writeDefaultNamespace("http://www.daisy.org/z3986/2005/ncx/");
    xml.writeAttribute("version", "2005-1");
    xml.writeAttribute("xml:lang", about.language());
    head(landmarks);
    label("docTitle", about.title());
    for (String creator : about.creators()) {
      label("docAuthor", creator);
    }
    headings(of(landmarks, Landmark.Kind.HEADING));
    pages(of(landmarks, Landmark.Kind.PAGE));
    list("note", about.words().note(), of(landmarks, Landmark.Kind.NOTE));
    list("table", about.words().table(), of(landmarks, Landmark.Kind.TABLE));
    list("prodnote", about.words().image(), of(landmarks, Landmark.Kind.IMAGE));
    xml.writeEndDocument();
    xml.flush();
    return bytes.toByteArray();
  }

  private static List<Landmark> of(List<Landmark> landmarks, Landmark.Kind kind) {
    return landmarks.stream().filter(mark -> mark.kind() == kind).toList();
  }

  private void head(List<Landmark> landmarks) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("head");
    for (Skippable each : skippables) {
      xml.writeEmptyElement("smilCustomTest");
      xml.writeAttribute("id", each.test());
      if (each.structure().isPresent()) {
        xml.writeAttribute("bookStruct", each.structure().get());
      }
      xml.writeAttribute("defaultState", "false");
      xml.writeAttribute("override", "visible");
    }
    Xml.meta(xml, "dtb:uid", about.identifier());
    Xml.meta(
        xml,
        "dtb:depth",
        String.valueOf(landmarks.stream().mapToInt(Landmark::rank).max().orElse(1)));
    Xml.meta(xml, "dtb:generator", About.PRODUCER);
    Xml.meta(xml, "dtb:totalPageCount", String.valueOf(of(landmarks, Landmark.Kind.PAGE).size()));
    Xml.meta(xml, "dtb:maxPageNumber", String.valueOf(pages.greatest()));
    xml.writeEndElement();
  }

  private void label(String element, String text) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(element);
    xml.writeStartElement("text");
    xml.writeCharacters(text);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** No rank is left out on the way down, so a point lies in the last one of the rank above. */
  private void headings(List<Landmark> headings) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("navMap");
    int open = 0;
    for (Landmark heading : headings) {
      for (; open >= heading.rank(); open--) {
        xml.writeEndElement();
      }
      open("navPoint", heading);
      xml.writeAttribute("class", "h" + heading.rank());
      inside(heading);
      open++;
    }
    for (; open > 0; open--) {
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void pages(List<Landmark> pageMarks) throws XMLStreamException {
    if (pageMarks.isEmpty()) {
      return;
    }
    xml.writeCharacters("\n");
    xml.writeStartElement("pageList");
    for (Landmark mark : pageMarks) {
      open("pageTarget", mark);
      xml.writeAttribute("class", "pagenum");
      xml.writeAttribute("type", mark.page().kind().code());
      xml.writeAttribute("value", String.valueOf(mark.page().value()));
      inside(mark);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void list(String structure, String name, List<Landmark> marks) throws XMLStreamException {
    if (marks.isEmpty()) {
      return;
    }
    xml.writeCharacters("\n");
    xml.writeStartElement("navList");
    xml.writeAttribute("class", structure);
    label("navLabel", name);
    for (Landmark mark : marks) {
      open("navTarget", mark);
      xml.writeAttribute("class", structure);
      inside(mark);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void open(String element, Landmark mark) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(element);
    xml.writeAttribute("id", "point-" + ++points);
    xml.writeAttribute("playOrder", String.valueOf(order.get(mark.target())));
  }

  private void inside(Landmark mark) throws XMLStreamException {
    label("navLabel", mark.label());
    xml.writeEmptyElement("content");
    xml.writeAttribute("src", mark.target());
  }
}
