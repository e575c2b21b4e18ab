package org.titiktutur.language;

import static org.titiktutur.language.Surroundings.endsSentence;
import static org.titiktutur.language.Surroundings.firstWord;
import static org.titiktutur.language.Surroundings.isDigit;
import static org.titiktutur.language.Surroundings.skipSpaces;
import static org.titiktutur.language.Surroundings.wordBefore;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How one language reads what is not a word: at each place of the text the first rule that knows
 * what stands there says it; what no rule knows is said as it stands. This class has what languages
 * share: words, abbreviations, letters, addresses of the network, signs.
 */
abstract class Rules {

  final Lexicon lexicon;
  final Numbers numbers;
  final Map<String, String> phrases;
  final Map<String, String> signs;
  final Capitals capitals;
  final Formulas formulas = new Formulas(this);
  final Addresses addresses = new Addresses(this);
  final References references = new References(this);
  final RomanNumerals romans = new RomanNumerals(this);
  final Signs marks = new Signs(this);
  final Scripture scripture;
  final CalendarWords calendar;
  private final Map<String, String> letters;
  final Abbreviations abbreviations;
  private List<Rule> digitRules = List.of();
  private List<Rule> letterRules = List.of();
  private List<Rule> signRules = List.of();

  Rules(String language) {
    lexicon = Lexicon.of("reading-" + language);
    abbreviations = Abbreviations.of(language);
    phrases = lexicon.section("phrases");
    letters = lexicon.section("letters");
    signs = lexicon.section("signs");
    numbers = new Numbers(language, phrases);
    capitals = new Capitals(lexicon);
    scripture = new Scripture(this);
    calendar = new CalendarWords(language, lexicon.section("calendar"));
  }

  /** Rules that begin at a digit. */
  abstract List<Rule> digitRules();

  /** Rules that begin at a letter with no letter or digit before it. */
  abstract List<Rule> letterRules();

  /** Rules that begin at any other character. */
  abstract List<Rule> signRules();

  /** Looks at a whole text before it is read. */
  void begin(String text) {}

  /** How a word is said that is neither an abbreviation nor in capitals. */
  String word(String word) {
    return word;
  }

  /** How a single small letter is said. */
  String smallLetter(String letter) {
    return signs.getOrDefault(letter, letter);
  }

  /** The name of a letter. */
  final String letter(String letter) {
    return letters.getOrDefault(letter.toUpperCase(Locale.ROOT), letter);
  }

  /**
   * A unit in words.
   *
   * @param below what it is divided by, or null
   * @param power ² or ³ after the last of them, or null
   */
  abstract String unit(String above, String below, String power, boolean one);

  /** Whether something is measured by it: "per second", "per head". */
  final boolean isUnitBelow(String word) {
    return lexicon.words("per").contains(word) || lexicon.words("units").contains(word);
  }

  /** How the sign of multiplication is said that is written as a letter: "5 x 4", "3x". */
  abstract String times(boolean tight, boolean operand, String after);

  Spoken read(String source) {
    if (digitRules.isEmpty()) {
      digitRules = digitRules();
      letterRules = letterRules();
      signRules = signRules();
    }
    Written written = new Written(source);
    String text = written.text();
    Saying saying = new Saying(written);
    begin(text);
    boolean shouting = Capitals.isShouting(text);
    int at = 0;
    while (at < text.length()) {
      at = readAt(text, at, shouting, saying);
    }
    return saying.spoken();
  }

