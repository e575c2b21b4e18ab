package org.titiktutur.extraction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.titiktutur.publication.FindingCode;

/**
 * The text of a word processor's file, told to the book paragraph by paragraph. Lists are made of
 * paragraphs that say how deep they stand; a paragraph decides what it is when it ends; what
 * interrupts it (a text box, a note, a picture) waits until then.
 */
final class OfficeText {

  /** UTF-16 units of a paragraph that are held back until it is known what it is. */
  private static final int HELD = 100_000;

  /** UTF-16 units of a heading that has no heading's style. */
  private static final int LONGEST_GUESS = 120;

  /** What the style of a paragraph says that it is. */
  enum Kind {
    TEXT,
    HEADING,
    QUOTATION,
    CODE,
    CAPTION
  }

  /**
   * A paragraph's place in a list.
   *
   * @param list the same for all items of one list
   * @param depth 0 for the outermost
   * @param number of the item where that is all of its label, else 0; {@link #INSIDE} for another
   *     paragraph of the item that is open
   * @param label as printed, where a number does not say it; empty for a bullet
   */
  record Item(String list, int depth, int number, String label) {
    static final int INSIDE = -1;
  }

  /**
   * What is known of a paragraph when it begins.
   *
   * @param level of a heading, 1 to 6
   * @param item null if it is in no list
   * @param label of a heading that is numbered by its style; may be empty
   * @param language tag, or null for the book's
   */
  record Look(Kind kind, int level, Item item, String label, String language, boolean centred) {
    static final Look PLAIN = new Look(Kind.TEXT, 0, null, "", null, false);
  }

  /** A list that is open, with an item open in it. */
  private record OpenList(String list, int depth, boolean ordered) {}

  private static final class Paragraph {
    final Look look;
    final List<Consumer<PublicationBuilder>> words = new ArrayList<>();
    final StringBuilder plain = new StringBuilder();
    final List<Consumer<PublicationBuilder>> after = new ArrayList<>();
    int strong;
    boolean isOpen;
    int closes;

    Paragraph(Look look) {
      this.look = look;
    }
  }

  /** The body, a cell, a text box or a note: paragraphs in it stand among themselves. */
  private static final class Level {
    final Consumer<Consumer<PublicationBuilder>> sink;
    final Deque<OpenList> lists = new ArrayDeque<>(2);
    Paragraph paragraph;

    /** A picture that may have a caption below it. */
    Consumer<PublicationBuilder> picture;

    /** Lines of a program may go on below it. */
    boolean inCode;

    /** The words of a caption that may have a table below it. */
    List<Consumer<PublicationBuilder>> caption;

    Level(Consumer<Consumer<PublicationBuilder>> sink) {
      this.sink = sink;
    }
  }

  private final boolean guesses;
  private final Deque<Level> levels = new ArrayDeque<>();
  private boolean hiddenFound;
  private boolean navigationFound;
  private boolean anything;
  private boolean chapters;
  private int guessed;

  /**
   * A text that begins.
   *
   * @param guesses no style of the file makes headings: what looks like one is taken for one
   */
  OfficeText(PublicationBuilder book, boolean guesses) {
    this(told -> told.accept(book), guesses);
  }

  private OfficeText(Consumer<Consumer<PublicationBuilder>> sink, boolean guesses) {
    this.guesses = guesses;
    levels.push(new Level(sink));
  }

  /** A text that is kept, to be told later where it is called. */
  static OfficeText kept(List<Consumer<PublicationBuilder>> telling) {
    return new OfficeText(telling::add, false);
  }

  /** A text of which only what there is matters. */
  static OfficeText unheard() {
    return new OfficeText(told -> {}, false);
  }

  /** Whether there were any words. */
  boolean saidAnything() {
    return anything;
  }

  int guessedHeadings() {
    return guessed;
  }

  private Level level() {
    return levels.peek();
  }

  private void tell(Consumer<PublicationBuilder> told) {
    level().sink.accept(told);
  }

  // Paragraphs.

  void beginParagraph(Look look) {
    endParagraph();
    level().paragraph = new Paragraph(look);
  }

  void endParagraph() {
    Paragraph ended = level().paragraph;
    if (ended == null) {
      return;
    }
    boolean blank = !ended.isOpen && ended.plain.toString().isBlank();
    if (blank) {
      level().paragraph = null;
      ended.words.forEach(this::tell);
    } else if (isTableCaption(ended)) {
      level().paragraph = null;
      endHeld();
      level().caption = ended.words;
      anything = true;
    } else {
      open(ended);
      level().paragraph = null;
      level().inCode = ended.look.kind() == Kind.CODE && ended.closes == 1;
      if (level().inCode && ended.look.language() == null && ended.after.isEmpty()) {
        return;
      }
      level().inCode = false;
      for (int i = 0; i < ended.closes; i++) {
        tell(PublicationBuilder::close);
      }
      if (ended.look.language() != null) {
        tell(PublicationBuilder::closeLanguage);
      }
    }
    ended.after.forEach(this::tell);
  }

