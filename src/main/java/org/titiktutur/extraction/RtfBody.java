package org.titiktutur.extraction;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.titiktutur.publication.FindingCode;

/** RTF as it is read: what stands in a document, told to an {@link OfficeText}. */
final class RtfBody implements RtfTokens.Listener {

  /** Destinations that are left out with all that is in them. */
  private static final Set<String> SKIPPED =
      Set.of(
          "colortbl",
          "filetbl",
          "listtables",
          "revtbl",
          "header",
          "headerl",
          "headerr",
          "headerf",
          "footer",
          "footerl",
          "footerr",
          "footerf",
          "ftnsep",
          "ftnsepc",
          "ftncn",
          "aftnsep",
          "aftnsepc",
          "aftncn",
          "nonshppict",
          "nonesttables",
          "shprslt",
          "mmathPict",
          "fldinst",
          "datafield",
          "xe",
          "tc",
          "txe",
          "rxe",
          "background",
          "falt",
          "template",
          "bkmkstart",
          "bkmkend",
          "pntxta",
          "pntxtb",
          "nextfile",
          "stylesheet-char");

  /** Destinations that stand behind {@code \*} and hold text or pictures of the document. */
  private static final Set<String> KNOWN =
      Set.of("shppict", "shpinst", "picprop", "ud", "objclass", "moMath", "nesttableprops");

  private static final Pattern NUMBER = Pattern.compile("(\\d{1,6})[.)]?");

  /** A table inside a table inside a table… */
  private static final int DEEPEST_TABLE = 20;

  private static final int LONGEST_CAPTURE = 20_000;

  /** Where text goes. */
  private enum To {
    BODY,
    NOWHERE,
    FONTS,
    STYLES,
    INFO,
    TITLE,
    AUTHOR,
    LABEL,
    PROPERTY_NAME,
    PROPERTY_VALUE,
    PICTURE,
    OBJECT_CLASS,
    FORMULA
  }

  /** What a group inherits and gives back at its end. */
  private static final class State {
    To to = To.BODY;
    int font = -1;
    boolean bold;
    boolean italic;
    boolean hidden;
    boolean deleted;
    boolean raised;
    int skippedAfterUnicode = 1;
    String language;

    // of paragraphs
    int style;
    int outline = -1;
    boolean centred;
    int list;
    int depth;
    int indent;
    int firstIndent;
    int table;

    // of this group alone
    boolean fresh;
    boolean mayBeIgnored;
    Runnable atEnd;

    State inner() {
      State inner = new State();
      inner.to = to;
      inner.font = font;
      inner.bold = bold;
      inner.italic = italic;
      inner.hidden = hidden;
      inner.deleted = deleted;
      inner.raised = raised;
      inner.skippedAfterUnicode = skippedAfterUnicode;
      inner.language = language;
      inner.style = style;
      inner.outline = outline;
      inner.centred = centred;
      inner.list = list;
      inner.depth = depth;
      inner.indent = indent;
      inner.firstIndent = firstIndent;
      inner.table = table;
      inner.fresh = true;
      return inner;
    }

    void plain() {
      bold = false;
      italic = false;
      hidden = false;
      deleted = false;
      raised = false;
    }

    void newParagraph() {
      style = 0;
      outline = -1;
      centred = false;
      list = 0;
      depth = 0;
      indent = 0;
      firstIndent = 0;
      table = 0;
    }
  }

  private static final class Cell {
    boolean mergesRight;
    boolean isMerged;
  }

  /** How the cells of a row lie, and whether it heads the table. */
  private static final class RowPlan {
    final List<Cell> cells = new ArrayList<>();
    boolean header;
  }

  private static final class OpenTable {
    RowPlan plan = new RowPlan();
    boolean inRow;
    boolean inCell;
    int cell;
  }

  /** The body, a note or a text box: paragraphs in it stand among themselves. */
  private static final class Place {
    final Deque<OpenTable> tables = new ArrayDeque<>(2);
    boolean inParagraph;
    boolean isHeading;
    String label = "";

