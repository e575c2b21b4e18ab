package org.titiktutur.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.titiktutur.publication.FindingCode;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads DOCX (ECMA-376, transitional and strict) from its own parts.
 *
 * <p>Not through Tika, whose text of a DOCX counts lists anew, loses header rows, languages and the
 * place of notes, and refuses the strict form.
 */
final class DocxReader implements SourceReader {

  @Override
  public void read(Reading reading, PublicationBuilder book) throws IOException, Refusal {
    try (OfficeArchive archive = new OfficeArchive(reading)) {
      reading.begin("document");
      String name = reading.name();
      archive.read("docProps/core.xml", new OfficeMetadata(book), name);
      DocxStyles styles = new DocxStyles();
      archive.read("word/styles.xml", styles.styleReader(), name);
      archive.read("word/numbering.xml", styles.numberingReader(), name);
      Targets targets = new Targets();
      archive.read("word/_rels/document.xml.rels", targets, name);
      for (String address : targets.outside) {
        book.found(FindingCode.OUTSIDE_REFERENCE_IGNORED, address);
      }
      Map<String, List<String>> notes = new HashMap<>();
      archive.read("word/footnotes.xml", new Notes("footnote", notes), name);
      archive.read("word/endnotes.xml", new Notes("endnote", notes), name);
      DocxBody body = new DocxBody(book, styles, targets.names, notes);
      if (!archive.read("word/document.xml", body, name)) {
        archive.read("word/document2.xml", body, name);
      }
      book.endDocument();
    }
  }

  /** The value of an attribute in whichever namespace; empty if it is not there. */
  static String value(Attributes attributes, String local) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getLocalName(i).equals(local)) {
        return attributes.getValue(i);
      }
    }
    return "";
  }

  static int number(String text, int otherwise) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** What the document's references lead to. */
  private static final class Targets extends DefaultHandler {
    private static final int MOST_NAMED = 20;

    private final Map<String, String> names = new HashMap<>();
    private final List<String> outside = new ArrayList<>();

    @Override
    public void startElement(String uri, String local, String qName, Attributes attributes) {
      if (!local.equals("Relationship")) {
        return;
      }
      String target = value(attributes, "Target");
      names.put(value(attributes, "Id"), target.substring(target.lastIndexOf('/') + 1));
      boolean link = value(attributes, "Type").endsWith("/hyperlink");
      if (value(attributes, "TargetMode").equals("External")
          && !link
          && outside.size() < MOST_NAMED) {
        outside.add(target);
      }
    }
  }

  /** The paragraphs of each note; what they look like is lost. */
  private static final class Notes extends DefaultHandler {
    private final String kind;
    private final Map<String, List<String>> notes;
    private final StringBuilder text = new StringBuilder();
    private List<String> paragraphs = new ArrayList<>();
    private boolean inText;

    Notes(String kind, Map<String, List<String>> notes) {
      this.kind = kind;
      this.notes = notes;
    }

    @Override
    public void startElement(String uri, String local, String qName, Attributes attributes) {
      if (local.equals(kind)) {
        paragraphs = new ArrayList<>();
        notes.put(kind + value(attributes, "id"), paragraphs);
      }
      inText = local.equals("t");
      if (local.equals("tab") || local.equals("br")) {
        text.append(' ');
      }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      if (inText) {
        text.append(chars, start, length);
      }
    }

    @Override
    public void endElement(String uri, String local, String qName) {
      inText = false;
      if (local.equals("p")) {
        if (!text.toString().isBlank()) {
          paragraphs.add(text.toString());
        }
        text.setLength(0);
      }
    }
  }
}
