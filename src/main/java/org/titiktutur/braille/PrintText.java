package org.titiktutur.braille;

import java.util.ArrayList;
import java.util.List;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Sentence;

/**
 * The text of one block as it is given to be translated, with what has to be found again in the
 * cells. It grows by sentences of the book and by words of ours.
 */
final class PrintText {

  /** Something of the book that begins at a place of the text, in UTF-16 units. */
  record Point(int at, String name) {}

  /** A stretch of the text, in UTF-16 units, in the language that the book says it is in. */
  record Passage(int start, int end, Language language) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Point> sentences = new ArrayList<>();
  private final List<Point> pages = new ArrayList<>();
  private final List<Liblouis.Emphasized> emphasis = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();

  /** In a sentence, in another language than its block's. */
  private final List<Passage> within = new ArrayList<>();

  /** Words of ours, or of the book but of no sentence. */
  PrintText add(String words) {
    text.append(words);
    return this;
  }

  /** Sentences of the book that follow each other in one block, which is in a language. */
  PrintText add(List<Sentence> block, Language language) {
    int start = text.length();
    for (int i = 0; i < block.size(); i++) {
      if (i > 0) {
        text.append(Sentence.between(block.get(i - 1), block.get(i)));
      }
      add(block.get(i));
    }
    if (text.length() > start) {
      passages.add(new Passage(start, text.length(), language));
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
      if (mark instanceof Mark.Passage each) {
        within.add(new Passage(start + each.start(), start + each.end(), each.language()));
      } else if (mark instanceof Mark.PageStart page) {
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

  /** Whole blocks first, then what stands in them, which counts where both do. */
  List<Passage> passages() {
    List<Passage> all = new ArrayList<>(passages);
    all.addAll(within);
    return all;
  }

  List<Liblouis.Emphasized> emphasis() {
    return emphasis;
  }
}
