package org.titiktutur.formats.daisy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.titiktutur.formats.HeadingRanks;
import org.titiktutur.formats.NotePlaces;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.BookWords;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Sentence;

/**
 * Writes the text of a book part by part and tells the score of each what is reached. The dialects
 * of the two formats say how each thing is called.
 *
 * <p>Both number headings and pages through the whole book, so one is used for all parts.
 */
abstract class BookText {

  private static final String XML_NAME = "[A-Za-z_][A-Za-z0-9_.-]*";

  protected final BookWords words;
  protected final NotePlaces notes;
  private final HeadingRanks ranks = new HeadingRanks(1, 1);
  private final PageNumber.Counter pages = new PageNumber.Counter();
  private final Map<String, Integer> calls = new HashMap<>();
  private final Map<String, Integer> calledFrom = new HashMap<>();
  private final Map<String, String> signs = new HashMap<>();
  private final Set<String> notesWritten = new HashSet<>();
  private int pagesBegun;
  private int passages;
  private int depth;

  protected XMLStreamWriter xml;
  protected Score score;
  protected int part;
  private String noteLabel = "";
  private String noteLabelled = "";

  BookText(BookWords words, NotePlaces notes) {
    this.words = words;
    this.notes = notes;
  }

  PageNumber.Counter pages() {
    return pages;
  }

  // What the dialects say. Each open… leaves one element open.

  /** A part of the book begins. */
  protected void partBegins() {}

  /** A section or level of this rank begins, before its pages and heading. */
  protected abstract void level(int rank) throws XMLStreamException;

  /** The rank of a heading in the text, whose rank in the book is this. */
  protected abstract int rankInText(Block.Heading heading, int rank);

  /** A heading of the outermost level has ended. */
  protected void headingEnds() {}

  /** Something other than a heading begins. */
  protected void begins() {}

  protected abstract void openLines() throws XMLStreamException;

  /** Begins a line of verse; {@code first}: none came before it. */
  protected abstract void openLine(boolean first) throws XMLStreamException;

  protected abstract void closeLine() throws XMLStreamException;

  protected abstract void openList(boolean ordered, int start, String id) throws XMLStreamException;

  protected abstract void openTable(String id) throws XMLStreamException;

  protected abstract void openNote(Block.Note note, String id) throws XMLStreamException;

  /** A picture, which holds its description and its caption. */
  protected abstract void openImage() throws XMLStreamException;

  protected abstract void openDescription(String id, boolean described) throws XMLStreamException;

  protected abstract void openImageCaption() throws XMLStreamException;

  protected abstract void sceneBreak() throws XMLStreamException;

  /** Whether a page may begin between blocks without a paragraph for it. */
  protected abstract boolean pagesStandAlone(boolean nested);

  protected abstract void page(PageNumber page, String id) throws XMLStreamException;

  /** A sentence, or what stands for one. */
  protected abstract void openSentence(String id) throws XMLStreamException;

  /** The sign that calls a note; {@code id} is empty where it is not the first piece of it. */
  protected abstract void call(String sign, String note, String id) throws XMLStreamException;

  protected abstract void noteLabel(String label, String note) throws XMLStreamException;

  /** Says the language of the element just opened. */
  protected abstract void say(Language language) throws XMLStreamException;

  // The walk.

  /**
   * Writes a part.
   *
   * @param title what stands for its heading if it has none
   */
  void write(Part next, String title, XMLStreamWriter to, Score heard) throws XMLStreamException {
    xml = to;
    score = heard;
    part = next.number();
    partBegins();
    List<Block> blocks = next.blocks();
    int first = 0;
    while (first < blocks.size() && blocks.get(first) instanceof Block.PageStart) {
      first++;
    }
    boolean headed = first < blocks.size() && blocks.get(first) instanceof Block.Heading;
    int rank =
        ranks.of(headed ? ((Block.Heading) blocks.get(first)).level() : Math.min(6, next.level()));
    level(rank);
    if (!headed) {
      score.heading(rank, title);
    }
    for (int i = 0; i < blocks.size(); i++) {
      if (isEmpty(blocks.get(i))) {
        continue;
      }
      if (blocks.get(i) instanceof Block.Heading heading) {
        if (i > first) {
          rank = ranks.of(heading.level());
          level(rank);
        }
        score.heading(rank, Sentence.joined(heading.text()));
        xml.writeCharacters("\n");
        open("h" + rankInText(heading, rank));
        language(heading.language(), next.language());
        sentences(heading.text());
        close();
        headingEnds();
      } else {
        write(blocks.get(i), next.language());
      }
    }
  }

