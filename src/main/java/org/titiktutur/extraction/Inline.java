package org.titiktutur.extraction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The running text of one block while it is being read: white space folded, characters that mean
 * nothing left out, and what is true of each stretch of it.
 */
final class Inline {

  /** A stretch in another language than the block's; null means: in the book's. */
  record InLanguage(int start, int end, String tag) {}

  record Emphasised(int start, int end, boolean strong) {}

  record NoteCall(int start, int end, String note) {}

  record PageStart(int at, String label) {}

  enum Emphasis {
    NONE,
    NORMAL,
    STRONG
  }

  private final String language;
  private final StringBuilder text = new StringBuilder();
  private final List<InLanguage> languages = new ArrayList<>();
  private final List<Emphasised> emphases = new ArrayList<>();
  private final List<NoteCall> notes = new ArrayList<>();
  private final List<PageStart> pages = new ArrayList<>();
  private final List<Integer> breaks = new ArrayList<>();
  private int replaced;

  private String runLanguage;
  private int runLanguageStart;
  private Emphasis runEmphasis = Emphasis.NONE;
  private int runEmphasisStart;

  /**
   * An empty text.
   *
   * @param language tag that the file gives for the whole block, or null
   */
  Inline(String language) {
    this.language = language;
    this.runLanguage = language;
  }

  /** The tag that the file gives for the whole block, or null. */
  String language() {
    return language;
  }

  boolean isBlank() {
    return text.isEmpty();
  }

  int length() {
    return text.length();
  }

  /** The text so far, not yet in NFC. */
  String folded() {
    return text.toString();
  }

  /** How many characters were left out because they mean nothing. */
  int replaced() {
    return replaced;
  }

