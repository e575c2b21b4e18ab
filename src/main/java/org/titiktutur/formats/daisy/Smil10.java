package org.titiktutur.formats.daisy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The SMIL 1.0 of one part of a DAISY 2.02 book: a sequence of what plays together. There are no
 * structures in it but notes: what is in a list or table is a moment like any other, and what may
 * be skipped says so itself.
 */
final class Smil10 {

  private final About about;
  private final long before;
  private final Map<String, String> merged = new HashMap<>();
  private XMLStreamWriter xml;
  private String text;
  private String sound;

  /**
   * For one part.
   *
   * @param before milliseconds that the parts before it play
   */
  Smil10(About about, long before) {
    this.about = about;
    this.before = before;
  }

  byte[] write(Score score, String title, String textName, String soundName)
      throws XMLStreamException {
    text = textName;
    sound = soundName;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    xml = begin(bytes);
    Xml.meta(xml, "dc:format", "Daisy 2.02");
    Xml.meta(xml, "dc:identifier", about.identifier());
    Xml.meta(xml, "dc:title", about.title());
    Xml.meta(xml, "title", title);
    Xml.meta(xml, "ncc:generator", About.PRODUCER);
    Xml.meta(xml, "ncc:totalElapsedTime", ClockValue.wholeSeconds(before));
    Xml.meta(xml, "ncc:timeInThisSmil", ClockValue.wholeSeconds(score.millis()));
    layout(xml);
    xml.writeStartElement("body");
    xml.writeStartElement("seq");
    xml.writeAttribute("dur", ClockValue.seconds(score.millis()));
    plays(score.plays(), "");
    xml.writeEndDocument();
    xml.flush();
    return bytes.toByteArray();
  }

  /** Where a landmark lies now that what it led to may be part of a larger moment. */
  Landmark placed(Landmark mark) {
    int hash = mark.target().indexOf('#');
    String id = mark.target().substring(hash + 1);
    String target = mark.target().substring(0, hash + 1) + merged.getOrDefault(id, id);
    return new Landmark(mark.kind(), mark.rank(), mark.label(), mark.page(), target);
  }

  static XMLStreamWriter begin(ByteArrayOutputStream bytes) throws XMLStreamException {
    XMLStreamWriter xml =
        Xml.begin(
            bytes, "-//W3C//DTD SMIL 1.0//EN", "http://www.w3.org/TR/REC-smil/SMIL10.dtd", "smil");
    xml.writeStartElement("head");
    return xml;
  }

  /** Writes the layout, which says nothing but must be there, and ends the head. */
  static void layout(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("layout");
    xml.writeEmptyElement("region");
    xml.writeAttribute("id", "text");
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private void plays(List<Play> plays, String required) throws XMLStreamException {
    for (int i = 0; i < plays.size(); i++) {
      Play play = plays.get(i);
      boolean calls =
          play.kind() == Play.Kind.NOTE_CALL
              && i + 1 < plays.size()
              && plays.get(i + 1).kind() == Play.Kind.NOTE;
      if (calls) {
        // A reference and its note: a sequence of exactly two.
        xml.writeCharacters("\n");
        xml.writeStartElement("seq");
        moment((Play.Moment) play, required);
        note((Play.Passage) plays.get(++i), true);
      } else if (play instanceof Play.Moment moment) {
        moment(moment, required);
      } else if (play instanceof Play.Passage passage) {
        switch (passage.kind()) {
          case NOTE -> note(passage, false);
          case IMAGE -> plays(passage.plays(), "prodnote-on");
          default -> plays(passage.plays(), required);
        }
      }
    }
  }

  /** Writes a note as one moment. The pages that begin in it are none of it and come after. */
  private void note(Play.Passage note, boolean paired) throws XMLStreamException {
    List<Play.Moment> all = new ArrayList<>();
    gather(note, all);
    List<Play.Moment> own = all.stream().filter(moment -> moment.kind() != Play.Kind.PAGE).toList();
    if (!own.isEmpty()) {
      String id = own.get(0).id();
      own.forEach(moment -> merged.put(moment.id(), id));
      openPar(id, "footnote-on");
      text(note.text());
      List<Play.Moment> heard = own.stream().filter(Play.Moment::isHeard).toList();
      if (heard.size() > 1) {
        xml.writeStartElement("seq");
      }
      for (Play.Moment moment : heard) {
        audio(moment);
      }
      if (heard.size() > 1) {
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    if (paired) {
      xml.writeEndElement();
    }
    for (Play.Moment moment : all) {
      if (moment.kind() == Play.Kind.PAGE) {
        moment(moment, "");
      }
    }
  }

  private static void gather(Play.Passage passage, List<Play.Moment> to) {
    for (Play play : passage.plays()) {
      if (play instanceof Play.Moment moment) {
        to.add(moment);
      } else {
        gather((Play.Passage) play, to);
      }
    }
  }

  private void moment(Play.Moment moment, String required) throws XMLStreamException {
    openPar(moment.id(), moment.kind() == Play.Kind.PAGE ? "pagenumber-on" : required);
    text(moment.text());
    if (moment.isHeard()) {
      audio(moment);
    }
    xml.writeEndElement();
  }

  private void openPar(String id, String required) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("par");
    xml.writeAttribute("endsync", "last");
    xml.writeAttribute("id", id);
    if (!required.isEmpty()) {
      xml.writeAttribute("system-required", required);
    }
  }

  private void text(String id) throws XMLStreamException {
    xml.writeEmptyElement("text");
    xml.writeAttribute("src", text + "#" + id);
    xml.writeAttribute("id", "t-" + id);
  }

  private void audio(Play.Moment moment) throws XMLStreamException {
    xml.writeEmptyElement("audio");
    xml.writeAttribute("src", sound);
    xml.writeAttribute("clip-begin", "npt=" + ClockValue.seconds(moment.begin()));
    xml.writeAttribute("clip-end", "npt=" + ClockValue.seconds(moment.end()));
    xml.writeAttribute("id", "a-" + moment.text());
  }
}
