package org.titiktutur.extraction;

import java.text.Normalizer;

/** Letters as fonts name them, made the letters that readers know. */
final class PdfLetters {

  private PdfLetters() {}

  /** Ligatures and the joined shapes of Arabic become plain letters; hyphens become one hyphen. */
  static String readable(String painted) {
    if (painted.length() == 1) {
      char c = painted.charAt(0);
      if (c < 0x80) {
        return painted;
      }
      switch (c) {
        case 0xA0, 0x2002, 0x2003, 0x2009 -> {
          return " ";
        }
        // whatever it is called, it was printed
        case 0xAD, 0x2010, 0x2011 -> {
          return "-";
        }
        default -> {
          if (!isPresentationForm(c)) {
            return painted;
          }
        }
      }
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < painted.length(); i++) {
      char c = painted.charAt(i);
      if (isPresentationForm(c)) {
        plain.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
      } else if (c == 0xAD && painted.length() == 1) {
        plain.append('-');
      } else {
        plain.append(c);
      }
    }
    // read from right to left later, so that a ligature's letters must be painted that way round
    boolean rightToLeft =
        plain.length() > 1
            && Character.getDirectionality(plain.charAt(0))
                == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    return rightToLeft ? plain.reverse().toString() : plain.toString();
  }

  private static boolean isPresentationForm(char c) {
    return (c >= 0xFB00 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
  }
}
