package org.titiktutur.extraction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.titiktutur.publication.FindingCode;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** WordprocessingML as it is read: what stands in a document, told to an {@link OfficeText}. */
final class DocxBody extends DefaultHandler {

  /** Left out with all that is in them: what was deleted, what only programs read. */
  private static final Set<String> SKIPPED =
      Set.of(
          "del",
          "moveFrom",
          "delText",
          "instrText",
          "delInstrText",
          "Fallback",
          "rt",
          "pPrChange",
          "rPrChange",
          "tblPrChange",
          "tblGrid",
          "tcPrChange",
          "trPrChange",
          "sectPr",
          "sdtPr",
          "numberingChange",
          "fonts");

  private static final int MOST_IN_ONE_PIECE = 1 << 16;

  /** A paragraph that is open, before it is known what it is. */
  private static final class Paragraph {
    String style;
    String list;
    int depth = -1;
    int outline = -1;
    boolean centred;
    boolean begun;

    /** A line of the table of contents. */
    boolean skipped;
  }

  /** Letters of one look. */
  private static final class Run {
    String style;
    Boolean bold;
    Boolean italic;
    Boolean hidden;
    boolean raised;
    String language;
  }

  /** A cell that is open. */
  private static final class Cell {
    int columns = 1;
    String merge;
    boolean begun;

    /** A merged cell above reaches down over it. */
    boolean isCovered() {
      return merge != null && !merge.equals("restart");
    }
  }

  private static final class Row {
    boolean header;
    boolean deleted;
    Cell cell;
  }

  /** A picture, shape or object that is open. */
  private static final class Drawing {
    String name = "";
    String description = "";
    String part = "";
    boolean picture;
    boolean decorative;
    boolean formula;
  }

  private final OfficeText text;
  private final DocxStyles styles;
  private final DocxNumbering numbering;
  private final Map<String, String> targets;
  private final Map<String, List<Consumer<PublicationBuilder>>> notes;
  private final Map<String, DocxStyles.Style> resolved = new HashMap<>();
  private final Map<String, Integer> headings = new HashMap<>();

  private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
  private final Deque<Run> runs = new ArrayDeque<>();
  private final Deque<Row> rows = new ArrayDeque<>();
  private final Deque<Drawing> drawings = new ArrayDeque<>();
  private final Deque<Boolean> fields = new ArrayDeque<>();
  private final Deque<Integer> spans = new ArrayDeque<>();
  private final StringBuilder letters = new StringBuilder();
  private OfficeFormula formula;
  private int skipping;
  private boolean inParagraphProperties;
  private boolean inRunProperties;
  private boolean inRowProperties;
  private boolean inCellProperties;
  private boolean inText;
  private int footnotes;
  private int endnotes;
  private String markedNote;

  DocxBody(
      OfficeText text,
      DocxStyles styles,
      DocxNumbering numbering,
      Map<String, String> targets,
      Map<String, List<Consumer<PublicationBuilder>>> notes) {
    this.text = text;
    this.styles = styles;
    this.numbering = numbering;
    this.targets = targets;
    this.notes = notes;
  }

  /** How many rows merged cells span, in the order in which those begin. */
  void rowSpans(List<Integer> inOrder) {
    spans.addAll(inOrder);
  }

  @Override
  public void startElement(String uri, String local, String qName, Attributes attributes) {
    if (skipping > 0) {
      skipping++;
      return;
    }
    if (formula != null) {
      formula.begin(local, attributes);
      return;
    }
    if (SKIPPED.contains(local)) {
      if (local.equals("del") && inRowProperties) {
        rows.peek().deleted = true;
      }
      skipping = 1;
      return;
    }
    if (isLeftOut(local)) {
      skipping = 1;
      return;
    }
    if (inRunProperties) {
      runProperty(local, attributes);
    } else if (inParagraphProperties) {
      paragraphProperty(local, attributes);
    } else if (inCellProperties) {
      cellProperty(local, attributes);
    } else {
      content(local, attributes);
    }
  }

  /** The rest of a deleted row, and of a cell that a merged one covers. */
  private boolean isLeftOut(String local) {
    Row row = rows.peek();
    boolean block = local.equals("p") || local.equals("tbl");
    return block && row != null && (row.deleted || (row.cell != null && row.cell.isCovered()));
  }

