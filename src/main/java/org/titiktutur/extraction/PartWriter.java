package org.titiktutur.extraction;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Metadata;
import org.titiktutur.publication.Origin;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Place;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.publication.Sentence;

/**
 * Turns drafts into parts with sentences and writes each away.
 *
 * <p>A part waits only until the language of the book is decided and until the next part comes:
 * pictures without words at the end of the book go to the last part that has words.
 */
final class PartWriter {

  /** A part longer than this is continued in another: a voice of 18 hours. */
  private static final long MAX_PART = 1_000_000;

  /** A paragraph is continued in another after this many UTF-16 units. */
  private static final int MAX_PARAGRAPH = 20_000;

  /** Lines of verse are shorter than this on average. */
  private static final int LONGEST_VERSE = 100;

  /** Findings of one kind that a report lists one by one. */
  private static final int MAX_ALIKE = 200;

  /** A part whose turn has not come. */
  private record Waiting(String title, int level, List<Draft> blocks) {}

  private final PublicationFolder.Writer folder;
  private final BookLanguage language;
  private final Runnable pulse;
  private final SentenceMaker maker = new SentenceMaker();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<FindingCode, Integer> alike = new EnumMap<>(FindingCode.class);
  private final List<Draft> wordless = new ArrayList<>();

  // The part that is being written.
  private int part;
  private String page;
  private String lastSentence;
  private int replaced;
  private Place firstReplaced;
  private Passages passages;
  private final Set<String> scriptsFound = new HashSet<>();

  PartWriter(PublicationFolder.Writer folder, BookLanguage language, Runnable pulse) {
    this.pulse = pulse;
    this.folder = folder;
    this.language = language;
  }

  BookLanguage language() {
    return language;
  }

  int sentences() {
    return maker.made();
  }

  /** The next part in reading order. */
  void write(String title, int level, List<Draft> blocks) throws IOException {
    if (!hasWords(blocks)) {
      wordless.addAll(blocks);
      return;
    }
    List<Draft> all = blocks;
    if (!wordless.isEmpty()) {
      all = new ArrayList<>(wordless);
      all.addAll(blocks);
      wordless.clear();
    }
    waiting.add(new Waiting(title, level, all));
    if (language.isDecided() || samples(all)) {
      writeAllBut(1);
    }
  }

  private boolean samples(List<Draft> blocks) {
    boolean[] enough = new boolean[1];
    eachText(
        blocks,
        words -> {
          if (!enough[0] && words.role() != Draft.Role.CODE) {
            enough[0] = language.sample(words.text().folded());
          }
        });
    if (enough[0]) {
      language.decide();
    }
    return enough[0];
  }

  /** No more parts will come. */
  void end() throws IOException {
    language.decide();
    if (!wordless.isEmpty() && !waiting.isEmpty()) {
      Waiting last = waiting.removeLast();
      List<Draft> all = new ArrayList<>(last.blocks());
      all.addAll(wordless);
      waiting.add(new Waiting(last.title(), last.level(), all));
    }
    writeAllBut(0);
  }

  private void writeAllBut(int kept) throws IOException {
    while (waiting.size() > kept) {
      Waiting next = waiting.remove();
      List<Draft> piece = new ArrayList<>();
      long size = 0;
      for (Draft block : next.blocks()) {
        long more = HeadedParts.size(block);
        if (size > 0 && size + more > MAX_PART) {
          writePart(next.title(), next.level(), piece);
          piece = new ArrayList<>();
          size = 0;
        }
        piece.add(block);
        size += more;
      }
      writePart(next.title(), next.level(), piece);
    }
  }

  private void writePart(String title, int level, List<Draft> drafts) throws IOException {
    pulse.run();
    part = folder.parts() + 1;
    lastSentence = null;
    replaced = 0;
    firstReplaced = null;
    passages = new Passages(drafts, language);
    scriptsFound.clear();
    List<Block> blocks = blocks(drafts);
    String name = title.isEmpty() ? firstHeading(blocks) : title;
    if (replaced > 0) {
      found(FindingCode.CHARACTERS_REPLACED, firstReplaced, replaced);
    }
    int cut = maker.takeWordsCut();
    if (cut > 0) {
      found(FindingCode.WORDS_CUT, Place.part(part), cut);
    }
    if (blocks.stream().flatMap(Block::sentences).findAny().isPresent()) {
      folder.add(new Part(part, name, level, mostly(blocks), blocks));
    }
  }

