package org.titiktutur.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Metadata;
import org.titiktutur.publication.Origin;
import org.titiktutur.publication.Place;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;

/**
 * What the reader of a format tells of a book, in reading order, becomes a publication.
 *
 * <p>Blocks are opened and closed like tags. Text may come anywhere: where no paragraph is open it
 * makes one of its own; a block that opens inside a paragraph interrupts it. A reader that knows
 * where the parts of the book begin says so ({@link #partsAreGiven}, {@link #startPart}), and each
 * part is written away when the next one begins; for the others the whole book is kept until its
 * headings show where the parts are ({@link HeadedParts}).
 *
 * <p>Monstrous input is bounded: blocks nested too deeply lose their nesting, text that is too long
 * is cut off, and both are found.
 */
final class PublicationBuilder {

  /** Deepest nesting that is kept; no reader of a book follows more. */
  static final int MAX_DEPTH = 24;

  /** UTF-16 units that a book may have: some five million words. */
  static final long MAX_TEXT = 30_000_000;

  /** Blocks that a book may have. */
  static final long MAX_BLOCKS = 2_000_000;

  private enum Kind {
    ROOT,
    WORDS,
    LIST,
    ITEM,
    TABLE,
    CAPTION,
    ROW,
    CELL,
    QUOTATION,
    NOTE,
    FIGURE,
    /** Stands for a container that was too deep: its blocks are those of the one outside. */
    FLAT
  }

  /** A block that is open. */
  private static final class Frame {
    final Kind kind;
    final Draft.Role role;
    final int level;
    final String language;
    final List<Draft> blocks;
    final List<List<Draft>> items = new ArrayList<>();
    final List<List<Draft.Cell>> rows = new ArrayList<>();
    final List<Draft.Cell> cells = new ArrayList<>();

    /** What came in the middle of the running text, and follows it rather than tearing it apart. */
    final List<Draft> after = new ArrayList<>();

    Inline text;
    Inline caption;
    boolean flag;
    int first;
    int second;
    String id = "";
    String label = "";

    Frame(Kind kind, Draft.Role role, int level, String language) {
      this(kind, role, level, language, new ArrayList<>());
    }

    Frame(Kind kind, Draft.Role role, int level, String language, List<Draft> blocks) {
      this.kind = kind;
      this.blocks = blocks;
      this.role = role;
      this.level = level;
      this.language = language;
    }
  }

  private final PartWriter writer;
  private final Runnable pulse;
  private final Deque<Frame> open = new ArrayDeque<>();
  private final Deque<String> languages = new ArrayDeque<>();
  private final Map<String, String> noteIds = new HashMap<>();
  private final Set<String> notesThere = new HashSet<>();
  private final Map<String, String> notesCalled = new LinkedHashMap<>();
  private final Set<String> called = new HashSet<>();
  private final Set<String> callers = new HashSet<>();
  private final List<Finding> bookFindings = new ArrayList<>();
  private final Set<String> authors = new LinkedHashSet<>();

  private Frame root = new Frame(Kind.ROOT, Draft.Role.PARAGRAPH, 0, null);
  private boolean partsGiven;
  private String partTitle = "";
  private int partLevel = 1;
  private String nextPartTitle;
  private int nextPartLevel;
  private String pendingPage;
  private int emphasis;
  private int strong;
  private long characters;
  private long blocks;
  private boolean textCut;
  private boolean flattened;

  private String title = "";
  private String identifier = "";
  private String publisher = "";
  private String date = "";

  /**
   * A book about which nothing has been told.
   *
   * @param pulse called whenever a block ends
   */
  PublicationBuilder(PublicationFolder.Writer folder, BookLanguage language, Runnable pulse) {
    this.writer = new PartWriter(folder, language, pulse);
    this.pulse = pulse;
    open.push(root);
  }

  // About the book.

  void title(String text) {
    if (title.isEmpty()) {
      title = oneLine(text);
    }
  }

  boolean hasTitle() {
    return !title.isEmpty();
  }

