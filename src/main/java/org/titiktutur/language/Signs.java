package org.titiktutur.language;

import static org.titiktutur.language.Surroundings.firstWord;
import static org.titiktutur.language.Surroundings.isDigit;
import static org.titiktutur.language.Surroundings.isEquation;
import static org.titiktutur.language.Surroundings.isOperandEnd;
import static org.titiktutur.language.Surroundings.isVariable;
import static org.titiktutur.language.Surroundings.skipSpaces;
import static org.titiktutur.language.Surroundings.wordBefore;
import static org.titiktutur.language.Surroundings.wordsBefore;

import java.util.Locale;

/** Signs: dashes, strokes, colons and what else stands between words and numbers. */
final class Signs {

  private final Rules rules;

  Signs(Rules rules) {
    this.rules = rules;
  }

  /** "3 x 4", "3x4", "3x": a sign although a letter. */
  int readTimes(String text, int at, Saying saying) {
    char c = text.charAt(at);
    if ((c != 'x' && c != 'X') || at == 0) {
      return -1;
    }
    boolean tight = isDigit(text, at - 1);
    boolean first = tight || (at > 1 && text.charAt(at - 1) == ' ' && isDigit(text, at - 2));
    int next = skipSpaces(text, at + 1);
    boolean second = isDigit(text, next) && next <= at + 2;
    boolean alone =
        at + 1 == text.length()
            || !(Character.isLetterOrDigit(text.charAt(at + 1)) || text.charAt(at + 1) == '-');
    boolean variable = !second && isEquation(text, at);
    if (!first || variable || !(second || (tight && alone))) {
      return -1;
    }
    String said =
        rules.times(
            tight && next == at + 1,
            second,
            text.substring(next, Math.min(next + 40, text.length())));
    saying.words(said, at, at + 1).blank(at + 1, at + 1);
    return at + 1;
  }

  /** What stands for a sign that no rule knew. */
  int read(String text, int at, Saying saying) {
    int c = text.codePointAt(at);
    int end = at + Character.charCount(c);
    String sign = Character.toString(c);
    String fraction = rules.lexicon.section("fractions").get(sign);
    if (fraction != null) {
      saying.words(rules.afterWhole(text, at, fraction), at, end);
      return end;
    }
    if (Formulas.isSuperscript((char) c)) {
      return rules.formulas.readPower(text, at, saying);
    }
    String name = rules.signs.get(sign);
    if (c == '+' && !isOperand(text, at)) {
      name = rules.phrases.get("plus");
    } else if (c == '°' && end < text.length() && Character.isLetter(text.charAt(end))) {
      name = rules.signs.getOrDefault(text.substring(at, end + 1), name);
    }
    if (name != null) {
      saying.words(name, at, end).blank(end, end);
      return end;
    }
    switch (c) {
      case '-', '–', '—', '−' -> readDash(text, at, end, saying);
      case '/' -> {
        return readSlash(text, at, end, saying);
      }
      case '.' -> readFullStop(text, at, end, saying);
      case '*', '_', '|', '~', '^', '\\', '•', '·', '■', '□', '▪', '●', '○', '®', '™', '¶' ->
          saying.blank(at, end);
      case '#' -> {
        char after = end < text.length() ? text.charAt(end) : ' ';
        if (Character.isLetterOrDigit(after)) {
          String said = rules.phrases.get(Character.isDigit(after) ? "number" : "hashtag");
          saying.words(said, at, end).blank(end, end);
        }
      }
      case '<', '>' -> saying.blank(at, end);
      case ':' -> readColon(text, at, end, saying);
      case '"' -> {
        if (isInches(text, at)) {
          saying.words(rules.phrases.get("inches"), at, end);
        } else {
          saying.text(sign, at, end);
        }
      }
      default -> saying.text(sign, at, end);
    }
    return end;
  }

