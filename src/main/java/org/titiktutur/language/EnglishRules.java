package org.titiktutur.language;

import static org.titiktutur.language.Surroundings.endsSentence;
import static org.titiktutur.language.Surroundings.firstWord;
import static org.titiktutur.language.Surroundings.isDigit;
import static org.titiktutur.language.Surroundings.skipSpaces;
import static org.titiktutur.language.Surroundings.wordBefore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** English: comma between thousands, point before decimals; years, ordinals, hours by the clock. */
final class EnglishRules extends Rules {

  /** An amount: thousands, or digits alone, and decimals. Two groups. */
  private static final String AMOUNT =
      "(\\d{1,3}(?:,\\d{3}){1,5}(?!,?\\d)|\\d++)(?:\\.(\\d{1,15})(?![.,]?\\d))?";

  /** A number and a unit after "x": measures rather than a sum. */
  private static final Pattern MEASURES =
      Pattern.compile("\\d[\\d.,]{0,9} ?(?:[mcdk]?m|ft|in|inches|feet|meters|metres|cm)\\b");

  /** The name of a street after the number of a house. */
  private static final Pattern STREET =
      Pattern.compile(
          " \\p{Lu}\\p{L}{1,20}(?: \\p{Lu}\\p{L}{1,20})? (?:St\\.|Street|Ave\\.?|Avenue|Rd\\.?|Road|Dr\\.|Lane|Ln\\.|Blvd\\.)");

  /** "GMT" and the like after an hour, where nobody says "o'clock". */
  private static final Pattern ZONE =
      Pattern.compile(" ?(?:[ap]\\.?m|[AP]M|[A-Z]{3,4}\\b|hours\\b|o'clock)");

  /** Words after a measure that are not what it measures. */
  private static final Set<String> NO_NOUN =
      Set.of(
          "a", "an", "and", "or", "of", "in", "per", "for", "to", "at", "is", "was", "from", "on");

  private static final Set<String> ENDINGS = Set.of("s", "'s", "ed", "ing", "er", "ers");

  private final boolean monthFirst;

  /**
   * English of one region.
   *
   * @param monthFirst whether 5/11/2026 is in May
   */
  EnglishRules(boolean monthFirst) {
    super("en");
    this.monthFirst = monthFirst;
  }

  @Override
  List<Rule> digitRules() {
    String month = calendar.anyMonth();
    return List.of(
        new Rule(
            "(\\d{4})-(\\d{2})-(\\d{2})(?![-\\d])",
            (found, saying) -> sayDate(found, 3, 2, 1, saying)),
        new Rule("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?![-/\\d])", this::sayNumericDate),
        new Rule("(\\d{1,2})(/)(\\d{1,2})/(\\d\\d)(?![-/\\d])", this::sayNumericDate),
        new Rule(
            "(\\d{1,2})(?:st|nd|rd|th)? (?:of )?("
                + month
                + ")(\\.?)(?:,? (\\d{4}))?(?![\\d\\p{L}])",
            this::sayDayFirst),
        new Rule("\\d{1,25}(?:[ .-]\\d{1,25}){0,8}(?![\\d,]\\d)", this::sayCode),
        new Rule("\\d{3}[- .]\\d{3}[- .]\\d{4}(?!\\d)", this::sayGroups),
        new Rule("\\d{3}-\\d{4}(?![\\d-])", this::sayGroups),
        new Rule("0\\d{2,4} \\d{3,4}(?: \\d{3,4})?(?!\\d)", this::sayGroups),
        new Rule("\\d{1,9}(?:-\\d{1,9}){2,8}(?!\\d)", this::sayGroups),
        fixed(),
        references.rule(),
        time(),
        hour(),
        new Rule("(\\d{1,3}) (?=(\\d)/(\\d{1,2})(?![\\d/]))", this::sayWhole),
        new Rule("(\\d{1,3})(/)(?=(\\d{1,3})(?![\\d/]|[.,]\\d))", this::sayRatio),
        new Rule("(\\d{1,3})(/)(\\d{1,3})(?![\\d/]|[.,]\\d)", this::sayFraction),
        new Rule(
            "(\\d{1,3}(?:,\\d{3})*|\\d{1,9})(?:st|nd|rd|th)( ed\\.)?(?![\\p{L}\\d])",
            this::sayOrdinal),
        new Rule("(\\d{1,4})'?s(?!\\p{L})", this::sayDecade),
        new Rule("((?:1[1-9]|20)\\d\\d)(/)(\\d{4}|\\d\\d)(?![\\d/])", this::sayYears),
        new Rule("([123]) (?=(\\p{Lu}\\p{L}{1,15})\\.? ?\\d{1,3}:\\d)", this::sayBookNumber),
        new Rule("\\d{1,4}(?:\\.\\d{1,6}){2,6}(?!\\.?\\d)", this::sayVersion),
        new Rule("(\\d{1,2})'(?: ?(\\d{1,2})\")?(?![\\p{L}\\d'\"])", this::sayFeet),
        new Rule("(\\d{1,3})° ?(\\d{1,2})'(?: ?(\\d{1,2})\")?", this::sayAngle),
        amountWithUnit(),
        new Rule(
            "1\\d\\d\\d(?![\\d,.]\\d|\\d|-\\p{L})|20\\d\\d(?![\\d,.]\\d|\\d|-\\p{L})",
            this::sayYear),
        new Rule("([1-9])(\\d)(\\d)(?![\\d,.]\\d|\\d|%)", this::sayPair),
        new Rule(AMOUNT, this::sayAmount),
        new Rule("\\d++", this::sayDigits));
  }