  private static boolean isTableCaption(Paragraph paragraph) {
    return !paragraph.isOpen
        && paragraph.look.item() == null
        && paragraph.look.kind() != Kind.HEADING
        && paragraph.plain.length() < 500
        && HeadingWords.isTableCaption(paragraph.plain.toString());
  }

  /** Says what the paragraph is, and what was held back of it. */
  private void open(Paragraph paragraph) {
    if (paragraph.isOpen) {
      return;
    }
    paragraph.isOpen = true;
    anything = true;
    Look look = paragraph.look;
    int heading = headingLevel(paragraph);
    Item item = heading > 0 ? null : look.item();
    boolean captions =
        level().picture != null
            && heading == 0
            && (look.kind() == Kind.CAPTION
                || HeadingWords.isFigureCaption(paragraph.plain.toString()));
    if (captions) {
      Consumer<PublicationBuilder> picture = level().picture;
      level().picture = null;
      endHeld();
      tell(PublicationBuilder::openFigure);
      tell(picture);
      tell(PublicationBuilder::openCaption);
      paragraph.closes = 2;
    } else if (level().inCode
        && heading == 0
        && item == null
        && look.kind() == Kind.CODE
        && look.language() == null) {
      level().inCode = false;
      tell(PublicationBuilder::lineBreak);
      paragraph.words.forEach(this::tell);
      paragraph.words.clear();
      paragraph.closes = 1;
      return;
    } else {
      endHeld();
      toList(item);
    }
    if (look.language() != null) {
      tell(told -> told.openLanguage(look.language()));
    }
    if (heading > 0) {
      tell(told -> told.openHeading(heading));
      paragraph.closes++;
    } else if (look.kind() == Kind.QUOTATION) {
      tell(PublicationBuilder::openQuotation);
      tell(PublicationBuilder::openParagraph);
      paragraph.closes += 2;
    } else if (look.kind() == Kind.CODE) {
      tell(told -> told.openLines(true));
      paragraph.closes++;
    } else if (!captions) {
      tell(PublicationBuilder::openParagraph);
      paragraph.closes++;
    }
    String label = item != null ? item.label() : look.label();
    if (!label.isEmpty()) {
      tell(told -> told.text(label + " "));
    }
    paragraph.words.forEach(this::tell);
    paragraph.words.clear();
  }

  private int headingLevel(Paragraph paragraph) {
    if (paragraph.look.kind() == Kind.HEADING) {
      return paragraph.look.level();
    }
    int level = guesses ? guess(paragraph) : 0;
    guessed += level > 0 ? 1 : 0;
    return level;
  }

  private int guess(Paragraph paragraph) {
    if (paragraph.plain.length() > LONGEST_GUESS
        || paragraph.look.item() != null
        || levels.size() > 1) {
      return 0;
    }
    String text = paragraph.plain.toString().strip();
    boolean bold = paragraph.strong >= text.length() * 0.9;
    boolean capitals =
        text.equals(text.toUpperCase(Locale.ROOT)) && text.chars().anyMatch(Character::isLetter);
    boolean shown = bold || capitals || paragraph.look.centred();
    int chapter = HeadingWords.chapterLevel(text);
    if (chapter > 0 && shown) {
      chapters = true;
      return chapter;
    }
    if (HeadingWords.isNamed(text) && shown) {
      return 1;
    }
    char last = text.charAt(text.length() - 1);
    if (!bold || ".,;:!?".indexOf(last) >= 0) {
      return 0;
    }
    int decimals = HeadingWords.decimals(text);
    if (decimals > 0) {
      return Math.min(6, decimals > 1 ? decimals : chapters ? 3 : 1);
    }
    if (HeadingWords.isLettered(text)) {
      return chapters ? 2 : 1;
    }
    return capitals || paragraph.look.centred() ? chapters ? 1 : 2 : 0;
  }

  // Inside paragraphs. Words outside of one make one of their own.

  void text(String words, boolean strong, boolean emphasis, String language) {
    if (words.isEmpty()) {
      return;
    }
    Paragraph paragraph = paragraph();
    if (!paragraph.isOpen) {
      paragraph.plain.append(words);
      paragraph.strong += strong ? words.length() : 0;
    }
    say(
        told -> {
          if (language != null) {
            told.openLanguage(language);
          }
          if (strong) {
            told.openEmphasis(true);
          }
          if (emphasis) {
            told.openEmphasis(false);
          }
          told.text(words);
          if (emphasis) {
            told.closeEmphasis(false);
          }
          if (strong) {
            told.closeEmphasis(true);
          }
          if (language != null) {
            told.closeLanguage();
          }
        });
    if (!paragraph.isOpen && paragraph.plain.length() > HELD) {
      open(paragraph);
    }
  }

  void lineBreak() {
    paragraph().plain.append(' ');
    say(PublicationBuilder::lineBreak);
  }

  void noteCall(String key, String label) {
    paragraph().plain.append(label);
    say(told -> told.noteCall(key, label));
  }

  void pageStart(String label) {
    say(told -> told.pageStart(label));
  }

