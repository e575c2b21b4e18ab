package org.titiktutur.formats.daisy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.titiktutur.formats.NotePlaces;
import org.titiktutur.formats.ZipFile;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Publication;
import org.titiktutur.speech.SpokenPart;

/**
 * A DAISY 2.02 book, full text with full audio: an NCC, a master SMIL, and for each part a
 * document, a SMIL and an MP3 file. Written part by part.
 */
public final class Daisy202Book implements AutoCloseable {

  private static final String NCC = "ncc.html";
  private static final String MASTER = "master.smil";

  /** A part that was written. */
  private record Section(int part, String title) {}

  private final ZipFile zip;
  private final Map<String, Long> sizes = new HashMap<>();
  private final About about;
  private final Language language;
  private final Xhtml10Text text;
  private final List<Section> sections = new ArrayList<>();
  private final List<Landmark> landmarks = new ArrayList<>();
  private long millis;

  /**
   * A book without a part.
   *
   * @param file the ZIP to be made
   * @param notes of all parts
   * @param today when it is made
   * @param narrator the voice, as people may call it
   */
  public Daisy202Book(
      Path file, Publication publication, NotePlaces notes, LocalDate today, String narrator)
      throws IOException {
    zip = new ZipFile(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    about = About.of(publication, today, narrator);
    language = publication.metadata().language();
    text = new Xhtml10Text(about.words(), notes);
  }

  static String textName(int part) {
    return String.format(Locale.ROOT, "%04d.html", part);
  }

  private static String smilName(int part) {
    return String.format(Locale.ROOT, "%04d.smil", part);
  }

  private static String soundName(int part) {
    return String.format(Locale.ROOT, "%04d.mp3", part);
  }

  /** Adds the next part. */
  public void part(Part part, SpokenPart spoken) throws IOException {
    try {
      int number = part.number();
      String title = part.title().isEmpty() ? String.valueOf(number) : part.title();
      Score score =
          new Score(
              smilName(number),
              spoken.isSpoken() ? spoken.readClips() : List.of(),
              (long) (spoken.seconds() * 1000));
      add(textName(number), document(part, title, score));
      Smil10 smil = new Smil10(about, millis);
      add(smilName(number), smil.write(score, title, textName(number), soundName(number)));
      if (spoken.isSpoken()) {
        zip.store(soundName(number), spoken.mp3());
        sizes.put(soundName(number), Files.size(spoken.mp3()));
      }
      millis += score.millis();
      score.landmarks().forEach(mark -> landmarks.add(smil.placed(mark)));
      sections.add(new Section(number, title));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void add(String name, byte[] content) throws IOException {
    zip.add(name, content);
    sizes.put(name, (long) content.length);
  }

  private byte[] document(Part part, String title, Score score) throws XMLStreamException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    XMLStreamWriter xml = beginPage(bytes, part.language());
    Xml.meta(xml, "dc:title", about.title());
    xml.writeStartElement("title");
    xml.writeCharacters(title);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeStartElement("body");
    text.write(part, title, xml, score);
    xml.writeEndDocument();
    xml.flush();
    return bytes.toByteArray();
  }

  /** Writes the beginning of a page, up to the head, which stays open. */
  private static XMLStreamWriter beginPage(ByteArrayOutputStream bytes, Language language)
      throws XMLStreamException {
    XMLStreamWriter xml =
        Xml.begin(
            bytes,
            "-//W3C//DTD XHTML 1.0 Transitional//EN",
            "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd",
            "html");
    xml.writeDefaultNamespace("http://www.w3.org/1999/xhtml");
    xml.writeAttribute("lang", language.tag());
    xml.writeAttribute("xml:lang", language.tag());
    if (language.rightToLeft()) {
      xml.writeAttribute("dir", "rtl");
    }
    xml.writeStartElement("head");
    xml.writeEmptyElement("meta");
    xml.writeAttribute("http-equiv", "Content-type");
    xml.writeAttribute("content", "text/html; charset=utf-8");
    return xml;
  }

  /** Writes what leads through the book; no part comes after it. */
  public void finish() throws IOException {
    try {
      add(MASTER, master());
      int files = sizes.size() + 1;
      long others = sizes.values().stream().mapToLong(Long::longValue).sum();
      // How large the book is stands in a file of the book.
      byte[] ncc = ncc(files, others >> 10);
      add(NCC, ncc(files, (others + ncc.length + 1023) >> 10));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** How long it plays. */
  public double seconds() {
    return millis / 1000.0;
  }

  private byte[] master() throws XMLStreamException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    XMLStreamWriter xml = Smil10.begin(bytes);
    Xml.meta(xml, "dc:format", "Daisy 2.02");
    Xml.meta(xml, "dc:identifier", about.identifier());
    Xml.meta(xml, "dc:title", about.title());
    Xml.meta(xml, "ncc:generator", About.PRODUCER);
    Xml.meta(xml, "ncc:timeInThisSmil", ClockValue.wholeSeconds(millis));
    Smil10.layout(xml);
    xml.writeStartElement("body");
    for (Section section : sections) {
      xml.writeCharacters("\n");
      xml.writeEmptyElement("ref");
      xml.writeAttribute("id", "part-" + section.part);
      xml.writeAttribute("title", section.title);
      xml.writeAttribute("src", smilName(section.part));
    }
    xml.writeEndDocument();
    xml.flush();
    return bytes.toByteArray();
  }

  private byte[] ncc(int files, long kibibytes) throws XMLStreamException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    XMLStreamWriter xml = beginPage(bytes, language);
    about(xml, files, kibibytes);
    xml.writeStartElement("title");
    xml.writeCharacters(about.title());
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeStartElement("body");
    entry(xml, "h1", "title", "title", about.title(), landmarks.get(0).target());
    for (int i = 0; i < landmarks.size(); i++) {
      Landmark mark = landmarks.get(i);
      String id = "n" + (i + 1);
      switch (mark.kind()) {
        case HEADING -> entry(xml, "h" + mark.rank(), "", id, mark.label(), mark.target());
        case PAGE ->
            entry(
                xml, "span", "page-" + mark.page().kind().code(), id, mark.label(), mark.target());
        case NOTE -> entry(xml, "span", "noteref", id, mark.label(), mark.target());
        case IMAGE -> entry(xml, "span", "optional-prodnote", id, mark.label(), mark.target());
        case TABLE -> entry(xml, "div", "group", id, mark.label(), mark.target());
      }
    }
    xml.writeEndDocument();
    xml.flush();
    return bytes.toByteArray();
  }

  private static void entry(
      XMLStreamWriter xml, String name, String kind, String id, String label, String target)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(name);
    if (!kind.isEmpty()) {
      xml.writeAttribute("class", kind);
    }
    xml.writeAttribute("id", id);
    xml.writeStartElement("a");
    xml.writeAttribute("href", target);
    xml.writeCharacters(label);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void about(XMLStreamWriter xml, int files, long kibibytes) throws XMLStreamException {
    Xml.meta(xml, "dc:title", about.title());
    for (String creator : about.creators()) {
      Xml.meta(xml, "dc:creator", creator);
    }
    Xml.meta(xml, "dc:date", about.date());
    Xml.meta(xml, "dc:format", "Daisy 2.02");
    Xml.meta(xml, "dc:identifier", about.identifier());
    Xml.meta(xml, "dc:language", about.language());
    Xml.meta(xml, "dc:publisher", about.publisher());
    Xml.meta(xml, "ncc:charset", "utf-8");
    int depth = landmarks.stream().mapToInt(Landmark::rank).max().orElse(1);
    Xml.meta(xml, "ncc:depth", String.valueOf(depth));
    Xml.meta(xml, "ncc:files", String.valueOf(files));
    Xml.meta(xml, "ncc:footnotes", count(Landmark.Kind.NOTE));
    Xml.meta(xml, "ncc:generator", About.PRODUCER);
    Xml.meta(xml, "ncc:kByteSize", String.valueOf(kibibytes));
    Xml.meta(xml, "ncc:maxPageNormal", String.valueOf(text.pages().greatestNormal()));
    Xml.meta(xml, "ncc:multimediaType", "audioFullText");
    Xml.meta(xml, "ncc:narrator", about.narrator());
    Xml.meta(xml, "ncc:pageFront", count(PageNumber.Kind.FRONT));
    Xml.meta(xml, "ncc:pageNormal", count(PageNumber.Kind.NORMAL));
    Xml.meta(xml, "ncc:pageSpecial", count(PageNumber.Kind.SPECIAL));
    Xml.meta(xml, "ncc:prodNotes", count(Landmark.Kind.IMAGE));
    Xml.meta(xml, "ncc:producedDate", about.producedDate());
    Xml.meta(xml, "ncc:producer", About.PRODUCER);
    Xml.meta(xml, "ncc:setInfo", "1 of 1");
    Xml.meta(xml, "ncc:sidebars", "0");
    if (!about.sourceDate().isEmpty()) {
      Xml.meta(xml, "ncc:sourceDate", about.sourceDate());
    }
    if (!about.sourcePublisher().isEmpty()) {
      Xml.meta(xml, "ncc:sourcePublisher", about.sourcePublisher());
    }
    Xml.meta(xml, "ncc:sourceTitle", about.title());
    Xml.meta(xml, "ncc:tocItems", String.valueOf(landmarks.size() + 1));
    Xml.meta(xml, "ncc:totalTime", ClockValue.wholeSeconds(millis));
  }

  private String count(Landmark.Kind kind) {
    return String.valueOf(landmarks.stream().filter(mark -> mark.kind() == kind).count());
  }

  private String count(PageNumber.Kind kind) {
    return String.valueOf(
        landmarks.stream()
            .filter(mark -> mark.page() != null && mark.page().kind() == kind)
            .count());
  }

  /** Ends the file; without {@link #finish} it is no book. */
  @Override
  public void close() throws IOException {
    zip.close();
  }
}
