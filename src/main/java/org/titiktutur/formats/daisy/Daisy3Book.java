package org.titiktutur.formats.daisy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.titiktutur.formats.NotePlaces;
import org.titiktutur.formats.ZipFile;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Publication;
import org.titiktutur.speech.SpokenPart;

/**
 * A DAISY 3 book (ANSI/NISO Z39.86-2005), full text with full audio: a package, an NCX, one DTBook
 * document, a resource file, and for each part a SMIL and an MP3 file. Written part by part; only
 * the DTBook waits beside the ZIP until it is whole.
 */
public final class Daisy3Book implements AutoCloseable {

  static final String TEXT = "book.xml";
  private static final String PACKAGE = "package.opf";
  private static final String NCX = "navigation.ncx";
  private static final String RESOURCES = "resources.res";
  private static final String SMIL_TYPE = "application/smil";
  private static final String AUDIO_TYPE = "audio/mpeg";

  /** A file of the book. */
  private record Item(String id, String name, String type) {}

  private final ZipFile zip;
  private final About about;
  private final Language language;
  private final DtbookText text;
  private final Path draft;
  private final OutputStream draftBytes;
  private final XMLStreamWriter dtbook;
  private final List<Item> items = new ArrayList<>();
  private final List<String> spine = new ArrayList<>();
  private final List<Landmark> landmarks = new ArrayList<>();
  private final Set<Skippable> skippables = EnumSet.noneOf(Skippable.class);
  private long millis;