  private void content(String local, Attributes attributes) {
    switch (local) {
      case "p" -> {
        beginCell();
        paragraphs.push(new Paragraph());
      }
      case "pPr" -> inParagraphProperties = !paragraphs.isEmpty();
      case "r" -> {
        runs.push(new Run());
        begin();
      }
      case "rPr" -> inRunProperties = !runs.isEmpty();
      case "t" -> inText = true;
      case "tab", "ptab" -> say(" ");
      case "br" -> {
        String type = Ooxml.attribute(attributes, "type");
        if (type.isEmpty() || type.equals("textWrapping")) {
          lineBreak();
        }
      }
      case "cr" -> lineBreak();
      case "noBreakHyphen" -> say("-");
      case "sym" -> symbol(Ooxml.attribute(attributes, "char"));
      case "fldChar" -> field(Ooxml.attribute(attributes, "fldCharType"));
      case "footnoteReference" -> note("footnote ", attributes);
      case "endnoteReference" -> note("endnote ", attributes);
      case "oMath" -> formula = new OfficeFormula();
      case "tbl" -> {
        beginCell();
        text.beginTable();
      }
      case "tr" -> {
        rows.push(new Row());
        text.beginRow();
      }
      case "trPr" -> inRowProperties = !rows.isEmpty();
      case "tblHeader" -> {
        if (inRowProperties) {
          rows.peek().header = Ooxml.isOn(attributes);
        }
      }
      case "tc" -> {
        if (!rows.isEmpty()) {
          rows.peek().cell = new Cell();
        }
      }
      case "tcPr" -> inCellProperties = !rows.isEmpty() && rows.peek().cell != null;
      case "txbxContent" -> {
        begin();
        text.beginAside();
        fields.push(false);
      }
      case "altChunk" ->
          text.foundHere(FindingCode.ATTACHMENT_IGNORED, target(Ooxml.attribute(attributes, "id")));
      case "drawing", "pict", "object" -> drawings.push(new Drawing());
      default -> {
        if (!drawings.isEmpty()) {
          inDrawing(drawings.peek(), local, attributes);
        }
      }
    }
  }

  private void paragraphProperty(String local, Attributes attributes) {
    Paragraph paragraph = paragraphs.peek();
    String value = Ooxml.value(attributes);
    switch (local) {
      case "pStyle" -> paragraph.style = value;
      case "numId" -> paragraph.list = value;
      case "ilvl" -> paragraph.depth = Ooxml.number(value, 0);
      case "outlineLvl" -> paragraph.outline = Ooxml.number(value, -1);
      case "jc" -> paragraph.centred = value.equals("center");
      // the look of the paragraph's mark, not of its text
      case "rPr" -> skipping = 1;
      default -> {}
    }
  }

  private void runProperty(String local, Attributes attributes) {
    Run run = runs.peek();
    switch (local) {
      case "rStyle" -> run.style = Ooxml.value(attributes);
      case "b" -> run.bold = Ooxml.isOn(attributes);
      case "i" -> run.italic = Ooxml.isOn(attributes);
      case "vanish" -> run.hidden = Ooxml.isOn(attributes);
      case "vertAlign" -> run.raised = Ooxml.value(attributes).equals("superscript");
      case "lang" -> {
        String tag = Ooxml.value(attributes);
        run.language = tag.isEmpty() ? null : tag;
      }
      default -> {}
    }
  }

  private void cellProperty(String local, Attributes attributes) {
    Cell cell = rows.peek().cell;
    switch (local) {
      case "gridSpan" -> cell.columns = Math.max(1, Ooxml.number(Ooxml.value(attributes), 1));
      case "vMerge" -> cell.merge = Ooxml.value(attributes);
      default -> {}
    }
  }

  private void inDrawing(Drawing drawing, String local, Attributes attributes) {
    switch (local) {
      case "docPr" -> {
        drawing.name = Ooxml.attribute(attributes, "name");
        drawing.description = Ooxml.attribute(attributes, "descr");
        if (drawing.description.isBlank()) {
          drawing.description = Ooxml.attribute(attributes, "title");
        }
      }
      case "decorative" -> drawing.decorative = Ooxml.isOn(attributes);
      case "blip" -> {
        drawing.picture = true;
        drawing.part = target(Ooxml.attribute(attributes, "embed"));
        if (drawing.part.isEmpty()) {
          drawing.part = target(Ooxml.attribute(attributes, "link"));
        }
      }
      case "imagedata" -> {
        drawing.picture = true;
        drawing.part = target(Ooxml.attribute(attributes, "id"));
        if (drawing.description.isBlank()) {
          drawing.description = Ooxml.attribute(attributes, "title");
        }
      }
      case "shape" -> {
        String alternative = Ooxml.attribute(attributes, "alt");
        drawing.description = alternative.isBlank() ? drawing.description : alternative;
      }
      case "chart", "relIds" -> drawing.picture = true;
      case "OLEObject" ->
          drawing.formula = Ooxml.attribute(attributes, "ProgID").startsWith("Equation");
      default -> {}
    }
  }

