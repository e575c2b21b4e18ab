package org.titiktutur.formats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.titiktutur.publication.Metadata;

/** The package document (EPUB 3.3, section 5) with what EPUB Accessibility 1.1 wants in it. */
final class EpubPackage {

  static final String STYLE = "style.css";
  static final String NAVIGATION = "nav.xhtml";
  static final String SPOKEN_CLASS = "spoken-now";

  private static final String OPF = "http://www.idpf.org/2007/opf";
  private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

  /**
   * A part as the package lists it.
   *
   * @param millis how long it plays; 0 if nothing of it is spoken
   * @param sound whether it has an audio file
   */
  record Item(int part, boolean sound, long millis) {}

  private final Metadata metadata;
  private final Instant modified;
  private final String narrator;
  private final List<Item> items = new ArrayList<>();

  EpubPackage(Metadata metadata, Instant modified, String narrator) {
    this.metadata = metadata;
    this.modified = modified;
    this.narrator = narrator;
  }

  void add(Item item) {
    items.add(item);
  }

  /**
   * What the book has, as far as readers who choose by it want to know.
   *
   * @param allSpoken whether every sentence can be heard
   */
  record Features(boolean pages, boolean allPicturesDescribed, boolean spoken, boolean allSpoken) {}

  /** The name of a part's overlay. */
  static String overlay(int part) {
    return String.format(Locale.ROOT, "part-%05d.smil", part);
  }

  /** The name of a part's audio file. */
  static String audio(int part) {
    return String.format(Locale.ROOT, "part-%05d.mp3", part);
  }