  void author(String name) {
    String clean = oneLine(name);
    if (!clean.isEmpty() && authors.size() < 100) {
      authors.add(clean);
    }
  }

  void identifier(String text) {
    identifier = identifier.isEmpty() ? oneLine(text) : identifier;
  }

  void publisher(String text) {
    publisher = publisher.isEmpty() ? oneLine(text) : publisher;
  }

  void date(String text) {
    date = date.isEmpty() ? oneLine(text) : date;
  }

  /** The language that the file gives for the whole book; what is not a tag is ignored. */
  void language(String tag) {
    writer.language().declare(tag);
  }

  /** The same, unless the first words of the book are plainly in another language. */
  void language(String tag, String firstWords) {
    writer.language().declare(tag, firstWords);
  }

  /** Whether a person or these words speak against what the file says of a document. */
  boolean contradicts(String given, String words) {
    String tag = LanguageTags.clean(given);
    BookLanguage language = writer.language();
    return tag == null
        || (language.isDecided()
            && (language.decided().origin() == Origin.ASKED || language.contradicts(tag, words)));
  }

  private static String oneLine(String text) {
    if (text == null) {
      return "";
    }
    Inline line = new Inline(null);
    line.append(text.length() > 1000 ? text.substring(0, 1000) : text, null, Inline.Emphasis.NONE);
    return line.finish().text();
  }

  // Parts.

  /** This reader will say where each part begins; headings do not make parts. */
  void partsAreGiven() {
    partsGiven = true;
  }

  /**
   * A part begins here, or where the block that is open ends.
   *
   * @param name blank: its first heading names it
   * @param level 1 for the outermost
   */
  void startPart(String name, int level) {
    nextPartTitle = oneLine(name);
    nextPartLevel = Math.max(1, level);
    startPendingPart();
  }

  private void startPendingPart() {
    if (nextPartTitle == null || !isBetweenBlocks()) {
      return;
    }
    endWords(root);
    if (PartWriter.hasWords(root.blocks)) {
      writePart(partTitle, partLevel, root.blocks);
      open.removeLast();
      root = new Frame(Kind.ROOT, Draft.Role.PARAGRAPH, 0, null);
      open.addLast(root);
    }
    partTitle = nextPartTitle;
    partLevel = nextPartLevel;
    nextPartTitle = null;
  }

  /** Nothing is open but the beginning of a heading or paragraph. */
  private boolean isBetweenBlocks() {
    for (Frame frame : open) {
      boolean begun = frame.text != null && !frame.text.isBlank();
      if (frame != root && (frame.kind != Kind.WORDS || begun || !frame.blocks.isEmpty())) {
        return false;
      }
    }
    return true;
  }