  private String target(String relation) {
    String target = targets.getOrDefault(relation, "");
    return target.substring(target.lastIndexOf('/') + 1);
  }

  @Override
  public void skippedEntity(String name) {
    if (SafeXml.isOutside(name)) {
      text.foundHere(FindingCode.OUTSIDE_REFERENCE_IGNORED, "&" + name + ";");
    }
  }

  @Override
  public void endElement(String uri, String local, String qName) {
    if (skipping > 0) {
      skipping--;
      return;
    }
    if (formula != null && !local.equals("oMath")) {
      formula.end(local);
      return;
    }
    switch (local) {
      case "p" -> {
        if (!paragraphs.isEmpty()) {
          begin();
          if (!paragraphs.pop().skipped) {
            text.endParagraph();
          }
        }
      }
      case "pPr" -> inParagraphProperties = false;
      case "r" -> runs.poll();
      case "rPr" -> inRunProperties = false;
      case "t" -> {
        flush();
        inText = false;
      }
      case "oMath" -> endFormula();
      case "trPr" -> inRowProperties = false;
      case "tcPr" -> inCellProperties = false;
      case "tc" -> endCell();
      case "tr" -> {
        rows.poll();
        text.endRow();
      }
      case "tbl" -> text.endTable();
      case "txbxContent" -> {
        text.endAside();
        fields.poll();
      }
      case "drawing", "pict", "object" -> endDrawing();
      default -> {}
    }
  }

  @Override
  public void characters(char[] characters, int from, int length) {
    if (skipping > 0) {
      return;
    }
    if (formula != null) {
      formula.characters(characters, from, length);
    } else if (inText) {
      letters.append(characters, from, length);
      boolean whole = !Character.isHighSurrogate(letters.charAt(letters.length() - 1));
      if (letters.length() > MOST_IN_ONE_PIECE && whole) {
        flush();
      }
    }
  }

  // Paragraphs.

  /** The properties of the paragraph that is open are all known now. */
  private void begin() {
    Paragraph paragraph = paragraphs.peek();
    if (paragraph == null || paragraph.begun) {
      return;
    }
    paragraph.begun = true;
    String style = paragraph.style == null ? "" : paragraph.style;
    if (DocxStyles.isContents(resolved.computeIfAbsent(style, styles::resolved).name)) {
      paragraph.skipped = true;
      text.navigationSkipped();
    } else {
      text.beginParagraph(look(paragraph));
    }
  }

  private OfficeText.Look look(Paragraph paragraph) {
    DocxStyles.Style style =
        resolved.computeIfAbsent(
            paragraph.style == null ? "" : paragraph.style, id -> styles.resolved(id));
    int level =
        paragraph.outline >= 0
            ? paragraph.outline > 8 ? 0 : Math.min(6, paragraph.outline + 1)
            : headings.computeIfAbsent(
                paragraph.style == null ? "" : paragraph.style, id -> styles.headingLevel(id));
    String list = paragraph.list == null ? style.list : paragraph.list;
    OfficeText.Item item = null;
    String label = "";
    if (list != null && !list.equals("0")) {
      int depth = paragraph.depth >= 0 ? paragraph.depth : style.depth;
      if (depth < 0) {
        depth =
            Math.max(
                0, paragraph.style == null ? 0 : numbering.depthOfStyle(list, paragraph.style));
      }
      depth = Math.min(8, depth);
      DocxNumbering.Label counted = numbering.next(list, depth);
      if (counted != null && level > 0) {
        label = counted.label();
      } else if (counted != null) {
        boolean plain = counted.number() > 0;
        item = new OfficeText.Item(list, depth, counted.number(), plain ? "" : counted.label());
      }
    }
    OfficeText.Kind kind = level > 0 ? OfficeText.Kind.HEADING : DocxStyles.kindOfName(style.name);
    boolean centred =
        paragraph.centred || (style.centred != null && style.centred && !paragraph.centred);
    return new OfficeText.Look(kind, level, item, label, null, centred);
  }

  private boolean isInField() {
    return fields.contains(true);
  }

