package org.titiktutur.extraction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.titiktutur.publication.FindingCode;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The content of an ODT as it is read: its own styles, then its text, told to an OfficeText. */
final class OdtBody extends DefaultHandler {

  /** Left out with all that is in them. */
  private static final Set<String> SKIPPED =
      Set.of(
          "tracked-changes",
          "annotation",
          "forms",
          "sequence-decls",
          "variable-decls",
          "user-field-decls",
          "dde-connection-decls",
          "ruby-text",
          "script",
          "binary-data",
          "covered-table-cell",
          "event-listeners",
          "glue-point",
          "master-styles",
          "meta",
          "settings",
          "scripts",
          "font-face-decls");

  private static final Set<String> SHAPES =
      Set.of(
          "custom-shape",
          "rect",
          "ellipse",
          "circle",
          "line",
          "polyline",
          "polygon",
          "path",
          "regular-polygon",
          "connector",
          "measure",
          "caption",
          "text-box");

  private static final int LEVELS = 10;

  /** A list that is open. */
  private static final class OpenList {
    final String style;
    final String key;
    int number;
    boolean counted;
    boolean fresh;

    OpenList(String style, String key) {
      this.style = style;
      this.key = key;
    }
  }

  /** A picture or object that is open. */
  private static final class Frame {
    String name = "";
    String source = "";
    String title = "";
    String description = "";
    String formula;
  }

  /** What is open in the text, a text box or a note; those inside do not see what is outside. */
  private static final class Place {
    final Deque<OpenList> lists = new ArrayDeque<>(2);
    final Deque<String> spans = new ArrayDeque<>(4);
    String paragraph = "";
    boolean inParagraph;
  }

  private final OfficeText text;
  private final OdtStyles styles;
  private final UnaryOperator<String> formulas;
  private final Deque<Place> places = new ArrayDeque<>();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final Deque<Boolean> headerRows = new ArrayDeque<>();
  private final int[] outline = new int[LEVELS + 1];
  private final StringBuilder letters = new StringBuilder();
  private final StringBuilder words = new StringBuilder();
  private OfficeFormula formula;
  private String wanted = "";
  private String noteKey = "";
  private String noteLabel = "";
  private int skipping;
  private int notes;
  private int listsSeen;
  private String lastList = "";
  private int lastNumber;
  private boolean inBody;

  /**
   * A body to be read.
   *
   * @param formulas the text of a formula that lies in another part, by its reference; empty if
   *     there is none
   */
  OdtBody(OfficeText text, OdtStyles styles, UnaryOperator<String> formulas) {
    this.text = text;
    this.styles = styles;
    this.formulas = formulas;
    places.push(new Place());
  }

  private Place place() {
    return places.peek();
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
    if (SKIPPED.contains(local) || local.endsWith("-source")) {
      String link = Ooxml.attribute(attributes, "href");
      if (local.endsWith("-source") && !link.isEmpty()) {
        text.foundHere(FindingCode.OUTSIDE_REFERENCE_IGNORED, link);
      }
      skipping = 1;
      return;
    }
    if (!inBody) {
      inBody = local.equals("body");
      styles.startElement(local, attributes);
      return;
    }
    flush();
    switch (local) {
      case "p" -> paragraph(attributes, 0);
      case "h" ->
          paragraph(
              attributes,
              Math.max(1, Ooxml.number(Ooxml.attribute(attributes, "outline-level"), 1)));
      case "span" -> place().spans.push(Ooxml.attribute(attributes, "style-name"));
      case "s" -> say(" ".repeat(Math.min(100, Ooxml.number(Ooxml.attribute(attributes, "c"), 1))));
      case "tab" -> say(" ");
      case "line-break" -> text.lineBreak();
      case "list" -> beginList(attributes);
      case "list-item", "list-header" -> beginItem(local, attributes);
      case "table-of-content", "illustration-index", "table-index" -> {
        text.navigationSkipped();
        skipping = 1;
      }
      case "hidden-text", "hidden-paragraph" -> {
        text.hidden();
        skipping = 1;
      }
      case "section" -> {
        if (Ooxml.attribute(attributes, "display").equals("none")) {
          text.hidden();
          skipping = 1;
        }
      }
      case "note" -> noteKey = "note " + ++notes;
      case "note-citation" -> wanted = "citation";
      case "note-body" -> {
        text.noteCall(noteKey, noteLabel);
        text.beginNote(noteKey, noteLabel);
        places.push(new Place());
      }
      case "table" -> {
        text.beginTable();
        headerRows.push(false);
      }
      case "table-header-rows" -> headers(true);
      case "table-row" -> text.beginRow();
      case "table-cell" -> {
        text.beginCell(
            !headerRows.isEmpty() && headerRows.peek(),
            Ooxml.number(Ooxml.attribute(attributes, "number-columns-spanned"), 1),
            Ooxml.number(Ooxml.attribute(attributes, "number-rows-spanned"), 1));
        places.push(new Place());
      }
      case "frame" -> {
        Frame frame = new Frame();
        frame.name = Ooxml.attribute(attributes, "name");
        frames.push(frame);
      }
      case "image" -> image(Ooxml.attribute(attributes, "href"));
      case "object" -> {
        if (!frames.isEmpty()) {
          String found = formulas.apply(Ooxml.attribute(attributes, "href"));
          frames.peek().formula = found.isEmpty() ? frames.peek().formula : found;
        }
      }
      case "math" -> formula = new OfficeFormula();
      case "title", "desc" -> wanted = local;
      default -> {
        if (SHAPES.contains(local)) {
          text.beginAside();
          places.push(new Place());
        }
      }
    }
  }

