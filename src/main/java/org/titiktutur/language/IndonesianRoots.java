package org.titiktutur.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Indonesian roots, with é for each letter e that is full: {@code resources/lexicons/
 * pronunciation-id.txt}, UTF-8, words with blanks between them under headings in brackets; a line
 * that begins with {@code #} and a space is a remark. A word under {@code [native]} or {@code
 * [loans]} stands for itself and for what affixes make of it, one under {@code [whole]} for itself
 * only, {@code [plain]} are roots without an e, {@code [hard]} words whose last k is a stop.
 */
final class IndonesianRoots {

  private static final IndonesianRoots READ = new IndonesianRoots();

  private final Map<String, String> roots = new HashMap<>(16384);
  private final Map<String, String> whole = new HashMap<>(2048);
  private final Set<String> plain = new HashSet<>(4096);
  private final Set<String> hard = new HashSet<>(512);
  private volatile Likeness likeness;

  IndonesianRoots() {
    String resource = "/lexicons/pronunciation-id.txt";
    try (InputStream in = IndonesianRoots.class.getResourceAsStream(resource)) {
      read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  static IndonesianRoots read() {
    return READ;
  }

  private void read(String text) {
    String section = "";
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      if (text.startsWith("[", at)) {
        section = text.substring(at + 1, end - 1);
      } else if (!text.startsWith("# ", at)) {
        readLine(section, text, at, end);
      }
      at = end + 1;
    }
  }

  private void readLine(String section, String text, int from, int to) {
    for (int at = from; at < to; ) {
      int end = at;
      while (end < to && text.charAt(end) != ' ') {
        end++;
      }
      if (end > at) {
        add(section, text.substring(at, end));
      }
      at = end + 1;
    }
  }

  private void add(String section, String marked) {
    switch (section) {
      case "native", "loans" -> roots.put(unmarked(marked), marked);
      case "whole" -> whole.put(unmarked(marked), marked);
      case "plain" -> plain.add(marked);
      case "hard" -> hard.add(marked);
      default -> throw new IllegalStateException("no section for " + marked);
    }
  }

  static String unmarked(String marked) {
    return marked.replace('é', 'e');
  }

  /** The root with its letters é, or null. */
  String root(String spelling) {
    String marked = roots.get(spelling);
    return marked == null && plain.contains(spelling) ? spelling : marked;
  }

  /** A word that is said otherwise than its parts, with its letters é, or null. */
  String whole(String spelling) {
    String marked = whole.get(spelling);
    return marked == null ? root(spelling) : marked;
  }

  boolean endsHard(String spelling) {
    return hard.contains(spelling);
  }

  /** The roots with their letters é. */
  Collection<String> examples() {
    return Collections.unmodifiableCollection(roots.values());
  }

  /** What the roots teach; learnt once in a process, when a word is met that is not listed. */
  Likeness likeness() {
    Likeness learnt = likeness;
    if (learnt == null) {
      synchronized (this) {
        learnt = likeness;
        if (learnt == null) {
          learnt = new Likeness(examples());
          likeness = learnt;
        }
      }
    }
    return learnt;
  }
}
