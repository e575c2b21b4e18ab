package org.titiktutur.formats;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.BookWords;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Sentence;

/**
 * Text of a book as HTML elements that are well-formed XML too: headings whose ranks leave none
 * out, the language of every passage, tables with header cells, notes linked both ways, and every
 * sentence addressable by its id. Where a standard wants more of an element than HTML has, a
 * subclass adds it.
 */
public class HtmlText {

  /** Elements that hold others. */
  enum Structure {
    LIST,
    ITEM,
    TABLE,
    ROW,
    CELL,
    FIGURE,
    NOTE
  }

  private final XMLStreamWriter xml;
  private final BookWords words;
  private final HeadingRanks ranks;
  private final Set<String> called = new HashSet<>();
  private int headerCells;

  HtmlText(XMLStreamWriter xml, BookWords words, HeadingRanks ranks) {
    this.xml = xml;
    this.words = words;
    this.ranks = ranks;
  }

  /** For all parts of a book on one page that has the book's title as its h1. */
  public static HtmlText ofBook(XMLStreamWriter xml, BookWords words) {
    return new HtmlText(xml, words, new HeadingRanks(2, 2));
  }

  /** For a part on a page of its own: its first heading is the page's only h1. */
  public static HtmlText ofPart(XMLStreamWriter xml, BookWords words) {
    return new HtmlText(xml, words, new HeadingRanks(1, 2));
  }

  /** Writes the content of a part; whoever calls says what language it is in. */
  public void write(Part part) throws XMLStreamException {
    for (Block block : part.blocks()) {
      write(block, part.language());
    }
  }

  private void write(Block block, Language around) throws XMLStreamException {
    xml.writeCharacters("\n");
    if (block instanceof Block.Heading heading) {
      write(heading, around);
    } else if (block instanceof Block.Paragraph paragraph) {
      open("p");
      language(paragraph.language(), around);
      sentences(paragraph.text());
      close();
    } else if (block instanceof Block.Lines lines) {
      open("p");
      language(lines.language(), around);
      for (int i = 0; i < lines.lines().size(); i++) {
        if (i > 0) {
          xml.writeEmptyElement("br");
        }
        sentence(lines.lines().get(i));
      }
      close();
    } else if (block instanceof Block.Listing list) {
      open(list.ordered() ? "ol" : "ul");
      begun(Structure.LIST);
      if (list.ordered() && list.start() != 1) {
        xml.writeAttribute("start", String.valueOf(list.start()));
      }
      for (Block.Item item : list.items()) {
        open("li");
        begun(Structure.ITEM);
        writeAll(item.blocks(), around);
        end(Structure.ITEM);
      }
      end(Structure.LIST);
    } else if (block instanceof Block.Table table) {
      write(table, around);
    } else if (block instanceof Block.Quotation quotation) {
      open("blockquote");
      writeAll(quotation.blocks(), around);
      close();
    } else if (block instanceof Block.Note note) {
      write(note, around);
    } else if (block instanceof Block.Image image) {
      open("figure");
      begun(Structure.FIGURE);
      begun(image);
      language(image.language(), around);
      open("p");
      if (image.description().isEmpty()) {
        undescribed();
      }
      xml.writeCharacters(
          image.description().isEmpty() ? words.imageWithout() + "." : words.image() + ": ");
      sentences(image.description());
      close();
      if (!image.caption().isEmpty()) {
        open("figcaption");
        sentences(image.caption());
        close();
      }
      end(Structure.FIGURE);
    } else if (block instanceof Block.SceneBreak) {
      xml.writeEmptyElement("hr");
    } else if (block instanceof Block.PageStart page) {
      open("p");
      page(page.label());
      close();
    }
  }

  /** A cell that is a header may hold no heading: there it is a strong paragraph. */
  private void write(Block.Heading heading, Language around) throws XMLStreamException {
    boolean plain = headerCells > 0;
    open(plain ? "p" : "h" + ranks.of(heading.level()));
    if (!plain) {
      begun(heading);
    }
    language(heading.language(), around);
    if (plain) {
      open("strong");
    }
    sentences(heading.text());
    if (plain) {
      close();
    }
    close();
  }