  /** Whether neither dialect allows an element for it. */
  private static boolean isEmpty(Block block) {
    return (block instanceof Block.Listing list && list.items().isEmpty())
        || (block instanceof Block.Table table
            && (table.rows().isEmpty()
                || table.rows().stream().allMatch(row -> row.cells().isEmpty())));
  }

  private void write(Block block, Language around) throws XMLStreamException {
    xml.writeCharacters("\n");
    begins();
    if (block instanceof Block.Heading heading) {
      open("p", "class", "bridgehead");
      language(heading.language(), around);
      sentences(heading.text());
      close();
    } else if (block instanceof Block.Paragraph paragraph) {
      open("p");
      language(paragraph.language(), around);
      sentences(paragraph.text());
      close();
    } else if (block instanceof Block.Lines lines) {
      openLines();
      language(lines.language(), around);
      for (int i = 0; i < lines.lines().size(); i++) {
        openLine(i == 0);
        sentence(lines.lines().get(i));
        closeLine();
      }
      close();
    } else if (block instanceof Block.Listing list) {
      write(list, around);
    } else if (block instanceof Block.Table table) {
      write(table, around);
    } else if (block instanceof Block.Quotation quotation) {
      open("blockquote");
      blocks(quotation.blocks(), around);
      close();
    } else if (block instanceof Block.Note note) {
      write(note, around);
    } else if (block instanceof Block.Image image) {
      write(image, around);
    } else if (block instanceof Block.SceneBreak) {
      sceneBreak();
    } else if (block instanceof Block.PageStart start) {
      PageNumber page = pages.next(start.label());
      boolean alone = pagesStandAlone(depth > 0);
      if (!alone) {
        open("p");
      }
      page(page, begin(page));
      if (!alone) {
        close();
      }
    }
  }

  private void write(Block.Listing list, Language around) throws XMLStreamException {
    String id = "list-" + ++passages;
    score.open(Play.Kind.LIST, id);
    openList(list.ordered(), list.start(), id);
    for (Block.Item item : list.items()) {
      open("li");
      itemBlocks(item.blocks(), around);
      close();
    }
    close();
    score.close();
  }

  private void write(Block.Table table, Language around) throws XMLStreamException {
    String id = "table-" + ++passages;
    score.open(Play.Kind.TABLE, id);
    score.landmark(
        Landmark.Kind.TABLE,
        table.caption().isEmpty() ? words.table() : Sentence.joined(table.caption()));
    openTable(id);
    language(table.language(), around);
    if (!table.caption().isEmpty()) {
      open("caption");
      sentences(table.caption());
      close();
    }
    for (Block.Row row : table.rows()) {
      if (row.cells().isEmpty()) {
        continue;
      }
      open("tr");
      boolean headings = row.cells().stream().allMatch(Block.Cell::header);
      for (Block.Cell cell : row.cells()) {
        open(cell.header() ? "th" : "td");
        if (cell.header()) {
          xml.writeAttribute("scope", headings ? "col" : "row");
        }
        if (cell.columns() > 1) {
          xml.writeAttribute("colspan", String.valueOf(cell.columns()));
        }
        if (cell.rows() > 1) {
          xml.writeAttribute("rowspan", String.valueOf(cell.rows()));
        }
        itemBlocks(cell.blocks(), table.language());
        close();
      }
      close();
    }
    close();
    score.close();
  }

  private void write(Block.Note note, Language around) throws XMLStreamException {
    boolean first = notesWritten.add(note.id());
    String id = first ? noteId(note.id()) : noteId(note.id()) + "-" + ++passages;
    boolean called = first && calledFrom.containsKey(note.id());
    noteLabel = note.label().strip();
    noteLabelled = called ? note.id() : "";
    before(note, first);
    score.open(Play.Kind.NOTE, id);
    openNote(note, id);
    blocks(note.blocks(), around);
    close();
    score.close();
    noteLabel = "";
  }

  /** A note is about to be written; {@code first}: no other bore its id. */
  protected abstract void before(Block.Note note, boolean first);

