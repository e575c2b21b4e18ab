package org.titiktutur.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The unit that text, clips and cells share: one place in the book in every format.
 *
 * @param id opaque, unique in the publication, kept when the source is extracted anew
 * @param text never blank, NFC, no line ends and no control characters, no unpaired surrogates
 * @param marks in order of their start
 */
public record Sentence(
    String id, String text, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mark> marks) {

  public Sentence {
    if (id.isBlank() || text.isBlank()) {
      throw new IllegalArgumentException("a sentence needs an id and words: " + id);
    }
    marks = marks == null ? List.of() : List.copyOf(marks);
    for (Mark mark : marks) {
      if (mark.start() < 0 || mark.start() > mark.end() || mark.end() > text.length()) {
        throw new IllegalArgumentException(mark + " is outside sentence " + id);
      }
    }
  }

  /**
   * Where something of its marks changes, from 0 to its length: what lies between two of them in
   * succession is the same all along.
   */
  public List<Integer> cuts() {
    SortedSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
    for (Mark mark : marks) {
      cuts.add(mark.start());
      cuts.add(mark.end());
    }
    return List.copyOf(cuts);
  }

  /** The text of sentences that follow each other in one block. */
  public static String joined(List<Sentence> sentences) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences.size(); i++) {
      if (i > 0) {
        text.append(between(sentences.get(i - 1), sentences.get(i)));
      }
      text.append(sentences.get(i).text());
    }
    return text.toString();
  }

  /**
   * What stands between two sentences of one block: a space, but not in scripts that write none.
   */
  public static String between(Sentence left, Sentence right) {
    boolean unspaced =
        writesNoSpaces(left.text().codePointBefore(left.text().length()))
            && writesNoSpaces(right.text().codePointAt(0));
    return unspaced ? "" : " ";
  }

  private static boolean writesNoSpaces(int character) {
    return switch (Character.UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> character >= 0x3000 && character <= 0x303F;
    };
  }
}