  private void write(Block.Note note, Language around) throws XMLStreamException {
    String label = (words.note() + " " + note.label()).strip();
    open(headerCells > 0 ? "div" : "aside");
    begun(note);
    xml.writeAttribute("class", "note");
    xml.writeAttribute("role", headerCells > 0 ? "note" : "doc-footnote");
    xml.writeAttribute("aria-label", label);
    Optional<String> call = callAddress(note);
    if (call.isPresent()) {
      open("a", "href", call.get());
      backlink();
      xml.writeCharacters(label);
      close();
    } else {
      open("b");
      xml.writeCharacters(label);
      close();
    }
    if (note.blocks().size() == 1
        && note.blocks().get(0) instanceof Block.Paragraph only
        && only.language().tag().equals(around.tag())) {
      xml.writeCharacters(" ");
      sentences(only.text());
    } else {
      for (Block block : note.blocks()) {
        write(block, around);
      }
    }
    end(Structure.NOTE);
  }

  private void writeAll(List<Block> blocks, Language around) throws XMLStreamException {
    if (blocks.size() == 1 && blocks.get(0) instanceof Block.Paragraph only) {
      language(only.language(), around);
      sentences(only.text());
      return;
    }
    for (Block block : blocks) {
      write(block, around);
    }
  }

  private void write(Block.Table table, Language around) throws XMLStreamException {
    open("div", "class", "wide-table");
    xml.writeAttribute("role", "group");
    xml.writeAttribute("tabindex", "0");
    xml.writeAttribute(
        "aria-label", table.caption().isEmpty() ? words.table() : Sentence.joined(table.caption()));
    open("table");
    begun(Structure.TABLE);
    language(table.language(), around);
    if (!table.caption().isEmpty()) {
      open("caption");
      sentences(table.caption());
      close();
    }
    open("tbody");
    for (int i = 0; i < table.rows().size(); i++) {
      open("tr");
      begun(Structure.ROW);
      List<Block.Cell> cells = table.rows().get(i).cells();
      boolean headings = cells.stream().allMatch(Block.Cell::header);
      for (Block.Cell cell : cells) {
        open(cell.header() ? "th" : "td");
        begun(Structure.CELL);
        if (cell.header()) {
          xml.writeAttribute("scope", headings ? "col" : "row");
        }
        if (cell.columns() > 1) {
          xml.writeAttribute("colspan", String.valueOf(cell.columns()));
        }
        if (cell.rows() > 1) {
          xml.writeAttribute("rowspan", String.valueOf(cell.rows()));
        }
        headerCells += cell.header() ? 1 : 0;
        writeAll(cell.blocks(), table.language());
        headerCells -= cell.header() ? 1 : 0;
        end(Structure.CELL);
      }
      end(Structure.ROW);
    }
    close();
    end(Structure.TABLE);
    close();
  }

  private void sentences(List<Sentence> sentences) throws XMLStreamException {
    for (int i = 0; i < sentences.size(); i++) {
      if (i > 0) {
        xml.writeCharacters(Sentence.between(sentences.get(i - 1), sentences.get(i)));
      }
      sentence(sentences.get(i));
    }
  }

  /**
   * Marks may overlap and elements may not, so each stretch between two ends of marks is dressed on
   * its own.
   */
  private void sentence(Sentence sentence) throws XMLStreamException {
    pages(sentence, 0);
    open("span", "id", anchor(sentence));
    List<Integer> cuts = sentence.cuts();
    for (int i = 0; i < cuts.size(); i++) {
      int start = cuts.get(i);
      if (start > 0) {
        pages(sentence, start);
      }
      if (i + 1 < cuts.size()) {
        stretch(sentence, start, cuts.get(i + 1));
      }
    }
    close();
  }

  private void pages(Sentence sentence, int at) throws XMLStreamException {
    for (Mark mark : sentence.marks()) {
      if (mark instanceof Mark.PageStart page && page.start() == at) {
        page(page.label());
      }
    }
  }

