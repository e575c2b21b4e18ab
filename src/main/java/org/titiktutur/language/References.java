package org.titiktutur.language;

import java.util.regex.Matcher;

/** The numbers of letters and documents: "123/SK/V/2024". */
final class References {

  private final Rules rules;

  References(Rules rules) {
    this.rules = rules;
  }

  /** "123/SK/V/2024": numbers, numerals and acronyms with each stroke said. */
  Rule rule() {
    return new Rule(
        "(?:\\d{1,6}|\\p{Lu}[\\p{Lu}.-]{0,9})(?:/[\\p{L}\\d.-]{1,20}){2,9}(?![\\p{L}\\d/])",
        this::sayReference);
  }

  private boolean sayReference(Matcher found, Saying saying) {
    String text = found.group();
    boolean digits = text.chars().anyMatch(Character::isDigit);
    boolean capitalLetters = text.chars().anyMatch(Character::isUpperCase);
    boolean words = text.chars().anyMatch(Character::isLowerCase);
    if (!digits || !capitalLetters || words || text.endsWith(".")) {
      return false;
    }
    for (int i = 0; i < text.length(); ) {
      int end = i;
      while (end < text.length() && isSameKind(text.charAt(i), text.charAt(end))) {
        end++;
      }
      int from = found.start() + i;
      int to = found.start() + end;
      String piece = text.substring(i, end);
      if (Character.isDigit(text.charAt(i))) {
        saying.words(rules.numbers.cardinal(piece), from, to);
      } else if (Character.isLetter(text.charAt(i))) {
        boolean whole =
            (i == 0 || text.charAt(i - 1) == '/')
                && (end == text.length() || text.charAt(end) == '/');
        int value =
            (whole || (piece.length() > 1 && text.charAt(i - 1) == '-'))
                    && piece.chars().allMatch(c -> "IVX".indexOf(c) >= 0)
                ? Numbers.roman(piece)
                : -1;
        if (value > 0) {
          saying.words(rules.numbers.cardinal(Integer.toString(value)), from, to);
        } else if (rules.capitals.isReadAsWord(piece)) {
          saying.words(piece, from, to);
        } else {
          rules.spell(piece, from, saying);
        }
      } else if (text.charAt(i) == '/') {
        end = i + 1;
        saying.words(rules.phrases.get("slash"), from, from + 1);
      } else {
        saying.blank(from, to);
      }
      i = end;
    }
    return true;
  }

  private static boolean isSameKind(char first, char other) {
    return Character.isDigit(first) == Character.isDigit(other)
        && Character.isLetter(first) == Character.isLetter(other);
  }
}