  private void headers(boolean yes) {
    if (!headerRows.isEmpty()) {
      headerRows.pop();
      headerRows.push(yes);
    }
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
    if (formula != null) {
      endFormula(local);
      return;
    }
    if (!inBody) {
      styles.endElement(local);
      return;
    }
    flush();
    switch (local) {
      case "body" -> inBody = false;
      case "p", "h" -> {
        text.endParagraph();
        place().inParagraph = false;
        place().spans.clear();
      }
      case "span" -> place().spans.poll();
      case "list" -> {
        OpenList ended = place().lists.poll();
        if (ended != null) {
          lastList = ended.style;
          lastNumber = ended.number;
        }
      }
      case "note-citation", "title", "desc" -> wanted(local);
      case "note-body" -> {
        places.pop();
        text.endNote();
      }
      case "table" -> {
        headerRows.poll();
        text.endTable();
      }
      case "table-header-rows" -> headers(false);
      case "table-row" -> text.endRow();
      case "table-cell" -> {
        places.pop();
        text.endCell();
      }
      case "frame" -> endFrame();
      default -> {
        if (SHAPES.contains(local)) {
          places.pop();
          text.endAside();
        }
      }
    }
  }

  private void wanted(String local) {
    String found = words.toString().strip();
    words.setLength(0);
    wanted = "";
    if (local.equals("note-citation")) {
      noteLabel = found;
    } else if (!frames.isEmpty() && local.equals("title")) {
      frames.peek().title = found;
    } else if (!frames.isEmpty()) {
      frames.peek().description = found;
    }
  }

  private void endFormula(String local) {
    if (!local.equals("math")) {
      formula.end(local);
      return;
    }
    String found = formula.text();
    formula = null;
    if (frames.isEmpty()) {
      tellFormula(found);
    } else {
      frames.peek().formula = found;
    }
  }

  @Override
  public void characters(char[] characters, int from, int length) {
    if (skipping > 0) {
      return;
    }
    if (formula != null) {
      formula.characters(characters, from, length);
    } else if (!wanted.isEmpty()) {
      if (words.length() < 20_000) {
        words.append(characters, from, length);
      }
    } else if (inBody && place().inParagraph) {
      letters.append(characters, from, length);
      if (letters.length() > 1 << 16
          && !Character.isHighSurrogate(letters.charAt(letters.length() - 1))) {
        flush();
      }
    }
  }

  private void flush() {
    if (!letters.isEmpty()) {
      String told = letters.toString();
      letters.setLength(0);
      say(told);
    }
  }

  private void say(String told) {
    OdtStyles.Style paragraph = styles.resolved("paragraph", place().paragraph);
    Boolean bold = null;
    Boolean italic = null;
    Boolean hidden = null;
    String language = null;
    boolean raised = false;
    for (String span : place().spans) {
      OdtStyles.Style style = styles.resolved("text", span);
      bold = bold == null ? style.bold : bold;
      italic = italic == null ? style.italic : italic;
      hidden = hidden == null ? style.hidden : hidden;
      language = language == null ? style.language : language;
      raised |= style.raised;
    }
    if (is(hidden, paragraph.hidden)) {
      if (!told.isBlank()) {
        text.hidden();
      }
      return;
    }
    text.text(
        raised ? Superscript.of(told) : told,
        is(bold, paragraph.bold),
        is(italic, paragraph.italic),
        LanguageTags.isSame(language, styles.language()) ? null : language);
  }

  private static boolean is(Boolean inner, Boolean outer) {
    return inner != null ? inner : outer != null && outer;
  }

  // Paragraphs and lists.

  private void paragraph(Attributes attributes, int outlineLevel) {
    Place place = place();
    place.paragraph = Ooxml.attribute(attributes, "style-name");
    place.inParagraph = true;
    place.spans.clear();
    OdtStyles.Style style = styles.resolved("paragraph", place.paragraph);
    int level = outlineLevel > 0 ? outlineLevel : styles.headingLevel(place.paragraph);
    OfficeText.Item item = item(level > 0);
    String label = "";
    if (level > 0) {
      boolean counts = !Ooxml.attribute(attributes, "is-list-header").equals("true");
      label = item != null ? item.label() : counts ? outlineLabel(outlineLevel) : "";
      item = null;
    }
    OfficeText.Kind kind = level > 0 ? OfficeText.Kind.HEADING : DocxStyles.kindOfName(style.name);
    String language =
        style.language == null || style.language.equals(styles.language()) ? null : style.language;
    text.beginParagraph(
        new OfficeText.Look(
            kind,
            Math.min(6, level),
            item,
            label,
            language,
            style.centred != null && style.centred));
  }