    /** Words at the beginning of a hanging paragraph, up to its first tab; null: not any more. */
    StringBuilder lead;
  }

  private static final class Picture {
    String description = "";
    boolean isPicture;
  }

  private record Style(String name, int outline) {}

  private static final Style NO_STYLE = new Style("", -1);

  private final OfficeText text;
  private final RtfSurvey survey;
  private final String usualLanguage;
  private final Deque<State> states = new ArrayDeque<>();
  private final Deque<Place> places = new ArrayDeque<>();
  private final Deque<Picture> pictures = new ArrayDeque<>();
  private final Map<Integer, Charset> fonts = new HashMap<>();
  private final Set<Integer> symbolFonts = new java.util.HashSet<>();
  private final Map<Integer, Style> styles = new HashMap<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final StringBuilder captured = new StringBuilder();
  private State state = new State();
  private Charset charset = RtfCharsets.USUAL;
  private RowPlan plan = new RowPlan();
  private Cell cellPlan = new Cell();
  private String title = "";
  private String author = "";
  private String propertyName = "";
  private String objectClass = "";
  private int usualFont;
  private int toSkip;

  /** The first half of a letter outside the basic plane, which RTF writes as two. */
  private char high;

  private int notes;
  private int style = -1;
  private int styleOutline = -1;

  /**
   * A document to be read.
   *
   * @param survey is told what there is
   * @param usualLanguage words in it are not marked; null to mark all
   */
  RtfBody(OfficeText text, RtfSurvey survey, String usualLanguage) {
    this.text = text;
    this.survey = survey;
    this.usualLanguage = usualLanguage;
    places.push(new Place());
  }

  String title() {
    return title;
  }

  String author() {
    return author;
  }

  /** No more will come. */
  void end() {
    while (!states.isEmpty()) {
      close();
    }
    flush();
    endParagraph();
    tables(0);
  }

  // Groups.

  @Override
  public void open() {
    flush();
    toSkip = 0;
    states.push(state);
    state = state.inner();
  }

  @Override
  public void close() {
    flush();
    toSkip = 0;
    Runnable atEnd = state.atEnd;
    if (atEnd != null) {
      atEnd.run();
    }
    if (!states.isEmpty()) {
      state = states.pop();
    }
  }

  @Override
  public void mayBeIgnored() {
    state.mayBeIgnored = true;
  }

  @Override
  public void word(String name, Integer number) {
    if (toSkip > 0) {
      toSkip--;
      return;
    }
    if (!name.equals("u")) {
      flush();
    }
    boolean first = state.fresh;
    state.fresh = false;
    if (first && isDestination(name)) {
      return;
    }
    switch (state.to) {
      case NOWHERE, PICTURE, FORMULA -> {
        if (name.equals("ud")) {
          state.to = To.BODY;
        }
      }
      case FONTS -> fontWord(name, number);
      case STYLES -> styleWord(name, number);
      default -> bodyWord(name, number);
    }
    if (name.equals("u") && number != null) {
      unicode(number);
    }
  }

  /** The first word of a group may say that it is no plain text. */
  private boolean isDestination(String name) {
    boolean ignorable = state.mayBeIgnored;
    switch (name) {
      case "fonttbl" -> state.to = To.FONTS;
      case "stylesheet" -> state.to = To.STYLES;
      case "info" -> state.to = To.INFO;
      case "title" -> capture(To.TITLE, () -> title = taken());
      case "author" -> capture(To.AUTHOR, () -> author = taken());
      case "listtext", "pntext" -> {
        if (state.to == To.BODY) {
          capture(To.LABEL, () -> places.peek().label = label(taken()));
        }
      }
      case "footnote" -> note();
      case "pict" -> picture();
      case "shpinst" -> shape();
      case "shptxt" -> textBox();
      case "sn" -> capture(To.PROPERTY_NAME, () -> propertyName = taken());
      case "sv" -> capture(To.PROPERTY_VALUE, this::property);
      case "objclass" -> capture(To.OBJECT_CLASS, () -> objectClass = taken());
      case "result" -> {
        if (objectClass.startsWith("Equation")) {
          state.to = To.NOWHERE;
          foundHere(FindingCode.FORMULA_LOST);
        }
        objectClass = "";
      }
      case "moMath" -> {
        if (state.to == To.BODY) {
          foundHere(FindingCode.FORMULA_LOST);
        }
        state.to = To.FORMULA;
      }
      case "upr" -> state.to = To.NOWHERE;
      default -> {
        boolean style = state.to == To.STYLES;
        if (SKIPPED.contains(name) || (ignorable && !KNOWN.contains(name) && !style)) {
          state.to = To.NOWHERE;
        } else if (style && ignorable) {
          // a style of characters: what it looks like is repeated wherever it is used
          state.to = To.NOWHERE;
        } else {
          return false;
        }
      }
    }
    return true;
  }

