package org.titiktutur.formats.daisy;

import javax.xml.stream.XMLStreamException;
import org.titiktutur.formats.HeadingRanks;
import org.titiktutur.formats.NotePlaces;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.BookWords;
import org.titiktutur.publication.Language;

/** The text of a DAISY 2.02 book: XHTML 1.0 Transitional, a document for each part. */
final class Xhtml10Text extends BookText {

  /** Each document has headings of its own, the first of which is its h1. */
  private HeadingRanks ranks;

  Xhtml10Text(BookWords words, NotePlaces notes) {
    super(words, notes);
  }

  @Override
  protected void partBegins() {
    ranks = new HeadingRanks(1, 1);
  }

  @Override
  protected int rankInText(Block.Heading heading, int rank) {
    return ranks.of(heading.level());
  }

  @Override
  protected void level(int rank) {}

  @Override
  protected void openLines() throws XMLStreamException {
    open("p", "class", "verse");
  }

  @Override
  protected void openLine(boolean first) throws XMLStreamException {
    if (!first) {
      xml.writeEmptyElement("br");
    }
  }

  @Override
  protected void closeLine() {}

  @Override
  protected void openList(boolean ordered, int start, String id) throws XMLStreamException {
    open(ordered ? "ol" : "ul", "id", id);
    if (ordered && start != 1) {
      xml.writeAttribute("start", String.valueOf(start));
    }
  }

  @Override
  protected void openTable(String id) throws XMLStreamException {
    open("table", "id", id);
    xml.writeAttribute("border", "1");
  }

  /**
   * What calls a note has its moment right before it, and not where it stands: the standard wants
   * the two in one sequence.
   */
  @Override
  protected void before(Block.Note note, boolean first) {
    if (first && calledFrom(note.id()) == part) {
      String label = sign(note);
      score.landmark(Landmark.Kind.NOTE, label.isEmpty() ? words.note() : label);
      score.silence(Play.Kind.NOTE_CALL, callId(note.id(), 1), "");
    }
  }

  @Override
  protected void openNote(Block.Note note, String id) throws XMLStreamException {
    open("div", "class", "notebody");
    xml.writeAttribute("id", id);
  }

  @Override
  protected void openImage() throws XMLStreamException {
    open("div", "class", "image");
  }

  @Override
  protected void openDescription(String id, boolean described) throws XMLStreamException {
    open("div", "class", described ? "optional-prodnote" : "image-without-description");
    xml.writeAttribute("id", id);
  }

  @Override
  protected void openImageCaption() throws XMLStreamException {
    open("p", "class", "caption");
  }

  @Override
  protected void sceneBreak() throws XMLStreamException {
    xml.writeEmptyElement("hr");
  }

  @Override
  protected boolean pagesStandAlone(boolean nested) {
    return false;
  }

  @Override
  protected void page(PageNumber page, String id) throws XMLStreamException {
    open("span", "class", "page-" + page.kind().code());
    xml.writeAttribute("id", id);
    xml.writeCharacters(page.label());
    close();
  }

  @Override
  protected void openSentence(String id) throws XMLStreamException {
    open("span", "id", id);
  }

  @Override
  protected void call(String sign, String note, String id) throws XMLStreamException {
    int there = notes.note(note).orElseThrow();
    open("a", "class", "noteref");
    if (!id.isEmpty()) {
      xml.writeAttribute("id", id);
    }
    String file = there == part ? "" : Daisy202Book.textName(there);
    xml.writeAttribute("href", file + "#" + noteId(note));
    xml.writeCharacters(sign);
    close();
  }

  @Override
  protected void noteLabel(String label, String note) throws XMLStreamException {
    if (note.isEmpty()) {
      open("span", "class", "note-label");
    } else {
      int from = calledFrom(note);
      open("a", "class", "note-label");
      String file = from == part ? "" : Daisy202Book.textName(from);
      xml.writeAttribute("href", file + "#" + callId(note, 1));
    }
    xml.writeCharacters(label);
    close();
  }

  @Override
  protected void say(Language language) throws XMLStreamException {
    xml.writeAttribute("lang", language.tag());
    xml.writeAttribute("xml:lang", language.tag());
    if (language.rightToLeft()) {
      xml.writeAttribute("dir", "rtl");
    }
  }
}