  private String outlineLabel(int level) {
    OdtStyles.Numbering numbering = level > 0 && level <= LEVELS ? styles.outline(level) : null;
    if (numbering == null || numbering.format.isEmpty()) {
      return "";
    }
    outline[level] = outline[level] == 0 ? numbering.start : outline[level] + 1;
    for (int deeper = level + 1; deeper <= LEVELS; deeper++) {
      outline[deeper] = 0;
    }
    StringBuilder label = new StringBuilder();
    for (int shown = Math.max(1, level - numbering.shown + 1); shown <= level; shown++) {
      OdtStyles.Numbering of = styles.outline(shown);
      if (of != null && !of.format.isEmpty()) {
        label.append(label.isEmpty() ? "" : ".").append(Numerals.format(of.format, outline[shown]));
      }
    }
    return (numbering.before + label + numbering.after).strip();
  }

  private void beginList(Attributes attributes) {
    Place place = place();
    String named = Ooxml.attribute(attributes, "style-name");
    OpenList outer = place.lists.peek();
    String style = named.isEmpty() && outer != null ? outer.style : named;
    OpenList list = new OpenList(style, style + " " + ++listsSeen);
    boolean goesOn =
        Ooxml.attribute(attributes, "continue-numbering").equals("true")
            || !Ooxml.attribute(attributes, "continue-list").isEmpty();
    if (goesOn && outer == null && style.equals(lastList)) {
      list.number = lastNumber;
      list.counted = true;
    }
    place.lists.push(list);
  }

  private void beginItem(String local, Attributes attributes) {
    OpenList list = place().lists.peek();
    if (list == null) {
      return;
    }
    list.fresh = true;
    if (local.equals("list-header")) {
      list.fresh = false;
      return;
    }
    OdtStyles.Numbering numbering = styles.list(list.style, place().lists.size());
    int start = numbering == null ? 1 : numbering.start;
    int own = Ooxml.number(Ooxml.attribute(attributes, "start-value"), -1);
    list.number = own >= 0 ? own : list.counted ? list.number + 1 : start;
    list.counted = true;
  }

  /** The place of a paragraph in the lists that are open; null if none is. */
  private OfficeText.Item item(boolean heading) {
    Place place = place();
    OpenList list = place.lists.peek();
    if (list == null) {
      return null;
    }
    int depth = place.lists.size() - 1;
    if (!list.fresh) {
      return new OfficeText.Item(list.key, depth, OfficeText.Item.INSIDE, "");
    }
    list.fresh = false;
    OdtStyles.Numbering numbering = styles.list(list.style, depth + 1);
    if (numbering == null || numbering.bullet || numbering.format.isEmpty()) {
      return new OfficeText.Item(list.key, depth, 0, "");
    }
    StringBuilder label = new StringBuilder();
    int level = 0;
    for (OpenList outer : (Iterable<OpenList>) place.lists::descendingIterator) {
      OdtStyles.Numbering of = styles.list(list.style, ++level);
      if (level > depth + 1 - numbering.shown && of != null && !of.format.isEmpty()) {
        label.append(label.isEmpty() ? "" : ".").append(Numerals.format(of.format, outer.number));
      }
    }
    String printed = (numbering.before + label + numbering.after).strip();
    boolean plain = numbering.format.equals("1") && numbering.shown <= 1 && !heading;
    return new OfficeText.Item(list.key, depth, plain ? list.number : 0, plain ? "" : printed);
  }

  // Pictures and formulas.

  private void image(String source) {
    if (source.matches("(?i)[a-z][a-z0-9+.-]*://.*") || source.startsWith("../")) {
      text.foundHere(FindingCode.OUTSIDE_REFERENCE_IGNORED, source);
    }
    if (!frames.isEmpty() && frames.peek().source.isEmpty()) {
      frames.peek().source = source;
    }
  }

  private void endFrame() {
    Frame frame = frames.poll();
    if (frame == null) {
      return;
    }
    if (frame.formula != null) {
      tellFormula(frame.formula);
    } else if (!frame.source.isEmpty()) {
      String description = frame.description.isEmpty() ? frame.title : frame.description;
      String name = frame.source.substring(frame.source.lastIndexOf('/') + 1);
      text.image(name.isEmpty() ? frame.name : name, description);
    }
  }

  private void tellFormula(String found) {
    if (found.isEmpty()) {
      text.foundHere(FindingCode.FORMULA_LOST);
    } else {
      text.text(" " + found + " ", false, false, null);
    }
  }
}
