package org.titiktutur.speech;

import java.util.ArrayList;
import java.util.List;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Sentence;

/**
 * A part in the order in which it is read aloud, line by line, with the pauses between, and with
 * what is said beside the text: where lists, tables, quotations, notes and pictures begin and end.
 *
 * <p>Such words belong to the clip of the sentence next to them, inside the structure that they
 * tell of, so that whoever skips or leaves it skips them too. Page numbers, and pictures that
 * nobody has described, have no sentence: they have lines, and so clips, of their own.
 */
final class Script {

  /** Something that is said in one breath. */
  sealed interface Piece {

    /** A sentence of the book, in the language of its block. */
    record Read(Sentence sentence, String language) implements Piece {}

    /**
     * Words of ours, or of the book said again.
     *
     * @param pauseMillis the silence after it, at the usual pace, unless the line ends with it
     */
    record Added(String words, String language, int pauseMillis) implements Piece {}
  }

  /**
   * What sounds in one clip.
   *
   * @param id the sentence's, or one of {@link Clip#page} and {@link Clip#image}
   * @param pieces at most one of them is read
   * @param pauseMillis the silence after it, at the usual pace
   */
  record Line(String id, List<Piece> pieces, int pauseMillis) {

    Line {
      pieces = List.copyOf(pieces);
    }

    Line withPause(int millis) {
      return millis <= pauseMillis ? this : new Line(id, pieces, millis);
    }

    boolean isOfSentence() {
      return pieces.stream().anyMatch(Piece.Read.class::isInstance);
    }

    boolean isPage() {
      return id.startsWith(Clip.PAGE);
    }

    Line with(Piece last) {
      List<Piece> more = new ArrayList<>(pieces);
      more.add(last);
      return new Line(id, more, pauseMillis);
    }
  }

  private static final int AFTER_SENTENCE = 300;
  private static final int AFTER_LINE = 400;
  private static final int AFTER_CELL = 400;
  private static final int AFTER_ROW = 600;
  private static final int AFTER_ITEM = 550;
  private static final int AFTER_PARAGRAPH = 700;
  private static final int BEFORE_HEADING = 1200;
  private static final int AFTER_HEADING = 1000;
  private static final int AFTER_CHAPTER_HEADING = 1500;
  private static final int AROUND_STRUCTURE = 900;
  private static final int AT_SCENE_BREAK = 1800;
  private static final int AT_END_OF_PART = 2000;

  private static final int AFTER_NUMBER = 120;
  private static final int AFTER_HEADER = 150;
  private static final int AFTER_ADDED = 350;

  /** Shorter quotations are told by their pauses alone. */
  private static final int LONG_QUOTATION = 200;

  private final List<Line> lines = new ArrayList<>();

  /** What is said at the head of the line that comes next. */
  private final List<Piece> waiting = new ArrayList<>();

  private final BookVoice words;
  private final Announcements said;
  private final String bookLanguage;

  /** Lines so far that are no page numbers. */
  private int texts;

  private int pages;
  private int pictures;
  private int listLevel;
  private int levelSaid = 1;

  private Script(String bookLanguage, Announcements said) {
    this.words = BookVoice.of(bookLanguage);
    this.bookLanguage = bookLanguage;
    this.said = said;
  }

  /**
   * The lines of a part.
   *
   * @param alone whether the book has no other part
   */
  static List<Line> of(Part part, String bookLanguage, Announcements said, boolean alone) {
    Script script = new Script(bookLanguage, said);
    script.add(part, alone);
    return script.lines;
  }

  private void add(Part part, boolean alone) {
    List<Block> blocks = part.blocks();
    int first = 0;
    while (first < blocks.size() && blocks.get(first) instanceof Block.PageStart) {
      first++;
    }
    if (first < blocks.size() && blocks.get(first) instanceof Block.Heading heading) {
      addAll(blocks.subList(0, first), AFTER_PARAGRAPH);
      if (Sentence.joined(heading.text()).matches("\\d+\\.?")) {
        announce("chapter", AFTER_NUMBER);
      }
      add(heading.text(), heading.language(), AFTER_SENTENCE, AFTER_CHAPTER_HEADING);
      first++;
    } else {
      first = 0;
      if (!part.title().isEmpty()) {
        title(part.title(), part.language());
      } else if (!alone) {
        announce("part", AFTER_HEADING, part.number());
      }
    }
    addAll(blocks.subList(first, blocks.size()), AFTER_PARAGRAPH);
    lengthenLastPause(AT_END_OF_PART);
  }