  private void capture(To to, Runnable atEnd) {
    if (state.to == To.NOWHERE) {
      return;
    }
    captured.setLength(0);
    state.to = to;
    state.atEnd = atEnd;
  }

  private String taken() {
    String taken = captured.toString().strip();
    captured.setLength(0);
    return taken;
  }

  // Fonts and styles.

  private void fontWord(String name, Integer number) {
    if (number == null) {
      return;
    }
    switch (name) {
      case "f" -> state.font = number;
      case "fcharset" -> {
        if (number == 2) {
          symbolFonts.add(state.font);
        }
        Charset ofFont = RtfCharsets.ofFont(number);
        if (ofFont != null && fonts.size() < 50_000) {
          fonts.put(state.font, ofFont);
        }
      }
      case "cpg" -> fonts.put(state.font, RtfCharsets.ofCodePage(number));
      default -> {}
    }
  }

  private void styleWord(String name, Integer number) {
    if (state.atEnd == null) {
      style = 0;
      styleOutline = -1;
      captured.setLength(0);
      state.atEnd = this::endStyle;
    }
    if (name.equals("s") && number != null) {
      style = number;
    } else if (name.equals("outlinelevel") && number != null) {
      styleOutline = number;
    }
  }

  private void endStyle() {
    String name = taken();
    if (!name.isEmpty() && styles.size() < 50_000) {
      String own = name.endsWith(";") ? name.substring(0, name.length() - 1) : name;
      styles.put(style, new Style(own.strip(), styleOutline));
    }
  }

  // Words of the text.

  private void bodyWord(String name, Integer number) {
    boolean on = number == null || number != 0;
    int value = number == null ? 0 : number;
    switch (name) {
      case "ansicpg" -> charset = RtfCharsets.ofCodePage(value);
      case "mac" -> charset = RtfCharsets.ofCodePage(10000);
      case "pc" -> charset = RtfCharsets.ofCodePage(437);
      case "pca" -> charset = RtfCharsets.ofCodePage(850);
      case "deff" -> usualFont = value;
      case "f" -> state.font = value;
      case "uc" -> state.skippedAfterUnicode = Math.max(0, Math.min(10, value));
      case "plain" -> state.plain();
      case "b" -> state.bold = on;
      case "i" -> state.italic = on;
      case "v" -> state.hidden = on;
      case "deleted" -> state.deleted = on;
      case "super" -> state.raised = on;
      case "sub", "nosupersub" -> state.raised = false;
      case "lang" -> state.language = RtfCharsets.language(value);
      case "pard" -> state.newParagraph();
      case "s" -> state.style = value;
      case "outlinelevel" -> state.outline = value;
      case "qc" -> state.centred = true;
      case "ql", "qr", "qj" -> state.centred = false;
      case "ls" -> state.list = value;
      case "ilvl" -> state.depth = Math.max(0, Math.min(8, value));
      case "li" -> state.indent = value;
      case "fi" -> state.firstIndent = value;
      case "intbl" -> state.table = Math.max(1, state.table);
      case "itap" -> state.table = Math.max(0, Math.min(DEEPEST_TABLE, value));
      case "par", "sect" -> paragraphEnds();
      case "line" -> lineBreak();
      case "tab" -> tab();
      case "cell" -> cellEnds(1);
      case "nestcell" -> cellEnds(Math.max(2, state.table));
      case "row" -> rowEnds(1);
      case "nestrow" -> rowEnds(Math.max(2, state.table));
      case "trowd" -> plan = new RowPlan();
      case "trhdr" -> plan.header = true;
      case "clmgf" -> cellPlan.mergesRight = true;
      case "clmrg" -> cellPlan.isMerged = true;
      case "cellx" -> {
        if (plan.cells.size() < 1000) {
          plan.cells.add(cellPlan);
        }
        cellPlan = new Cell();
      }
      default -> {
        String sign = sign(name);
        if (!sign.isEmpty()) {
          say(sign);
        }
      }
    }
  }