  private void readDash(String text, int at, int end, Saying saying) {
    char dash = text.charAt(at);
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    char after = end == text.length() ? ' ' : text.charAt(end);
    boolean number = Character.isDigit(after) || startsMoney(text, end);
    if (isGrade(text, at, after)) {
      saying.words(rules.phrases.get("minus"), at, end);
      return;
    }
    if (isSubtraction(text, at, end)) {
      saying.words(rules.phrases.get("subtract"), at, end).blank(end, end);
    } else if (number && dash != '—' && (before == ' ' || "([=+×<>\"".indexOf(before) >= 0)) {
      saying.words(rules.phrases.get("minus"), at, end);
    } else if (isRange(text, at, end, number)) {
      saying.words(rules.phrases.get("range"), at, end).blank(end, end);
    } else if (dash == '-' && before != ' ' && after == '-') {
      saying.pause(",", at, end).blank(end, end);
    } else if (dash == '-' && after != ' ' && (before == ' ' || before == '-')) {
      saying.blank(at, end);
    } else if (before == ' ' || after == ' ' || dash == '—') {
      saying.pause(",", at, end).blank(end, end);
    } else if (dash == '–' || isInCode(text, at)) {
      saying.blank(at, end);
    } else {
      saying.text("-", at, end);
    }
  }

  /** "nilai A-", "golongan darah O-". */
  private boolean isGrade(String text, int at, char after) {
    if (text.charAt(at) == '—' || Character.isLetterOrDigit(after)) {
      return false;
    }
    String last = wordBefore(text, at);
    if (last.length() > 3 || last.chars().anyMatch(c -> "ABCDEO".indexOf(c) < 0)) {
      return false;
    }
    String before = " " + wordsBefore(text, at, 5).toLowerCase(Locale.ROOT) + " ";
    return !last.isEmpty()
        && rules.lexicon.words("grades").stream().anyMatch(g -> before.contains(" " + g + " "));
  }

  /** "COVID-19", "R2-D2", "KPU-RI", "non-PNS": codes and acronyms; but "X-ray" is one word. */
  private static boolean isInCode(String text, int at) {
    char before = text.charAt(at - 1);
    char after = text.charAt(at + 1);
    if (Character.isDigit(after)) {
      return Character.isLetter(before);
    }
    boolean acronym = at + 2 == text.length() || !Character.isLowerCase(text.charAt(at + 2));
    return Character.isUpperCase(after)
        && (Character.isUpperCase(before) || Character.isDigit(before) || acronym);
  }

  private boolean isRange(String text, int at, int end, boolean number) {
    char dash = text.charAt(at);
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    char after = end == text.length() ? ' ' : text.charAt(end);
    if (before == ' ' && after == ' ') {
      return dash != '—' && isBetweenNumbers(text, at, end);
    }
    if (Character.isDigit(before) && number) {
      return true;
    }
    if (before == ' ' || dash == '—') {
      return false;
    }
    boolean amount = Character.isLetter(before) && (dash == '–' || !Character.isDigit(after));
    if (number && (amount || "%°½¼¾.)²³".indexOf(before) >= 0)) {
      return true;
    }
    String last = wordBefore(text, at);
    String next = firstWord(text, end);
    boolean letters =
        last.length() == 1
            && next.length() == 1
            && Character.isUpperCase(before)
            && Character.isUpperCase(after);
    boolean romans = isSmallRoman(last) && isSmallRoman(next);
    return letters || romans || (rules.calendar.isName(last) && rules.calendar.isName(next));
  }

  private static boolean isSmallRoman(String word) {
    return !word.isEmpty()
        && word.length() < 8
        && word.chars().allMatch(c -> "ivxl".indexOf(c) >= 0)
        && Numbers.roman(word.toUpperCase(Locale.ROOT)) > 0;
  }

  /** "7 − 2", and with a hyphen where a result follows: "7 - 2 = 5". */
  private static boolean isSubtraction(String text, int at, int end) {
    char dash = text.charAt(at);
    int last = at - 1;
    while (last > 0 && text.charAt(last) == ' ') {
      last--;
    }
    int next = skipSpaces(text, end);
    if (dash == '—' || last < 0 || !isOperandEnd(text, last) || next >= text.length()) {
      return false;
    }
    char first = text.charAt(next);
    boolean operand = Character.isDigit(first) || first == '(' || isVariable(text, next);
    return operand && (dash == '−' || isEquation(text, at));
  }

