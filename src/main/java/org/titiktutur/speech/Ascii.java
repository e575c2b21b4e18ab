package org.titiktutur.speech;

import java.text.Normalizer;

/** Text in the characters that FreeTTS knows. */
final class Ascii {

  private Ascii() {}

  /**
   * Accents and typographic signs made plain; signs that nobody says are left out.
   *
   * @throws Unspeakable if the text holds a letter, a digit or an emoji that has no plain form
   */
  static String of(String text) throws Unspeakable {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    for (int i = 0; i < apart.length(); ) {
      int c = apart.codePointAt(i);
      i += Character.charCount(c);
      if (c < 0x80) {
        plain.appendCodePoint(c);
      } else {
        plain.append(plain(c));
      }
    }
    return plain.toString();
  }

  private static String plain(int c) throws Unspeakable {
    return switch (c) {
      case 'ß' -> "ss";
      case 'æ' -> "ae";
      case 'Æ' -> "Ae";
      case 'œ' -> "oe";
      case 'Œ' -> "Oe";
      case 'ø', 'ð' -> "o";
      case 'Ø' -> "O";
      case 'ł' -> "l";
      case 'Ł' -> "L";
      case 'đ' -> "d";
      case 'Đ' -> "D";
      case 'þ', 'Þ' -> "th";
      case 'ı' -> "i";
      case '‘', '’', 'ʼ', 'ʻ', '′' -> "'";
      case '“', '”', '„', '«', '»', '″' -> "\"";
      case '–', '—', '―' -> ", ";
      case '\u2010', '\u2011' -> "-";
      default -> silent(c);
    };
  }

  /** What stands for a sign that is not said. */
  private static String silent(int c) throws Unspeakable {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> "";
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MODIFIER_SYMBOL,
          Character.MATH_SYMBOL ->
          " ";
      case Character.OTHER_SYMBOL -> {
        if (isEmoji(c)) {
          throw unspeakable(c);
        }
        yield " ";
      }
      default -> throw unspeakable(c);
    };
  }

  static boolean isEmoji(int c) {
    return (c >= 0x2600 && c < 0x27c0)
        || (c > 0xffff && Character.getType(c) == Character.OTHER_SYMBOL);
  }

  private static Unspeakable unspeakable(int c) {
    return new Unspeakable(String.format("FreeTTS cannot say U+%04X", c));
  }
}
