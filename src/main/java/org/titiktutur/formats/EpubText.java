package org.titiktutur.formats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.BookWords;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Sentence;

/**
 * The text of one part as an EPUB content document has it: what stands where is also told to the
 * overlay, and kept for the navigation document. For one part only.
 */
final class EpubText extends HtmlText {

  /** A heading inside the part; the first names the part itself. */
  record Headline(int level, String anchor, String text) {}

  /** Where a print page begins. */
  record PrintPage(String anchor, String label) {}

  /** Ids of ours that are not a sentence's. */
  private static final String OURS = "(note|call|page|part|heading|piece)-.*";

  private final XMLStreamWriter xml;
  private final int part;
  private final NotePlaces notes;
  private final Overlay overlay;
  private final Set<String> written = new HashSet<>();
  private final List<Headline> headlines = new ArrayList<>();
  private final List<PrintPage> pages = new ArrayList<>();
  private int pictures;
  private int described;
  private int pieces;

  EpubText(XMLStreamWriter xml, BookWords words, int part, NotePlaces notes, Overlay overlay) {
    super(xml, words, new HeadingRanks(1, 2));
    this.xml = xml;
    this.part = part;
    this.notes = notes;
    this.overlay = overlay;
  }

  /** The name of the content document of a part. */
  static String document(int part) {
    return String.format(java.util.Locale.ROOT, "part-%05d.xhtml", part);
  }

  List<Headline> headlines() {
    return headlines;
  }

  List<PrintPage> pages() {
    return pages;
  }

  int pictures() {
    return pictures;
  }

  /** How many pictures say what they show. */
  int described() {
    return described;
  }

  @Override
  void begun(Structure structure) throws XMLStreamException {
    String type =
        switch (structure) {
          case LIST -> "list";
          case ITEM -> "list-item";
          case TABLE -> "table";
          case ROW -> "table-row";
          case CELL -> "table-cell";
          case FIGURE -> "figure";
          case NOTE -> throw new IllegalArgumentException("a note has a name");
        };
    String anchor = "piece-" + ++pieces;
    xml.writeAttribute("id", anchor);
    overlay.begin(type, anchor);
  }

  @Override
  void ended(Structure structure) {
    overlay.end();
  }

  @Override
  void begun(Block.Heading heading) throws XMLStreamException {
    String anchor = "heading-" + (headlines.size() + 1);
    xml.writeAttribute("id", anchor);
    headlines.add(new Headline(heading.level(), anchor, Sentence.joined(heading.text())));
  }

  /** A note that is called from another part is an endnote. */
  @Override
  void begun(Block.Note note) throws XMLStreamException {
    boolean first = written.add(note.id()) && notes.note(note.id()).orElse(0) == part;
    String anchor = first ? noteAnchor(note.id()) : "piece-" + ++pieces;
    boolean here = notes.call(note.id()).orElse(part) == part;
    String type = here ? "footnote" : "endnote";
    xml.writeAttribute("id", anchor);
    xml.writeAttribute("epub", Overlay.OPS, "type", type);
    overlay.begin(type, anchor);
  }

  @Override
  void begun(Block.Image image) {
    pictures++;
    described += image.description().isEmpty() ? 0 : 1;
  }

  @Override
  void undescribed() throws XMLStreamException {
    String anchor = "piece-" + ++pieces;
    xml.writeAttribute("id", anchor);
    overlay.undescribed(anchor);
  }

  @Override
  void pageBegun(String label) throws XMLStreamException {
    String anchor = "page-" + (pages.size() + 1);
    xml.writeAttribute("id", anchor);
    xml.writeAttribute("epub", Overlay.OPS, "type", "pagebreak");
    overlay.page(anchor);
    pages.add(new PrintPage(anchor, label));
  }

  @Override
  void call() throws XMLStreamException {
    xml.writeAttribute("epub", Overlay.OPS, "type", "noteref");
  }

  @Override
  void backlink() throws XMLStreamException {
    xml.writeAttribute("epub", Overlay.OPS, "type", "backlink");
    xml.writeAttribute("role", "doc-backlink");
  }

  @Override
  String anchor(Sentence sentence) {
    String id = sentence.id();
    boolean fits = id.matches("[A-Za-z_][A-Za-z0-9_.-]*") && !id.matches(OURS);
    String anchor = fits ? id : "piece-s" + hex(id);
    overlay.sentence(id, anchor);
    return anchor;
  }

  @Override
  String callAnchor(String note) {
    return "call-" + plain(note);
  }

  @Override
  boolean isFirstCall(String note) {
    return notes.call(note).orElse(0) == part && super.isFirstCall(note);
  }

  @Override
  Optional<String> noteAddress(Mark.NoteReference reference) {
    return notes
        .note(reference.note())
        .map(where -> document(where) + "#" + noteAnchor(reference.note()));
  }

  @Override
  Optional<String> callAddress(Block.Note note) {
    return notes.call(note.id()).map(where -> document(where) + "#" + callAnchor(note.id()));
  }

  @Override
  void tag(Language language) throws XMLStreamException {
    xml.writeAttribute("xml:lang", language.tag());
    super.tag(language);
  }

  private static String noteAnchor(String note) {
    return "note-" + plain(note);
  }

  private static String plain(String id) {
    return id.matches("[A-Za-z0-9_.-]+") ? id : "-" + hex(id);
  }

  private static String hex(String id) {
    return HexFormat.of().formatHex(id.getBytes(StandardCharsets.UTF_8));
  }
}