  /**
   * Adds text.
   *
   * @param tag its language, or null
   */
  void append(CharSequence more, String tag, Emphasis emphasis) {
    change(tag, emphasis);
    for (int i = 0; i < more.length(); i++) {
      char c = more.charAt(i);
      if (c > ' ' && c < 0x7F) {
        text.append(c);
      } else if (isSpace(c)) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
          text.append(' ');
        }
      } else if (Character.isSurrogate(c)) {
        if (Character.isHighSurrogate(c)
            && i + 1 < more.length()
            && Character.isLowSurrogate(more.charAt(i + 1))
            && meansSomething(Character.toCodePoint(c, more.charAt(i + 1)))) {
          text.append(c).append(more.charAt(++i));
        } else {
          replaced++;
        }
      } else if (meansSomething(c)) {
        if (!isLayout(c)) {
          text.append(c);
        }
      } else {
        replaced++;
      }
    }
  }

  private void change(String tag, Emphasis emphasis) {
    if (!Objects.equals(tag, runLanguage)) {
      endLanguage();
      runLanguage = tag;
      runLanguageStart = text.length();
    }
    if (emphasis != runEmphasis) {
      endEmphasis();
      runEmphasis = emphasis;
      runEmphasisStart = text.length();
    }
  }

  private void endLanguage() {
    if (!Objects.equals(runLanguage, language) && text.length() > runLanguageStart) {
      languages.add(new InLanguage(runLanguageStart, text.length(), runLanguage));
    }
  }

  private void endEmphasis() {
    if (runEmphasis != Emphasis.NONE && text.length() > runEmphasisStart) {
      emphases.add(new Emphasised(runEmphasisStart, text.length(), runEmphasis == Emphasis.STRONG));
    }
  }

  /** The sign that calls a note. */
  void noteCall(String label, String note, String tag) {
    int start = text.length();
    append(label, tag, Emphasis.NONE);
    if (text.length() > start) {
      notes.add(new NoteCall(start, text.length(), note));
    }
  }

  void pageStart(String label) {
    pages.add(new PageStart(text.length(), label));
  }

  /** A line ends here. */
  void lineBreak() {
    append(" ", runLanguage, runEmphasis);
    breaks.add(text.length());
  }

  static boolean isSpace(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || c == 0x85
        || c == 0xA0
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200A)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }

  /** Says how text looks or may be broken, to the eye alone: soft hyphen, joiners, direction. */
  private static boolean isLayout(char c) {
    return c == 0xAD
        || c == 0x061C
        || c == 0x200B
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x2064)
        || (c >= 0x2066 && c <= 0x206F)
        || c == 0xFEFF;
  }

  /** False for controls, noncharacters, private use and the sign of a decoding gone wrong. */
  private static boolean meansSomething(int codePoint) {
    if (codePoint == 0xFFFD || (codePoint & 0xFFFE) == 0xFFFE) {
      return false;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.PRIVATE_USE, Character.SURROGATE -> false;
      // Emoji and scripts newer than this Java's Unicode stand in plane 1.
      case Character.UNASSIGNED -> codePoint >= 0x10000 && codePoint < 0x20000;
      default -> true;
    };
  }

  /** The text as it will stand in the book, with all of its marks. */
  Finished finish() {
    endLanguage();
    endEmphasis();
    runLanguageStart = text.length();
    runEmphasisStart = text.length();
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    String folded = text.substring(0, end);
    Finished finished = new Finished(folded, languages, emphases, notes, pages, breaks);
    return Normalizer.isNormalized(folded, Normalizer.Form.NFC) ? finished : finished.composed();
  }

  /** Offsets are UTF-16 units in {@code text}; {@code breaks} are where a new line begins. */
  record Finished(
      String text,
      List<InLanguage> languages,
      List<Emphasised> emphases,
      List<NoteCall> notes,
      List<PageStart> pages,
      List<Integer> breaks) {

    Finished {
      int end = text.length();
      languages =
          languages.stream()
              .map(l -> new InLanguage(Math.min(l.start, end), Math.min(l.end, end), l.tag))
              .toList();
      emphases =
          emphases.stream()
              .map(e -> new Emphasised(Math.min(e.start, end), Math.min(e.end, end), e.strong))
              .toList();
      notes =
          notes.stream()
              .map(n -> new NoteCall(Math.min(n.start, end), Math.min(n.end, end), n.note))
              .toList();
      pages = pages.stream().map(p -> new PageStart(Math.min(p.at, end), p.label)).toList();
      breaks = breaks.stream().map(at -> Math.min(at, end)).toList();
    }

    /** Each line by itself. */
    List<Finished> lines() {
      List<Finished> lines = new ArrayList<>();
      int from = 0;
      for (int to : Stream.concat(breaks.stream(), Stream.of(text.length())).distinct().toList()) {
        if (to > from) {
          lines.add(part(from, to));
        }
        from = to;
      }
      return lines;
    }

    private Finished part(int from, int to) {
      boolean last = to == text.length();
      return new Finished(
          text.substring(from, to),
          languages.stream()
              .filter(l -> l.start < to && l.end > from)
              .map(l -> new InLanguage(Math.max(0, l.start - from), l.end - from, l.tag))
              .toList(),
          emphases.stream()
              .filter(e -> e.start < to && e.end > from)
              .map(e -> new Emphasised(Math.max(0, e.start - from), e.end - from, e.strong))
              .toList(),
          notes.stream()
              .filter(n -> n.start < to && n.end > from)
              .map(n -> new NoteCall(Math.max(0, n.start - from), n.end - from, n.note))
              .toList(),
          pages.stream()
              .filter(p -> p.at >= from && (p.at < to || last))
              .map(p -> new PageStart(p.at - from, p.label))
              .toList(),
          List.of());
    }

    /**
     * The same in NFC. The text is composed in pieces between the places that marks point to, moved
     * so that no letter is torn from its accents.
     */
    private Finished composed() {
      java.util.TreeSet<Integer> places = new java.util.TreeSet<>();
      languages.forEach(l -> java.util.Collections.addAll(places, l.start, l.end));
      emphases.forEach(e -> java.util.Collections.addAll(places, e.start, e.end));
      notes.forEach(n -> java.util.Collections.addAll(places, n.start, n.end));
      pages.forEach(p -> places.add(p.at));
      places.addAll(breaks);
      places.add(text.length());
      java.util.Map<Integer, Integer> moved = new java.util.HashMap<>();
      StringBuilder composed = new StringBuilder();
      int done = 0;
      for (int place : places) {
        int cut = Math.max(place, done);
        while (cut < text.length() && joinsBackwards(text.codePointAt(cut))) {
          cut += Character.charCount(text.codePointAt(cut));
        }
        composed.append(Normalizer.normalize(text.substring(done, cut), Normalizer.Form.NFC));
        done = cut;
        moved.put(place, composed.length());
      }
      return new Finished(
          composed.toString(),
          languages.stream()
              .map(l -> new InLanguage(moved.get(l.start), moved.get(l.end), l.tag))
              .toList(),
          emphases.stream()
              .map(e -> new Emphasised(moved.get(e.start), moved.get(e.end), e.strong))
              .toList(),
          notes.stream()
              .map(n -> new NoteCall(moved.get(n.start), moved.get(n.end), n.note))
              .toList(),
          pages.stream().map(p -> new PageStart(moved.get(p.at), p.label)).toList(),
          breaks.stream().map(moved::get).toList());
    }

    /** May combine with what stands before it: marks, and the inner letters of Hangul. */
    private static boolean joinsBackwards(int codePoint) {
      return switch (Character.getType(codePoint)) {
        case Character.NON_SPACING_MARK,
            Character.COMBINING_SPACING_MARK,
            Character.ENCLOSING_MARK ->
            true;
        default -> codePoint >= 0x1160 && codePoint <= 0x11FF;
      };
    }
  }
}
