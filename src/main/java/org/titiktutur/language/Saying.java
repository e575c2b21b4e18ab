package org.titiktutur.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is said, from left to right. Places are those of the {@link Written} text; what
 * comes out has those of its source.
 */
final class Saying {

  private final Written written;
  private final List<Spoken.Token> tokens = new ArrayList<>();

  Saying(Written written) {
    this.written = written;
  }

  /**
   * Adds words; a blank comes between them and the word before.
   *
   * @param words one or more, with single blanks between; nothing is added for none
   */
  Saying words(String words, int from, int to) {
    int start = 0;
    while (start < words.length()) {
      int end = words.indexOf(' ', start);
      end = end < 0 ? words.length() : end;
      if (end > start) {
        if (endsInWord()) {
          add(" ", from, from);
        }
        add(words.substring(start, end), from, to);
      }
      start = end + 1;
    }
    return this;
  }

  /** Adds characters as they stand, close to what is before. */
  Saying text(String text, int from, int to) {
    if (!text.isEmpty()) {
      add(text, from, to);
    }
    return this;
  }

  /** Lengthens the last word: "puluh" and "an". */
  Saying ending(String ending, int from, int to) {
    Spoken.Token last = tokens.remove(tokens.size() - 1);
    tokens.add(new Spoken.Token(last.said() + ending, last.start(), written.start(to)));
    return this;
  }

  /** Adds a blank unless there is one or nothing was said yet. */
  Saying blank(int from, int to) {
    if (!tokens.isEmpty() && !last().equals(" ")) {
      add(" ", from, to);
    }
    return this;
  }

  /** Adds a mark that a voice hears as a pause: close to the word before, one at a time. */
  Saying pause(String mark, int from, int to) {
    if (!tokens.isEmpty() && last().equals(" ")) {
      tokens.remove(tokens.size() - 1);
    }
    if (!tokens.isEmpty() && ",;:.!?".indexOf(last().charAt(last().length() - 1)) < 0) {
      add(mark, from, to);
    }
    return this;
  }

  /** The whole text that is being read. */
  String written() {
    return written.text();
  }

  Spoken spoken() {
    while (!tokens.isEmpty() && last().equals(" ")) {
      tokens.remove(tokens.size() - 1);
    }
    return new Spoken(tokens);
  }

  private boolean endsInWord() {
    return !tokens.isEmpty() && Character.isLetterOrDigit(last().codePointBefore(last().length()));
  }

  private String last() {
    return tokens.get(tokens.size() - 1).said();
  }

  private void add(String said, int from, int to) {
    tokens.add(new Spoken.Token(said, written.start(from), written.start(to)));
  }
}
