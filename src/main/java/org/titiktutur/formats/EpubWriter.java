package org.titiktutur.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.titiktutur.publication.BookWords;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Metadata;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Publication;
import org.titiktutur.speech.Clip;

/**
 * A book as EPUB 3.3: a content document for each part and, where the part was spoken, its sound
 * and a media overlay sentence by sentence. Streams part by part, in reading order; what is held is
 * the navigation.
 */
public final class EpubWriter implements AutoCloseable {

  private static final String ROOT = "EPUB/";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final String CONTAINER =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\""
          + " version=\"1.0\"><rootfiles><rootfile full-path=\"EPUB/package.opf\""
          + " media-type=\"application/oebps-package+xml\"/></rootfiles></container>\n";

  private static final String STYLE =
      """
      body { line-height: 1.6; overflow-wrap: break-word; }
      table { border-collapse: collapse; }
      .wide-table { overflow-x: auto; }
      th, td { border: 1px solid; padding: 0.3em 0.6em; text-align: start; vertical-align: top; }
      blockquote { margin-inline: 2em 0; }
      .page { font-size: 0.8em; border: 1px solid; padding: 0 0.3em; }
      .note { border-inline-start: 0.2em solid; padding-inline-start: 1em; }
      .spoken-now { background-color: #ffe066; color: #000000; }
      """;

  private final ZipFile zip;
  private final Publication book;
  private final NotePlaces notes;
  private final EpubPackage listing;
  private final List<Target> contents = new ArrayList<>();
  private final List<Target> pages = new ArrayList<>();
  private int pictures;
  private int described;
  private boolean sound;

  /** Where a link of the navigation goes. */
  private record Target(int level, String address, String text) {}