  /** Whether a sign stands after something that it can join to what follows. */
  private static boolean isOperand(String text, int at) {
    int last = at - 1;
    while (last >= 0 && text.charAt(last) == ' ') {
      last--;
    }
    int next = skipSpaces(text, at + 1);
    boolean spaced = last < at - 1 && next > at + 1;
    return last >= 0
        && next < text.length()
        && (spaced || (next == at + 1 && last == at - 1 && isOperandEnd(text, last)))
        && text.charAt(next) != '.';
  }

  /** After a number, where no quotation is open: 14″. */
  private static boolean isInches(String text, int at) {
    boolean open = false;
    for (int i = at - 1; i >= 0 && i > at - 500; i--) {
      open ^= text.charAt(i) == '"';
    }
    return !open && isDigit(text, at - 1);
  }

  /** "1:50.000", "8 : 2 = 4"; elsewhere a pause. */
  private void readColon(String text, int at, int end, Saying saying) {
    boolean tight = isDigit(text, at - 1) && isDigit(text, end);
    boolean spaced =
        at > 1
            && text.charAt(at - 1) == ' '
            && isDigit(text, at - 2)
            && end < text.length()
            && text.charAt(end) == ' '
            && isDigit(text, end + 1);
    if (!tight && !spaced) {
      saying.text(":", at, end);
      return;
    }
    String name =
        spaced && isEquation(text, at) ? rules.signs.get("÷") : rules.phrases.get("ratio");
    saying.words(name, at, end).blank(end, end);
  }

  private boolean startsMoney(String text, int at) {
    if (at >= text.length() || Character.isLowerCase(text.charAt(at))) {
      return false;
    }
    for (String sign : rules.lexicon.words("currencies")) {
      if (text.startsWith(sign, at)) {
        int next = skipSpaces(text, at + sign.length());
        return isDigit(text, next);
      }
    }
    return false;
  }

  /** "sources.list", "X.509", ".deb": said, where nothing ends. */
  private void readFullStop(String text, int at, int end, Saying saying) {
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    char after = end == text.length() ? ' ' : text.charAt(end);
    boolean inside = Character.isLetterOrDigit(before) || before == ' ';
    if (inside && (Character.isLowerCase(after) || Character.isDigit(after))) {
      boolean counted = Character.isDigit(after) && !Character.isLowerCase(before);
      saying.words(rules.phrases.get(counted ? "point" : "dot"), at, end).blank(end, end);
    } else {
      saying.text(".", at, end);
    }
  }

  private static boolean isBetweenNumbers(String text, int at, int end) {
    int next = skipSpaces(text, end);
    int last = at - 1;
    while (last > 0 && text.charAt(last) == ' ') {
      last--;
    }
    return last >= 0
        && next < text.length()
        && Character.isDigit(text.charAt(last))
        && Character.isDigit(text.charAt(next));
  }

  private int readSlash(String text, int at, int end, Saying saying) {
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    char after = end == text.length() ? ' ' : text.charAt(end);
    String next = firstWord(text, end);
    String last = wordBefore(text, at);
    boolean measure = rules.lexicon.words("per").contains(next) && isMeasured(text, at, last);
    if (measure || (isMoney(text, at) && !next.isEmpty() && Character.isLowerCase(after))) {
      saying.words(rules.phrases.get("per"), at, end);
      saying.words(rules.unitBelow(next), end, end + next.length());
      return end + next.length();
    }
    if (isSilentSlash(before, after, last, next)) {
      boolean chain = last.indexOf('/') >= 0 || text.startsWith("/", end + next.length());
      if (chain) {
        saying.pause(",", at, end);
      }
      saying.blank(end, end);
    } else if (isLabels(last, next)) {
      saying.pause(",", at, end).blank(end, end);
    } else if ((Character.isLowerCase(before) || before == '.') && Character.isLetter(after)) {
      String or = rules.phrases.get("or");
      boolean said = next.equals(or) || last.equals(or);
      saying.words(said ? "" : or, at, end).blank(end, end);
    } else if (before == ' ' && after == ' ' && isEquation(text, at)) {
      saying.words(rules.signs.get("÷"), at, end).blank(end, end);
    } else if (before == ' ' && after == ' ' && !isBetweenNumbers(text, at, end)) {
      saying.pause(",", at, end).blank(end, end);
    } else {
      saying.words(rules.phrases.get("slash"), at, end).blank(end, end);
    }
    return end;
  }

