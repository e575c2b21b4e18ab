package org.titiktutur.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.titiktutur.publication.FindingCode;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads OpenDocument text (ISO/IEC 26300), zipped or flat, from its own XML.
 *
 * <p>Not through Tika, whose text of an ODT puts notes into the sentence that calls them and loses
 * header rows, languages and descriptions of pictures.
 */
final class OdtReader implements SourceReader {

  @Override
  public void read(Reading reading, PublicationBuilder book) throws IOException, Refusal {
    reading.begin("document");
    String name = reading.name();
    Body body = new Body(book);
    try (InputStream in = Files.newInputStream(reading.source())) {
      if (in.read() != 'P') {
        flat(reading, body);
        book.endDocument();
        return;
      }
    }
    try (OfficeArchive archive = new OfficeArchive(reading)) {
      Encryption encryption = new Encryption();
      archive.read("META-INF/manifest.xml", encryption, name);
      if (encryption.found) {
        throw new Refusal(FindingCode.SOURCE_ENCRYPTED, name);
      }
      archive.read("meta.xml", new OfficeMetadata(book), name);
      archive.read("content.xml", body, name);
      book.endDocument();
    }
  }

  private static void flat(Reading reading, Body body) throws IOException {
    try (InputStream in = Files.newInputStream(reading.source())) {
      SafeXml.parse(in, body);
    } catch (SAXException e) {
      throw new IOException(e);
    }
  }

  private static final class Encryption extends DefaultHandler {
    private boolean found;

    @Override
    public void startElement(String uri, String local, String qName, Attributes attributes) {
      found |= local.equals("encryption-data");
    }
  }

  /** What an automatic style says of the words in it. */
  private record Look(String language, boolean emphasis, boolean strong, String parent) {}

  /** A note being read where it is called; what its paragraphs look like is lost. */
  private static final class Note {
    private final String key;
    private final StringBuilder citation = new StringBuilder();
    private final List<String> paragraphs = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private boolean inCitation;
    private boolean inParagraph;

    Note(String key) {
      this.key = key;
    }

    void start(String element) {
      switch (element) {
        case "text:note-citation" -> inCitation = true;
        case "text:p", "text:h" -> inParagraph = true;
        case "text:s", "text:tab", "text:line-break" -> paragraph.append(' ');
        default -> {}
      }
    }

    void text(String text) {
      if (inCitation) {
        citation.append(text);
      } else if (inParagraph) {
        paragraph.append(text);
      }
    }

    void end(String element) {
      switch (element) {
        case "text:note-citation" -> inCitation = false;
        case "text:p", "text:h" -> {
          inParagraph = false;
          if (!paragraph.toString().isBlank()) {
            paragraphs.add(paragraph.toString());
          }
          paragraph.setLength(0);
        }
        default -> {}
      }
    }
  }

  private static final class Body extends DefaultHandler {
    private static final String NONE = "";

    private final PublicationBuilder book;
    private final Map<String, Look> looks = new HashMap<>();
    private final Deque<Look> spans = new ArrayDeque<>();
    private final Deque<Boolean> quotations = new ArrayDeque<>();
    private final Deque<String> lists = new ArrayDeque<>();
    private final Set<String> numbered = new HashSet<>();
    private final List<Note> called = new ArrayList<>();
    private final StringBuilder description = new StringBuilder();
    private String style = NONE;
    private String listStyle = NONE;
    private Note note;
    private String picture = NONE;
    private int skipped;
    private int words;
    private boolean inBody;
    private boolean headerRow;
    private boolean inDescription;

    Body(PublicationBuilder book) {
      this.book = book;
    }