  private static String sign(String name) {
    return switch (name) {
      case "emdash" -> "\u2014";
      case "endash" -> "\u2013";
      case "lquote" -> "\u2018";
      case "rquote" -> "\u2019";
      case "ldblquote" -> "\u201C";
      case "rdblquote" -> "\u201D";
      case "bullet" -> "\u2022";
      case "emspace", "enspace", "qmspace" -> " ";
      case "zwj" -> "\u200D";
      case "zwnj" -> "\u200C";
      default -> "";
    };
  }

  private void unicode(int number) {
    flush();
    char unit = (char) number;
    if (Character.isHighSurrogate(unit)) {
      high = unit;
    } else {
      String whole = high == 0 ? "" : String.valueOf(high);
      high = 0;
      say(isOfSymbols(unit) ? symbol(unit) : whole + unit);
    }
    toSkip = state.skippedAfterUnicode;
  }

  /** Letters of symbol fonts stand at F000; what their signs mean, only the font knows. */
  private static boolean isOfSymbols(int code) {
    return code >= 0xF000 && code <= 0xF0FF;
  }

  private static String symbol(int code) {
    return switch (code & 0xFF) {
      case 0xB7, 0xA7, 0xD8 -> "\u2022";
      case ' ' -> " ";
      default -> "\uFFFD";
    };
  }

  @Override
  public void letter(int value) {
    if (toSkip > 0) {
      toSkip--;
      return;
    }
    state.fresh = false;
    if (state.to != To.NOWHERE && state.to != To.PICTURE && state.to != To.FORMULA) {
      bytes.write(value);
    }
  }

  @Override
  public void sign(char character) {
    if (toSkip > 0) {
      toSkip--;
      return;
    }
    flush();
    state.fresh = false;
    say(String.valueOf(character));
  }

  private void flush() {
    if (bytes.size() == 0) {
      return;
    }
    byte[] raw = bytes.toByteArray();
    bytes.reset();
    int font = state.font < 0 ? usualFont : state.font;
    boolean inTable = state.to == To.FONTS || state.to == To.STYLES;
    if (symbolFonts.contains(font) && !inTable) {
      StringBuilder signs = new StringBuilder();
      for (byte each : raw) {
        signs.append(symbol(each & 0xFF));
      }
      say(signs.toString());
    } else {
      say(new String(raw, inTable ? charset : fonts.getOrDefault(font, charset)));
    }
  }

  private void say(String words) {
    switch (state.to) {
      case BODY -> body(words);
      case STYLES, TITLE, AUTHOR, LABEL, PROPERTY_NAME, PROPERTY_VALUE, OBJECT_CLASS -> {
        if (captured.length() < LONGEST_CAPTURE) {
          captured.append(words);
        }
      }
      default -> {}
    }
  }

  private void body(String words) {
    if (state.deleted) {
      return;
    }
    if (state.hidden) {
      if (!words.isBlank()) {
        text.hidden();
      }
      return;
    }
    Place place = places.peek();
    if (DocxStyles.isContents(styles.getOrDefault(state.style, NO_STYLE).name())) {
      text.navigationSkipped();
      return;
    }
    if (!place.inParagraph && place.lead == null && hangs() && place.label.isEmpty()) {
      place.lead = new StringBuilder();
    }
    if (place.lead != null) {
      place.lead.append(words);
      if (place.lead.length() > 10) {
        endLead("");
      }
      return;
    }
    if (!place.inParagraph && words.isBlank()) {
      return;
    }
    begin();
    tell(words);
  }

