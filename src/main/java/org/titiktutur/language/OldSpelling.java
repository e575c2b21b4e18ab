package org.titiktutur.language;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Indonesian as it was spelled before 1972, and in names still is: oe, tj, dj, nj, sj, j and ch for
 * u, c, j, ny, sy, y and kh. A single word is changed only by what no word of today has; in a
 * passage of such words all of them are.
 */
final class OldSpelling {

  /** A word of Indonesian syllables: at most two consonants before a vowel, and one after it. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?:(?:str|[bcdfgkpst]r|[bfgkps]l|ng|ny|sy|kh|[ks]w|[bcdfghjklmnprstvwyz])?[aiueo]{1,3}+(?:(?:ng|kh|[bdfghklmnprstwy])(?![aiueo]))?){1,12}");

  /** Old words that could be taken for others, with what is said where letters do not tell. */
  private final Map<String, String> known;

  /** Words with such letters that are not old; one that ends in {@code -}: all that begin so. */
  private final Set<String> foreign;

  /** Words that are old ones, or others of today: "saja". */
  private final Set<String> either;

  /** What words of today end with although old ones end so: "senja". */
  private final Set<String> endingsToday;

  private boolean passage;

  OldSpelling(Lexicon lexicon) {
    known = lexicon.section("old");
    foreign = lexicon.words("not-old");
    either = lexicon.words("old-or-not");
    endingsToday = lexicon.words("nja");
  }

  /** Looks at a text before its words are asked for. */
  void begin(String text) {
    int old = 0;
    boolean modern = false;
    passage = false;
    for (int i = 0; i < text.length(); ) {
      int end = i;
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      if (end > i) {
        boolean small = Character.isLowerCase(text.charAt(i));
        if (small && text.indexOf('y', i) >= i && text.indexOf('y', i) < end) {
          return;
        }
        String word = end - i < 30 ? text.substring(i, end) : "";
        if (isOld(word)) {
          old += small ? 1 : 0;
        } else {
          modern |= !either.contains(word.toLowerCase(Locale.ROOT)) && hasNewLetters(word);
        }
      }
      i = end + 1;
    }
    passage = old > 1 || (old == 1 && !modern);
  }

  /** Whether a word has c or j where old ones have tj and dj. */
  private static boolean hasNewLetters(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == 'j' || (c == 'c' && (i + 1 == word.length() || word.charAt(i + 1) != 'h'))) {
        return true;
      }
    }
    return false;
  }

  /** The word in the spelling of today. */
  String modern(String word) {
    if (word.length() < 3 || word.length() > 30 || !(isOld(word) || isOfPassage(word))) {
      return word;
    }
    String told = known.get(word.toLowerCase(Locale.ROOT));
    if (told != null && !told.isEmpty()) {
      boolean capitals = word.equals(word.toUpperCase(Locale.ROOT));
      return capitals ? told.toUpperCase(Locale.ROOT) : told;
    }
    StringBuilder modern = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char next = i + 1 < word.length() ? Character.toLowerCase(word.charAt(i + 1)) : ' ';
      char c = word.charAt(i);
      boolean upper = Character.isUpperCase(c);
      boolean both = upper && i + 1 < word.length() && Character.isUpperCase(word.charAt(i + 1));
      String letters = letters(Character.toLowerCase(c), next);
      if (letters.isEmpty()) {
        modern.append(c);
        continue;
      }
      int taken = letters.charAt(0) - '0';
      String said = letters.substring(1);
      if (both) {
        said = said.toUpperCase(Locale.ROOT);
      } else if (upper) {
        said = said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
      }
      modern.append(said);
      i += taken - 1;
    }
    boolean sure = told != null;
    return sure || isIndonesian(modern) ? modern.toString() : word;
  }

  /** Whether a word is made of Indonesian syllables: "apache" and "bzip" are not. */
  static boolean isIndonesian(CharSequence word) {
    return WORD.matcher(word.toString().toLowerCase(Locale.ROOT)).matches();
  }

  /** How many letters, and what they are today; empty for those that are the same. */
  private static String letters(char c, char next) {
    if (next == 'j' && c != 'j') {
      return switch (c) {
        case 't' -> "2c";
        case 'd' -> "2j";
        case 'n' -> "2ny";
        case 's' -> "2sy";
        default -> "";
      };
    }
    if (c == 'o' && next == 'e') {
      return "2u";
    }
    if (c == 'c' && next == 'h') {
      return "2kh";
    }
    return c == 'j' ? "1y" : "";
  }

  private boolean isOfPassage(String word) {
    return passage && Character.isLowerCase(word.charAt(word.length() - 1));
  }

  private boolean isOld(String word) {
    boolean hint = false;
    for (int i = 0; i + 1 < word.length() && !hint; i++) {
      char next = word.charAt(i + 1);
      hint =
          next == 'j'
              || next == 'J'
              || ((next == 'e' || next == 'E') && "oO".indexOf(word.charAt(i)) >= 0);
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (known.containsKey(lower)) {
      return true;
    }
    if (hint && !isForeign(lower) && isOldNja(lower)) {
      return true;
    }
    if (!hint || isForeign(lower)) {
      return false;
    }
    return lower.contains("tj")
        || lower.contains("sj")
        || lower.contains("dj")
        || (lower.contains("oe")
            && lower.length() > 3
            && "qx".chars().noneMatch(c -> lower.indexOf(c) >= 0));
  }

  /** "njala", "rumahnja": no word of today begins so, and few end so. */
  private boolean isOldNja(String lower) {
    return lower.startsWith("nj")
        || (lower.length() > 5
            && lower.endsWith("nja")
            && endingsToday.stream().noneMatch(lower::endsWith));
  }

  private boolean isForeign(String lower) {
    if (foreign.contains(lower)) {
      return true;
    }
    for (int end = 3; end < Math.min(lower.length() + 1, 12); end++) {
      if (foreign.contains(lower.substring(0, end) + "-")) {
        return true;
      }
    }
    return false;
  }
}