  @Override
  List<Rule> letterRules() {
    String month = calendar.anyMonth();
    List<Rule> rules = new ArrayList<>();
    rules.add(addresses.address());
    rules.add(money());
    rules.add(scripture.book());
    rules.add(
        new Rule(
            "("
                + month
                + ")(\\.?) (\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:)(?:([-–])(\\d{1,2})(?![\\d\\p{L}]))?(?:(,?) (\\d{4}))?(?![\\d\\p{L}]|[.,]\\d)",
            this::sayMonthFirst));
    rules.add(
        new Rule(
            "(St|Dr)\\.(?= ?[^\\p{Lu}\\s]|\\s*$| \\p{Ll})(?<=[\\p{L}\\d] (?:St|Dr)\\.)",
            this::sayStreet));
    rules.add(new Rule("(\\p{Lu}{2}) (\\d{5})(?:(-)(\\d{4}))?(?!\\d)", this::sayPostcode));
    rules.add(calendarRange());
    rules.add(romans.rule());
    rules.add(initials());
    rules.add(formulas.chemical());
    rules.add(formulas.unit());
    rules.add(new Rule("(\\p{Lu}\\p{Ll}{2,4})\\.", this::sayCalendarWord));
    return rules;
  }

  @Override
  List<Rule> signRules() {
    return List.of(
        money(),
        addresses.path(),
        addresses.handle(),
        new Rule(
            "(?:\\+\\d{1,3}[- ]?(?:\\(\\d{1,4}\\)[- ]?)?|\\(\\d{1,4}\\)[- ]?)\\d{2,5}(?:[- ]?\\d{2,5}){1,4}(?!\\d)",
            this::sayGroups),
        new Rule("\\.(\\d{1,9})(?![\\d.])(?<![\\p{L}\\d]\\.\\d{1,9})", this::sayPoint),
        new Rule("'(\\d\\d)(s?)(?![\\p{L}\\d'])", this::sayShortYear),
        new Rule("§§", (found, saying) -> say("sections", found, saying)),
        new Rule("\\((\\d{1,3}|\\p{Ll}|[ivx]{1,4})\\)(?<=[\\d)]\\(\\w{1,4}\\))", this::sayClause),
        marks.comparison("is ", "less than", "greater than", "more than"));
  }