  private void write(Block.Image image, Language around) throws XMLStreamException {
    String id = "image-" + ++passages;
    boolean described = !image.description().isEmpty();
    openImage();
    score.open(Play.Kind.IMAGE, id);
    openDescription(id, described);
    language(image.language(), around);
    if (described) {
      score.landmark(Landmark.Kind.IMAGE, words.image());
      sentences(image.description());
    } else {
      openSentence(id + "-none");
      score.undescribed(id + "-none");
      xml.writeCharacters(words.imageWithout());
      close();
    }
    close();
    score.close();
    if (!image.caption().isEmpty()) {
      openImageCaption();
      language(image.language(), around);
      sentences(image.caption());
      close();
    }
    close();
  }

  /** A page that begins; answers its id. */
  private String begin(PageNumber page) {
    String id = "page-" + ++pagesBegun;
    score.page(page, id);
    return id;
  }

  private void blocks(List<Block> blocks, Language around) throws XMLStreamException {
    depth++;
    for (Block block : blocks) {
      if (!isEmpty(block)) {
        write(block, around);
      }
    }
    depth--;
  }

  /** A single paragraph needs no element of its own in an item or a cell. */
  private void itemBlocks(List<Block> blocks, Language around) throws XMLStreamException {
    if (blocks.size() == 1 && blocks.get(0) instanceof Block.Paragraph only) {
      language(only.language(), around);
      sentences(only.text());
    } else {
      blocks(blocks, around);
    }
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
    if (!noteLabel.isEmpty()) {
      String label = noteLabel;
      noteLabel = "";
      noteLabel(label, noteLabelled);
      xml.writeCharacters(" ");
    }
    String id = textId(sentence);
    openSentence(id);
    List<Integer> cuts = sentence.cuts();
    boolean reached = false;
    for (int i = 0; i < cuts.size(); i++) {
      int start = cuts.get(i);
      if (start > 0 && !reached) {
        score.sentence(sentence.id(), id);
        reached = true;
      }
      for (Mark mark : sentence.marks()) {
        if (mark instanceof Mark.PageStart begun && begun.start() == start) {
          PageNumber page = pages.next(begun.label());
          page(page, begin(page));
        }
      }
      if (!reached) {
        score.sentence(sentence.id(), id);
        reached = true;
      }
      if (i + 1 < cuts.size()) {
        stretch(sentence, start, cuts.get(i + 1));
      }
    }
    close();
  }

  private void stretch(Sentence sentence, int start, int end) throws XMLStreamException {
    int opened = 0;
    Mark.NoteReference reference = null;
    for (Mark mark : sentence.marks()) {
      if (mark.start() > start || mark.end() < end || mark.start() == mark.end()) {
        continue;
      }
      if (mark instanceof Mark.Emphasis emphasis) {
        open(emphasis.strong() ? "strong" : "em");
        opened++;
      } else if (mark instanceof Mark.Passage passage) {
        open("span");
        say(passage.language());
        opened++;
      } else if (mark instanceof Mark.NoteReference each && notes.note(each.note()).isPresent()) {
        reference = each;
      }
    }
    String text = sentence.text().substring(start, end);
    if (reference == null) {
      xml.writeCharacters(text);
    } else if (reference.start() == start) {
      int times = calls.merge(reference.note(), 1, Integer::sum);
      calledFrom.putIfAbsent(reference.note(), part);
      signs.putIfAbsent(reference.note(), text);
      call(text, reference.note(), callId(reference.note(), times));
    } else {
      call(text, reference.note(), "");
    }
    for (; opened > 0; opened--) {
      close();
    }
  }

  /** The number of the part that first called a note; 0 if none has so far. */
  protected final int calledFrom(String note) {
    return calledFrom.getOrDefault(note, 0);
  }

  /** What a note is called: as it says itself, else by the sign that calls it; may be empty. */
  protected final String sign(Block.Note note) {
    String label = note.label().strip();
    return label.isEmpty() ? signs.getOrDefault(note.id(), "").strip() : label;
  }

  private static String textId(Sentence sentence) {
    return sentence.id().matches(XML_NAME) ? sentence.id() : "s-" + sentence.id();
  }

  protected static String noteId(String note) {
    return "note-" + note;
  }

  protected static String callId(String note, int times) {
    return "call-" + note + (times > 1 ? "-" + times : "");
  }

  /** Says on the element just opened what differs from the language around it. */
  private void language(Language inner, Language around) throws XMLStreamException {
    if (!inner.tag().equals(around.tag())) {
      say(inner);
    }
  }

  protected final void open(String name) throws XMLStreamException {
    xml.writeStartElement(name);
  }

  protected final void open(String name, String attribute, String value) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeAttribute(attribute, value);
  }

  protected final void close() throws XMLStreamException {
    xml.writeEndElement();
  }
}