  /**
   * A book without a part.
   *
   * @param file the ZIP to be made
   * @param draft where the text may wait; gone when this is closed
   * @param notes of all parts
   * @param today when it is made
   * @param narrator the voice, as people may call it
   */
  public Daisy3Book(
      Path file,
      Path draft,
      Publication publication,
      NotePlaces notes,
      LocalDate today,
      String narrator)
      throws IOException {
    this.draft = draft;
    zip = new ZipFile(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    about = About.of(publication, today, narrator);
    language = publication.metadata().language();
    text = new DtbookText(about.words(), notes);
    draftBytes = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16);
    try {
      dtbook = beginText();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  static String smilName(int part) {
    return String.format(Locale.ROOT, "%04d.smil", part);
  }

  private XMLStreamWriter beginText() throws XMLStreamException {
    XMLStreamWriter xml =
        Xml.begin(
            draftBytes,
            "-//NISO//DTD dtbook 2005-3//EN",
            "http://www.daisy.org/z3986/2005/dtbook-2005-3.dtd",
            "dtbook");
    xml.writeDefaultNamespace("http://www.daisy.org/z3986/2005/dtbook/");
    xml.writeAttribute("version", "2005-3");
    xml.writeAttribute("xml:lang", about.language());
    xml.writeStartElement("head");
    Xml.meta(xml, "dtb:uid", about.identifier());
    Xml.meta(xml, "dc:Identifier", about.identifier());
    Xml.meta(xml, "dc:Title", about.title());
    for (String creator : about.creators()) {
      Xml.meta(xml, "dc:Creator", creator);
    }
    Xml.meta(xml, "dc:Language", about.language());
    Xml.meta(xml, "dc:Publisher", about.publisher());
    Xml.meta(xml, "dc:Date", about.date());
    xml.writeEndElement();
    xml.writeStartElement("book");
    if (language.rightToLeft()) {
      xml.writeAttribute("dir", "rtl");
    }
    xml.writeStartElement("frontmatter");
    element(xml, "doctitle", about.title());
    for (String creator : about.creators()) {
      element(xml, "docauthor", creator);
    }
    xml.writeEndElement();
    xml.writeStartElement("bodymatter");
    return xml;
  }

  private static void element(XMLStreamWriter xml, String name, String content)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(name);
    xml.writeCharacters(content);
    xml.writeEndElement();
  }

  /** Adds the next part. */
  public void part(Part part, SpokenPart spoken) throws IOException {
    try {
      int number = part.number();
      String smil = smilName(number);
      String sound = String.format(Locale.ROOT, "%04d.mp3", number);
      Score score =
          new Score(
              smil,
              spoken.isSpoken() ? spoken.readClips() : List.of(),
              (long) (spoken.seconds() * 1000));
      String title = part.title().isEmpty() ? String.valueOf(number) : part.title();
      text.write(part, title, dtbook, score);
      zip.add(smil, new Smil20(about, millis).write(score, sound));
      items.add(new Item("smil-" + number, smil, SMIL_TYPE));
      spine.add("smil-" + number);
      if (spoken.isSpoken()) {
        zip.store(sound, spoken.mp3());
        items.add(new Item("audio-" + number, sound, AUDIO_TYPE));
      }
      Smil20.gather(score.plays(), skippables);
      millis += score.millis();
      landmarks.addAll(score.landmarks());
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Writes the text and what leads through the book; no part comes after it. */
  public void finish() throws IOException {
    try {
      text.end();
      dtbook.writeEndDocument();
      dtbook.flush();
      draftBytes.close();
      Files.copy(draft, zip.begin(TEXT));
      zip.add(NCX, new NcxWriter(about, skippables, text.pages()).write(landmarks));
      zip.add(RESOURCES, ResourceFile.bytes());
      zip.add(PACKAGE, opf());
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** How long it plays. */
  public double seconds() {
    return millis / 1000.0;
  }

  private byte[] opf() throws XMLStreamException {
    items.add(new Item("opf", PACKAGE, "text/xml"));
    items.add(new Item("ncx", NCX, "application/x-dtbncx+xml"));
    items.add(new Item("text", TEXT, "application/x-dtbook+xml"));
    items.add(new Item("resource", RESOURCES, "application/x-dtbresource+xml"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    XMLStreamWriter xml =
        Xml.begin(
            bytes,
            "+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN",
            "http://openebook.org/dtds/oeb-1.2/oebpkg12.dtd",
            "package");
    xml.writeDefaultNamespace("http://openebook.org/namespaces/oeb-package/1.0/");
    xml.writeAttribute("unique-identifier", "uid");
    xml.writeStartElement("metadata");
    dublinCore(xml);
    extended(xml);
    xml.writeEndElement();
    xml.writeStartElement("manifest");
    for (Item item : items) {
      xml.writeCharacters("\n");
      xml.writeEmptyElement("item");
      xml.writeAttribute("id", item.id);
      xml.writeAttribute("href", item.name);
      xml.writeAttribute("media-type", item.type);
    }
    xml.writeEndElement();
    xml.writeStartElement("spine");
    for (String id : spine) {
      xml.writeEmptyElement("itemref");
      xml.writeAttribute("idref", id);
    }
    xml.writeEndDocument();
    xml.flush();
    return bytes.toByteArray();
  }

  private void dublinCore(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("dc-metadata");
    xml.writeNamespace("dc", "http://purl.org/dc/elements/1.1/");
    xml.writeNamespace("oebpackage", "http://openebook.org/namespaces/oeb-package/1.0/");
    element(xml, "dc:Title", about.title());
    for (String creator : about.creators()) {
      element(xml, "dc:Creator", creator);
    }
    element(xml, "dc:Format", "ANSI/NISO Z39.86-2005");
    xml.writeCharacters("\n");
    xml.writeStartElement("dc:Identifier");
    xml.writeAttribute("id", "uid");
    xml.writeCharacters(about.identifier());
    xml.writeEndElement();
    element(xml, "dc:Language", about.language());
    element(xml, "dc:Date", about.date());
    element(xml, "dc:Publisher", about.publisher());
    xml.writeEndElement();
  }

  private void extended(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("x-metadata");
    Xml.meta(xml, "dtb:multimediaType", "audioFullText");
    Xml.meta(xml, "dtb:multimediaContent", "audio,text");
    Xml.meta(xml, "dtb:totalTime", ClockValue.full(millis));
    Xml.meta(xml, "dtb:audioFormat", "MP3");
    Xml.meta(xml, "dtb:narrator", about.narrator());
    Xml.meta(xml, "dtb:producer", About.PRODUCER);
    Xml.meta(xml, "dtb:producedDate", about.producedDate());
    Xml.meta(xml, "dtb:sourceTitle", about.title());
    if (!about.sourceDate().isEmpty()) {
      Xml.meta(xml, "dtb:sourceDate", about.sourceDate());
    }
    if (!about.sourcePublisher().isEmpty()) {
      Xml.meta(xml, "dtb:sourcePublisher", about.sourcePublisher());
    }
    xml.writeEndElement();
  }

  /** Ends the file; without {@link #finish} it is no book. */
  @Override
  public void close() throws IOException {
    try {
      draftBytes.close();
    } finally {
      Files.deleteIfExists(draft);
      zip.close();
    }
  }
}
