package org.titiktutur.extraction;

import java.io.IOException;
import java.io.Reader;

/** The lines of a text, one at a time; a monstrous line comes in pieces. */
final class TextLines implements AutoCloseable {

  /** UTF-16 units of the longest piece. */
  static final int LONGEST = 1 << 16;

  private final Reader reader;
  private final char[] buffer = new char[1 << 14];
  private int at;
  private int filled;
  private String left = "";

  TextLines(Reader reader) {
    this.reader = reader;
  }

  /** The next line without its end, tabs as spaces, its right side trimmed; null after the last. */
  String next() throws IOException {
    StringBuilder line = new StringBuilder(left);
    boolean any = !left.isEmpty();
    left = "";
    while (fill()) {
      any = true;
      char c = buffer[at++];
      if (c == '\n' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029) {
        return trimmed(line);
      } else if (c == '\r') {
        if (fill() && buffer[at] == '\n') {
          at++;
        }
        return trimmed(line);
      } else if (line.length() == LONGEST) {
        at--;
        return piece(line);
      }
      line.append(c == '\t' ? ' ' : c);
    }
    return any ? trimmed(line) : null;
  }

  /** Cuts after a sentence, else after a word, else anywhere. */
  private String piece(StringBuilder line) {
    int cut = Math.max(line.lastIndexOf(". "), line.lastIndexOf("\u3002"));
    cut = cut > LONGEST / 2 ? cut + 1 : line.lastIndexOf(" ");
    if (cut <= 0) {
      cut = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
    left = line.substring(cut);
    return line.substring(0, cut);
  }

  private boolean fill() throws IOException {
    if (at < filled) {
      return true;
    }
    at = 0;
    filled = Math.max(0, reader.read(buffer));
    return filled > 0;
  }

  private static String trimmed(StringBuilder line) {
    int end = line.length();
    while (end > 0 && Inline.isSpace(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