  void foundHere(FindingCode code, Object... arguments) {
    say(told -> told.foundHere(code, arguments));
  }

  /** Text that the page does not show was left out; said once. */
  void hidden() {
    if (!hiddenFound) {
      hiddenFound = true;
      foundHere(FindingCode.HIDDEN_TEXT_SKIPPED);
    }
  }

  /** A table of contents was left out; said once. */
  void navigationSkipped() {
    if (!navigationFound) {
      navigationFound = true;
      foundHere(FindingCode.NAVIGATION_SKIPPED);
    }
  }

  private Paragraph paragraph() {
    if (level().paragraph == null) {
      level().paragraph = new Paragraph(Look.PLAIN);
    }
    return level().paragraph;
  }

  private void say(Consumer<PublicationBuilder> told) {
    Paragraph paragraph = level().paragraph;
    if (paragraph == null || paragraph.isOpen) {
      tell(told);
    } else {
      paragraph.words.add(told);
    }
  }

  /** A picture; it stands after the paragraph that it is anchored in. */
  void image(String name, String description) {
    Consumer<PublicationBuilder> picture = told -> told.image(name, description);
    Paragraph paragraph = level().paragraph;
    boolean alone = paragraph == null || (!paragraph.isOpen && paragraph.plain.isEmpty());
    if (alone) {
      endHeld();
      level().picture = picture;
    } else {
      paragraph().after.add(picture);
    }
  }

  private void endHeld() {
    if (level().inCode) {
      level().inCode = false;
      tell(PublicationBuilder::close);
    }
    Consumer<PublicationBuilder> picture = level().picture;
    level().picture = null;
    if (picture != null) {
      toList(null);
      tell(picture);
    }
    List<Consumer<PublicationBuilder>> caption = level().caption;
    level().caption = null;
    if (caption != null) {
      toList(null);
      tell(PublicationBuilder::openParagraph);
      caption.forEach(this::tell);
      tell(PublicationBuilder::close);
    }
  }

  // Lists.

  private void toList(Item item) {
    Deque<OpenList> lists = level().lists;
    while (!lists.isEmpty()) {
      OpenList inner = lists.peek();
      boolean belongs =
          item != null
              && (inner.depth() < item.depth()
                  || (inner.depth() == item.depth()
                      && (item.number() == Item.INSIDE
                          || (inner.list().equals(item.list())
                              && inner.ordered() == item.number() > 0))));
      if (belongs) {
        break;
      }
      lists.pop();
      tell(PublicationBuilder::close);
      tell(PublicationBuilder::close);
    }
    if (item == null || (item.number() == Item.INSIDE && !lists.isEmpty())) {
      return;
    }
    boolean goesOn = !lists.isEmpty() && lists.peek().depth() == item.depth();
    if (goesOn) {
      tell(PublicationBuilder::close);
    } else {
      boolean ordered = item.number() > 0;
      tell(told -> told.openList(ordered, ordered ? item.number() : 1));
      lists.push(new OpenList(item.list(), item.depth(), ordered));
    }
    tell(PublicationBuilder::openItem);
  }

  // Tables.

  void beginTable() {
    endParagraph();
    List<Consumer<PublicationBuilder>> caption = level().caption;
    level().caption = null;
    endHeld();
    toList(null);
    tell(PublicationBuilder::openTable);
    if (caption != null) {
      tell(PublicationBuilder::openCaption);
      caption.forEach(this::tell);
      tell(PublicationBuilder::close);
    }
  }

  void beginRow() {
    tell(PublicationBuilder::openRow);
  }

  void beginCell(boolean header, int columns, int rows) {
    tell(told -> told.openCell(header, columns, rows));
    levels.push(new Level(level().sink));
  }

  void endCell() {
    endLevel();
    tell(PublicationBuilder::close);
  }

  void endRow() {
    tell(PublicationBuilder::close);
  }

  void endTable() {
    tell(PublicationBuilder::close);
  }

  // What interrupts a paragraph.

  /** What follows, up to {@link #endAside}, waits for the end of the paragraph that is open. */
  void beginAside() {
    List<Consumer<PublicationBuilder>> waiting = paragraph().after;
    levels.push(new Level(waiting::add));
  }

  void endAside() {
    endLevel();
  }

  /** A note, likewise. */
  void beginNote(String key, String label) {
    beginAside();
    tell(told -> told.openNote(key, label));
  }

  void endNote() {
    endParagraph();
    endHeld();
    toList(null);
    tell(PublicationBuilder::close);
    endLevel();
  }

  /** A note whose text was kept; it follows the paragraph that calls it. */
  void note(String key, String label, List<Consumer<PublicationBuilder>> telling) {
    beginNote(key, label);
    telling.forEach(this::tell);
    endNote();
  }

  private void endLevel() {
    endParagraph();
    endHeld();
    toList(null);
    if (levels.size() > 1) {
      levels.pop();
    }
  }

  /** No more will come; what is still open because the file broke off is closed. */
  void end() {
    while (levels.size() > 1) {
      endLevel();
    }
    endLevel();
  }
}