  private void writePart(String name, int level, List<Draft> drafts) {
    try {
      writer.write(name, level, drafts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Findings.

  /** A finding about the book as a whole. */
  void found(FindingCode code, Object... arguments) {
    bookFindings.add(Finding.of(code, Place.BOOK, arguments));
  }

  /** A finding about the place that has been reached. */
  void foundHere(FindingCode code, Object... arguments) {
    List<String> texts = Arrays.stream(arguments).map(String::valueOf).toList();
    addInText(new Draft.Remark(code, texts));
  }

  /** Adds what may stand inside running text without being part of it. */
  private void addInText(Draft block) {
    Frame top = open.peek();
    boolean inText = top.text != null && !top.text.isBlank();
    (inText ? top.after : outerHolder(top).blocks).add(block);
  }

  // Language and emphasis: scopes that may lie inside or around blocks.

  /** What follows is in this language; a tag that is none means no change. */
  void openLanguage(String given) {
    String tag = LanguageTags.clean(given);
    String outer = languages.isEmpty() ? "" : languages.peek();
    languages.push(tag == null ? outer : tag);
  }

  void closeLanguage() {
    languages.poll();
  }

  private String currentLanguage() {
    String top = languages.peek();
    return top == null || top.isEmpty() ? null : top;
  }

  /** Italic or bold in print. */
  void openEmphasis(boolean isStrong) {
    if (isStrong) {
      strong++;
    } else {
      emphasis++;
    }
  }

  void closeEmphasis(boolean isStrong) {
    if (isStrong) {
      strong = Math.max(0, strong - 1);
    } else {
      emphasis = Math.max(0, emphasis - 1);
    }
  }

  private Inline.Emphasis currentEmphasis() {
    if (strong > 0) {
      return Inline.Emphasis.STRONG;
    }
    return emphasis > 0 ? Inline.Emphasis.NORMAL : Inline.Emphasis.NONE;
  }

  // Blocks. Each open… wants a close().

  void openHeading(int level) {
    push(new Frame(Kind.WORDS, Draft.Role.HEADING, Math.min(6, Math.max(1, level)), here()));
  }

  void openParagraph() {
    push(new Frame(Kind.WORDS, Draft.Role.PARAGRAPH, 0, here()));
  }

  /** Text whose line ends matter; {@code code}: it is not in a human language. */
  void openLines(boolean code) {
    push(new Frame(Kind.WORDS, code ? Draft.Role.CODE : Draft.Role.LINES, 0, here()));
  }

  void openList(boolean ordered, int start) {
    Frame frame = container(Kind.LIST);
    frame.flag = ordered;
    frame.first = start;
    push(frame);
  }

  void openItem() {
    push(container(Kind.ITEM));
  }

  void openTable() {
    push(container(Kind.TABLE));
  }

  /** The caption of the table or figure that is open. */
  void openCaption() {
    push(container(Kind.CAPTION));
  }

  void openRow() {
    push(container(Kind.ROW));
  }

  void openCell(boolean header, int columns, int rows) {
    Frame frame = container(Kind.CELL);
    frame.flag = header;
    frame.first = Math.min(1000, Math.max(1, columns));
    frame.second = Math.min(10_000, Math.max(1, rows));
    push(frame);
  }

  void openQuotation() {
    push(container(Kind.QUOTATION));
  }

  /**
   * A footnote or endnote.
   *
   * @param key what {@link #noteCall} names
   * @param label as printed; may be empty
   */
  void openNote(String key, String label) {
    Frame frame = container(Kind.NOTE);
    frame.id = noteId(key);
    frame.label = oneLine(label);
    notesThere.add(frame.id);
    push(frame);
  }

  /** The label of the note that is open, if it has none yet. */
  void noteLabel(String label) {
    for (Frame frame : open) {
      if (!frame.id.isEmpty()) {
        frame.label = frame.label.isEmpty() ? oneLine(label) : frame.label;
        return;
      }
    }
  }

  /** The paragraph that is open turns out to be a note. */
  void paragraphIsNote(String key) {
    Frame top = open.peek();
    boolean fresh = top.text == null || top.text.isBlank();
    if (top.kind == Kind.WORDS && top.role == Draft.Role.PARAGRAPH && fresh) {
      top.id = noteId(key);
      notesThere.add(top.id);
    }
  }

  /** Whether a note of this key has been called before this place. */
  boolean isCalled(String key) {
    return called.contains(key);
  }

  /** What calls a note has this name, by which the note may lead back to it. */
  void caller(String key) {
    callers.add(key);
  }

  boolean isCaller(String key) {
    return callers.contains(key);
  }

  /** What follows does not belong to the running text so far, whose block stays open. */
  void boundary() {
    endWords(open.peek());
  }

  /** A picture or several with a caption. */
  void openFigure() {
    push(container(Kind.FIGURE));
  }

  private Frame container(Kind kind) {
    return new Frame(kind, Draft.Role.PARAGRAPH, 0, here());
  }

  private String here() {
    return currentLanguage();
  }

  private void push(Frame frame) {
    Frame outer = open.peek();
    endWords(outer);
    if (frame.kind != Kind.WORDS && open.size() > MAX_DEPTH) {
      if (!flattened) {
        flattened = true;
        foundHere(FindingCode.NESTING_FLATTENED, MAX_DEPTH);
      }
      List<Draft> outside = outerHolder(outer).blocks;
      frame = new Frame(Kind.FLAT, Draft.Role.PARAGRAPH, 0, here(), outside);
    }
    open.push(frame);
  }

  /** Closes what was opened last. */
  void close() {
    if (open.size() == 1) {
      throw new IllegalStateException("nothing is open");
    }
    Frame frame = open.pop();
    endWords(frame, open.peek());
    List<Draft> within = frame.blocks;
    Frame outer = open.peek();
    switch (frame.kind) {
      case ROOT -> throw new IllegalStateException("the root is never closed");
      case WORDS -> outerHolder(outer).blocks.addAll(within);
      case FLAT -> {}
      case ITEM -> {
        if (outer.kind == Kind.LIST) {
          addAll(outer.items, within);
        } else {
          outerHolder(outer).blocks.addAll(within);
        }
      }
      case CELL -> {
        if (outer.kind == Kind.ROW) {
          outer.cells.add(new Draft.Cell(frame.flag, frame.first, frame.second, within));
        } else {
          outerHolder(outer).blocks.addAll(within);
        }
      }
      case ROW -> {
        loose(frame, outer);
        if (outer.kind == Kind.TABLE && !frame.cells.isEmpty()) {
          outer.rows.add(frame.cells);
        } else {
          frame.cells.forEach(cell -> outerHolder(outer).blocks.addAll(cell.blocks()));
        }
      }
      case CAPTION -> caption(frame, outer);
      case LIST -> {
        if (!frame.items.isEmpty()) {
          add(outer, new Draft.Listing(frame.flag, frame.first, frame.items));
        }
        loose(frame, outer);
      }
      case TABLE -> table(frame, outer);
      case QUOTATION -> {
        if (!within.isEmpty()) {
          add(outer, new Draft.Quotation(within));
        }
      }
      case NOTE -> {
        if (!within.isEmpty()) {
          add(outer, new Draft.Note(frame.id, frame.label, within));
        }
      }
      case FIGURE -> figure(frame, outer);
    }
    if (open.size() == 1) {
      startPendingPart();
    }
  }

  private static void addAll(List<List<Draft>> items, List<Draft> within) {
    if (!within.isEmpty()) {
      items.add(within);
    }
  }

  /** What stood in a list, row or table but outside its items and cells. */
  private void loose(Frame frame, Frame outer) {
    outerHolder(outer).blocks.addAll(frame.blocks);
  }

  private void table(Frame frame, Frame outer) {
    if (frame.rows.isEmpty() && frame.caption != null) {
      add(outer, new Draft.Words(Draft.Role.PARAGRAPH, 0, frame.caption));
    } else if (!frame.rows.isEmpty()) {
      // A table of one cell is a frame around text, not a table.
      boolean frameOnly = frame.rows.size() == 1 && frame.rows.get(0).size() == 1;
      if (frameOnly && frame.caption == null) {
        frame.rows.get(0).get(0).blocks().forEach(block -> add(outer, block));
      } else {
        add(outer, new Draft.Table(frame.caption, frame.rows));
      }
    }
    loose(frame, outer);
  }

  /** A caption is running text; blocks in it, but for pictures, are joined. */
  private void caption(Frame frame, Frame outer) {
    Frame holder = outer;
    for (Frame candidate : open) {
      if (candidate.kind == Kind.TABLE || candidate.kind == Kind.FIGURE) {
        holder = candidate;
        break;
      }
    }
    List<Draft> others = new ArrayList<>();
    Inline joined = null;
    for (Draft block : frame.blocks) {
      if (block instanceof Draft.Words words && joined == null) {
        joined = words.text();
      } else if (block instanceof Draft.Words words) {
        joined.lineBreak();
        joined.append(words.text().finish().text(), joined.language(), Inline.Emphasis.NONE);
      } else {
        others.add(block);
      }
    }
    boolean takes = holder.kind == Kind.TABLE || holder.kind == Kind.FIGURE;
    if (takes && holder.caption == null && joined != null) {
      holder.caption = joined;
    } else if (joined != null) {
      add(outer, new Draft.Words(Draft.Role.PARAGRAPH, 0, joined));
    }
    others.forEach(block -> add(outer, block));
  }

  /** The caption goes to the figure's first picture; without one it is a paragraph. */
  private void figure(Frame frame, Frame outer) {
    boolean given = frame.caption == null;
    for (Draft block : frame.blocks) {
      if (!given && block instanceof Draft.Picture picture && picture.caption() == null) {
        given = true;
        add(outer, new Draft.Picture(picture.source(), picture.description(), frame.caption));
      } else {
        add(outer, block);
      }
    }
    if (!given) {
      add(outer, new Draft.Words(Draft.Role.PARAGRAPH, 0, frame.caption));
    }
  }

  private void add(Frame outer, Draft block) {
    outerHolder(outer).blocks.add(block);
  }

  /** The nearest frame that can hold blocks; a paragraph that is open hands them outwards. */
  private Frame outerHolder(Frame from) {
    boolean passed = false;
    for (Frame frame : open) {
      passed |= frame == from;
      if (passed && frame.kind != Kind.WORDS) {
        return frame;
      }
    }
    return root;
  }

  private Frame blockHolder() {
    Frame top = open.peek();
    endWords(top);
    return outerHolder(top);
  }

  // Inside blocks.

  void text(CharSequence more) {
    if (full()) {
      return;
    }
    long room = MAX_TEXT - characters;
    CharSequence kept = more.length() > room ? more.subSequence(0, (int) room) : more;
    Frame top = open.peek();
    if (top.text == null) {
      if (isBlank(kept)) {
        return;
      }
      top.text = new Inline(top.language);
      if (pendingPage != null) {
        top.text.pageStart(pendingPage);
        pendingPage = null;
      }
    }
    if (top.role == Draft.Role.LINES || top.role == Draft.Role.CODE) {
      appendLines(top.text, kept);
    } else {
      top.text.append(kept, currentLanguage(), currentEmphasis());
    }
    characters += kept.length();
  }

  private void appendLines(Inline text, CharSequence more) {
    Inline.Emphasis level = currentEmphasis();
    int from = 0;
    for (int i = 0; i < more.length(); i++) {
      if (more.charAt(i) == '\n') {
        text.append(more.subSequence(from, i), currentLanguage(), level);
        text.lineBreak();
        from = i + 1;
      }
    }
    text.append(more.subSequence(from, more.length()), currentLanguage(), level);
  }

  private boolean full() {
    if (characters >= MAX_TEXT || blocks >= MAX_BLOCKS) {
      if (!textCut) {
        textCut = true;
        foundHere(FindingCode.TEXT_CUT, characters);
      }
      return true;
    }
    return false;
  }

  private static boolean isBlank(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Inline.isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** A line ends here; in a paragraph it makes lines, or paragraphs if the lines are long. */
  void lineBreak() {
    Frame top = open.peek();
    if (top.text != null) {
      top.text.lineBreak();
    }
  }

  /**
   * The sign that calls a note.
   *
   * @param key what {@link #openNote} names; any text, unique in the file
   * @param label as printed
   */
  void noteCall(String key, String label) {
    notesCalled.putIfAbsent(noteId(key), oneLine(label));
    mayCallNote(key, label);
  }

  /** A sign that looks as if it called a note: it is no loss if there is none. */
  void mayCallNote(String key, String label) {
    if (full() || isBlank(label)) {
      return;
    }
    String id = noteId(key);
    called.add(key);
    Frame top = open.peek();
    if (top.text == null) {
      top.text = new Inline(top.language);
    }
    top.text.noteCall(label, id, currentLanguage());
    characters += label.length();
  }

  private String noteId(String key) {
    return noteIds.computeIfAbsent(key, k -> "n" + Integer.toString(noteIds.size() + 1, 36));
  }

  /** A page of the print book begins here. */
  void pageStart(String label) {
    String clean = oneLine(label);
    if (clean.isEmpty()) {
      return;
    }
    Frame top = open.peek();
    if (top.text != null && !top.text.isBlank()) {
      top.text.pageStart(clean);
    } else if (switch (top.kind) {
      case LIST, TABLE, ROW, CAPTION -> true;
      default -> false;
    }) {
      pendingPage = clean;
    } else {
      outerHolder(top).blocks.add(new Draft.PageStart(clean));
    }
  }

  /** A change of scene without a heading. */
  void sceneBreak() {
    blockHolder().blocks.add(new Draft.SceneBreak());
  }

  /**
   * A picture.
   *
   * @param source its name in the file
   * @param description blank where there is none: that is then found
   */
  void image(String source, String description) {
    Inline words = new Inline(currentLanguage());
    if (description != null && !full()) {
      words.append(description, currentLanguage(), Inline.Emphasis.NONE);
      characters += description.length();
    }
    blocks++;
    String name = oneLine(source);
    addInText(new Draft.Picture(name, words, null));
    if (words.isBlank()) {
      addInText(new Draft.Remark(FindingCode.IMAGE_WITHOUT_DESCRIPTION, List.of(name)));
    }
  }

  /** A document of the book ends, however much of it is still open. */
  void endDocument() {
    while (open.size() > 1) {
      close();
    }
    endWords(root);
    languages.clear();
    emphasis = 0;
    strong = 0;
  }

  /** Ends the running text of a frame: it becomes a block where the frame stands. */
  private void endWords(Frame frame) {
    endWords(frame, frame);
  }

  private void endWords(Frame frame, Frame outer) {
    Inline text = frame.text;
    frame.text = null;
    if (text == null || (text.isBlank() && text.replaced() == 0)) {
      return;
    }
    Frame holder = frame.kind == Kind.WORDS ? outerHolder(outer) : frame;
    blocks++;
    pulse.run();
    Draft words = new Draft.Words(frame.role, frame.level, text);
    boolean freely = holder.kind == Kind.ROOT || holder.kind == Kind.QUOTATION;
    if (frame.role == Draft.Role.PARAGRAPH && freely && TextHeadings.isSceneBreak(text.folded())) {
      words = new Draft.SceneBreak();
    }
    if (frame.kind == Kind.WORDS && !frame.id.isEmpty()) {
      words = new Draft.Note(frame.id, frame.label, List.of(words));
    }
    holder.blocks.add(words);
    holder.blocks.addAll(frame.after);
    frame.after.clear();
  }

  /**
   * Ends the book.
   *
   * @param fallbackTitle for a file that gives none
   * @param sourceName for the refusal
   * @throws Refusal if nothing of it is text
   */
  Publication finish(String fallbackTitle, String sourceName) throws IOException, Refusal {
    endDocument();
    try {
      if (partsGiven) {
        writePart(partTitle, partLevel, root.blocks);
      } else {
        HeadedParts parts = HeadedParts.of(root.blocks);
        title(parts.bookTitle());
        for (HeadedParts.Piece piece : parts.pieces()) {
          writePart(piece.title(), piece.level(), piece.blocks());
        }
      }
      writer.end();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (writer.sentences() == 0) {
      throw new Refusal(FindingCode.SOURCE_NO_TEXT, sourceName);
    }
    notesCalled.forEach(
        (id, label) -> {
          if (!notesThere.contains(id)) {
            found(FindingCode.NOTE_NOT_FOUND, label);
          }
        });
    if (title.isEmpty()) {
      title = oneLine(fallbackTitle);
      title = title.isEmpty() ? oneLine(sourceName) : title;
      found(FindingCode.TITLE_GUESSED, title);
    }
    Metadata metadata =
        new Metadata(
            title, List.copyOf(authors), writer.language().decided(), identifier, publisher, date);
    return writer.finish(metadata, bookFindings);
  }
}
