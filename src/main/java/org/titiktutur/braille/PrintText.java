package org.titiktutur.braille;

import java.util.ArrayList;
import java.util.List;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Sentence;

/**
 * The text of one block as it is given to be translated, with what has to be found again in the
 * cells. It grows by sentences of the book and by words of ours.
 */
final class PrintText {

  /** Something of the book that begins at a place of the text, in UTF-16 units. */
  record Point(int at, String name) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Point> sentences = new ArrayList<>();
  private final List<Point> pages = new ArrayList<>();
  private final List<Liblouis.Emphasized> emphasis = new ArrayList<>();

  /** Words of ours, or of the book but of no sentence. */
  PrintText add(String words) {
    text.append(words);
    return this;
  }

  /** Sentences of the book that follow each other in one block. */
  PrintText add(List<Sentence> block) {
    for (int i = 0; i < block.size(); i++) {
      if (i > 0) {
        text.append(Sentence.between(block.get(i - 1), block.get(i)));
      }
      add(block.get(i));
    }
    return this;
  }

  /** Here a page of the print book begins. */
  PrintText page(String label) {
    pages.add(new Point(text.length(), label));
    return this;
  }

  private void add(Sentence sentence) {
    int start = text.length();
    sentences.add(new Point(start, sentence.id()));
    text.append(sentence.text());
    int emphasizedTo = start;
    for (Mark mark : sentence.marks()) {
      if (mark instanceof Mark.PageStart page) {
        pages.add(new Point(start + page.start(), page.label()));
      } else if (mark instanceof Mark.Emphasis each && start + each.end() > emphasizedTo) {
        // of nested marks the outer one counts: two signs before a word would say a passage
        emphasis.add(
            new Liblouis.Emphasized(
                Math.max(emphasizedTo, start + each.start()),
                start + each.end(),
                each.strong() ? "bold" : "italic"));
        emphasizedTo = start + each.end();
      }
    }
  }

  boolean isBlank() {
    return text.toString().isBlank();
  }

  int length() {
    return text.length();
  }

  String text() {
    return text.toString();
  }

  /** In order of place. */
  List<Point> sentences() {
    return sentences;
  }

  /** In order of place. */
  List<Point> pages() {
    return pages;
  }

  List<Liblouis.Emphasized> emphasis() {
    return emphasis;
  }
}
