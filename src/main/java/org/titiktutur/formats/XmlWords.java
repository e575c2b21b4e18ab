package org.titiktutur.formats;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Puts U+FFFD in place of what XML 1.0 has no room for (section 2.2, production Char): control
 * characters, U+FFFE and U+FFFF, and halves of surrogate pairs.
 */
public final class XmlWords extends FilterWriter {

  private static final char REPLACEMENT = '\uFFFD';

  private int high;

  public XmlWords(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    char next = (char) c;
    if (high != 0) {
      char before = (char) high;
      high = 0;
      if (Character.isLowSurrogate(next)) {
        out.write(before);
        out.write(next);
        return;
      }
      out.write(REPLACEMENT);
    }
    if (Character.isHighSurrogate(next)) {
      high = next;
    } else {
      out.write(fits(next) ? next : REPLACEMENT);
    }
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(text[i]);
    }
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(text.charAt(i));
    }
  }

  private static boolean fits(char c) {
    if (c < ' ') {
      return c == '\t' || c == '\n' || c == '\r';
    }
    return c < '\uFFFE' && !Character.isLowSurrogate(c);
  }
}
