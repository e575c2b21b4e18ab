package org.titiktutur.extraction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.titiktutur.publication.FindingCode;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Tells a {@link PublicationBuilder} what the body of a DOCX says. Elements are known by their
 * local names.
 */
final class DocxBody extends DefaultHandler {

  /** A paragraph: what it is is known only when its properties have been read. */
  private static final class Paragraph {
    private String style = "";
    private String number = "";
    private int depth = -1;
    private int outline = -1;
    private boolean begun;
    private DocxStyles.Role role = DocxStyles.Role.PLAIN;
    private boolean heading;
    private final Map<String, String> calls = new LinkedHashMap<>();
    private final StringBuilder words = new StringBuilder();
  }

  /** A stretch of text of one look. */
  private static final class Run {
    private final StringBuilder text = new StringBuilder();
    private String language = "";
    private boolean italic;
    private boolean bold;
    private boolean hidden;
  }

  /** Lists that are open in one table cell, or outside all tables, and whether its cell is open. */
  private static final class Container {
    private final Deque<String> lists = new ArrayDeque<>();
    private boolean cell;
    private boolean cellOpen;
    private int columns = 1;
    private boolean header;
  }

  private final PublicationBuilder book;
  private final DocxStyles styles;
  private final Map<String, String> targets;
  private final Map<String, List<String>> notes;
  private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
  private final Deque<Container> containers = new ArrayDeque<>();
  private final Map<String, Integer> counted = new HashMap<>();
  private Run run;
  private int skipped;
  private int properties;
  private int called;
  private boolean inText;
  private boolean inMath;
  private boolean builtMath;
  private boolean headerRow;
  private boolean hiddenFound;
  private String pictureName;
  private String pictureDescription = "";
  private boolean decoration;

  DocxBody(
      PublicationBuilder book,
      DocxStyles styles,
      Map<String, String> targets,
      Map<String, List<String>> notes) {
    this.book = book;
    this.styles = styles;
    this.targets = targets;
    this.notes = notes;
    containers.push(new Container());
  }

  @Override
  public void startElement(String uri, String local, String qName, Attributes attributes) {
    if (skipped > 0 || isSkipped(local)) {
      skipped++;
      return;
    }
    String value = DocxReader.value(attributes, "val");
    switch (local) {
      case "p" -> {
        endRun();
        openCell();
        paragraphs.push(new Paragraph());
      }
      case "pPr", "rPr", "tcPr", "trPr", "tblPr" -> properties++;
      case "pStyle" -> paragraph().style = value;
      case "numId" -> paragraph().number = value;
      case "ilvl" -> paragraph().depth = DocxReader.number(value, 0);
      case "outlineLvl" -> paragraph().outline = DocxReader.number(value, -1);
      case "r" -> {
        if (uri.endsWith("/math")) {
          return;
        }
        endRun();
        run = new Run();
      }
      case "b", "i", "vanish", "lang" -> look(local, value);
      case "t" -> inText = true;
      case "tab", "ptab" -> {
        if (properties == 0) {
          append(" ");
        }
      }
      case "noBreakHyphen" -> append("-");
      case "br", "cr" -> {
        boolean newPage = DocxReader.value(attributes, "type").equals("page");
        if (!newPage && !paragraphs.isEmpty()) {
          flush();
          begin();
          book.lineBreak();
        }
      }
      case "footnoteReference" -> call("footnote" + DocxReader.value(attributes, "id"));
      case "endnoteReference" -> call("endnote" + DocxReader.value(attributes, "id"));
      case "tbl" -> {
        endRun();
        openCell();
        closeLists(0);
        book.openTable();
      }
      case "tr" -> {
        headerRow = false;
        book.openRow();
      }
      case "tblHeader" -> headerRow |= !value.equals("false") && !value.equals("0");
      case "tc" -> {
        Container cell = new Container();
        cell.cell = true;
        cell.header = headerRow;
        containers.push(cell);
      }
      case "gridSpan" -> containers.peek().columns = DocxReader.number(value, 1);
      case "drawing", "pict" -> {
        pictureName = null;
        pictureDescription = "";
        decoration = false;
      }
      case "docPr" -> {
        String description = DocxReader.value(attributes, "descr");
        pictureDescription =
            description.isBlank() ? DocxReader.value(attributes, "title") : description;
      }
      case "decorative" -> decoration = value.equals("1") || value.equals("true");
      case "shape" -> pictureDescription = DocxReader.value(attributes, "alt");
      case "blip" -> pictureName = target(attributes, "embed", "link");
      case "imagedata" -> pictureName = target(attributes, "id", "href");
      case "oMath" -> {
        inMath = true;
        builtMath = false;
      }
      case "f", "rad", "nary", "m", "sSup", "sSub", "sSubSup", "eqArr" -> builtMath |= inMath;
      default -> {}
    }
  }

