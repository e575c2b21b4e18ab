package org.titiktutur.language;

import java.text.Normalizer;

/**
 * A text with its typography made plain, and for each of its characters the place in the text as it
 * was: composed letters, plain quotes and blanks, no soft hyphens, no ligatures.
 */
final class Written {

  private final String source;
  private final StringBuilder plain;
  private final String text;

  /** Where each plain character begins in the source; one more for the end. */
  private int[] starts;

  Written(String source) {
    this.source = source;
    plain = new StringBuilder(source.length());
    starts = new int[source.length() + 1];
    boolean composed = Normalizer.isNormalized(source, Normalizer.Form.NFC);
    for (int i = 0; i < source.length(); ) {
      int end = composed ? next(i) : endOfLetter(i);
      if (end - i == Character.charCount(source.codePointAt(i))) {
        add(fold(source.codePointAt(i)), i);
      } else {
        add(Normalizer.normalize(source.substring(i, end), Normalizer.Form.NFC), i);
      }
      i = end;
    }
    add("\0", source.length());
    text = plain.substring(0, plain.length() - 1);
  }

  private void add(String text, int start) {
    if (plain.length() + text.length() > starts.length) {
      starts = java.util.Arrays.copyOf(starts, starts.length * 2 + text.length());
    }
    for (int k = 0; k < text.length(); k++) {
      starts[plain.length() + k] = start;
    }
    plain.append(text);
  }

  private int next(int i) {
    return i + Character.charCount(source.codePointAt(i));
  }

  /** After the marks that stand above or below the letter here. */
  private int endOfLetter(int i) {
    int end = next(i);
    while (end < source.length()) {
      int type = Character.getType(source.codePointAt(end));
      if (type != Character.NON_SPACING_MARK && type != Character.COMBINING_SPACING_MARK) {
        break;
      }
      end = next(end);
    }
    return end;
  }

  private static String fold(int c) {
    if (c < 0x80) {
      return c < 0x20 || c == 0x7f ? " " : Character.toString(c);
    }
    return switch (c) {
      case 0xa0, 0x1680, 0x202f, 0x205f, 0x3000, 0x2028, 0x2029, 0x85 -> " ";
      case 0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x200e, 0x200f -> "";
      case '‘', '’', '‚', '‛', 'ʼ', 'ʻ', '′', '`', '´' -> "'";
      case '“', '”', '„', '‟', '«', '»', '″' -> "\"";
      case '\u2010', '\u2011' -> "-";
      case '‒' -> "–";
      case '―' -> "—";
      case '…' -> "...";
      case 'ﬁ' -> "fi";
      case 'ﬂ' -> "fl";
      case 'ﬀ' -> "ff";
      case 'ﬃ' -> "ffi";
      case 'ﬄ' -> "ffl";
      case 'µ' -> "μ";
      case '℃' -> "°C";
      case '℉' -> "°F";
      case '⁄', '∕' -> "/";
      default -> folded(c);
    };
  }

  private static String folded(int c) {
    if (c >= 0x2000 && c <= 0x200a) {
      return " ";
    }
    if (c >= 0x2080 && c <= 0x2089) {
      return Character.toString('0' + c - 0x2080);
    }
    if (c >= 0xff01 && c <= 0xff5e) {
      return Character.toString(c - 0xfee0);
    }
    if (c >= 0xd800 && c <= 0xdfff) {
      return " ";
    }
    return Character.toString(c);
  }

  String text() {
    return text;
  }

  /** Where a plain character, or the end, stands in the source. */
  int start(int at) {
    return starts[at];
  }
}
