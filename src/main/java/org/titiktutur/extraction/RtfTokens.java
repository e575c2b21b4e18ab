package org.titiktutur.extraction;

import java.io.IOException;
import java.io.InputStream;

/** Takes RTF apart (RTF 1.9.1, "RTF Syntax"), as a stream. */
final class RtfTokens {

  /** What is told. */
  interface Listener {

    /** A group begins. */
    void open();

    /** A group ends. */
    void close();

    /**
     * A control word.
     *
     * @param number what stands behind it, or null
     */
    void word(String name, Integer number);

    /** {@code \*}: the group may be left out by whoever does not know its first word. */
    void mayBeIgnored();

    /** A byte of text, in whatever encoding is valid there. */
    void letter(int value);

    /** A character that needs no encoding. */
    void sign(char character);
  }

  private static final int LONGEST_WORD = 32;
  private static final int LONGEST_NUMBER = 10;

  /** Groups inside each other that are told; what is deeper is left out. */
  private static final int DEEPEST = 1000;

  private static final int END = -1;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int filled;
  private int depth;

  RtfTokens(InputStream in) {
    this.in = in;
  }

  /** Tells everything; answers whether every group that began has ended. */
  boolean tellTo(Listener listener) throws IOException {
    for (int next = next(); next != END; next = next()) {
      switch (next) {
        case '{' -> {
          if (++depth > DEEPEST) {
            leaveOut();
          } else {
            listener.open();
          }
        }
        case '}' -> {
          if (depth > 0) {
            depth--;
            listener.close();
          }
          if (depth == 0) {
            return true;
          }
        }
        case '\\' -> control(listener);
        case '\r', '\n' -> {}
        default -> listener.letter(next);
      }
    }
    return depth == 0;
  }

  /** Everything up to the end of a group that is too deep. */
  private void leaveOut() throws IOException {
    int inside = 1;
    while (inside > 0) {
      int next = next();
      if (next == END) {
        return;
      }
      if (next == '\\') {
        next();
      } else if (next == '{') {
        inside++;
      } else if (next == '}') {
        inside--;
      }
    }
    depth--;
  }

  private void control(Listener listener) throws IOException {
    int first = next();
    if (isLetter(first)) {
      word(first, listener);
      return;
    }
    switch (first) {
      case '\'' -> {
        int value = hex(next()) * 16 + hex(next());
        if (value >= 0) {
          listener.letter(value);
        }
      }
      case '*' -> listener.mayBeIgnored();
      case '~' -> listener.sign('\u00A0');
      case '_' -> listener.sign('-');
      case '\\', '{', '}' -> listener.sign((char) first);
      case '\r', '\n' -> listener.word("par", null);
      case '\t' -> listener.word("tab", null);
      default -> {}
    }
  }

  private void word(int first, Listener listener) throws IOException {
    StringBuilder name = new StringBuilder().append((char) first);
    int next = next();
    while (isLetter(next) && name.length() < LONGEST_WORD) {
      name.append((char) next);
      next = next();
    }
    StringBuilder digits = new StringBuilder();
    if (next == '-') {
      digits.append('-');
      next = next();
    }
    while (next >= '0' && next <= '9' && digits.length() <= LONGEST_NUMBER) {
      digits.append((char) next);
      next = next();
    }
    if (next != ' ' && next != END) {
      at--;
    }
    Integer number = number(digits);
    if (name.toString().equals("bin")) {
      skip(number == null ? 0 : number);
    } else {
      listener.word(name.toString(), number);
    }
  }

  private static Integer number(StringBuilder digits) {
    try {
      return digits.isEmpty() ? null : Integer.valueOf(digits.toString());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private void skip(int bytes) throws IOException {
    int left = bytes;
    while (left > 0 && next() != END) {
      left--;
    }
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static int hex(int c) {
    int value = Character.digit(c, 16);
    return value < 0 ? -1000 : value;
  }

  private int next() throws IOException {
    if (at == filled) {
      filled = in.read(buffer);
      at = 0;
      if (filled <= 0) {
        filled = 0;
        return END;
      }
    }
    return buffer[at++] & 0xFF;
  }
}