  private void stretch(Sentence sentence, int start, int end) throws XMLStreamException {
    int opened = 0;
    boolean linked = false;
    for (Mark mark : sentence.marks()) {
      if (mark.start() > start || mark.end() < end || mark.start() == mark.end()) {
        continue;
      }
      if (mark instanceof Mark.Emphasis emphasis) {
        open(emphasis.strong() ? "strong" : "em");
        opened++;
      } else if (mark instanceof Mark.Passage passage) {
        open("span");
        tag(passage.language());
        if (passage.language().rightToLeft()) {
          xml.writeAttribute("dir", "rtl");
        }
        opened++;
      } else if (mark instanceof Mark.NoteReference reference && !linked) {
        Optional<String> note = noteAddress(reference);
        if (note.isPresent()) {
          open("a", "href", note.get());
          xml.writeAttribute("role", "doc-noteref");
          if (isFirstCall(reference.note())) {
            xml.writeAttribute("id", callAnchor(reference.note()));
          }
          call();
          linked = true;
          opened++;
        }
      }
    }
    xml.writeCharacters(sentence.text().substring(start, end));
    for (; opened > 0; opened--) {
      close();
    }
  }

  private void page(String label) throws XMLStreamException {
    open("span", "class", "page");
    xml.writeAttribute("role", "doc-pagebreak");
    pageBegun(label);
    xml.writeAttribute("aria-label", words.page() + " " + label);
    xml.writeCharacters(label);
    close();
  }

  private void language(Language inner, Language around) throws XMLStreamException {
    if (!inner.tag().equals(around.tag())) {
      tag(inner);
    }
    if (inner.rightToLeft() != around.rightToLeft()) {
      xml.writeAttribute("dir", inner.rightToLeft() ? "rtl" : "ltr");
    }
  }

  /** Adds to a structure that was just opened. */
  void begun(Structure structure) throws XMLStreamException {}

  /** A structure is about to be closed. */
  void ended(Structure structure) {}

  /** Adds to a heading that was just opened. */
  void begun(Block.Heading heading) throws XMLStreamException {}

  /** A picture was just opened as a figure. */
  void begun(Block.Image image) {}

  /** Adds to the paragraph, just opened, that says that a picture has no description. */
  void undescribed() throws XMLStreamException {}

  /** Adds to a note that was just opened; it ends as {@link Structure#NOTE}. */
  void begun(Block.Note note) throws XMLStreamException {
    xml.writeAttribute("id", "note-" + note.id());
  }

  /** Adds to the start of a print page. */
  void pageBegun(String label) throws XMLStreamException {}

  /** Adds to the sign that calls a note. */
  void call() throws XMLStreamException {}

  /** Adds to the link from a note to where it is called. */
  void backlink() throws XMLStreamException {}

  /** The id of a sentence's element. */
  String anchor(Sentence sentence) {
    return sentence.id();
  }

  /** Whether a note is called for the first time; asked once for each call. */
  boolean isFirstCall(String note) {
    return called.add(note);
  }

  /** The id of the first call of a note. */
  String callAnchor(String note) {
    return "call-" + note;
  }

  /** Where a note is to be found; empty if it is not there. */
  Optional<String> noteAddress(Mark.NoteReference reference) {
    return Optional.of("#note-" + reference.note());
  }

  /** Where a note is called; empty if nothing calls it. */
  Optional<String> callAddress(Block.Note note) {
    return Optional.of("#call-" + note.id());
  }

  /** Says the language of the element just opened. */
  void tag(Language language) throws XMLStreamException {
    xml.writeAttribute("lang", language.tag());
  }

  /** Says on the element just opened what differs from the language around it. */
  static void say(XMLStreamWriter xml, Language inner, Language around) throws XMLStreamException {
    if (!inner.tag().equals(around.tag())) {
      xml.writeAttribute("lang", inner.tag());
    }
    if (inner.rightToLeft() != around.rightToLeft()) {
      xml.writeAttribute("dir", inner.rightToLeft() ? "rtl" : "ltr");
    }
  }

  private void end(Structure structure) throws XMLStreamException {
    ended(structure);
    close();
  }

  private void close() throws XMLStreamException {
    xml.writeEndElement();
  }

  private void open(String name) throws XMLStreamException {
    xml.writeStartElement(name);
  }

  private void open(String name, String attribute, String value) throws XMLStreamException {
    open(name);
    xml.writeAttribute(attribute, value);
  }
}
