package org.titiktutur.speech;

import java.util.ArrayList;
import java.util.List;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Sentence;

/** A part in the order in which it is read aloud, sentence by sentence, with the pauses between. */
final class Script {

  /**
   * One sentence to be read.
   *
   * @param announcement written words said before it as part of it: the number of a list item, the
   *     label of a note; may be empty
   * @param language of its block
   * @param pauseMillis the silence after it, at the usual pace
   */
  record Line(Sentence sentence, String announcement, String language, int pauseMillis) {

    Line withPause(int millis) {
      return millis <= pauseMillis ? this : new Line(sentence, announcement, language, millis);
    }
  }

  private static final int AFTER_SENTENCE = 300;
  private static final int AFTER_LINE = 400;
  private static final int AFTER_CELL = 400;
  private static final int AFTER_ITEM = 550;
  private static final int AFTER_PARAGRAPH = 700;
  private static final int AFTER_HEADING = 1000;
  private static final int AT_SCENE_BREAK = 1800;

  private final List<Line> lines = new ArrayList<>();
  private final String bookLanguage;

  private Script(String bookLanguage) {
    this.bookLanguage = bookLanguage;
  }

  /** The lines of a part. */
  static List<Line> of(Part part, String bookLanguage) {
    Script script = new Script(bookLanguage);
    script.add(part.blocks(), AFTER_PARAGRAPH, "");
    return script.lines;
  }

  private void add(List<Block> blocks, int pauseAfter, String announcement) {
    String first = announcement;
    for (Block block : blocks) {
      int before = lines.size();
      add(block, pauseAfter, first);
      if (lines.size() > before) {
        first = "";
      }
    }
  }

  private void add(Block block, int pauseAfter, String announcement) {
    if (block instanceof Block.Heading heading) {
      add(heading.text(), heading.language(), announcement, AFTER_SENTENCE, AFTER_HEADING);
    } else if (block instanceof Block.Paragraph paragraph) {
      add(paragraph.text(), paragraph.language(), announcement, AFTER_SENTENCE, pauseAfter);
    } else if (block instanceof Block.Lines verse) {
      add(verse.lines(), verse.language(), announcement, AFTER_LINE, pauseAfter);
    } else if (block instanceof Block.Listing list) {
      addList(list);
    } else if (block instanceof Block.Table table) {
      addTable(table);
    } else if (block instanceof Block.Quotation quotation) {
      add(quotation.blocks(), pauseAfter, announcement);
    } else if (block instanceof Block.Note note) {
      String label = note.label().isBlank() ? "" : noteWord() + " " + note.label() + ". ";
      add(note.blocks(), pauseAfter, label);
    } else if (block instanceof Block.Image image) {
      add(image.description(), image.language(), announcement, AFTER_SENTENCE, AFTER_PARAGRAPH);
      add(image.caption(), image.language(), "", AFTER_SENTENCE, AFTER_PARAGRAPH);
    } else if (block instanceof Block.SceneBreak) {
      lengthenLastPause(AT_SCENE_BREAK);
    }
  }

  private void addList(Block.Listing list) {
    int number = list.start();
    for (Block.Item item : list.items()) {
      add(item.blocks(), AFTER_ITEM, list.ordered() ? number + ". " : "");
      number++;
    }
    lengthenLastPause(AFTER_PARAGRAPH);
  }

  private void addTable(Block.Table table) {
    add(table.caption(), table.language(), "", AFTER_SENTENCE, AFTER_PARAGRAPH);
    for (Block.Row row : table.rows()) {
      for (Block.Cell cell : row.cells()) {
        add(cell.blocks(), AFTER_CELL, "");
      }
      lengthenLastPause(AFTER_ITEM);
    }
    lengthenLastPause(AFTER_PARAGRAPH);
  }

  private void add(
      List<Sentence> text, Language language, String announcement, int between, int after) {
    String first = announcement;
    for (Sentence sentence : text) {
      lines.add(new Line(sentence, first, language.tag(), between));
      first = "";
    }
    if (!text.isEmpty()) {
      lengthenLastPause(after);
    }
  }

  private void lengthenLastPause(int millis) {
    if (!lines.isEmpty()) {
      lines.set(lines.size() - 1, lines.get(lines.size() - 1).withPause(millis));
    }
  }

  private String noteWord() {
    return switch (Casting.primary(bookLanguage)) {
      case "en" -> "Note";
      default -> "Catatan";
    };
  }
}