    @Override
    public void startElement(String uri, String local, String qName, Attributes attributes) {
      if (skipped > 0 || isSkipped(local)) {
        skipped++;
        return;
      }
      if (note != null) {
        note.start(qName);
        return;
      }
      switch (qName) {
        case "style:style" -> {
          style = attributes.getValue("style:name");
          String parent = attributes.getValue("style:parent-style-name");
          looks.put(style, new Look(NONE, false, false, parent == null ? NONE : parent));
        }
        case "style:text-properties" -> look(attributes);
        case "office:text" -> inBody = true;
        case "text:h" -> {
          words++;
          book.openHeading(DocxReader.number(text(attributes, "text:outline-level"), 1));
        }
        case "text:p" -> paragraph(attributes);
        case "text:span" -> span(attributes);
        case "text:s", "text:tab" -> book.text(" ");
        case "text:line-break" -> book.lineBreak();
        case "text:list-style" -> listStyle = text(attributes, "style:name");
        case "text:list-level-style-number" ->
            numbered.add(listStyle + "/" + text(attributes, "text:level"));
        case "text:list" -> {
          String name = text(attributes, "text:style-name");
          lists.push(name.isEmpty() && !lists.isEmpty() ? lists.peek() : name);
          book.openList(numbered.contains(lists.peek() + "/" + lists.size()), 1);
        }
        case "text:list-item", "text:list-header" -> book.openItem();
        case "table:table" -> book.openTable();
        case "table:table-header-rows" -> headerRow = true;
        case "table:table-row" -> book.openRow();
        case "table:table-cell" ->
            book.openCell(
                headerRow,
                DocxReader.number(text(attributes, "table:number-columns-spanned"), 1),
                DocxReader.number(text(attributes, "table:number-rows-spanned"), 1));
        case "text:note" -> note = new Note(text(attributes, "text:id"));
        case "draw:frame" -> {
          picture = NONE;
          description.setLength(0);
        }
        case "draw:image" -> picture = text(attributes, "xlink:href");
        case "svg:desc", "svg:title" -> {
          inDescription = true;
          if (!description.isEmpty()) {
            description.append(". ");
          }
        }
        case "math:math" -> book.foundHere(FindingCode.FORMULA_LOST);
        default -> {}
      }
    }

    private static boolean isSkipped(String local) {
      return switch (local) {
        case "tracked-changes", "annotation", "master-styles", "forms", "scripts", "binary-data" ->
            true;
        default -> false;
      };
    }

    private static String text(Attributes attributes, String name) {
      String value = attributes.getValue(name);
      return value == null ? NONE : value;
    }

    private void look(Attributes attributes) {
      Look before = looks.get(style);
      if (before != null) {
        String country = text(attributes, "fo:country");
        String tag = text(attributes, "fo:language");
        looks.put(
            style,
            new Look(
                country.isEmpty() || country.equals("none") || tag.isEmpty()
                    ? tag.replace("none", NONE)
                    : tag + "-" + country,
                text(attributes, "fo:font-style").equals("italic"),
                text(attributes, "fo:font-weight").equals("bold"),
                before.parent()));
      }
    }

    private void paragraph(Attributes attributes) {
      words++;
      String name = text(attributes, "text:style-name");
      Look look = looks.get(name);
      String parent = look == null ? name : look.parent();
      boolean quoted = parent.equals("Quotations");
      quotations.push(quoted);
      if (quoted) {
        book.openQuotation();
      }
      book.openParagraph();
    }

    private void span(Attributes attributes) {
      Look look =
          looks.getOrDefault(
              text(attributes, "text:style-name"), new Look(NONE, false, false, NONE));
      spans.push(look);
      book.openLanguage(look.language());
      if (look.emphasis() || look.strong()) {
        book.openEmphasis(look.strong());
      }
    }

    private void endInNote(String qName) {
      if (qName.equals("text:note")) {
        String label = note.citation.isEmpty() ? "*" : note.citation.toString().strip();
        book.noteCall(note.key, label);
        called.add(note);
        note = null;
      } else {
        note.end(qName);
      }
    }

    /** What was called in the block that has just ended. */
    private void notes() {
      for (Note each : called) {
        DocxBody.note(book, each.key, each.citation.toString(), each.paragraphs);
      }
      called.clear();
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      if (skipped > 0 || !inBody) {
        return;
      }
      String text = new String(chars, start, length);
      if (note != null) {
        note.text(text);
      } else if (inDescription) {
        description.append(text);
      } else if (words > 0) {
        book.text(text);
      }
    }

    @Override
    public void endElement(String uri, String local, String qName) {
      if (skipped > 0) {
        skipped--;
        return;
      }
      if (note != null) {
        endInNote(qName);
        return;
      }
      switch (qName) {
        case "text:h" -> {
          words--;
          book.close();
          notes();
        }
        case "text:p" -> {
          words--;
          book.close();
          if (quotations.pop()) {
            book.close();
          }
          notes();
        }
        case "text:span" -> {
          Look look = spans.pop();
          if (look.emphasis() || look.strong()) {
            book.closeEmphasis(look.strong());
          }
          book.closeLanguage();
        }
        case "text:list" -> {
          lists.pop();
          book.close();
        }
        case "text:list-item",
            "text:list-header",
            "table:table",
            "table:table-row",
            "table:table-cell" ->
            book.close();
        case "table:table-header-rows" -> headerRow = false;
        case "svg:desc", "svg:title" -> inDescription = false;
        case "draw:frame" -> {
          if (!picture.isEmpty()) {
            book.image(picture.substring(picture.lastIndexOf('/') + 1), description.toString());
          }
          picture = NONE;
        }
        default -> {}
      }
    }
  }
}
