package org.titiktutur.formats.daisy;

import java.io.ByteArrayOutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The SMIL 2.0 of one part of a DAISY 3 book (Z39.86-2005, section 7): structures that a reader may
 * leave are sequences, and those that may be skipped name a test.
 */
final class Smil20 {

  private final About about;
  private final long before;
  private XMLStreamWriter xml;
  private String sound;

  /**
   * For one part.
   *
   * @param before milliseconds that the parts before it play
   */
  Smil20(About about, long before) {
    this.about = about;
    this.before = before;
  }

  byte[] write(Score score, String soundName) throws XMLStreamException {
    sound = soundName;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    xml =
        Xml.begin(
            bytes,
            "-//NISO//DTD dtbsmil 2005-2//EN",
            "http://www.daisy.org/z3986/2005/dtbsmil-2005-2.dtd",
            "smil");
    xml.writeDefaultNamespace("http://www.w3.org/2001/SMIL20/");
    xml.writeStartElement("head");
    Xml.meta(xml, "dtb:uid", about.identifier());
    Xml.meta(xml, "dtb:generator", About.PRODUCER);
    Xml.meta(xml, "dtb:totalElapsedTime", ClockValue.full(before));
    tests(score.plays());
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeStartElement("body");
    xml.writeStartElement("seq");
    xml.writeAttribute("id", "all");
    xml.writeAttribute("dur", ClockValue.full(score.millis()));
    xml.writeAttribute("fill", "remove");
    plays(score.plays());
    xml.writeEndDocument();
    xml.flush();
    return bytes.toByteArray();
  }

  private void tests(List<Play> plays) throws XMLStreamException {
    Set<Skippable> used = EnumSet.noneOf(Skippable.class);
    gather(plays, used);
    if (used.isEmpty()) {
      return;
    }
    xml.writeCharacters("\n");
    xml.writeStartElement("customAttributes");
    for (Skippable each : used) {
      xml.writeEmptyElement("customTest");
      xml.writeAttribute("id", each.test());
      xml.writeAttribute("defaultState", "false");
      xml.writeAttribute("override", "visible");
    }
    xml.writeEndElement();
  }

  /** What readers may skip among these. */
  static void gather(List<Play> plays, Set<Skippable> to) {
    for (Play play : plays) {
      Skippable.find(play.kind()).ifPresent(to::add);
      if (play instanceof Play.Passage passage) {
        gather(passage.plays(), to);
      }
    }
  }

  private void plays(List<Play> plays) throws XMLStreamException {
    for (Play play : plays) {
      xml.writeCharacters("\n");
      if (play instanceof Play.Moment moment) {
        moment(moment);
      } else {
        passage((Play.Passage) play);
      }
    }
  }

  private void passage(Play.Passage passage) throws XMLStreamException {
    xml.writeStartElement("seq");
    xml.writeAttribute("id", passage.id());
    xml.writeAttribute("class", structure(passage.kind()));
    Play last = passage.plays().get(passage.plays().size() - 1);
    String lastId = last instanceof Play.Moment moment ? moment.id() : ((Play.Passage) last).id();
    xml.writeAttribute("end", "DTBuserEscape;" + lastId + ".end");
    test(passage.kind());
    plays(passage.plays());
    xml.writeEndElement();
  }

  private void moment(Play.Moment moment) throws XMLStreamException {
    xml.writeStartElement("par");
    xml.writeAttribute("id", moment.id());
    boolean own = moment.kind() == Play.Kind.PAGE || moment.kind() == Play.Kind.NOTE_CALL;
    if (own) {
      xml.writeAttribute("class", structure(moment.kind()));
      test(moment.kind());
    }
    if (!moment.link().isEmpty()) {
      xml.writeStartElement("a");
      xml.writeAttribute("href", moment.link());
      xml.writeAttribute("external", "false");
    }
    xml.writeEmptyElement("text");
    xml.writeAttribute("src", Daisy3Book.TEXT + "#" + moment.text());
    if (!moment.link().isEmpty()) {
      xml.writeEndElement();
    }
    if (moment.isHeard()) {
      xml.writeEmptyElement("audio");
      xml.writeAttribute("src", sound);
      xml.writeAttribute("clipBegin", ClockValue.full(moment.begin()));
      xml.writeAttribute("clipEnd", ClockValue.full(moment.end()));
    }
    xml.writeEndElement();
  }

  private void test(Play.Kind kind) throws XMLStreamException {
    if (Skippable.find(kind).isPresent()) {
      xml.writeAttribute("customTest", Skippable.find(kind).get().test());
    }
  }

  /** A structure's class: the name of its element in DTBook. */
  private static String structure(Play.Kind kind) {
    return Skippable.find(kind).map(Skippable::test).orElse(kind.name().toLowerCase(Locale.ROOT));
  }
}
