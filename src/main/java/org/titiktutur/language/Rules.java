package org.titiktutur.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How one language reads what is not a word: at each place of the text the first rule that knows
 * what stands there says it; what no rule knows is said as it stands. This class has what languages
 * share: words, abbreviations, letters, addresses of the network, signs.
 */
abstract class Rules {

  /** A word that looks like one although in capitals has at least so many letters. */
  private static final int SHORTEST_CAPITAL_WORD = 4;

  /** From so many letters on, capitals with enough vowels among them are a word. */
  private static final int SHORTEST_SURE_WORD = 6;

  private static final String VOWELS = "AIUEO";

  /** Two consonants that may begin a word. */
  private static final Pattern BEGINNING =
      Pattern.compile("(?:[^AIUEO]|[BCDFGKPST]R|[BFGKPS]L|S[CKMNPTW]|[KS]W|SY|KH|NY|NG|TH|CH|SH)?");

  final Lexicon lexicon;
  final Numbers numbers;
  final Map<String, String> phrases;
  final Map<String, String> signs;
  private final Map<String, String> letters;
  private final Abbreviations abbreviations;
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
  }

  /** Rules that begin at a digit. */
  abstract List<Rule> digitRules();

  /** Rules that begin at a letter with no letter or digit before it. */
  abstract List<Rule> letterRules();

  /** Rules that begin at any other character. */
  abstract List<Rule> signRules();

  /** How a word is said that is neither an abbreviation nor in capitals. */
  String word(String word) {
    return word;
  }

  Spoken read(String source) {
    if (digitRules.isEmpty()) {
      digitRules = digitRules();
      letterRules = letterRules();
      signRules = signRules();
    }
    Written written = new Written(source);
    String text = written.text();
    Saying saying = new Saying(written);
    boolean shouting = isShouting(text);
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
      if (startsSomething(text, at)) {
        int end = first(letterRules, text, at, saying);
        if (end > at) {
          return end;
        }
      }
      return readWord(text, at, shouting, saying);
    }
    int end = first(signRules, text, at, saying);
    return end > at ? end : readSign(text, at, saying);
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
        return "0123456789-²@:/.".indexOf(c) >= 0;
      }
    }
    return false;
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
    String word = text.substring(at, end);
    int capitals = leadingCapitals(word);
    if (capitals == 0 || (capitals == 1 && word.length() > 1)) {
      saying.words(word(word), at, end);
    } else if (isNumbered(word)
        || (!isSpelled(word) && (shouting || isAmongCapitals(text, at, end)))) {
      saying.words(word(word.toLowerCase(Locale.ROOT)), at, end);
    } else if (capitals < word.length()) {
      return readMixed(text, at, end, capitals, saying);
    } else if (capitals == 1) {
      saying.words(letters.getOrDefault(word, word), at, end);
    } else if (isReadAsWord(word)) {
      saying.words(word, at, end);
    } else {
      spell(word, at, saying);
    }
    return end;
  }

  /** "DVDs", "PNSnya": capitals and an ending; but "McDonald" and "WiFi" are words. */
  private int readMixed(String text, int at, int end, int capitals, Saying saying) {
    String word = text.substring(at, end);
    String head = word.substring(0, capitals);
    String tail = word.substring(capitals);
    boolean ending =
        isEnding(tail.startsWith("'") ? tail.substring(1) : tail) && !isReadAsWord(head);
    if (ending) {
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

  /** "BAB", "PASAL": never an acronym. */
  private boolean isNumbered(String word) {
    return word.length() > 2 && lexicon.words("cardinal").contains(word.toLowerCase(Locale.ROOT));
  }

  private boolean isSpelled(String word) {
    String name = word.toUpperCase(Locale.ROOT);
    return lexicon.words("spelled").contains(name)
        || (word.length() > 1 && name.chars().noneMatch(c -> VOWELS.indexOf(c) >= 0));
  }

  /** Whether an acronym is said as a word: "ASEAN", but "KTP" and "APBN" letter by letter. */
  private boolean isReadAsWord(String word) {
    if (lexicon.words("words").contains(word)) {
      return true;
    }
    if (word.length() < SHORTEST_CAPITAL_WORD || isSpelled(word)) {
      return false;
    }
    if (word.length() >= SHORTEST_SURE_WORD) {
      long vowels = word.chars().filter(c -> VOWELS.indexOf(c) >= 0).count();
      return vowels * 4 >= word.length();
    }
    int from = 0;
    var beginning = BEGINNING.matcher(word);
    if (beginning.lookingAt()) {
      from = beginning.end();
    }
    int consonants = 0;
    boolean vowel = false;
    for (int i = from; i < word.length(); i++) {
      if (VOWELS.indexOf(word.charAt(i)) >= 0) {
        vowel = true;
        consonants = 0;
      } else {
        consonants++;
        if (!vowel || consonants > 2) {
          return false;
        }
      }
    }
    return consonants < 2 || word.endsWith("NG");
  }

  /** A text of some words in capitals, such as a heading: its words are words, not acronyms. */
  private static boolean isShouting(String text) {
    int upper = 0;
    int lower = 0;
    int words = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isUpperCase(c)) {
        upper++;
        words += i == 0 || !Character.isLetter(text.charAt(i - 1)) ? 1 : 0;
      } else if (Character.isLowerCase(c)) {
        lower++;
      }
    }
    return words > 1 && upper > 6 && upper > 4 * lower;
  }

  /** "KEMBALI KE DASAR" inside a sentence: three words and more in capitals, one of them long. */
  private static boolean isAmongCapitals(String text, int at, int end) {
    int words = 1;
    int longest = end - at;
    for (int i = at; words < 8 && i > 1 && text.charAt(i - 1) == ' '; words++) {
      int to = i - 1;
      i = to;
      while (i > 0 && Character.isUpperCase(text.charAt(i - 1))) {
        i--;
      }
      if (to - i < 2) {
        break;
      }
      longest = Math.max(longest, to - i);
    }
    for (int i = end; words < 8 && i < text.length() && text.charAt(i) == ' '; words++) {
      int from = i + 1;
      i = from;
      while (i < text.length() && Character.isUpperCase(text.charAt(i))) {
        i++;
      }
      if (i - from < 2) {
        break;
      }
      longest = Math.max(longest, i - from);
    }
    return words > 2 && longest >= SHORTEST_SURE_WORD - 1;
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
    if (stop && entry.kind() != Abbreviations.Kind.TITLE && endsSentence(text, end)) {
      saying.pause(".", end - 1, end);
    }
    return end;
  }

  /** A single letter is a title only before a name, and a note of time only after a number. */
  private boolean fits(String text, int at, int end, Abbreviations.Entry entry) {
    int next = skipSpaces(text, end);
    boolean digit = next < text.length() && Character.isDigit(text.charAt(next));
    boolean capital = next < text.length() && Character.isUpperCase(text.codePointAt(next));
    String before = wordBefore(text, at);
    if (entry.kind() == Abbreviations.Kind.NUMBER) {
      return digit || (capital && Numbers.roman(firstWord(text, next)) > 0);
    }
    if (end - at == 2 && text.charAt(end - 1) == '.') {
      if (entry.kind() == Abbreviations.Kind.TITLE) {
        boolean name = !before.isEmpty() && Character.isUpperCase(before.charAt(0));
        return capital && (!name || before.endsWith("."));
      }
      return !before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1));
    }
    return fits(text.substring(at, end), before, capital);
  }

  /**
   * Whether a word is the abbreviation that it looks like.
   *
   * @param before the word before it, or empty
   * @param capital whether a word with a capital follows
   */
  boolean fits(String abbreviation, String before, boolean capital) {
    return true;
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

  /** Names of files by their path: "/etc/hosts", "~/buku/bab-1.txt". */
  final Rule path() {
    return new Rule(
        "(?<![\\p{L}\\p{N}])~?/[\\p{L}\\p{N}._*-]{1,60}(?:/[\\p{L}\\p{N}._*-]{0,60}){0,12}",
        (found, saying) -> {
          String path = found.group();
          int end = path.length();
          while (".,".indexOf(path.charAt(end - 1)) >= 0) {
            end--;
          }
          sayAddress(path.substring(0, end), found.start(), saying);
          saying.text(path.substring(end), found.start() + end, found.end());
          return true;
        });
  }

  /** Addresses of the network and of mail, with their signs said. */
  final Rule address() {
    return new Rule(
        "(?:(?:https?://|www\\.)[^\\s\"<>]{2,500}"
            + "|[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]{0,60}@[\\p{L}\\p{N}-]{1,60}(?:\\.[\\p{L}\\p{N}-]{1,60}){1,5}"
            + "|\\p{L}[\\p{L}\\p{N}-]{0,60}(?:\\.[\\p{L}\\p{N}-]{1,60}){0,4}"
            + "\\.(?:com|org|net|edu|gov|info|id|io)(?![\\p{L}\\p{N}]))",
        (found, saying) -> {
          String address = found.group();
          int end = address.length();
          while (".,;:!?)'".indexOf(address.charAt(end - 1)) >= 0) {
            end--;
          }
          int from = address.indexOf("://") < 0 ? 0 : address.indexOf("://") + 3;
          sayAddress(address.substring(from, end), found.start() + from, saying);
          saying.text(
              address.substring(end), found.start() + end, found.start() + address.length());
          return true;
        });
  }

  private void sayAddress(String address, int at, Saying saying) {
    for (int i = 0; i < address.length(); ) {
      int end = i + 1;
      char c = address.charAt(i);
      if (Character.isLetter(c)) {
        while (end < address.length() && Character.isLetter(address.charAt(end))) {
          end++;
        }
        String word = address.substring(i, end);
        if (isSpelled(word)) {
          spell(word, at + i, saying);
        } else {
          saying.words(word, at + i, at + end);
        }
      } else if (Character.isDigit(c)) {
        saying.words(numbers.digits(Integer.toString(c - '0')), at + i, at + end);
      } else {
        String name =
            switch (c) {
              case '.' -> phrases.get("dot");
              case '/' -> phrases.get("slash");
              case '-' -> phrases.get("hyphen");
              case '_' -> phrases.get("underscore");
              case '@' -> phrases.get("at");
              default -> signs.getOrDefault(String.valueOf(c), "");
            };
        saying.words(name, at + i, at + end);
      }
      i = end;
    }
  }

  /** What stands for a sign that no rule knew. */
  private int readSign(String text, int at, Saying saying) {
    int c = text.codePointAt(at);
    int end = at + Character.charCount(c);
    String sign = Character.toString(c);
    String fraction = lexicon.section("fractions").get(sign);
    if (fraction != null) {
      saying.words(afterWhole(text, at, fraction), at, end);
      return end;
    }
    String name = signs.get(sign);
    if (name != null) {
      saying.words(name, at, end).blank(end, end);
      return end;
    }
    switch (c) {
      case '-', '–', '—', '−' -> readDash(text, at, end, saying);
      case '/' -> readSlash(text, at, end, saying);
      case '.' -> readFullStop(text, at, end, saying);
      case '*', '_', '|', '~', '^', '\\', '•', '·', '■', '□', '▪', '●', '○', '®', '™', '¶' ->
          saying.blank(at, end);
      case '#' -> {
        if (end < text.length() && Character.isDigit(text.charAt(end))) {
          saying.words(phrases.get("number"), at, end).blank(end, end);
        }
      }
      case '<', '>' -> saying.blank(at, end);
      default -> saying.text(sign, at, end);
    }
    return end;
  }

  /** "2½" is two and a half in English, "dua setengah" in Indonesian. */
  String afterWhole(String text, int at, String fraction) {
    return fraction;
  }

  private void readDash(String text, int at, int end, Saying saying) {
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    char after = end == text.length() ? ' ' : text.charAt(end);
    boolean digitAfter = Character.isDigit(after) || (after != ' ' && startsMoney(text, end));
    boolean em = text.charAt(at) == '—';
    if (digitAfter && !em && (before == ' ' || "([=+×<>".indexOf(before) >= 0)) {
      saying.words(phrases.get("minus"), at, end);
    } else if (before == ' ' && after == ' ' && isBetweenNumbers(text, at, end)) {
      saying.words(phrases.get("range"), at, end);
    } else if (Character.isDigit(before) && digitAfter && !em) {
      saying.words(phrases.get("range"), at, end);
    } else if (text.charAt(at) == '-' && before != ' ' && after == '-') {
      saying.pause(",", at, end).blank(end, end);
    } else if (text.charAt(at) == '-' && after != ' ' && (before == ' ' || before == '-')) {
      saying.blank(at, end);
    } else if (before == ' ' || after == ' ' || em) {
      saying.pause(",", at, end).blank(end, end);
    } else {
      saying.text("-", at, end);
    }
  }

  private boolean startsMoney(String text, int at) {
    return at > 1
        && Character.isDigit(text.charAt(at - 2))
        && lexicon.words("currencies").stream().anyMatch(sign -> text.startsWith(sign, at));
  }

  /** "sources.list", "X.509", ".deb": said, where nothing ends. */
  private void readFullStop(String text, int at, int end, Saying saying) {
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    char after = end == text.length() ? ' ' : text.charAt(end);
    boolean inside = Character.isLetterOrDigit(before) || before == ' ';
    if (inside && (Character.isLowerCase(after) || Character.isDigit(after))) {
      saying.words(phrases.get("dot"), at, end).blank(end, end);
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

  private void readSlash(String text, int at, int end, Saying saying) {
    boolean letters =
        at > 0
            && end < text.length()
            && Character.isLowerCase(text.charAt(at - 1))
            && Character.isLetter(text.charAt(end));
    if (!letters) {
      saying.words(phrases.get("slash"), at, end).blank(end, end);
      return;
    }
    String or = phrases.get("or");
    boolean said = firstWord(text, end).equals(or) || wordBefore(text, at).equals(or);
    saying.words(said ? "" : or, at, end).blank(end, end);
  }

  /** Signs that mean something only between numbers: "3 < 5", "2*3". */
  final Rule comparison(String less, String more) {
    return new Rule(
        "(?<=[\\d\\p{L}] ?)[<>](?= ?[\\d\\p{L}-])(?<= .)",
        (found, saying) -> {
          String name = found.group().equals("<") ? less : more;
          saying.words(name, found.start(), found.end()).blank(found.end(), found.end());
          return true;
        });
  }

  /** Alternatives of a pattern, the longest first. */
  static String anyOf(Collection<String> words) {
    return words.stream()
        .sorted(Comparator.comparing(String::length).reversed())
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  static boolean endsSentence(String text, int end) {
    int next = skipSpaces(text, end);
    while (next < text.length() && "\"')]".indexOf(text.charAt(next)) >= 0) {
      next = skipSpaces(text, next + 1);
    }
    return next == text.length() || (next > end && Character.isUpperCase(text.codePointAt(next)));
  }

  /** The word before a place, with its full stop if it has one; empty at the beginning. */
  static String wordBefore(String text, int at) {
    int end = at;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int from = end;
    while (from > 0 && end - from < 40 && !Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    while (from < end && "\"'([".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    return text.substring(from, end);
  }

  static String firstWord(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(from, end);
  }

  static int skipSpaces(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
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
