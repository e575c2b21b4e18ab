package org.titiktutur.language;

import static org.titiktutur.language.Surroundings.firstWord;
import static org.titiktutur.language.Surroundings.skipSpaces;
import static org.titiktutur.language.Surroundings.skipSpacesBack;
import static org.titiktutur.language.Surroundings.wordBefore;
import static org.titiktutur.language.Surroundings.wordsBefore;

import java.util.Locale;
import java.util.regex.Matcher;

/** Roman numerals: whether letters are one, and whether it is said as "four" or as "the fourth". */
final class RomanNumerals {

  private final Rules rules;

  RomanNumerals(Rules rules) {
    this.rules = rules;
  }

  /** "p. iv", "Scene ii", "xii–xv" after "pp.": the value of a numeral in small letters, or −1. */
  int smallRoman(String text, int at, String word) {
    if (word.length() > 7 || word.chars().anyMatch(c -> "ivxl".indexOf(c) < 0)) {
      return -1;
    }
    int value = Numbers.roman(word.toUpperCase(Locale.ROOT));
    if (value < 0) {
      return -1;
    }
    int from = at;
    if (at > 1 && "-–".indexOf(text.charAt(at - 1)) >= 0) {
      from = at - 1;
      while (from > 0 && "ivxl".indexOf(text.charAt(from - 1)) >= 0) {
        from--;
      }
      if (from == at - 1) {
        return -1;
      }
    }
    String before = wordBefore(text, from).toLowerCase(Locale.ROOT);
    boolean numbered =
        rules.lexicon.words("cardinal").contains(before)
            || rules.lexicon.words("pages").contains(before);
    return numbered ? value : -1;
  }

  /** What a Roman numeral counts. */
  enum Roman {
    NONE,
    CARDINAL,
    ORDINAL
  }

  /** What the Roman numeral at this place counts, by the words around it. */
  private Roman roman(String text, int at, int end, String numeral, int depth) {
    boolean letter = numeral.length() == 1 && "CDLM".contains(numeral);
    if (letter || rules.lexicon.words("spelled").contains(numeral)) {
      return Roman.NONE;
    }
    String before = wordBefore(text, at);
    String word = before.toLowerCase(Locale.ROOT);
    if (rules.lexicon.words("ordinal").contains(word)
        || rules.lexicon.words("ordinal-after").contains(firstWord(text, skipSpaces(text, end)))) {
      return Roman.ORDINAL;
    }
    Abbreviations.Entry counted = rules.abbreviations.find(before);
    if (rules.lexicon.words("cardinal").contains(word)
        || rules.lexicon.words("pages").contains(word)
        || rules.lexicon.words("streets").contains(before)
        || (counted != null && counted.kind() == Abbreviations.Kind.NUMBER)) {
      return Roman.CARDINAL;
    }
    if (rules.lexicon.words("conjunctions").contains(word.replace(",", "")) || word.endsWith(",")) {
      Roman same = depth > 3 ? Roman.NONE : romanBefore(text, at, depth);
      if (same != Roman.NONE || numeral.length() == 1) {
        return same;
      }
    }
    boolean name =
        before.length() > 1
            && Character.isUpperCase(before.charAt(0))
            && Character.isLowerCase(before.charAt(before.length() - 1));
    String three = " " + wordsBefore(text, at, 5) + " ";
    if (name
        && rules.lexicon.words("streets").stream().anyMatch(s -> three.contains(" " + s + " "))) {
      return Roman.CARDINAL;
    }
    if ((name || before.equals(before.toUpperCase(Locale.ROOT)))
        && isCounted(before, three, numeral, text, end)) {
      return Roman.ORDINAL;
    }
    boolean sure = numeral.length() > 1 && numeral.chars().allMatch(c -> "IVX".indexOf(c) >= 0);
    return sure || isFollowedByNumeral(text, end) ? Roman.CARDINAL : Roman.NONE;
  }

  /** "I, II", "I dan II", "I and II". */
  private boolean isFollowedByNumeral(String text, int end) {
    boolean comma = end < text.length() && text.charAt(end) == ',';
    int next = skipSpaces(text, comma ? end + 1 : end);
    String word = firstWord(text, next);
    if (rules.lexicon.words("conjunctions").contains(word)) {
      word = firstWord(text, skipSpaces(text, next + word.length()));
    } else if (!comma) {
      return false;
    }
    return word.length() > 1
        && word.chars().allMatch(c -> "IVX".indexOf(c) >= 0)
        && Numbers.roman(word) > 0;
  }