  private void tell(String words) {
    boolean heading = places.peek().isHeading;
    String language = state.language;
    survey.words(language, words);
    text.text(
        state.raised ? Superscript.of(words) : words,
        state.bold && !heading,
        state.italic && !heading,
        language == null || LanguageTags.isSame(language, usualLanguage) ? null : language);
  }

  // Paragraphs.

  /** The first line stands out to the left: what is there may be the sign of an item. */
  private boolean hangs() {
    return state.firstIndent < 0 && state.list == 0;
  }

  /** The words at the beginning of a hanging paragraph turned out to be a label or not. */
  private void endLead(String label) {
    Place place = places.peek();
    String words = place.lead == null ? "" : place.lead.toString();
    place.lead = null;
    if (!label.isEmpty()) {
      place.label = label;
    } else if (!words.isBlank()) {
      begin();
      tell(words);
    }
  }

  private void tab() {
    Place place = places.peek();
    if (state.to == To.LABEL) {
      return;
    }
    if (place.lead != null) {
      String label = label(place.lead.toString().strip());
      boolean fits = isBullet(label) || NUMBER.matcher(label).matches();
      endLead(fits ? label : "");
      if (fits) {
        return;
      }
    }
    say(" ");
  }

  /** The sign of an item without what only sets it off. */
  private static String label(String printed) {
    String label = printed.strip();
    return label.length() > 20 ? "" : label.isEmpty() ? "\u2022" : label;
  }

  private static boolean isBullet(String label) {
    return label.codePoints().noneMatch(Character::isLetterOrDigit)
        || label.equals("o")
        || label.equals("\uFFFD");
  }

  private void begin() {
    Place place = places.peek();
    if (place.inParagraph) {
      return;
    }
    if (place.lead != null) {
      endLead("");
      begin();
      return;
    }
    tables(state.table);
    if (state.table > 0) {
      openCell();
    }
    place.inParagraph = true;
    text.beginParagraph(look(place));
    place.label = "";
  }

  private OfficeText.Look look(Place place) {
    Style named = styles.getOrDefault(state.style, NO_STYLE);
    int level = DocxStyles.headingLevelOfName(named.name());
    int outline = state.outline >= 0 ? state.outline : named.outline();
    if (outline >= 0 && outline < 9) {
      level = Math.min(6, outline + 1);
    }
    place.isHeading = level > 0 && state.table == 0;
    if (place.isHeading) {
      survey.heading();
      String label = isBullet(place.label) ? "" : place.label;
      return new OfficeText.Look(OfficeText.Kind.HEADING, level, null, label, null, state.centred);
    }
    OfficeText.Item item = place.label.isEmpty() ? null : item(place.label);
    OfficeText.Kind kind = DocxStyles.kindOfName(named.name());
    return new OfficeText.Look(kind, 0, item, "", null, state.centred);
  }

  private OfficeText.Item item(String label) {
    boolean made = state.list > 0;
    int depth = made ? state.depth : Math.max(0, Math.min(8, state.indent / 360 - 1));
    String list = made ? "ls" + state.list : "li";
    Matcher number = NUMBER.matcher(label);
    if (isBullet(label)) {
      return new OfficeText.Item(list, depth, 0, "");
    }
    int counted = number.matches() ? Integer.parseInt(number.group(1)) : 0;
    return new OfficeText.Item(list, depth, counted, counted > 0 ? "" : label);
  }

  private void paragraphEnds() {
    if (state.to == To.BODY) {
      endParagraph();
    }
  }

  private void endParagraph() {
    Place place = places.peek();
    if (place.lead != null) {
      endLead("");
    }
    if (place.inParagraph) {
      text.endParagraph();
    }
    place.inParagraph = false;
    place.isHeading = false;
    place.label = "";
  }

  private void lineBreak() {
    if (state.to == To.BODY && places.peek().inParagraph) {
      text.lineBreak();
    }
  }

  private void foundHere(FindingCode code, Object... arguments) {
    if (state.to == To.BODY) {
      begin();
      text.foundHere(code, arguments);
    }
  }

