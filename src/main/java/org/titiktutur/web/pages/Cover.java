package org.titiktutur.web.pages;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A cover for a book without one: the first letter of its title in braille, large. An ornament; it
 * says nothing that the title does not.
 *
 * @param hue 0 to 5
 * @param dots path of an SVG 48 wide and 64 high, a stroke without length for each dot
 */
record Cover(int hue, String dots) {

  private static final int HUES = 6;

  /** The dots of a to z. */
  private static final List<String> LETTERS =
      List.of(
          "1", "12", "14", "145", "15", "124", "1245", "125", "24", "245", "13", "123", "134",
          "1345", "135", "1234", "12345", "1235", "234", "2345", "136", "1236", "2456", "1346",
          "13456", "1356");

  static Cover of(String id, String title) {
    StringBuilder dots = new StringBuilder();
    for (char dot : letter(title).toCharArray()) {
      int place = dot - '1';
      dots.append('M').append(place < 3 ? 15 : 33).append(' ').append(14 + place % 3 * 18);
      dots.append("h0");
    }
    return new Cover(Math.floorMod(id.hashCode(), HUES), dots.toString());
  }

  /** All six dots where the title begins with another script or a digit. */
  private static String letter(String title) {
    return Normalizer.normalize(title, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .chars()
        .filter(Character::isLetterOrDigit)
        .limit(1)
        .filter(c -> c >= 'a' && c <= 'z')
        .mapToObj(c -> LETTERS.get(c - 'a'))
        .findFirst()
        .orElse("123456");
  }
}