  /** After a ruler's name, or an event that is counted. */
  private boolean isCounted(String before, String three, String numeral, String text, int end) {
    boolean ruler =
        rules.lexicon.words("rulers").stream().anyMatch(r -> three.contains(" " + r + " "));
    boolean regnal = rules.lexicon.words("regnal").contains(before) || ruler;
    boolean event =
        rules.lexicon.words("events").stream().anyMatch(e -> three.contains(" " + e + " "));
    if (!regnal && !event) {
      return false;
    }
    String after = firstWord(text, skipSpaces(text, end));
    boolean pronoun =
        numeral.equals("I") && !ruler && !event && !after.isEmpty() && !rules.isAfterRuler(after);
    return !pronoun;
  }

  /** What the numeral counts that stands before "and" or a comma before this place. */
  private Roman romanBefore(String text, int at, int depth) {
    int end = skipSpacesBack(text, at);
    if (end > 0 && text.charAt(end - 1) != ',') {
      while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
        end--;
      }
      end = skipSpacesBack(text, end);
    }
    end -= end > 0 && text.charAt(end - 1) == ',' ? 1 : 0;
    int from = end;
    while (from > 0 && end - from < 8 && Character.isUpperCase(text.charAt(from - 1))) {
      from--;
    }
    String numeral = text.substring(from, end);
    boolean alone = from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1));
    return alone && Numbers.roman(numeral) > 0
        ? roman(text, from, end, numeral, depth + 1)
        : Roman.NONE;
  }

  /** "XIX", "II–V", "III/a" and, at the beginning of a heading, "II.". */
  Rule rule() {
    return new Rule(
        "([IVXLCDM]{1,9})(?:(?: ?([-–]) ?([IVXLCDM]{1,9}))|(/)([a-e]))?('s)?(?![\\p{L}\\p{N}']|\\.\\p{L}{2}|\\.\\p{L}\\.)",
        this::sayRoman);
  }

  private boolean sayRoman(Matcher found, Saying saying) {
    String text = saying.written();
    String numeral = found.group(1);
    int value = Numbers.roman(numeral);
    if (value < 0) {
      return false;
    }
    if (isHeadingNumber(text, found)) {
      saying.words(rules.numbers.cardinal(Integer.toString(value)), found.start(1), found.end(1));
      return true;
    }
    boolean rank = found.group(5) != null && (value < 6);
    Roman kind = rank ? Roman.CARDINAL : roman(text, found.start(), found.end(1), numeral, 0);
    int last = found.group(3) == null ? 1 : Numbers.roman(found.group(3));
    if (kind == Roman.NONE || last < 0) {
      return false;
    }
    sayRoman(value, kind, found.start(1), found.end(1), saying);
    if (found.group(3) != null) {
      saying.words(rules.phrases.get("range"), found.start(2), found.end(2));
      sayRoman(last, kind, found.start(3), found.end(3), saying);
    } else if (found.group(5) != null) {
      saying.words(rules.letter(found.group(5)), found.start(5), found.end(5));
    }
    if (found.group(6) != null) {
      saying.text("'s", found.start(6), found.end(6));
    }
    return true;
  }

  private void sayRoman(int value, Roman kind, int start, int end, Saying saying) {
    boolean ordinal = kind == Roman.ORDINAL;
    String said =
        ordinal
            ? rules.ordinalName(value, saying.written(), start, end)
            : rules.numbers.cardinal(Integer.toString(value));
    saying.words(said, start, end);
  }

  /** "II. Sejarah" alone in its paragraph, without a full stop at its end. */
  private static boolean isHeadingNumber(String text, Matcher found) {
    int end = found.end();
    return found.start() == 0
        && end + 2 < text.length()
        && end == found.end(1)
        && text.charAt(end) == '.'
        && text.charAt(end + 1) == ' '
        && Character.isUpperCase(text.charAt(end + 2))
        && text.length() < 90
        && ".!?".indexOf(text.charAt(text.length() - 1)) < 0
        && text.indexOf(". ", end + 1) < 0
        && found.group(1).chars().allMatch(c -> "IVX".indexOf(c) >= 0);
  }
}