  /** Deleted and moved-away text, older twins of drawings, field instructions. */
  private static boolean isSkipped(String local) {
    return switch (local) {
      case "del",
          "moveFrom",
          "Fallback",
          "instrText",
          "delText",
          "sectPr",
          "pPrChange",
          "rPrChange" ->
          true;
      default -> false;
    };
  }

  private String target(Attributes attributes, String... names) {
    for (String name : names) {
      String id = DocxReader.value(attributes, name);
      if (!id.isEmpty()) {
        return targets.getOrDefault(id, id);
      }
    }
    return "";
  }

  private Paragraph paragraph() {
    return paragraphs.isEmpty() ? new Paragraph() : paragraphs.peek();
  }

  private void look(String property, String value) {
    if (run == null || properties == 0) {
      return;
    }
    boolean on = !value.equals("0") && !value.equals("false");
    switch (property) {
      case "b" -> run.bold = on;
      case "i" -> run.italic = on;
      case "vanish" -> run.hidden = on;
      default -> run.language = value;
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    if (skipped == 0 && inText) {
      append(new String(chars, start, length));
    }
  }

  private void append(String text) {
    if (run == null) {
      run = new Run();
    }
    run.text.append(text);
  }

  @Override
  public void endElement(String uri, String local, String qName) {
    if (skipped > 0) {
      skipped--;
      return;
    }
    switch (local) {
      case "t" -> inText = false;
      case "pPr", "rPr", "tcPr", "trPr", "tblPr" -> properties--;
      case "r" -> {
        if (!uri.endsWith("/math")) {
          endRun();
        }
      }
      case "oMath" -> {
        endRun();
        inMath = false;
        if (builtMath) {
          book.foundHere(FindingCode.FORMULA_LOST);
        }
      }
      case "drawing", "pict" -> picture();
      case "p" -> endParagraph();
      case "tc" -> {
        openCell();
        closeLists(0);
        containers.pop();
        book.close();
      }
      case "tr", "tbl" -> book.close();
      case "body" -> closeLists(0);
      default -> {}
    }
  }

  private void openCell() {
    Container here = containers.peek();
    if (here.cell && !here.cellOpen) {
      here.cellOpen = true;
      book.openCell(here.header, here.columns, 1);
    }
  }

  private void endRun() {
    flush();
    run = null;
  }

  /** Hands the run's text over; its look stays for what follows. */
  private void flush() {
    if (run == null || run.text.isEmpty()) {
      return;
    }
    String text = run.text.toString();
    run.text.setLength(0);
    if (run.hidden) {
      if (!hiddenFound) {
        hiddenFound = true;
        book.foundHere(FindingCode.HIDDEN_TEXT_SKIPPED);
      }
      return;
    }
    if (paragraphs.isEmpty()) {
      return;
    }
    begin();
    paragraph().words.append(text);
    boolean told = !run.language.isEmpty() && !book.contradicts(run.language, text);
    if (told) {
      book.openLanguage(run.language);
    }
    boolean strong = run.bold;
    boolean emphasis = (run.bold || run.italic) && !paragraph().heading;
    if (emphasis) {
      book.openEmphasis(strong);
    }
    book.text(text);
    if (emphasis) {
      book.closeEmphasis(strong);
    }
    if (told) {
      book.closeLanguage();
    }
  }

  /** Opens the block that the paragraph is, now that something stands in it. */
  private void begin() {
    Paragraph paragraph = paragraph();
    if (paragraph.begun) {
      return;
    }
    paragraph.begun = true;
    paragraph.role = styles.role(paragraph.style);
    int heading = styles.heading(paragraph.style, paragraph.outline);
    paragraph.heading = heading > 0;
    String number =
        paragraph.number.isEmpty() ? styles.numbering(paragraph.style) : paragraph.number;
    boolean listed = heading == 0 && !number.isEmpty() && !number.equals("0");
    if (listed && paragraphs.size() == 1) {
      int depth = paragraph.depth >= 0 ? paragraph.depth : styles.depth(paragraph.style);
      openItem(number, Math.min(8, Math.max(0, depth)));
    } else if (paragraphs.size() == 1) {
      closeLists(0);
    }
    if (paragraph.role == DocxStyles.Role.QUOTATION && heading == 0) {
      book.openQuotation();
    }
    if (heading > 0) {
      book.openHeading(heading);
    } else {
      book.openParagraph();
    }
  }

  private void openItem(String number, int depth) {
    Deque<String> lists = containers.peek().lists;
    closeLists(depth + 1);
    if (lists.size() == depth + 1) {
      if (lists.peek().equals(number)) {
        book.close();
        book.openItem();
        count(number, depth);
        return;
      }
      closeLists(depth);
    }
    while (lists.size() <= depth) {
      int at = lists.size();
      DocxStyles.Level level = styles.level(number, at);
      int before = at < depth ? 0 : counted.getOrDefault(number + "/" + at, 0);
      book.openList(level.ordered(), level.start() + before);
      book.openItem();
      lists.push(number);
    }
    count(number, depth);
  }

  /** Numbers go on where the same list was interrupted, and begin anew below a new item. */
  private void count(String number, int depth) {
    counted.merge(number + "/" + depth, 1, Integer::sum);
    for (int deeper = depth + 1; deeper < 9; deeper++) {
      counted.remove(number + "/" + deeper);
    }
  }

  private void closeLists(int left) {
    Deque<String> lists = containers.peek().lists;
    while (lists.size() > left) {
      lists.pop();
      book.close();
      book.close();
    }
  }

  private void endParagraph() {
    endRun();
    if (paragraphs.isEmpty()) {
      return;
    }
    Paragraph paragraph = paragraphs.pop();
    if (!paragraph.begun) {
      return;
    }
    book.close();
    if (paragraph.role == DocxStyles.Role.QUOTATION && !paragraph.heading) {
      book.close();
    }
    if (paragraph.role == DocxStyles.Role.TITLE) {
      book.title(paragraph.words.toString());
    }
    paragraph.calls.forEach(
        (key, label) -> {
          List<String> texts = notes.remove(key);
          if (texts != null) {
            note(book, key, label, texts);
          }
        });
  }

  static void note(PublicationBuilder book, String key, String label, List<String> paragraphs) {
    book.openNote(key, label);
    for (String text : paragraphs) {
      book.openParagraph();
      book.text(text);
      book.close();
    }
    book.close();
  }

  private void call(String key) {
    if (paragraphs.isEmpty()) {
      return;
    }
    endRun();
    begin();
    String label = String.valueOf(++called);
    paragraph().calls.put(key, label);
    book.noteCall(key, label);
  }

  private void picture() {
    if (pictureName != null && !decoration) {
      if (!paragraphs.isEmpty()) {
        flush();
        begin();
      }
      book.image(pictureName, pictureDescription);
    }
    pictureName = null;
  }
}