  private int readAt(String text, int at, boolean shouting, Saying saying) {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      saying.blank(at, at + 1);
      return at + 1;
    }
    if (c >= '0' && c <= '9') {
      return first(digitRules, text, at, saying);
    }
    if (isLetter(text, at)) {
      int sign = marks.readTimes(text, at, saying);
      sign = sign > at ? sign : readUnitOfFraction(text, at, saying);
      if (sign > at) {
        return sign;
      }
      if (startsSomething(text, at)) {
        int end = first(letterRules, text, at, saying);
        if (end > at) {
          return end;
        }
      }
      return readWord(text, at, shouting, saying);
    }
    int end = first(signRules, text, at, saying);
    return end > at ? end : marks.read(text, at, saying);
  }

  private static int first(List<Rule> rules, String text, int at, Saying saying) {
    for (Rule rule : rules) {
      int end = rule.read(text, at, saying);
      if (end > at) {
        return end;
      }
    }
    return -1;
  }

  /**
   * Whether the rules for letters need to be asked: not for an ordinary word, which ends at a
   * blank, a comma or the like without a digit or a sign in it.
   */
  private static boolean startsSomething(String text, int at) {
    if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
      return false;
    }
    if (Character.isUpperCase(text.charAt(at))) {
      return true;
    }
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetter(c)) {
        return "0123456789-²³@:/._".indexOf(c) >= 0;
      }
    }
    return false;
  }

  /** "½ kg", "3/4 tsp": the unit after a fraction. */
  private int readUnitOfFraction(String text, int at, Saying saying) {
    int last = at > 0 && text.charAt(at - 1) == ' ' ? at - 2 : at - 1;
    if (last < 0) {
      return -1;
    }
    char c = text.charAt(last);
    boolean sign = c > 0x7f && lexicon.words("fractions").contains(String.valueOf(c));
    if (!sign && !(isDigit(text, last) && wordBefore(text, last + 1).indexOf('/') > 0)) {
      return -1;
    }
    String word = firstWord(text, at);
    boolean plural = sign && isDigit(text, last - 1);
    String unit =
        lexicon.section("units").containsKey(word) ? unit(word, null, null, !plural) : null;
    if (unit == null || word.length() > 6) {
      return -1;
    }
    saying.words(unit, at, at + word.length());
    return at + word.length();
  }

  private int readWord(String text, int at, boolean shouting, Saying saying) {
    boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    if (begins) {
      int end = readAbbreviation(text, at, saying);
      if (end > at) {
        return end;
      }
    }
    int end = at;
    while (end < text.length() && (isLetter(text, end) || isApostrophe(text, end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    if (isGreekSign(text, at)) {
      end = at + 1;
      saying.words(signs.get(text.substring(at, end)), at, end);
      return end;
    }
    String word = text.substring(at, end);
    int capitals = leadingCapitals(word);
    if (capitals == 0 && begins) {
      int small = romans.smallRoman(text, at, word);
      if (small > 0) {
        saying.words(numbers.cardinal(Integer.toString(small)), at, end);
        return end;
      }
    }
    if (capitals == 0 && isSmallAndCapitals(word)) {
      spell(word, at, saying);
    } else if (capitals == 0 && word.length() == 1) {
      saying.words(smallLetter(word), at, end);
    } else if (capitals == 0 || (capitals == 1 && word.length() > 1)) {
      saying.words(word(word), at, end);
    } else if (this.capitals.isNumbered(word)
        || (!this.capitals.isSpelled(word)
            && (shouting || Capitals.isAmongCapitals(text, at, end)))) {
      saying.words(word(word.toLowerCase(Locale.ROOT)), at, end);
    } else if (capitals < word.length()) {
      return readMixed(text, at, end, capitals, saying);
    } else if (capitals == 1) {
      saying.words(letters.getOrDefault(word, signs.getOrDefault(word, word)), at, end);
    } else if (this.capitals.isReadAsWord(word)) {
      saying.words(word(word), at, end);
    } else {
      spell(word, at, saying);
    }
    return end;
  }

  /** "π", "πr", "Δt": not a letter of a Greek word. */
  private boolean isGreekSign(String text, int at) {
    return isGreek(text, at)
        && !isGreek(text, at - 1)
        && !isGreek(text, at + 1)
        && signs.containsKey(text.substring(at, at + 1));
  }

  private static boolean isGreek(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= 0x370 && text.charAt(at) < 0x400;
  }

  /** "mRNA", "iOS", "eKTP": a small letter, and capitals that are no word. */
  private boolean isSmallAndCapitals(String word) {
    return word.length() > 2
        && leadingCapitals(word.substring(1)) == word.length() - 1
        && !capitals.isReadAsWord(word.substring(1));
  }

  /** Whether a word can follow the first of a name: not so that "I" is a pronoun. */
  boolean isAfterRuler(String word) {
    return true;
  }

  /** The ordinal number after a name. */
  String ordinalName(long value, String text, int start, int end) {
    return numbers.ordinal(value);
  }

  /** "DVDs", "PNSnya": capitals and an ending; but "McDonald" and "WiFi" are words. */
  private int readMixed(String text, int at, int end, int capitals, Saying saying) {
    String word = text.substring(at, end);
    String head = word.substring(0, capitals);
    String tail = word.substring(capitals);
    boolean ending =
        isEnding(tail.startsWith("'") ? tail.substring(1) : tail)
            && !this.capitals.isReadAsWord(head);
    if (!ending && capitals > 1 && tail.length() < 3 && this.capitals.isUnspeakable(word)) {
      spell(word, at, saying);
    } else if (ending) {
      spell(head, at, saying);
      saying.ending(tail, at + capitals, end);
    } else {
      saying.words(word(word), at, end);
    }
    return end;
  }

  /** What may hang on an acronym without a hyphen. */
  abstract boolean isEnding(String tail);

  private static int leadingCapitals(String word) {
    int capitals = 0;
    while (capitals < word.length() && Character.isUpperCase(word.charAt(capitals))) {
      capitals++;
    }
    return capitals;
  }

  /** Says the names of letters. */
  final void spell(String word, int at, Saying saying) {
    for (int i = 0; i < word.length(); i++) {
      String letter = word.substring(i, i + 1).toUpperCase(Locale.ROOT);
      saying.words(letters.getOrDefault(letter, letter), at + i, at + i + 1);
    }
  }

  /** Reads the longest abbreviation that stands here. */
  private int readAbbreviation(String text, int at, Saying saying) {
    int limit = at;
    while (limit < text.length() && limit < at + 12 && isOfAbbreviation(text, limit)) {
      limit++;
    }
    for (int end = limit; end > at; end--) {
      boolean alone = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      boolean stopped = text.charAt(end - 1) == '.' && end - at > 2;
      if (alone || stopped) {
        Abbreviations.Entry entry = abbreviations.find(text.substring(at, end));
        if (entry != null && fits(text, at, end, entry)) {
          return sayAbbreviation(text, at, end, entry, saying);
        }
      }
    }
    return -1;
  }

  private static boolean isOfAbbreviation(String text, int at) {
    char c = text.charAt(at);
    return Character.isLetter(c) || c == '.' || c == '/';
  }

  private int sayAbbreviation(
      String text, int at, int end, Abbreviations.Entry entry, Saying saying) {
    boolean stop = text.charAt(end - 1) == '.';
    String stem = text.substring(at, stop ? end - 1 : end);
    if (!entry.reading().isEmpty()) {
      saying.words(entry.reading(), at, end);
    } else if (leadingCapitals(stem) == stem.length()) {
      spell(stem, at, saying);
    } else if (stem.indexOf('.') < 0) {
      saying.words(stem, at, end);
    } else {
      return -1;
    }
    if (stop && entry.kind() == Abbreviations.Kind.TAIL && endsSentence(text, end)) {
      saying.pause(".", end - 1, end);
    }
    return end;
  }

  /** A single letter is a title only before a name, and a note of time only after a number. */
  private boolean fits(String text, int at, int end, Abbreviations.Entry entry) {
    int colon = end < text.length() && text.charAt(end) == ':' ? end + 1 : end;
    int next = skipSpaces(text, colon);
    if (entry.kind() == Abbreviations.Kind.NUMBER
        && next + 1 < text.length()
        && text.charAt(next) == '(') {
      next++;
    }
    boolean digit = next < text.length() && Character.isDigit(text.charAt(next));
    boolean capital = next < text.length() && Character.isUpperCase(text.codePointAt(next));
    String before = wordBefore(text, at);
    if (entry.kind() == Abbreviations.Kind.NUMBER) {
      String follows = firstWord(text, next);
      boolean small = follows.chars().allMatch(c -> "ivxl".indexOf(c) >= 0);
      return digit
          || ((capital || small) && Numbers.roman(follows.toUpperCase(Locale.ROOT)) > 0)
          || isNumberedBy(follows, before);
    }
    if (end - at == 2 && text.charAt(end - 1) == '.' && Character.isUpperCase(text.charAt(at))) {
      if (entry.kind() == Abbreviations.Kind.TITLE) {
        boolean name = !before.isEmpty() && Character.isUpperCase(before.charAt(0));
        return capital && (!name || before.endsWith("."));
      }
      return !before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1));
    }
    return fits(text.substring(at, end), before, firstWord(text, next));
  }

  /**
   * Whether a word is the abbreviation that it looks like.
   *
   * @param before the word before it, or empty
   * @param after the word after it, or empty
   */
  boolean fits(String abbreviation, String before, String after) {
    return true;
  }

  /** Whether what follows "No." is a number although not in digits: "Vol. A", "cet. ke-3". */
  boolean isNumberedBy(String after, String before) {
    return false;
  }

  /** The reading of "a.n.", "W.S.", "S.H." and of "B." alone, letter by letter. */
  final Rule initials() {
    return new Rule(
        "\\p{Lu}\\.(?:\\p{L}{1,2}\\.){0,5}(?![\\p{L}\\p{N}])",
        (found, saying) -> {
          String text = found.group();
          Abbreviations.Entry entry = abbreviations.find(text);
          if (entry != null
              && !entry.reading().isEmpty()
              && fits(saying.written(), found.start(), found.end(), entry)) {
            return false;
          }
          for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '.') {
              spell(text.substring(i, i + 1), found.start() + i, saying);
            }
          }
          if (skipSpaces(saying.written(), found.end()) == saying.written().length()) {
            saying.pause(".", found.end() - 1, found.end());
          }
          return true;
        });
  }

  /** "2½" is two and a half in English, "dua setengah" in Indonesian. */
  String afterWhole(String text, int at, String fraction) {
    return fraction;
  }

  /** "Sen.–Jum.", "Mon-Fri": from one to the other. */
  final Rule calendarRange() {
    return new Rule(
        "(\\p{Lu}\\p{Ll}{2,3})\\.? ?([-–]) ?(\\p{Lu}\\p{Ll}{2,3})(?:\\.|(?![\\p{L}\\p{N}]))",
        (found, saying) -> {
          String from = found.group(1);
          String to = found.group(3);
          boolean days = calendar.day(from) != null && calendar.day(to) != null;
          if (!days && (calendar.month(from) == null || calendar.month(to) == null)) {
            return false;
          }
          saying.words(
              days ? calendar.day(from) : calendar.month(from), found.start(1), found.end(1));
          saying.words(phrases.get("range"), found.start(2), found.end(2));
          saying.words(days ? calendar.day(to) : calendar.month(to), found.start(3), found.end(3));
          if (found.end() > found.end(3) && endsSentence(saying.written(), found.end())) {
            saying.pause(".", found.end(3), found.end());
          }
          return true;
        });
  }

  /** What something is by, in words: "second" of "s". */
  abstract String unitBelow(String word);

  /** Written signs, numbers and words that are always said alike: "24/7". */
  final Rule fixed() {
    Map<String, String> fixed = lexicon.section("fixed");
    return new Rule(
        "(?<![\\d.,/-])" + anyOf(fixed.keySet()) + "(?![\\p{L}\\d]|[.,/-]\\d)",
        (found, saying) -> {
          saying.words(fixed.get(found.group()), found.start(), found.end());
          return true;
        });
  }

  /** The word that says what the number here is: "NIK 3578", "Telp.: (031)", "rekening No. 12". */
  final String subject(String text, int at) {
    int from = at;
    for (int i = 0; i < 2; i++) {
      String before = wordBefore(text, from);
      String word = before.toLowerCase(Locale.ROOT);
      while (!word.isEmpty() && ".:,=(".indexOf(word.charAt(word.length() - 1)) >= 0) {
        word = word.substring(0, word.length() - 1);
      }
      if (!word.isEmpty() && !lexicon.words("number-words").contains(word)) {
        return word;
      }
      from = text.lastIndexOf(before, from);
      if (from <= 0 || before.isEmpty()) {
        return "";
      }
    }
    return "";
  }

  /**
   * Numbers that are names: digits one by one, with a pause between groups.
   *
   * @param digits how a group is said
   */
  final boolean sayGroups(Matcher found, Saying saying, UnaryOperator<String> digits) {
    int at = found.start();
    boolean first = true;
    for (String group : found.group().split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)", -1)) {
      if (group.isEmpty()) {
        continue;
      }
      if (Character.isDigit(group.charAt(0))) {
        if (!first) {
          saying.pause(",", at, at).blank(at, at);
        }
        saying.words(digits.apply(group), at, at + group.length());
        first = false;
      } else if (group.startsWith("+")) {
        saying.words("plus", at, at + 1);
      }
      at += group.length();
    }
    return true;
  }

  /** Alternatives of a pattern, the longest first. */
  static String anyOf(Collection<String> words) {
    return words.stream()
        .sorted(Comparator.comparing(String::length).reversed())
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  private static boolean isLetter(String text, int at) {
    int c = text.codePointAt(at);
    if (Character.isLetter(c)) {
      return true;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isApostrophe(String text, int at) {
    return text.charAt(at) == '\''
        && at > 0
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at - 1))
        && Character.isLetter(text.charAt(at + 1));
  }
}