  private void field(String type) {
    switch (type) {
      case "begin" -> {
        if (fields.size() < 1_000) {
          fields.push(true);
        }
      }
      case "separate" -> {
        if (!fields.isEmpty()) {
          fields.pop();
          fields.push(false);
        }
      }
      case "end" -> fields.poll();
      default -> {}
    }
  }

  private void flush() {
    String words = letters.toString();
    letters.setLength(0);
    if (markedNote != null && !words.isBlank()) {
      callNote(markedNote, words.strip());
      markedNote = null;
      return;
    }
    say(words);
  }

  private void say(String words) {
    Run run = runs.peek();
    if (words.isEmpty() || isInField() || run == null || !drawsText()) {
      return;
    }
    DocxStyles.Style own =
        run.style == null ? null : resolved.computeIfAbsent(run.style, id -> styles.resolved(id));
    if (own != null && isPageNumber(own.name)) {
      text.pageStart(words.strip());
      return;
    }
    if (is(run.hidden, own == null ? null : own.hidden)) {
      text.hidden();
      return;
    }
    boolean bold = is(run.bold, own == null ? null : own.bold);
    boolean italic = is(run.italic, own == null ? null : own.italic);
    String said = run.language == null && own != null ? own.language : run.language;
    String language = LanguageTags.isSame(said, styles.language()) ? null : said;
    text.text(run.raised ? Superscript.of(words) : words, bold, italic, language);
  }

  /** Properties of pictures have text of their own; only that of paragraphs is text. */
  private boolean drawsText() {
    return !paragraphs.isEmpty() && !paragraphs.peek().skipped;
  }

  private static boolean is(Boolean direct, Boolean ofStyle) {
    return direct != null ? direct : ofStyle != null && ofStyle;
  }

  /** How the tools of DAISY mark the pages of the print book. */
  private static boolean isPageNumber(String style) {
    return style.replace(" ", "").toLowerCase(java.util.Locale.ROOT).matches("pagenumber.?daisy.?");
  }

  private void lineBreak() {
    if (!isInField() && drawsText()) {
      text.lineBreak();
    }
  }

  /** Letters of symbol fonts stand at F000; what their signs mean, only the font knows. */
  private void symbol(String code) {
    try {
      int value = Integer.parseInt(code, 16);
      if (value >= 0xF000 && value <= 0xF0FF) {
        say(value == 0xF0B7 || value == 0xF0A7 || value == 0xF0D8 ? "\u2022" : "\uFFFD");
      } else if (Character.isValidCodePoint(value) && value > 0x20) {
        say(Character.toString(value));
      }
    } catch (NumberFormatException e) {
      say("\uFFFD");
    }
  }

  // Notes.

  private void note(String prefix, Attributes attributes) {
    String key = prefix + Ooxml.attribute(attributes, "id");
    boolean own = !Ooxml.attribute(attributes, "customMarkFollows").isEmpty();
    if (own) {
      markedNote = key;
      return;
    }
    boolean foot = prefix.startsWith("foot");
    callNote(key, foot ? String.valueOf(++footnotes) : Numerals.roman(++endnotes));
  }

  private void callNote(String key, String label) {
    text.noteCall(key, label);
    List<Consumer<PublicationBuilder>> telling = notes.get(key);
    if (telling != null) {
      text.note(key, label, telling);
    }
  }

  private void endFormula() {
    String words = formula.text();
    formula = null;
    begin();
    if (words.isEmpty()) {
      text.foundHere(FindingCode.FORMULA_LOST);
    } else {
      text.text(" " + words + " ", false, false, null);
    }
  }

  // Tables and pictures.

  /** The properties of the cell that is open are all known now. */
  private void beginCell() {
    Row row = rows.peek();
    if (row == null || row.cell == null || row.cell.begun) {
      return;
    }
    Cell cell = row.cell;
    cell.begun = true;
    boolean restarts = cell.merge != null && cell.merge.equals("restart");
    Integer span = restarts ? spans.poll() : null;
    text.beginCell(row.header, cell.columns, span == null ? 1 : span);
  }

  private void endCell() {
    Row row = rows.peek();
    if (row == null || row.cell == null) {
      return;
    }
    if (!row.cell.isCovered()) {
      beginCell();
      text.endCell();
    }
    row.cell = null;
  }

  private void endDrawing() {
    Drawing ended = drawings.poll();
    if (ended == null || ended.decorative) {
      return;
    }
    if (ended.formula && ended.description.isBlank()) {
      text.foundHere(FindingCode.FORMULA_LOST);
    } else if (ended.picture) {
      String name = ended.part.isEmpty() ? ended.name : ended.part;
      text.image(name, ended.description);
    }
  }
}