  /**
   * Writes to a stream that its owner buffers and closes.
   *
   * @param modified when this edition was made
   * @param narrator the voice, as people may call it; of no account where nothing is spoken
   */
  public EpubWriter(
      OutputStream out, Publication book, NotePlaces notes, Instant modified, String narrator)
      throws IOException {
    this.zip = new ZipFile(out);
    this.book = book;
    this.notes = notes;
    this.listing = new EpubPackage(book.metadata(), modified, narrator);
    zip.store("mimetype", "application/epub+zip".getBytes(StandardCharsets.US_ASCII));
    zip.add("META-INF/container.xml", CONTAINER.getBytes(StandardCharsets.UTF_8));
    zip.add(ROOT + EpubPackage.STYLE, STYLE.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a part that nobody speaks. */
  public void part(Part part) throws IOException {
    part(part, new Overlay(List.of()), null);
  }

  /**
   * Writes a part with its sound.
   *
   * @param clips in reading order
   */
  public void part(Part part, Path mp3, List<Clip> clips) throws IOException {
    part(part, new Overlay(clips), mp3);
  }

  private void part(Part part, Overlay overlay, Path mp3) throws IOException {
    try {
      text(part, overlay);
      if (overlay.isEmpty()) {
        listing.add(new EpubPackage.Item(part.number(), false, 0));
        return;
      }
      sound = true;
      listing.add(new EpubPackage.Item(part.number(), true, overlay.millis()));
      XMLStreamWriter smil = begin(EpubPackage.overlay(part.number()));
      overlay.write(smil, EpubText.document(part.number()), EpubPackage.audio(part.number()));
      zip.store(ROOT + EpubPackage.audio(part.number()), mp3);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void text(Part part, Overlay overlay) throws IOException, XMLStreamException {
    Metadata metadata = book.metadata();
    String name = part.title().isBlank() ? String.valueOf(part.number()) : part.title();
    String document = EpubText.document(part.number());
    XMLStreamWriter xml = begin(document);
    beginPage(
        xml,
        name.equals(metadata.title()) ? name : name + " – " + metadata.title(),
        part.language());
    EpubText text =
        new EpubText(xml, BookWords.in(metadata.language()), part.number(), notes, overlay);
    xml.writeStartElement("section");
    xml.writeAttribute("id", "part-" + part.number());
    text.write(part);
    xml.writeEndDocument();
    xml.flush();

    contents.add(new Target(part.level(), document, name));
    int first = text.headlines().isEmpty() ? 0 : text.headlines().get(0).level();
    for (EpubText.Headline headline : text.headlines().stream().skip(1).toList()) {
      int below = Math.max(1, headline.level() - first);
      contents.add(
          new Target(part.level() + below, document + "#" + headline.anchor(), headline.text()));
    }
    for (EpubText.PrintPage page : text.pages()) {
      String label = page.label().isBlank() ? String.valueOf(pages.size() + 1) : page.label();
      pages.add(new Target(1, document + "#" + page.anchor(), label));
    }
    pictures += text.pictures();
    described += text.described();
  }

  /**
   * Ends the book; the stream stays open.
   *
   * @param allSpoken whether everything that can be said can be heard
   */
  public void finish(boolean allSpoken) throws IOException {
    try {
      navigation();
      listing.write(
          begin("package.opf"),
          new EpubPackage.Features(
              !pages.isEmpty(), pictures > 0 && described == pictures, sound, allSpoken));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    zip.finish();
  }

  private void navigation() throws IOException, XMLStreamException {
    Metadata metadata = book.metadata();
    BookWords words = BookWords.in(metadata.language());
    EpubWords more = EpubWords.in(metadata.language());
    XMLStreamWriter xml = begin(EpubPackage.NAVIGATION);
    beginPage(xml, metadata.title(), metadata.language());
    beginNavigation(xml, "toc", "doc-toc", words.contents(), "h1");
    list(xml, contents);
    xml.writeEndElement();
    if (!pages.isEmpty()) {
      beginNavigation(xml, "page-list", "doc-pagelist", more.pages(), "h2");
      list(xml, pages);
      xml.writeEndElement();
    }
    beginNavigation(xml, "landmarks", "", more.landmarks(), "h2");
    xml.writeStartElement("ol");
    landmark(xml, "bodymatter", contents.get(0).address(), more.beginning());
    xml.writeEndDocument();
    xml.flush();
  }

  private static void beginNavigation(
      XMLStreamWriter xml, String type, String role, String title, String rank)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("nav");
    xml.writeAttribute("epub", Overlay.OPS, "type", type);
    if (!role.isEmpty()) {
      xml.writeAttribute("role", role);
    }
    xml.writeAttribute("aria-labelledby", type);
    xml.writeStartElement(rank);
    xml.writeAttribute("id", type);
    xml.writeCharacters(title);
    xml.writeEndElement();
  }

  private static void list(XMLStreamWriter xml, List<Target> targets) throws XMLStreamException {
    NestedList list = new NestedList(xml, "ol");
    for (Target target : targets) {
      list.link(target.level(), target.address(), target.text());
    }
    list.end();
  }

  private static void landmark(XMLStreamWriter xml, String type, String address, String text)
      throws XMLStreamException {
    xml.writeStartElement("li");
    xml.writeStartElement("a");
    xml.writeAttribute("epub", Overlay.OPS, "type", type);
    xml.writeAttribute("href", address);
    xml.writeCharacters(text);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** Leaves the body open. */
  private static void beginPage(XMLStreamWriter xml, String title, Language language)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeDTD("\n<!DOCTYPE html>\n");
    xml.writeStartElement("html");
    xml.writeDefaultNamespace(XHTML);
    xml.writeNamespace("epub", Overlay.OPS);
    xml.writeAttribute("xml:lang", language.tag());
    xml.writeAttribute("lang", language.tag());
    if (language.rightToLeft()) {
      xml.writeAttribute("dir", "rtl");
    }
    xml.writeStartElement("head");
    xml.writeStartElement("title");
    xml.writeCharacters(title);
    xml.writeEndElement();
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", "stylesheet");
    xml.writeAttribute("type", "text/css");
    xml.writeAttribute("href", EpubPackage.STYLE);
    xml.writeEndElement();
    xml.writeStartElement("body");
  }

  private XMLStreamWriter begin(String name) throws IOException, XMLStreamException {
    OutputStream entry = zip.begin(ROOT + name);
    return XMLOutputFactory.newDefaultFactory()
        .createXMLStreamWriter(
            new XmlWords(
                new BufferedWriter(new OutputStreamWriter(entry, StandardCharsets.UTF_8))));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