  // Tables.

  /** So many tables are open inside each other from here on. */
  private void tables(int depth) {
    Deque<OpenTable> tables = places.peek().tables;
    while (tables.size() > depth) {
      endRow(tables.peek());
      tables.pop();
      text.endTable();
    }
    while (tables.size() < depth) {
      if (!tables.isEmpty()) {
        openCell();
      }
      text.beginTable();
      tables.push(new OpenTable());
    }
  }

  private void openCell() {
    OpenTable table = places.peek().tables.peek();
    if (!table.inRow) {
      table.inRow = true;
      table.cell = 0;
      table.plan = places.peek().tables.size() == 1 ? plan : new RowPlan();
      text.beginRow();
    }
    if (!table.inCell) {
      table.inCell = true;
      int columns = 1;
      List<Cell> cells = table.plan.cells;
      if (table.cell < cells.size() && cells.get(table.cell).mergesRight) {
        for (int i = table.cell + 1; i < cells.size() && cells.get(i).isMerged; i++) {
          columns++;
        }
      }
      text.beginCell(table.plan.header, columns, 1);
    }
  }

  private void cellEnds(int depth) {
    if (state.to != To.BODY) {
      return;
    }
    if (places.peek().inParagraph || places.peek().lead != null) {
      endParagraph();
    }
    tables(Math.min(DEEPEST_TABLE, depth));
    OpenTable table = places.peek().tables.peek();
    List<Cell> cells = table.plan.cells;
    boolean covered =
        table.inRow
            && !table.inCell
            && table.cell < cells.size()
            && table.cell > 0
            && cells.get(table.cell).isMerged;
    if (!covered) {
      openCell();
      text.endCell();
    }
    table.inCell = false;
    table.cell++;
  }

  private void rowEnds(int depth) {
    Deque<OpenTable> tables = places.peek().tables;
    if (state.to == To.BODY && tables.size() >= depth) {
      tables(depth);
      endRow(tables.peek());
    }
  }

  private void endRow(OpenTable table) {
    if (table.inCell) {
      endParagraph();
      text.endCell();
      table.inCell = false;
    }
    if (table.inRow) {
      text.endRow();
      table.inRow = false;
    }
  }

  // Notes, pictures, text boxes.

  private void note() {
    if (state.to != To.BODY) {
      return;
    }
    begin();
    String key = "note " + ++notes;
    String label = String.valueOf(notes);
    text.noteCall(key, label);
    text.beginNote(key, label);
    aside(text::endNote);
  }

  private void textBox() {
    if (state.to != To.BODY) {
      return;
    }
    text.beginAside();
    aside(text::endAside);
  }

  private void aside(Runnable end) {
    places.push(new Place());
    state.plain();
    state.newParagraph();
    state.atEnd =
        () -> {
          endParagraph();
          tables(0);
          places.pop();
          end.run();
        };
  }

  private void picture() {
    boolean shown = state.to == To.BODY || state.to == To.PROPERTY_VALUE;
    if (state.to == To.PROPERTY_VALUE && !pictures.isEmpty()) {
      pictures.peek().isPicture = true;
      state.to = To.PICTURE;
      return;
    }
    state.to = To.PICTURE;
    if (shown) {
      Picture picture = new Picture();
      picture.isPicture = true;
      pictures.push(picture);
      state.atEnd = this::endPicture;
    }
  }

  private void shape() {
    if (state.to == To.BODY) {
      pictures.push(new Picture());
      state.atEnd = this::endPicture;
    }
  }

  private void endPicture() {
    Picture picture = pictures.poll();
    if (picture != null && picture.isPicture) {
      tables(Math.max(places.peek().tables.size(), state.table));
      if (state.table > 0) {
        openCell();
      }
      text.image("", picture.description);
    }
  }

  private void property() {
    String value = taken();
    if (pictures.isEmpty()) {
      return;
    }
    if (propertyName.equals("wzDescription") && !value.isEmpty()) {
      pictures.peek().description = value;
    }
  }
}
