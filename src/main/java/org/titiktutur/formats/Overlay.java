package org.titiktutur.formats;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.titiktutur.speech.Clip;

/**
 * The media overlay of one content document (EPUB 3.3, section 9): which stretch of sound belongs
 * to which sentence, nested as the text is, so that readers can leave out notes and page numbers
 * and leave tables.
 */
final class Overlay {

  static final String SMIL = "http://www.w3.org/ns/SMIL";
  static final String OPS = "http://www.idpf.org/2007/ops";

  /** A piece of the text in reading order. */
  private sealed interface Node {}

  private record Group(String type, String anchor, List<Node> inside) implements Node {}

  private record Spoken(String type, String anchor, Clip clip) implements Node {}

  private final Map<String, List<Clip>> clips = new HashMap<>();
  private final Deque<Group> open = new ArrayDeque<>();
  private long millis;
  private int pages;
  private int undescribed;

  /** An overlay of these clips, which come in reading order. */
  Overlay(List<Clip> clips) {
    for (Clip clip : clips) {
      this.clips.computeIfAbsent(clip.sentence(), id -> new ArrayList<>()).add(clip);
    }
    open.push(new Group("", "", new ArrayList<>()));
  }

  /** What follows, up to its end, is one piece that a reader may leave. */
  void begin(String type, String anchor) {
    open.push(new Group(type, anchor, new ArrayList<>()));
  }

  /** Ends the last piece that was begun; where nothing of it is spoken it is forgotten. */
  void end() {
    Group ended = open.pop();
    if (!ended.inside().isEmpty()) {
      open.element().inside().add(ended);
    }
  }

  /** A sentence stands here; one without sound is passed over. */
  void sentence(String id, String anchor) {
    add(id, "", anchor);
  }

  /** A print page begins here. */
  void page(String anchor) {
    add(Clip.page(++pages), "pagebreak", anchor);
  }

  /** Here is a picture that nobody has described. */
  void undescribed(String anchor) {
    add(Clip.image(++undescribed), "", anchor);
  }

  private void add(String name, String type, String anchor) {
    for (Clip clip : clips.getOrDefault(name, List.of())) {
      open.element().inside().add(new Spoken(type, anchor, clip));
      millis += clip.endMillis() - clip.beginMillis();
    }
  }

  /** Whether nothing is spoken: such an overlay is not written. */
  boolean isEmpty() {
    return open.element().inside().isEmpty();
  }

  /** How long it plays. */
  long millis() {
    return millis;
  }

  void write(XMLStreamWriter xml, String text, String audio) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("smil");
    xml.writeDefaultNamespace(SMIL);
    xml.writeNamespace("epub", OPS);
    xml.writeAttribute("version", "3.0");
    xml.writeStartElement("body");
    xml.writeAttribute("epub", OPS, "textref", text);
    for (Node node : open.element().inside()) {
      write(xml, node, text, audio);
    }
    xml.writeEndDocument();
    xml.flush();
  }

  private static void write(XMLStreamWriter xml, Node node, String text, String audio)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    if (node instanceof Group group) {
      xml.writeStartElement("seq");
      xml.writeAttribute("epub", OPS, "type", group.type());
      xml.writeAttribute("epub", OPS, "textref", text + "#" + group.anchor());
      for (Node inner : group.inside()) {
        write(xml, inner, text, audio);
      }
      xml.writeEndElement();
    } else if (node instanceof Spoken spoken) {
      xml.writeStartElement("par");
      if (!spoken.type().isEmpty()) {
        xml.writeAttribute("epub", OPS, "type", spoken.type());
      }
      xml.writeEmptyElement("text");
      xml.writeAttribute("src", text + "#" + spoken.anchor());
      xml.writeEmptyElement("audio");
      xml.writeAttribute("src", audio);
      xml.writeAttribute("clipBegin", seconds(spoken.clip().beginMillis()));
      xml.writeAttribute("clipEnd", seconds(spoken.clip().endMillis()));
      xml.writeEndElement();
    }
  }

  /** A SMIL clock value. */
  static String seconds(long millis) {
    return String.format(Locale.ROOT, "%d.%03ds", millis / 1000, millis % 1000);
  }
}
