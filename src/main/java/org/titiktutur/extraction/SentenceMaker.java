package org.titiktutur.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.titiktutur.language.SentenceSplitter;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Origin;
import org.titiktutur.publication.Sentence;

/**
 * Divides finished text into sentences and numbers them: {@code s1}, {@code s2} … in base 36, in
 * reading order, so that the same file gives the same ids.
 */
final class SentenceMaker {

  /** UTF-16 units that a sentence may have; longer ones are cut where it hurts least. */
  static final int MAX_SENTENCE = 2000;

  private final Map<String, SentenceSplitter> splitters = new HashMap<>();
  private int made;
  private int wordsCut;

  int made() {
    return made;
  }

  /** How many words were too long to be one, since this was last asked. */
  int takeWordsCut() {
    int cut = wordsCut;
    wordsCut = 0;
    return cut;
  }

  /** The id that the next sentence will get. */
  String nextId() {
    return id(made + 1);
  }

  private static String id(int number) {
    return "s" + Integer.toString(number, 36);
  }

  /** Sentences of running text. */
  List<Sentence> sentences(Inline.Finished text, Language language) {
    SentenceSplitter splitter =
        splitters.computeIfAbsent(language.tag(), SentenceSplitter::forLanguage);
    return make(text, language, splitter.ends(text.text()));
  }

  /** A sentence for each line. */
  List<Sentence> lines(Inline.Finished text, Language language) {
    TreeSet<Integer> ends = new TreeSet<>(text.breaks());
    ends.add(text.text().length());
    return make(text, language, List.copyOf(ends));
  }

  private List<Sentence> make(Inline.Finished whole, Language language, List<Integer> ends) {
    String text = whole.text();
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    for (int end : ends) {
      while (end - start > MAX_SENTENCE) {
        int cut = cut(text, start);
        add(sentences, whole, language, start, cut);
        start = cut;
      }
      add(sentences, whole, language, start, end);
      start = end;
    }
    return sentences;
  }

  /**
   * The best place to cut a sentence that is too long: after a pause, else a word, else anywhere.
   */
  private int cut(String text, int start) {
    int limit = start + MAX_SENTENCE;
    int word = -1;
    for (int i = limit; i > start + MAX_SENTENCE / 2; i--) {
      if (text.charAt(i) == ' ') {
        word = Math.max(word, i);
        if (";:,–—".indexOf(text.charAt(i - 1)) >= 0) {
          return i;
        }
      }
    }
    if (word > 0) {
      return word;
    }
    boolean sameWord = start > 0 && text.charAt(start - 1) != ' ';
    wordsCut += sameWord ? 0 : 1;
    return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
  }

  private void add(
      List<Sentence> sentences, Inline.Finished whole, Language language, int from, int to) {
    String text = whole.text();
    int start = from;
    int end = to;
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == ' ') {
      end--;
    }
    if (start == end || text.substring(start, end).isBlank()) {
      return;
    }
    List<Mark> marks = marks(whole, language, start, end, from, to);
    sentences.add(new Sentence(id(++made), text.substring(start, end), marks));
  }

  private static List<Mark> marks(
      Inline.Finished whole, Language language, int start, int end, int from, int to) {
    List<Mark> marks = new ArrayList<>();
    for (Inline.InLanguage l : whole.languages()) {
      if (l.tag() != null && l.start() < end && l.end() > start) {
        Language declared = new Language(l.tag(), Origin.DECLARED);
        if (!declared.tag().equals(language.tag())) {
          marks.add(
              new Mark.Passage(
                  Math.max(l.start(), start) - start, Math.min(l.end(), end) - start, declared));
        }
      }
    }
    for (Inline.Emphasised e : whole.emphases()) {
      if (e.start() < end && e.end() > start) {
        marks.add(
            new Mark.Emphasis(
                Math.max(e.start(), start) - start, Math.min(e.end(), end) - start, e.strong()));
      }
    }
    for (Inline.NoteCall n : whole.notes()) {
      if (n.start() < end && n.end() > start) {
        marks.add(
            new Mark.NoteReference(
                Math.max(n.start(), start) - start, Math.min(n.end(), end) - start, n.note()));
      }
    }
    for (Inline.PageStart p : whole.pages()) {
      boolean last = to == whole.text().length() && p.at() == to;
      if ((p.at() >= from && p.at() < to) || last) {
        marks.add(new Mark.PageStart(Math.min(Math.max(p.at(), start), end) - start, p.label()));
      }
    }
    scripts(whole, language, start, end, marks);
    marks.sort(java.util.Comparator.comparingInt(Mark::start));
    return marks;
  }

  /** Words in letters that the language of the block is not written in. */
  private static void scripts(
      Inline.Finished whole, Language language, int start, int end, List<Mark> marks) {
    String text = whole.text();
    String tag = null;
    int from = start;
    int to = start;
    int letters = 0;
    for (int i = start; i < end; ) {
      int codePoint = text.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      String here = codePoint < 0x250 ? null : Script.languageOf(codePoint);
      boolean foreign = here != null && !Script.isUsual(language.tag(), codePoint);
      String both = foreign && tag != null ? Script.together(tag, here) : null;
      if (foreign && both != null) {
        tag = both;
        to = next;
        letters++;
      } else if (Character.isLetter(codePoint)) {
        script(whole, start, tag, from, to, letters, marks);
        tag = foreign ? here : null;
        from = i;
        to = next;
        letters = 1;
      } else if (to == i && Character.getType(codePoint) == Character.NON_SPACING_MARK) {
        to = next;
      }
      i = next;
    }
    script(whole, start, tag, from, to, letters, marks);
  }

  /** One letter may be a sign, as in formulas; one Chinese character is a word. */
  private static void script(
      Inline.Finished whole,
      int start,
      String tag,
      int from,
      int to,
      int letters,
      List<Mark> marks) {
    if (tag == null || (letters < 2 && !tag.equals("zh") && !tag.equals("ja"))) {
      return;
    }
    for (Inline.InLanguage declared : whole.languages()) {
      if (declared.start() < to && declared.end() > from) {
        return;
      }
    }
    Language detected = new Language(tag, Origin.DETECTED);
    marks.add(new Mark.Passage(from - start, to - start, detected));
  }
}
