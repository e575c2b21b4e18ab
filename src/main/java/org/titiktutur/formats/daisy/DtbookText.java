package org.titiktutur.formats.daisy;

import javax.xml.stream.XMLStreamException;
import org.titiktutur.formats.NotePlaces;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.BookWords;
import org.titiktutur.publication.Language;

/**
 * The text of a DAISY 3 book: DTBook 2005-3, one document for all parts. Whatever plays bears the
 * address of its moment or passage ({@code smilref}).
 */
final class DtbookText extends BookText {

  private int levels;

  /** Nothing has followed the heading of the innermost level so far. */
  private boolean bare;

  DtbookText(BookWords words, NotePlaces notes) {
    super(words, notes);
  }

  /** A level that ends with its heading is not allowed: it gets an empty paragraph. */
  private void closeLevel() throws XMLStreamException {
    if (bare) {
      xml.writeEmptyElement("p");
      bare = false;
    }
    close();
    levels--;
  }

  @Override
  protected void level(int rank) throws XMLStreamException {
    while (levels >= rank) {
      closeLevel();
    }
    bare = false;
    while (levels < rank) {
      xml.writeCharacters("\n");
      open("level" + ++levels);
    }
  }

  /** Ends the levels that are open. */
  void end() throws XMLStreamException {
    while (levels > 0) {
      closeLevel();
    }
  }

  @Override
  protected int rankInText(Block.Heading heading, int rank) {
    return rank;
  }

  @Override
  protected void headingEnds() {
    bare = true;
  }

  @Override
  protected void begins() {
    bare = false;
  }

  @Override
  protected void openLines() throws XMLStreamException {
    open("linegroup");
  }

  @Override
  protected void openLine(boolean first) throws XMLStreamException {
    open("line");
  }

  @Override
  protected void closeLine() throws XMLStreamException {
    close();
  }

  @Override
  protected void openList(boolean ordered, int start, String id) throws XMLStreamException {
    open("list", "id", id);
    passage(id);
    xml.writeAttribute("type", ordered ? "ol" : "ul");
    if (ordered) {
      xml.writeAttribute("enum", "1");
      if (start > 1) {
        xml.writeAttribute("start", String.valueOf(start));
      }
    }
  }

  @Override
  protected void openTable(String id) throws XMLStreamException {
    open("table", "id", id);
    passage(id);
  }

  @Override
  protected void before(Block.Note note, boolean first) {
    String label = sign(note);
    score.landmark(Landmark.Kind.NOTE, label.isEmpty() ? words.note() : words.note() + " " + label);
  }

  @Override
  protected void openNote(Block.Note note, String id) throws XMLStreamException {
    open("note", "id", id);
    passage(id);
  }

  @Override
  protected void openImage() throws XMLStreamException {
    open("imggroup");
  }

  @Override
  protected void openDescription(String id, boolean described) throws XMLStreamException {
    open("prodnote", "id", id);
    passage(id);
    xml.writeAttribute("render", "optional");
    if (!described) {
      xml.writeAttribute("class", "image-without-description");
    }
  }

  @Override
  protected void openImageCaption() throws XMLStreamException {
    open("caption");
  }

  /** There is no element for it, so a paragraph without words bears its class. */
  @Override
  protected void sceneBreak() throws XMLStreamException {
    xml.writeEmptyElement("p");
    xml.writeAttribute("class", "separator");
  }

  @Override
  protected boolean pagesStandAlone(boolean nested) {
    return !nested;
  }

  @Override
  protected void page(PageNumber page, String id) throws XMLStreamException {
    open("pagenum", "id", id);
    moment(id);
    xml.writeAttribute("page", page.kind().code());
    xml.writeCharacters(page.label());
    close();
  }

  @Override
  protected void openSentence(String id) throws XMLStreamException {
    open("sent", "id", id);
    moment(id);
  }

  @Override
  protected void call(String sign, String note, String id) throws XMLStreamException {
    if (id.isEmpty()) {
      open("span");
    } else {
      String there = Daisy3Book.smilName(notes.note(note).orElseThrow());
      score.silence(Play.Kind.NOTE_CALL, id, there + "#" + Score.passageOf(noteId(note)));
      open("noteref", "id", id);
      moment(id);
      xml.writeAttribute("idref", "#" + noteId(note));
    }
    xml.writeCharacters(sign);
    close();
  }

  @Override
  protected void noteLabel(String label, String note) throws XMLStreamException {
    open("span", "class", "note-label");
    xml.writeCharacters(label);
    close();
  }

  @Override
  protected void say(Language language) throws XMLStreamException {
    xml.writeAttribute("xml:lang", language.tag());
    if (language.rightToLeft()) {
      xml.writeAttribute("dir", "rtl");
    }
  }

  private void moment(String text) throws XMLStreamException {
    xml.writeAttribute("smilref", Daisy3Book.smilName(part) + "#" + Score.idOf(text));
  }

  private void passage(String text) throws XMLStreamException {
    xml.writeAttribute("smilref", Daisy3Book.smilName(part) + "#" + Score.passageOf(text));
  }
}