  void write(XMLStreamWriter xml, Features features) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("package");
    xml.writeDefaultNamespace(OPF);
    xml.writeAttribute("version", "3.0");
    xml.writeAttribute("unique-identifier", "book");
    xml.writeAttribute("xml:lang", metadata.language().tag());
    xml.writeAttribute("dir", metadata.language().rightToLeft() ? "rtl" : "ltr");
    xml.writeStartElement("metadata");
    xml.writeNamespace("dc", DUBLIN_CORE);
    writeBook(xml);
    writeAccess(xml, features);
    if (features.spoken()) {
      writeOverlays(xml);
    }
    xml.writeEndElement();
    writeManifest(xml);
    writeSpine(xml);
    xml.writeEndDocument();
    xml.flush();
  }

  private void writeBook(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("dc", "identifier", DUBLIN_CORE);
    xml.writeAttribute("id", "book");
    xml.writeCharacters(Identifiers.of(metadata));
    xml.writeEndElement();
    dublinCore(xml, "title", metadata.title());
    dublinCore(xml, "language", metadata.language().tag());
    for (String author : metadata.authors()) {
      dublinCore(xml, "creator", author);
    }
    dublinCore(xml, "publisher", metadata.publisher());
    if (isDate(metadata.date())) {
      dublinCore(xml, "date", metadata.date());
    }
    meta(xml, "dcterms:modified", modified.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** No conformance is claimed: only a person who has looked at the book could. */
  private void writeAccess(XMLStreamWriter xml, Features features) throws XMLStreamException {
    EpubWords words = EpubWords.in(metadata.language());
    meta(xml, "schema:accessMode", "textual");
    if (features.spoken()) {
      meta(xml, "schema:accessMode", "auditory");
    }
    meta(xml, "schema:accessModeSufficient", "textual");
    if (features.allSpoken()) {
      meta(xml, "schema:accessModeSufficient", "auditory");
    }
    meta(xml, "schema:accessibilityFeature", "tableOfContents");
    meta(xml, "schema:accessibilityFeature", "readingOrder");
    meta(xml, "schema:accessibilityFeature", "structuralNavigation");
    meta(xml, "schema:accessibilityFeature", "displayTransformability");
    if (features.spoken()) {
      meta(xml, "schema:accessibilityFeature", "synchronizedAudioText");
    }
    if (features.allPicturesDescribed()) {
      meta(xml, "schema:accessibilityFeature", "alternativeText");
    }
    if (features.pages()) {
      meta(xml, "schema:accessibilityFeature", "pageNavigation");
      meta(xml, "schema:accessibilityFeature", "pageBreakMarkers");
      meta(xml, "pageBreakSource", printed());
    }
    meta(xml, "schema:accessibilityHazard", "none");
    String summary =
        !features.spoken()
            ? words.textSummary()
            : features.allSpoken() ? words.audioSummary() : words.someAudioSummary();
    meta(xml, "schema:accessibilitySummary", summary);
  }

  /** The edition whose pages are counted. */
  private String printed() {
    if (!metadata.identifier().isBlank()) {
      return metadata.identifier().strip();
    }
    List<String> known = new ArrayList<>(metadata.authors());
    known.add(metadata.title());
    known.add(metadata.publisher());
    known.add(metadata.date());
    known.removeIf(String::isBlank);
    return String.join(", ", known);
  }

  private void writeOverlays(XMLStreamWriter xml) throws XMLStreamException {
    long total = 0;
    for (Item item : items) {
      if (item.millis() > 0) {
        xml.writeStartElement("meta");
        xml.writeAttribute("property", "media:duration");
        xml.writeAttribute("refines", "#overlay-" + item.part());
        xml.writeCharacters(Overlay.seconds(item.millis()));
        xml.writeEndElement();
        total += item.millis();
      }
    }
    meta(xml, "media:duration", Overlay.seconds(total));
    meta(xml, "media:narrator", narrator);
    meta(xml, "media:active-class", SPOKEN_CLASS);
  }

  private void writeManifest(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("manifest");
    item(xml, "nav", NAVIGATION, "application/xhtml+xml", "properties", "nav");
    item(xml, "style", STYLE, "text/css");
    for (Item each : items) {
      String id = "part-" + each.part();
      String document = EpubText.document(each.part());
      if (each.millis() > 0) {
        String overlay = "overlay-" + each.part();
        item(xml, id, document, "application/xhtml+xml", "media-overlay", overlay);
        item(xml, overlay, overlay(each.part()), "application/smil+xml");
      } else {
        item(xml, id, document, "application/xhtml+xml");
      }
      if (each.sound()) {
        item(xml, "audio-" + each.part(), audio(each.part()), "audio/mpeg");
      }
    }
    xml.writeEndElement();
  }

  private void writeSpine(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("spine");
    if (metadata.language().rightToLeft()) {
      xml.writeAttribute("page-progression-direction", "rtl");
    }
    for (Item item : items) {
      xml.writeEmptyElement("itemref");
      xml.writeAttribute("idref", "part-" + item.part());
    }
    xml.writeEndElement();
  }

  private static void item(
      XMLStreamWriter xml, String id, String href, String mediaType, String... more)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeEmptyElement("item");
    xml.writeAttribute("id", id);
    xml.writeAttribute("href", href);
    xml.writeAttribute("media-type", mediaType);
    for (int i = 0; i < more.length; i += 2) {
      xml.writeAttribute(more[i], more[i + 1]);
    }
  }

  private static void dublinCore(XMLStreamWriter xml, String element, String text)
      throws XMLStreamException {
    if (text.isBlank()) {
      return;
    }
    xml.writeStartElement("dc", element, DUBLIN_CORE);
    xml.writeCharacters(text.strip());
    xml.writeEndElement();
  }

  private static void meta(XMLStreamWriter xml, String property, String text)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("meta");
    xml.writeAttribute("property", property);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  /** Whether it is a date as the W3C notes them: a year, a month of it, or a day. */
  private static boolean isDate(String date) {
    try {
      if (date.matches("\\d{4}-\\d{2}-\\d{2}")) {
        LocalDate.parse(date);
      } else if (date.matches("\\d{4}-\\d{2}")) {
        YearMonth.parse(date);
      } else {
        return date.matches("\\d{4}");
      }
      return true;
    } catch (DateTimeParseException noSuchDay) {
      return false;
    }
  }
}