  /** The language of nearly all of a part, where that is not the book's. */
  private Language mostly(List<Block> blocks) {
    Map<Language, Integer> sizes = new HashMap<>();
    int all = 0;
    for (Block block : blocks) {
      Language tag =
          block instanceof Block.Paragraph paragraph
              ? paragraph.language()
              : block instanceof Block.Heading heading ? heading.language() : null;
      int size = block.sentences().mapToInt(sentence -> sentence.text().length()).sum();
      all += size;
      if (tag != null) {
        sizes.merge(tag, size, Integer::sum);
      }
    }
    for (Map.Entry<Language, Integer> size : sizes.entrySet()) {
      if (size.getValue() > all * 0.8) {
        return size.getKey();
      }
    }
    return language.decided();
  }

  private static String firstHeading(List<Block> blocks) {
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading && !heading.text().isEmpty()) {
        return String.join(" ", heading.text().stream().map(Sentence::text).toList());
      }
    }
    return "";
  }

  private List<Block> blocks(List<Draft> drafts) {
    List<Block> blocks = new ArrayList<>();
    for (Draft draft : drafts) {
      if (draft instanceof Draft.Words words) {
        words(words, blocks);
      } else if (draft instanceof Draft.Listing list) {
        List<Block.Item> items = new ArrayList<>();
        list.items().forEach(item -> items.add(new Block.Item(blocks(item))));
        blocks.add(new Block.Listing(list.ordered(), list.start(), items));
      } else if (draft instanceof Draft.Table table) {
        blocks.add(table(table));
      } else if (draft instanceof Draft.Quotation quotation) {
        blocks.add(new Block.Quotation(blocks(quotation.blocks())));
      } else if (draft instanceof Draft.Note note) {
        blocks.add(new Block.Note(note.id(), note.label(), blocks(note.blocks())));
      } else if (draft instanceof Draft.Picture picture) {
        blocks.add(
            new Block.Image(
                languageOf(picture.description()),
                picture.source(),
                sentences(picture.description()),
                picture.caption() == null ? List.of() : sentences(picture.caption())));
      } else if (draft instanceof Draft.SceneBreak) {
        blocks.add(new Block.SceneBreak());
      } else if (draft instanceof Draft.PageStart start) {
        page = start.label();
        blocks.add(new Block.PageStart(start.label()));
      } else if (draft instanceof Draft.Remark remark) {
        found(remark.code(), new Place(part, page, lastSentence), remark.arguments().toArray());
      }
    }
    return blocks;
  }

  private Block table(Draft.Table table) {
    Language tableLanguage =
        table.caption() == null ? language.decided() : languageOf(table.caption());
    List<Sentence> caption = table.caption() == null ? List.of() : sentences(table.caption());
    List<Block.Row> rows = new ArrayList<>();
    for (List<Draft.Cell> row : table.rows()) {
      List<Block.Cell> cells = new ArrayList<>();
      for (Draft.Cell cell : row) {
        cells.add(
            new Block.Cell(cell.header(), cell.columns(), cell.rows(), blocks(cell.blocks())));
      }
      rows.add(new Block.Row(cells));
    }
    return new Block.Table(tableLanguage, caption, rows);
  }

  private void words(Draft.Words words, List<Block> blocks) {
    Inline.Finished text = words.text().finish();
    Language tag = languageOf(words.text());
    beginsRun(words.text());
    countReplaced(words.text());
    switch (words.role()) {
      case HEADING -> {
        List<Sentence> lines = seen(maker.lines(text, tag));
        if (!lines.isEmpty()) {
          blocks.add(new Block.Heading(words.level(), tag, lines));
        }
      }
      case LINES, CODE -> lines(text, tag, blocks);
      case PARAGRAPH -> {
        if (text.breaks().isEmpty()) {
          paragraphs(text, tag, blocks);
        } else {
          broken(text, tag, blocks);
        }
      }
    }
  }

  private void paragraphs(Inline.Finished text, Language tag, List<Block> blocks) {
    List<Sentence> sentences = seen(maker.sentences(text, tag));
    int size = 0;
    int from = 0;
    for (int i = 0; i < sentences.size(); i++) {
      size += sentences.get(i).text().length();
      if (size > MAX_PARAGRAPH || i == sentences.size() - 1) {
        blocks.add(new Block.Paragraph(tag, sentences.subList(from, i + 1)));
        from = i + 1;
        size = 0;
      }
    }
  }

  private void lines(Inline.Finished text, Language tag, List<Block> blocks) {
    List<Sentence> lines = seen(maker.lines(text, tag));
    if (!lines.isEmpty()) {
      blocks.add(new Block.Lines(tag, lines));
    }
  }

  /**
   * A paragraph with line ends in it: verse and addresses have short lines; where lines are long,
   * each is a paragraph.
   */
  private void broken(Inline.Finished text, Language tag, List<Block> blocks) {
    int lines = 1 + (int) text.breaks().stream().distinct().count();
    if (text.text().length() / lines <= LONGEST_VERSE) {
      lines(text, tag, blocks);
    } else {
      text.lines().forEach(line -> paragraphs(line, tag, blocks));
    }
  }

  private List<Sentence> sentences(Inline text) {
    beginsRun(text);
    countReplaced(text);
    return seen(maker.sentences(text.finish(), languageOf(text)));
  }

  /** The place to look first is the sentence that comes next. */
  private void countReplaced(Inline text) {
    if (text.replaced() > 0 && replaced == 0) {
      boolean words = !text.isBlank();
      firstReplaced = new Place(part, page, words ? maker.nextId() : lastSentence);
    }
    replaced += text.replaced();
  }

  private void beginsRun(Inline text) {
    if (passages.beginsRun(text)) {
      Place place = new Place(part, page, maker.nextId());
      found(FindingCode.PASSAGE_LANGUAGE_DETECTED, place, languageOf(text).tag());
    }
  }

  private List<Sentence> seen(List<Sentence> sentences) {
    for (Sentence sentence : sentences) {
      lastSentence = sentence.id();
      for (Mark mark : sentence.marks()) {
        if (mark instanceof Mark.PageStart start) {
          page = start.label();
        } else if (mark instanceof Mark.Passage passage
            && passage.language().origin() == Origin.DETECTED
            && scriptsFound.add(passage.language().tag())) {
          Place place = new Place(part, page, sentence.id());
          found(FindingCode.PASSAGE_LANGUAGE_DETECTED, place, passage.language().tag());
        }
      }
    }
    return sentences;
  }

  private Language languageOf(Inline text) {
    return passages.of(text);
  }

  private void found(FindingCode code, Place place, Object... arguments) {
    if (alike.merge(code, 1, Integer::sum) <= MAX_ALIKE) {
      findings.add(Finding.of(code, place, arguments));
    }
  }

  /** Whether anything in it can be read aloud. */
  static boolean hasWords(List<Draft> blocks) {
    boolean[] found = new boolean[1];
    eachText(blocks, words -> found[0] |= !words.text().isBlank());
    return found[0];
  }

  /** Every text of some blocks in reading order, those of pictures and captions as paragraphs. */
  static void eachText(List<Draft> blocks, Consumer<Draft.Words> action) {
    for (Draft draft : blocks) {
      if (draft instanceof Draft.Words words) {
        action.accept(words);
      } else if (draft instanceof Draft.Listing list) {
        list.items().forEach(item -> eachText(item, action));
      } else if (draft instanceof Draft.Table table) {
        caption(table.caption(), action);
        table.rows().forEach(row -> row.forEach(cell -> eachText(cell.blocks(), action)));
      } else if (draft instanceof Draft.Quotation quotation) {
        eachText(quotation.blocks(), action);
      } else if (draft instanceof Draft.Note note) {
        eachText(note.blocks(), action);
      } else if (draft instanceof Draft.Picture picture) {
        caption(picture.description(), action);
        caption(picture.caption(), action);
      }
    }
  }

  private static void caption(Inline text, Consumer<Draft.Words> action) {
    if (text != null) {
      action.accept(new Draft.Words(Draft.Role.PARAGRAPH, 0, text));
    }
  }

  Publication finish(Metadata metadata, List<Finding> aboutTheBook) throws IOException {
    List<Finding> all = new ArrayList<>(aboutTheBook);
    if (language.finding() != null) {
      all.add(language.finding());
    }
    all.addAll(findings);
    alike.forEach(
        (code, count) -> {
          if (count > MAX_ALIKE) {
            all.add(
                Finding.of(FindingCode.MORE_LIKE_THIS, Place.BOOK, count - MAX_ALIKE, code.code()));
          }
        });
    return folder.finish(metadata, all);
  }
}
