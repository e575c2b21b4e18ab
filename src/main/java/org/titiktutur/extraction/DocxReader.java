package org.titiktutur.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.titiktutur.publication.FindingCode;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a DOCX, transitional or strict (ECMA-376 part 1).
 *
 * <p>Tika's parser builds the whole document in memory or, as a stream, loses what a listener needs
 * most: which list an item stands in, the numbers of headings, where notes are called, languages,
 * descriptions of pictures; and it refuses the strict form. So the parts are read here, as streams.
 */
final class DocxReader implements SourceReader {

  private static final String DOCUMENT = "word/document.xml";

  /** Kinds of relation that are not fetched when somebody reads the book. */
  private static final Set<String> HARMLESS = Set.of("hyperlink");

  @Override
  public void read(Reading reading, PublicationBuilder book) throws IOException, Refusal {
    try (OfficePackage file = new OfficePackage(reading.source(), reading.name())) {
      String document = mainPart(file);
      String folder = document.substring(0, document.lastIndexOf('/') + 1);
      DocxStyles styles = new DocxStyles();
      file.parseIfSound(folder + "styles.xml", styles);
      DocxNumbering numbering = new DocxNumbering();
      file.parseIfSound(folder + "numbering.xml", numbering);
      DocxSurvey survey = new DocxSurvey(styles);
      file.parseIfSound(document, survey);
      OfficeDescription description = new OfficeDescription();
      file.parseIfSound("docProps/core.xml", description);
      description.tell(book, styles.language(), survey.sample());

      Relations relations = relations(file, document, book);
      relations(file, folder + "settings.xml", book);
      Map<String, List<Consumer<PublicationBuilder>>> notes = new HashMap<>();
      notes(file, folder + "footnotes.xml", styles, numbering, "footnote ", notes, book);
      notes(file, folder + "endnotes.xml", styles, numbering, "endnote ", notes, book);

      OfficeText text = new OfficeText(book, !survey.hasHeadings());
      DocxBody body = new DocxBody(text, styles, numbering, relations.targets, notes);
      body.rowSpans(survey.rowSpans());
      reading.begin(document);
      try {
        if (!file.parse(document, body)) {
          throw new IOException("no document in it");
        }
        text.end();
      } catch (SAXException e) {
        text.end();
        if (!text.saidAnything()) {
          throw new IOException(e);
        }
        book.foundHere(FindingCode.CHAPTER_REPAIRED, document);
      }
      if (text.guessedHeadings() > 0) {
        book.found(FindingCode.HEADINGS_GUESSED, text.guessedHeadings());
      }
    }
  }

  private static String mainPart(OfficePackage file) throws IOException, Refusal {
    String[] found = {DOCUMENT};
    file.parseIfSound(
        "_rels/.rels",
        new DefaultHandler() {
          @Override
          public void startElement(String uri, String local, String qName, Attributes attributes) {
            String type = Ooxml.attribute(attributes, "Type");
            String target = Ooxml.attribute(attributes, "Target");
            if (type.endsWith("/officeDocument") && file.has(target)) {
              found[0] = target.startsWith("/") ? target.substring(1) : target;
            }
          }
        });
    return found[0];
  }

  /** Where the relations of a part lead. */
  private static final class Relations {
    final Map<String, String> targets = new HashMap<>();
  }

  private static Relations relations(OfficePackage file, String part, PublicationBuilder book)
      throws IOException, Refusal {
    Relations relations = new Relations();
    int slash = part.lastIndexOf('/') + 1;
    String of = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    Set<String> outside = new HashSet<>();
    file.parseIfSound(
        of,
        new DefaultHandler() {
          @Override
          public void startElement(String uri, String local, String qName, Attributes attributes) {
            String type = Ooxml.attribute(attributes, "Type");
            String target = Ooxml.attribute(attributes, "Target");
            String kind = type.substring(type.lastIndexOf('/') + 1);
            if (relations.targets.size() < 100_000) {
              relations.targets.put(Ooxml.attribute(attributes, "Id"), target);
            }
            boolean external = Ooxml.attribute(attributes, "TargetMode").equals("External");
            if (external && !HARMLESS.contains(kind) && outside.add(target)) {
              book.found(FindingCode.OUTSIDE_REFERENCE_IGNORED, target);
            }
          }
        });
    return relations;
  }

  private static void notes(
      OfficePackage file,
      String part,
      DocxStyles styles,
      DocxNumbering numbering,
      String prefix,
      Map<String, List<Consumer<PublicationBuilder>>> notes,
      PublicationBuilder book)
      throws IOException, Refusal {
    if (file.has(part)) {
      Relations relations = relations(file, part, book);
      file.parseIfSound(part, new DocxNotes(prefix, notes, styles, numbering, relations.targets));
    }
  }

  /** Footnotes or endnotes: each is kept until it is called. */
  private static final class DocxNotes extends DefaultHandler {
    private final String prefix;
    private final Map<String, List<Consumer<PublicationBuilder>>> notes;
    private final DocxStyles styles;
    private final DocxNumbering numbering;
    private final Map<String, String> targets;
    private OfficeText text;
    private DocxBody body;

    DocxNotes(
        String prefix,
        Map<String, List<Consumer<PublicationBuilder>>> notes,
        DocxStyles styles,
        DocxNumbering numbering,
        Map<String, String> targets) {
      this.prefix = prefix;
      this.notes = notes;
      this.styles = styles;
      this.numbering = numbering;
      this.targets = targets;
    }

    @Override
    public void startElement(String uri, String local, String qName, Attributes attributes)
        throws SAXException {
      boolean note = local.equals("footnote") || local.equals("endnote");
      if (body == null && note) {
        String type = Ooxml.attribute(attributes, "type");
        if ((type.isEmpty() || type.equals("normal")) && notes.size() < 200_000) {
          List<Consumer<PublicationBuilder>> telling = new ArrayList<>();
          notes.put(prefix + Ooxml.attribute(attributes, "id"), telling);
          text = OfficeText.kept(telling);
          body = new DocxBody(text, styles, numbering, targets, Map.of());
        }
      } else if (body != null) {
        body.startElement(uri, local, qName, attributes);
      }
    }

    @Override
    public void endElement(String uri, String local, String qName) throws SAXException {
      if (body != null && (local.equals("footnote") || local.equals("endnote"))) {
        text.end();
        body = null;
      } else if (body != null) {
        body.endElement(uri, local, qName);
      }
    }

    @Override
    public void characters(char[] characters, int from, int length) {
      if (body != null) {
        body.characters(characters, from, length);
      }
    }
  }
}