  @Override
  boolean isEnding(String tail) {
    return ENDINGS.contains(tail);
  }

  @Override
  String afterWhole(String text, int at, String fraction) {
    boolean whole = at > 0 && Character.isDigit(text.charAt(at - 1));
    return whole ? "and " + (fraction.equals("one half") ? "a half" : fraction) : fraction;
  }

  /** "4x4" and "3 x 5 m" are four by four, three by five metres. */
  @Override
  String times(boolean tight, boolean operand, String after) {
    boolean measures =
        operand && (tight || MEASURES.matcher(after).lookingAt()) && after.indexOf('=') < 0;
    return measures ? "by" : signs.get("×");
  }

  @Override
  boolean fits(String abbreviation, String before, String after) {
    boolean digit = !before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1));
    return switch (abbreviation) {
      case "in." -> digit;
      case "c.", "b.", "d.", "r.", "fl.", "ca.", "est." ->
          !after.isEmpty() && Character.isDigit(after.charAt(0));
      case "Art.", "art.", "min.", "max." -> !after.isEmpty();
      default -> true;
    };
  }

  @Override
  boolean isAfterRuler(String word) {
    return lexicon.words("after-ruler").contains(word);
  }

  @Override
  String ordinalName(long value, String text, int start, int end) {
    boolean century =
        lexicon.words("ordinal-after").contains(firstWord(text, skipSpaces(text, end)));
    return (century ? "" : "the ") + numbers.ordinal(value);
  }

  private static boolean say(String words, Matcher found, Saying saying) {
    saying.words(words, found.start(), found.end());
    return true;
  }

  private String amount(String whole, String fraction) {
    return numbers.decimal(whole.replace(",", ""), fraction == null ? "" : fraction);
  }

  private boolean sayAmount(Matcher found, Saying saying) {
    return say(amount(found.group(1), found.group(2)), found, saying);
  }

  private boolean sayDigits(Matcher found, Saying saying) {
    return say(numbers.cardinal(found.group()), found, saying);
  }

  /** 1984, but not before what is counted: "1984 people". */
  private boolean sayYear(Matcher found, Saying saying) {
    String text = saying.written();
    String digits = found.group();
    String before = wordBefore(text, found.start()).toLowerCase(Locale.ROOT);
    boolean told = lexicon.words("in-year").contains(before);
    if ((digits.startsWith("10") && !told) || lexicon.words("no-year").contains(before)) {
      return false;
    }
    String after = firstWord(text, skipSpaces(text, found.end()));
    boolean counted =
        lexicon.words("counted").contains(after)
            || (after.length() > 3
                && after.endsWith("s")
                && !after.endsWith("ss")
                && Character.isLowerCase(after.charAt(0))
                && !lexicon.words("not-counted").contains(after));
    if (counted && !told && !digits.startsWith("0", 1)) {
      return false;
    }
    return !(counted && !told) && say(numbers.year(Long.parseLong(digits)), found, saying);
  }

  /** "Room 101", "Flight 370", "221B": one oh one, three seventy, two twenty-one. */
  private boolean sayPair(Matcher found, Saying saying) {
    String text = saying.written();
    int end = found.end();
    boolean house =
        end + 1 < text.length()
            && Character.isUpperCase(text.charAt(end))
            && !Character.isLetterOrDigit(text.charAt(end + 1));
    house |= isHouse(text, found.start(), end);
    if (!house && !lexicon.words("pairs").contains(subject(text, found.start()))) {
      return false;
    }
    String rest = found.group(2) + found.group(3);
    if (rest.equals("00")) {
      return false;
    }
    String said =
        rest.charAt(0) == '0' ? "oh " + numbers.cardinal(found.group(3)) : numbers.cardinal(rest);
    return say(numbers.cardinal(found.group(1)) + " " + said, found, saying);
  }

  /** "221 Baker St." at the beginning, or after a comma. */
  private static boolean isHouse(String text, int start, int end) {
    return STREET.matcher(text).region(end, text.length()).lookingAt()
        && !Character.isLetter(text.charAt(Math.max(start - 1, 0)));
  }

  /** "ISBN 978…", "call 911", "ZIP 10001". */
  private boolean sayCode(Matcher found, Saying saying) {
    String subject = subject(saying.written(), found.start());
    boolean alone = found.group().chars().allMatch(Character::isDigit);
    boolean coded =
        lexicon.words("coded").contains(subject)
            || (alone && found.group().length() == 3 && lexicon.words("called").contains(subject))
            || (alone && found.group().length() > 9 && !found.group().endsWith("000"));
    return coded && sayGroups(found, saying);
  }

  private boolean sayPostcode(Matcher found, Saying saying) {
    spell(found.group(1), found.start(1), saying);
    saying.words(numbers.digits(found.group(2)), found.start(2), found.end(2));
    if (found.group(4) != null) {
      saying.pause(",", found.start(3), found.end(3)).blank(found.end(3), found.end(3));
      saying.words(numbers.digits(found.group(4)), found.start(4), found.end(4));
    }
    return true;
  }

  /** "1999/2000": two years that follow one another. */
  private boolean sayYears(Matcher found, Saying saying) {
    int first = Integer.parseInt(found.group(1));
    int second = Integer.parseInt(found.group(3));
    if (second != first + 1 && second != (first + 1) % 100) {
      return false;
    }
    saying.words(numbers.year(first), found.start(1), found.end(1));
    saying.pause(",", found.start(2), found.end(2)).blank(found.end(2), found.end(2));
    String said = second > 99 ? numbers.year(second) : numbers.cardinal(found.group(3));
    saying.words(said, found.start(3), found.end(3));
    return true;
  }

  /** "1 Cor. 13:4": first Corinthians. */
  private boolean sayBookNumber(Matcher found, Saying saying) {
    if (!lexicon.words("scripture").contains(found.group(2))) {
      return false;
    }
    saying.words(numbers.ordinal(Long.parseLong(found.group(1))), found.start(1), found.end(1));
    saying.blank(found.end(1), found.end(1));
    return true;
  }

  /** "5'10\"". */
  private boolean sayFeet(Matcher found, Saying saying) {
    String feet = found.group(1);
    saying.words(
        numbers.cardinal(feet) + (feet.equals("1") ? " foot" : " feet"),
        found.start(),
        found.end(1));
    if (found.group(2) != null) {
      String inches = found.group(2);
      saying.words(
          numbers.cardinal(inches) + (inches.equals("1") ? " inch" : " inches"),
          found.start(2),
          found.end());
    }
    return true;
  }

  /** "7°15′30″". */
  private boolean sayAngle(Matcher found, Saying saying) {
    String[] names = {"degree", "minute", "second"};
    for (int i = 1; i <= 3; i++) {
      if (found.group(i) != null) {
        String number = Integer.toString(Integer.parseInt(found.group(i)));
        String name = names[i - 1] + (number.equals("1") ? "" : "s");
        saying.words(numbers.cardinal(number) + " " + name, found.start(i), found.end(i));
      }
    }
    return true;
  }

  /** "'45", "the '90s". */
  private boolean sayShortYear(Matcher found, Saying saying) {
    if (!found.group(2).isEmpty()) {
      return say(plural(numbers.cardinal(found.group(1))), found, saying);
    }
    String digits = found.group(1);
    boolean zero = digits.charAt(0) == '0';
    String said = zero ? "oh " + numbers.cardinal(digits.substring(1)) : numbers.cardinal(digits);
    return say(said, found, saying);
  }

  /** ".5". */
  private boolean sayPoint(Matcher found, Saying saying) {
    String said = phrases.get("decimal") + " " + numbers.digits(found.group(1));
    return say(said, found, saying);
  }

  /** "12(3)(b)": twelve three b. */
  private boolean sayClause(Matcher found, Saying saying) {
    String clause = found.group(1);
    String said = Character.isDigit(clause.charAt(0)) ? numbers.cardinal(clause) : clause;
    return say(said, found, saying);
  }

  /** "Baker St.", "Elm Dr.": after a name, before none. */
  private boolean sayStreet(Matcher found, Saying saying) {
    String before = wordBefore(saying.written(), found.start());
    if (before.isEmpty()
        || !(Character.isUpperCase(before.charAt(0)) || Character.isDigit(before.charAt(0)))) {
      return false;
    }
    saying.words(found.group(1).equals("St") ? "Street" : "Drive", found.start(), found.end());
    if (endsSentence(saying.written(), found.end())) {
      saying.pause(".", found.end() - 1, found.end());
    }
    return true;
  }

  /** "Mon.", "Oct.": where a date, a comma or the like shows that it is one. */
  private boolean sayCalendarWord(Matcher found, Saying saying) {
    String text = saying.written();
    String month = calendar.month(found.group(1));
    String day = calendar.day(found.group(1));
    if (month == null && day == null) {
      return false;
    }
    String before = wordBefore(text, found.start());
    int next = skipSpaces(text, found.end());
    String after = firstWord(text, next);
    boolean dated =
        lexicon.words("in-year").contains(before.toLowerCase(Locale.ROOT))
            || lexicon.words("on-day").contains(before.toLowerCase(Locale.ROOT))
            || lexicon.words("on-day").contains(after)
            || isDigit(text, next)
            || (next < text.length() && ",-–".indexOf(text.charAt(next)) >= 0);
    if (!dated) {
      return false;
    }
    saying.words(day == null ? month : day, found.start(), found.end());
    if (endsSentence(text, found.end())) {
      saying.pause(".", found.end() - 1, found.end());
    }
    return true;
  }

  private boolean sayVersion(Matcher found, Saying saying) {
    StringBuilder said = new StringBuilder();
    for (String part : found.group().split("\\.", -1)) {
      said.append(said.isEmpty() ? "" : " " + phrases.get("decimal") + " ");
      said.append(numbers.cardinal(part));
    }
    return say(said.toString(), found, saying);
  }

  private boolean sayOrdinal(Matcher found, Saying saying) {
    long value = Long.parseLong(found.group(1).replace(",", ""));
    saying.words(numbers.ordinal(value), found.start(), found.end(1));
    if (found.group(2) != null) {
      saying.words("edition", found.start(2), found.end());
      if (endsSentence(saying.written(), found.end())) {
        saying.pause(".", found.end() - 1, found.end());
      }
    }
    return true;
  }

  /** "1990s": nineteen nineties. */
  private boolean sayDecade(Matcher found, Saying saying) {
    long year = Long.parseLong(found.group(1));
    String said = year > 1000 ? numbers.year(year) : numbers.cardinal(found.group(1));
    return say(plural(said), found, saying);
  }

  private static String plural(String number) {
    if (number.endsWith("y")) {
      return number.substring(0, number.length() - 1) + "ies";
    }
    return number + (number.endsWith("x") ? "es" : "s");
  }

  private boolean sayGroups(Matcher found, Saying saying) {
    return sayGroups(
        found, saying, group -> group.equals("800") ? "eight hundred" : numbers.digits(group));
  }

  private boolean sayNumericDate(Matcher found, Saying saying) {
    int first = Integer.parseInt(found.group(1));
    boolean usual = found.group(2).equals("/") && monthFirst;
    boolean dayLast = first <= 12 && usual;
    return dayLast
        ? sayDate(found, 3, 1, 4, saying) || sayDate(found, 1, 3, 4, saying)
        : sayDate(found, 1, 3, 4, saying) || sayDate(found, 3, 1, 4, saying);
  }

  private boolean sayDate(Matcher found, int day, int month, int year, Saying saying) {
    int d = Integer.parseInt(found.group(day));
    int m = Integer.parseInt(found.group(month));
    if (d < 1 || d > 31 || m < 1 || m > 12) {
      return false;
    }
    String named = calendar.month(m);
    String said =
        monthFirst
            ? named + " " + numbers.ordinal(d)
            : "the " + numbers.ordinal(d) + " of " + named;
    int end = found.end();
    saying.words(said, found.start(), end).pause(",", end, end).blank(end, end);
    String y = found.group(year);
    String inWords = y.length() > 2 ? numbers.year(Long.parseLong(y)) : numbers.cardinal(y);
    return say(
        y.startsWith("0") ? "oh " + numbers.cardinal(y.substring(1)) : inWords, found, saying);
  }

  private boolean sayDayFirst(Matcher found, Saying saying) {
    int day = Integer.parseInt(found.group(1));
    if (!CalendarWords.isDate(day, 1)) {
      return false;
    }
    String month = calendar.month(found.group(2));
    if (found.group(2).equals("May") && found.group(3).equals(".")) {
      return false;
    }
    String before = wordBefore(saying.written(), found.start());
    boolean article =
        before.equalsIgnoreCase("the")
            || Character.isLetter(found.group().charAt(found.end(1) - found.start()));
    saying.words(
        (article ? "" : "the ") + numbers.ordinal(day) + " of", found.start(), found.end(1));
    boolean stop = !found.group(3).isEmpty();
    saying.words(month, found.start(2), found.end(3));
    if (found.group(4) != null) {
      String year = numbers.year(Long.parseLong(found.group(4)));
      saying.words(year, found.start(4), found.end(4));
    } else if (stop && endsSentence(saying.written(), found.end())) {
      saying.pause(".", found.start(3), found.end(3));
    }
    return true;
  }

  private boolean sayMonthFirst(Matcher found, Saying saying) {
    int day = Integer.parseInt(found.group(3));
    boolean shortened = !found.group(2).isEmpty();
    if (!CalendarWords.isDate(day, 1) || (found.group(1).equals("May") && shortened)) {
      return false;
    }
    saying.words(calendar.month(found.group(1)), found.start(1), found.end(2));
    saying.words(numbers.ordinal(day), found.start(3), found.end(3));
    if (found.group(5) != null) {
      saying.words(phrases.get("range"), found.start(4), found.end(4));
      saying.words(numbers.ordinal(Long.parseLong(found.group(5))), found.start(5), found.end(5));
    }
    if (found.group(7) != null) {
      saying.pause(",", found.start(6), found.start(7)).blank(found.start(7), found.start(7));
      String year = numbers.year(Long.parseLong(found.group(7)));
      saying.words(year, found.start(7), found.end(7));
    }
    return true;
  }

  private Rule time() {
    return new Rule(
        "(?:([01]?\\d|2[0-4]):([0-5]\\d)(?::([0-5]\\d))?|(1?\\d)\\.([0-5]\\d)(?= ?[apAP]\\.?[mM]\\b))"
            + "(?![\\d%]|[.,:]\\d)( ?[apAP]\\.?[mM]\\b\\.?)?",
        (found, saying) -> {
          boolean colon = found.group(1) != null;
          String hour = found.group(colon ? 1 : 4);
          String minute = found.group(colon ? 2 : 5);
          String half = found.group(6);
          int at = found.start();
          int end = half == null ? found.end() : found.start(6);
          saying.words(numbers.cardinal(Integer.toString(Integer.parseInt(hour))), at, end);
          if (minute.equals("00")) {
            boolean zone =
                ZONE.matcher(saying.written()).region(end, saying.written().length()).lookingAt();
            saying.words(
                half == null && !zone && isOnClock(hour)
                    ? "o'clock"
                    : hour.equals("00") ? "hundred hours" : "",
                at,
                end);
          } else {
            boolean oh = minute.charAt(0) == '0';
            String said =
                oh ? "oh " + numbers.cardinal(minute.substring(1)) : numbers.cardinal(minute);
            saying.words(said, at, end);
          }
          if (found.group(3) != null) {
            String seconds = Integer.toString(Integer.parseInt(found.group(3)));
            saying.words("and " + numbers.cardinal(seconds) + " seconds", at, end);
          }
          if (half != null) {
            sayHalf(half, found.start(6), saying);
          }
          return true;
        });
  }

  private static boolean isOnClock(String hour) {
    int value = Integer.parseInt(hour);
    return value > 0 && value < 13;
  }

  private void sayHalf(String half, int at, Saying saying) {
    spell(Character.toLowerCase(half.strip().charAt(0)) == 'a' ? "AM" : "PM", at, saying);
    int end = at + half.length();
    if (half.endsWith(".") && endsSentence(saying.written(), end)) {
      saying.pause(".", end - 1, end);
    }
  }

  /** "7 p.m.", "7am". */
  private Rule hour() {
    return new Rule(
        "(1?\\d)( ?[apAP](?:\\.[mM]\\.|[mM](?![\\p{L}\\p{N}])))",
        (found, saying) -> {
          if (found.group(2).equals(" am") || found.group(2).equals(" Am")) {
            return false;
          }
          saying.words(numbers.cardinal(found.group(1)), found.start(1), found.end(1));
          sayHalf(found.group(2), found.start(2), saying);
          return true;
        });
  }

  /** The whole number before "1/2". */
  private boolean sayWhole(Matcher found, Saying saying) {
    if (Integer.parseInt(found.group(2)) >= Integer.parseInt(found.group(3))) {
      return false;
    }
    saying
        .words(numbers.cardinal(found.group(1)), found.start(1), found.end(1))
        .blank(found.end(1), found.end());
    return true;
  }

  /** "120/80": no part of something. */
  private boolean sayRatio(Matcher found, Saying saying) {
    boolean zero = found.group(1).charAt(0) == '0' || found.group(3).charAt(0) == '0';
    if (zero || Integer.parseInt(found.group(1)) < Integer.parseInt(found.group(3))) {
      return false;
    }
    saying.words(numbers.cardinal(found.group(1)), found.start(1), found.end(1));
    saying.words("over", found.start(2), found.end(2)).blank(found.end(), found.end());
    return true;
  }

  private boolean sayFraction(Matcher found, Saying saying) {
    int above = Integer.parseInt(found.group(1));
    int below = Integer.parseInt(found.group(3));
    if (found.group(1).charAt(0) == '0' || found.group(3).charAt(0) == '0') {
      return false;
    }
    String name =
        switch (below) {
          case 2 -> "half";
          case 4 -> "quarter";
          default -> numbers.ordinal(below).replace("one ", "");
        };
    String fraction = numbers.cardinal(found.group(1)) + " " + name + (above == 1 ? "" : "s");
    String text = saying.written();
    boolean mixed =
        found.start() > 1
            && text.charAt(found.start() - 1) == ' '
            && isDigit(text, found.start() - 2)
            && found.group(1).length() == 1;
    return say(mixed ? "and " + (below == 2 ? "a half" : fraction) : fraction, found, saying);
  }

  /** "$3.50", "£2 million", "US$1–2 billion". */
  private Rule money() {
    Map<String, String> currencies = lexicon.section("currencies");
    return new Rule(
        "("
            + anyOf(currencies.keySet())
            + ") ?"
            + AMOUNT
            + "(?: ?[-–] ?\\$?"
            + AMOUNT
            + ")?(?:( ?)("
            + anyOf(lexicon.words("scales"))
            + ")(?!\\p{L}))?",
        (found, saying) -> {
          String scale = found.group(7);
          String fraction = found.group(3);
          boolean minor = scale == null && fraction != null && fraction.length() == 2;
          boolean small = minor && found.group(2).equals("0") && !fraction.equals("00");
          String currency = currencies.get(found.group(1));
          if (!small) {
            saying.words(
                amount(found.group(2), minor ? "" : fraction), found.start(2), found.end(2));
          }
          if (found.group(4) != null) {
            saying.words(phrases.get("range"), found.end(2), found.start(4));
            saying.words(amount(found.group(4), found.group(5)), found.start(4), found.end(4));
          }
          if (scale != null) {
            saying.words(lexicon.section("scales").get(scale), found.start(7), found.end(7));
          }
          boolean one = scale == null && found.group(2).equals("1") && found.group(4) == null;
          boolean adjective = found.group(4) == null && !minor && isAdjective(found, saying);
          String name = form(currency, adjective || (one && (minor || fraction == null)));
          if (adjective && scale == null) {
            saying.text("-" + name, found.start(1), found.end(1));
          } else if (!small) {
            saying.words(name, found.start(1), found.end(1));
          }
          if (minor && !fraction.equals("00")) {
            int cents = Integer.parseInt(fraction);
            String said = numbers.cardinal(Integer.toString(cents));
            String pence =
                found.group(1).equals("£") || found.group(1).equals("GBP") ? "pence" : "minor";
            saying.words(
                (small ? "" : "and ") + said + " " + form(phrases.get(pence), cents == 1),
                found.start(3),
                found.end(3));
          }
          return true;
        });
  }

  /** "a $20 bill", "a 5 km run": the measure of something is in the singular. */
  private static boolean isAdjective(Matcher found, Saying saying) {
    String before = wordBefore(saying.written(), found.start());
    int end = found.end();
    String text = saying.written();
    boolean noun =
        end + 1 < text.length()
            && text.charAt(end) == ' '
            && Character.isLowerCase(text.charAt(end + 1));
    return noun
        && (before.equalsIgnoreCase("a") || before.equalsIgnoreCase("an"))
        && !NO_NOUN.contains(firstWord(text, end + 1));
  }

  /** "5 km", "60 km/h", "12 m²", "15%", "37 °C". */
  private Rule amountWithUnit() {
    Map<String, String> units = lexicon.section("units");
    return new Rule(
        AMOUNT
            + " ?(?:([%‰])|("
            + anyOf(units.keySet())
            + ")(?:/(\\p{L}{1,6}))?([23²³])?)(?![\\p{L}\\p{N}])",
        (found, saying) -> {
          boolean one =
              (found.group(1).equals("1") && found.group(2) == null) || isAdjective(found, saying);
          saying.words(
              amount(found.group(1), found.group(2)),
              found.start(),
              found.group(2) == null ? found.end(1) : found.end(2));
          if (found.group(3) != null) {
            saying.words(signs.get(found.group(3)), found.start(3), found.end(3));
          } else {
            saying.words(
                unit(found.group(4), found.group(5), found.group(6), one),
                found.start(4),
                found.end());
          }
          return true;
        });
  }

  @Override
  String unitBelow(String word) {
    String reading = lexicon.section("per").getOrDefault(word, "");
    return reading.isEmpty()
        ? form(lexicon.section("units").getOrDefault(word, word), true)
        : reading;
  }

  @Override
  String unit(String above, String below, String power, boolean one) {
    Map<String, String> units = lexicon.section("units");
    String exponent = "";
    boolean time = false;
    String last = "";
    if (below != null) {
      last = unitBelow(below);
      time = lexicon.words("moments").contains(last);
    }
    if (power != null) {
      boolean square = power.equals("2") || power.equals("²");
      exponent = phrases.get(square ? (time ? "squared" : "square") : "cubic");
    }
    String name = form(units.get(above), one);
    if (below == null) {
      return exponent.isEmpty() ? name : exponent + " " + name;
    }
    String per = name + " " + phrases.get("per") + " ";
    if (exponent.isEmpty()) {
      return per + last;
    }
    return per + (time ? last + " " + exponent : exponent + " " + last);
  }

  /** Of "dollar|dollars", the one that is wanted. */
  private static String form(String forms, boolean one) {
    int bar = forms.indexOf('|');
    if (bar < 0) {
      return forms;
    }
    return one ? forms.substring(0, bar) : forms.substring(bar + 1);
  }
}