  private void addAll(List<Block> blocks, int pauseAfter) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Block.Note note) {
        boolean textFollows =
            blocks.subList(i + 1, blocks.size()).stream()
                .filter(block -> block.sentences().findAny().isPresent())
                .findFirst()
                .filter(block -> !(block instanceof Block.Note))
                .isPresent();
        add(note, textFollows);
      } else {
        add(blocks.get(i), pauseAfter);
      }
    }
  }

  private void add(Block block, int pauseAfter) {
    if (block instanceof Block.Heading heading) {
      lengthenLastPause(BEFORE_HEADING);
      add(heading.text(), heading.language(), AFTER_SENTENCE, AFTER_HEADING);
    } else if (block instanceof Block.Paragraph paragraph) {
      add(paragraph.text(), paragraph.language(), AFTER_SENTENCE, pauseAfter);
    } else if (block instanceof Block.Lines verse) {
      add(verse.lines(), verse.language(), AFTER_LINE, pauseAfter);
    } else if (block instanceof Block.Listing list) {
      add(list);
    } else if (block instanceof Block.Table table) {
      add(table);
    } else if (block instanceof Block.Quotation quotation) {
      add(quotation, pauseAfter);
    } else if (block instanceof Block.Note note) {
      add(note, true);
    } else if (block instanceof Block.Image image) {
      add(image);
    } else if (block instanceof Block.SceneBreak) {
      lengthenLastPause(AT_SCENE_BREAK);
    } else if (block instanceof Block.PageStart page) {
      page(page.label());
    }
  }

  /**
   * Each item says where it stands: its number in an ordered list, its place and how many there are
   * in another, for which the list must have two. A list inside says how deep it lies, and so does
   * what goes on around it.
   */
  private void add(Block.Listing list) {
    int size = list.items().size();
    boolean counted = said.structure() && size > 1;
    listLevel += counted ? 1 : 0;
    if (list.ordered() && counted) {
      sayLevel();
      announce("list.size", AFTER_ADDED, size);
    }
    for (int i = 0; i < size; i++) {
      if (counted) {
        sayLevel();
      }
      Beginning item = begin();
      if (list.ordered()) {
        add(list.start() + i + ".", bookLanguage, AFTER_NUMBER);
      } else if (counted) {
        announce("item", AFTER_NUMBER, i + 1, size);
      }
      addAll(list.items().get(i).blocks(), AFTER_ITEM);
      close(item, "", 0);
    }
    listLevel -= counted ? 1 : 0;
    if (listLevel == 0) {
      levelSaid = 1;
    }
    lengthenLastPause(AFTER_PARAGRAPH);
  }

  private void sayLevel() {
    if (listLevel != levelSaid) {
      announce("list.level", AFTER_NUMBER, listLevel);
      levelSaid = listLevel;
    }
  }

  private void add(Block.Table table) {
    TableGrid grid = new TableGrid(table);
    boolean told = said.structure() && grid.isTable();
    Beginning before = begin();
    if (told) {
      lengthenLastPause(AROUND_STRUCTURE);
      announce("table", AFTER_ADDED, grid.columns(), table.rows().size());
    }
    add(table.caption(), table.language(), AFTER_SENTENCE, AFTER_PARAGRAPH);
    for (TableGrid.Row row : grid.rows()) {
      if (told && row.isReminder()) {
        announce("table.row", AFTER_ADDED, row.number());
      }
      for (TableGrid.Place place : row.places()) {
        if (told) {
          for (String header : place.rowHeaders()) {
            add(header + ".", table.language().tag(), AFTER_HEADER);
          }
          sayHeader(place, table.language());
        }
        int cell = texts;
        addAll(place.cell().blocks(), AFTER_CELL);
        if (texts == cell) {
          forgetHeaderOf(place, told);
        }
      }
      lengthenLastPause(AFTER_ROW);
    }
    close(before, told ? "table.end" : "", AROUND_STRUCTURE);
  }

  private void sayHeader(TableGrid.Place place, Language language) {
    switch (place.heard()) {
      case NOT -> {}
      case IN_FULL -> add(words.say("table.header", place.header()), language.tag(), AFTER_HEADER);
      case AS_A_NUMBER -> announce("table.column", AFTER_HEADER, place.column());
    }
  }

  /** An empty cell says so only where nothing else tells which cell comes next. */
  private void forgetHeaderOf(TableGrid.Place place, boolean told) {
    if (!told) {
      return;
    }
    if (place.heard() != TableGrid.Heard.NOT) {
      waiting.remove(waiting.size() - 1);
    } else if (!place.cell().header()) {
      announce("table.empty", AFTER_CELL);
    }
  }

  private void add(Block.Quotation quotation, int pauseAfter) {
    int length = quotation.sentences().mapToInt(sentence -> sentence.text().length()).sum();
    boolean told = said.structure() && length >= LONG_QUOTATION;
    Beginning before = begin();
    lengthenLastPause(AROUND_STRUCTURE);
    if (told) {
      announce("quotation", AFTER_ADDED);
    }
    addAll(quotation.blocks(), pauseAfter);
    close(before, told ? "quotation.end" : "", AROUND_STRUCTURE);
  }

  /** The end is said where text goes on that is none of the note. */
  private void add(Block.Note note, boolean textFollows) {
    Beginning before = begin();
    if (!note.label().isBlank()) {
      add(words.say("note", note.label().strip()), words.language(), AFTER_ADDED);
    } else {
      announce("note.bare", AFTER_ADDED);
    }
    addAll(note.blocks(), AFTER_PARAGRAPH);
    close(before, said.structure() && textFollows ? "note.end" : "", AFTER_PARAGRAPH);
  }

  private void add(Block.Image image) {
    Beginning before = begin();
    if (image.description().isEmpty()) {
      pictures++;
      if (said.structure()) {
        announce("image.without", 0);
        line(Clip.image(pictures), List.of(), AFTER_PARAGRAPH);
      }
    } else {
      announce("image", AFTER_ADDED);
      add(image.description(), image.language(), AFTER_SENTENCE, AFTER_PARAGRAPH);
    }
    if (!image.caption().isEmpty()) {
      announce("image.caption", AFTER_ADDED);
      add(image.caption(), image.language(), AFTER_SENTENCE, AFTER_PARAGRAPH);
    }
    close(before, "", AFTER_PARAGRAPH);
  }

  private void add(List<Sentence> text, Language language, int between, int after) {
    for (int i = 0; i < text.size(); i++) {
      Sentence sentence = text.get(i);
      pagesOf(sentence, true);
      line(
          sentence.id(),
          List.of(new Piece.Read(sentence, language.tag())),
          i + 1 < text.size() ? between : after);
      pagesOf(sentence, false);
    }
  }

  /** A page that begins inside a sentence is told after it. */
  private void pagesOf(Sentence sentence, boolean atStart) {
    for (Mark mark : sentence.marks()) {
      if (mark instanceof Mark.PageStart page && (page.start() == 0) == atStart) {
        page(page.label());
      }
    }
  }

  private void page(String label) {
    pages++;
    if (said.pages() && !label.isBlank()) {
      // What waits is for the sentence that comes.
      List<Piece> kept = List.copyOf(waiting);
      waiting.clear();
      add(words.say("page", label.strip()), words.language(), 0);
      int pause = lines.isEmpty() ? AFTER_SENTENCE : lines.get(lines.size() - 1).pauseMillis();
      line(Clip.page(pages), List.of(), Math.max(AFTER_SENTENCE, pause));
      texts--;
      waiting.addAll(kept);
    }
  }

  private void line(String id, List<Piece> pieces, int pause) {
    if (pieces.stream().anyMatch(Script::isMute)) {
      // What waits is for a line that is heard.
      lines.add(new Line(id, pieces, pause));
      return;
    }
    List<Piece> all = new ArrayList<>(waiting);
    waiting.clear();
    all.addAll(pieces);
    lines.add(new Line(id, all, pause));
    texts++;
  }

  private static boolean isMute(Piece piece) {
    return piece instanceof Piece.Read read && Speaker.letters(read.sentence().text()) == 0;
  }

  /** How things stood when a structure began. */
  private record Beginning(int texts, int waiting) {}

  private Beginning begin() {
    return new Beginning(texts, waiting.size());
  }

  /** Ends a structure: says so in its last line. In one without a line, nothing is said at all. */
  private void close(Beginning begun, String key, int pause) {
    if (texts == begun.texts()) {
      waiting.subList(begun.waiting(), waiting.size()).clear();
      return;
    }
    waiting.forEach(this::sayLast);
    waiting.clear();
    if (!key.isEmpty()) {
      sayLast(new Piece.Added(words.say(key), words.language(), 0));
    }
    lengthenLastPause(pause);
  }

  /** A page number is skipped by many, so nothing else is said with it. */
  private void sayLast(Piece piece) {
    int last = lines.size() - 1;
    while (lines.get(last).isPage() || lines.get(last).pieces().stream().allMatch(Script::isMute)) {
      last--;
    }
    lines.set(last, lines.get(last).with(piece));
  }

  private void title(String title, Language language) {
    if (said.structure()) {
      add(title + ".", language.tag(), AFTER_HEADING);
    }
  }

  private void announce(String key, int pause, Object... arguments) {
    if (said.structure()) {
      add(words.say(key, arguments), words.language(), pause);
    }
  }

  private void add(String text, String language, int pause) {
    waiting.add(new Piece.Added(text, language, pause));
  }

  private void lengthenLastPause(int millis) {
    if (!lines.isEmpty()) {
      lines.set(lines.size() - 1, lines.get(lines.size() - 1).withPause(millis));
    }
  }
}