  /** "Rp1.500/lembar", "Rp2 juta/petak": what a price is for, whatever it be. */
  private boolean isMoney(String text, int at) {
    String words = wordsBefore(text, at, 3);
    int from = -1;
    for (String sign : rules.lexicon.words("currencies")) {
      from = Math.max(from, words.lastIndexOf(sign));
    }
    if (from < 0) {
      return false;
    }
    int digit = from;
    while (digit < words.length() && !isDigit(words, digit)) {
      digit++;
    }
    String rest = words.substring(Math.min(digit, words.length()));
    int blank = rest.indexOf(' ');
    return !rest.isEmpty()
        && (blank < 0 || rules.lexicon.words("scales").contains(rest.substring(blank + 1)));
  }

  /** "5 kali/minggu", "Rp5.000/kg", "satu jt/bulan": an amount by something. */
  private boolean isMeasured(String text, int at, String last) {
    return last.chars().anyMatch(Character::isDigit)
        || rules.lexicon.words("scales").contains(last)
        || (Character.isLetter(text.charAt(Math.max(at - 1, 0)))
            && wordsBefore(text, at, 2).chars().anyMatch(Character::isDigit));
  }

  /** "TNI/Polri", "RT 03/RW 05", "Blok D/7", "4G/5G": the two are said one after the other. */
  private static boolean isSilentSlash(char before, char after, String last, String next) {
    boolean reference =
        last.chars().anyMatch(Character::isDigit) && last.chars().filter(c -> c == '/').count() > 1;
    if (reference || before == ' ' || after == ' ') {
      return false;
    }
    boolean acronym = Character.isUpperCase(before) || isCode(last);
    boolean other = Character.isUpperCase(after) || isCode(next);
    if (acronym && other) {
      return true;
    }
    boolean house =
        Character.isDigit(before) && last.length() < 5 && Character.isUpperCase(last.charAt(0));
    return (house && Character.isDigit(after))
        || (Character.isDigit(before) && Character.isUpperCase(after) && next.length() < 3)
        || (Character.isUpperCase(before) && last.length() < 3 && Character.isDigit(after));
  }

  /** "Hari/Tanggal", "Tempat/Tgl. Lahir", "Jumat/10 Mei": what forms ask for, one by one. */
  private boolean isLabels(String last, String next) {
    String word = last.substring(last.lastIndexOf('/') + 1);
    return rules.lexicon.words("labels").contains(word.toLowerCase(Locale.ROOT))
        || (word.equals(rules.calendar.day(word))
            && !next.isEmpty()
            && Character.isDigit(next.charAt(0)));
  }

  /** "4G": a number and a capital. */
  private static boolean isCode(String word) {
    return word.length() > 1
        && word.length() < 6
        && Character.isLetterOrDigit(word.charAt(0))
        && Character.isUpperCase(word.charAt(word.length() - 1));
  }

  /**
   * "3 < 5", "x > 2", and before a number alone "< 5".
   *
   * @param verb what comes first between two of them, or empty
   */
  Rule comparison(String verb, String less, String more, String moreAlone) {
    return new Rule(
        "(?<![<>=-])([<>])(?= ?[-−]?(?:\\d|\\p{L}(?!\\p{L})|[\\p{Sc}]))",
        (found, saying) -> {
          String text = saying.written();
          int last = found.start() - 1;
          while (last >= 0 && text.charAt(last) == ' ') {
            last--;
          }
          boolean between = last >= 0 && isOperandEnd(text, last);
          boolean fewer = found.group().equals("<");
          String name = between ? verb + (fewer ? less : more) : fewer ? less : moreAlone;
          saying.words(name, found.start(), found.end()).blank(found.end(), found.end());
          return true;
        });
  }
}
