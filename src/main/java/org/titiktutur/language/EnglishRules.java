package org.titiktutur.language;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** English: comma between thousands, point before decimals; years, ordinals, hours by the clock. */
final class EnglishRules extends Rules {

  /** An amount: thousands, or digits alone, and decimals. Two groups. */
  private static final String AMOUNT =
      "(\\d{1,3}(?:,\\d{3}){1,5}(?!,?\\d)|\\d++)(?:\\.(\\d{1,15})(?![.,]?\\d))?";

  private static final Set<String> ENDINGS = Set.of("s", "'s", "ed", "ing", "er", "ers");

  private final boolean monthFirst;
  private final List<String> months =
      Arrays.asList(new DateFormatSymbols(ULocale.ENGLISH).getMonths());

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
    String month = anyOf(months);
    return List.of(
        new Rule(
            "(\\d{4})-(\\d{2})-(\\d{2})(?![-\\d])",
            (found, saying) -> sayDate(found, 3, 2, 1, saying)),
        new Rule("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?![-/\\d])", this::sayNumericDate),
        new Rule(
            "(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(" + month + ")(?:,? (\\d{4}))?(?![\\d\\p{L}])",
            this::sayDayFirst),
        new Rule("\\d{3}[- ]\\d{3}[- ]\\d{4}(?!\\d)", this::sayGroups),
        new Rule("\\d{1,9}(?:-\\d{1,9}){2,8}(?!\\d)", this::sayGroups),
        time(),
        new Rule("(\\d{1,2})/(\\d{1,2})(?![\\d/])", this::sayFraction),
        new Rule("(\\d{1,9})(?:st|nd|rd|th)(?!\\p{L})", this::sayOrdinal),
        new Rule("(\\d{1,3}0)'?s(?!\\p{L})", this::sayDecade),
        new Rule("\\d{1,4}(?:\\.\\d{1,6}){2,6}(?!\\.?\\d)", this::sayVersion),
        amountWithUnit(),
        new Rule("(?:1[1-9]\\d\\d|20\\d\\d)(?![\\d,.]\\d|\\d|-\\p{L})", this::sayYear),
        new Rule(AMOUNT, this::sayAmount),
        new Rule("\\d++", this::sayDigits));
  }

  @Override
  List<Rule> letterRules() {
    List<Rule> rules = new ArrayList<>();
    rules.add(address());
    rules.add(money());
    rules.add(
        new Rule(
            "("
                + anyOf(months)
                + ") (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:(,?) (\\d{4}))?(?![\\d\\p{L}])",
            this::sayMonthFirst));
    rules.add(
        new Rule(
            "St\\.(?= ?[^\\p{Lu}\\s]|\\s*$| \\p{Ll})(?<=\\p{L} St\\.)",
            (found, saying) -> say("Street", found, saying)));
    rules.add(new Rule("[IVXLCDM]{1,8}(?![\\p{L}\\p{N}'])", this::sayRoman));
    rules.add(initials());
    return rules;
  }

  @Override
  List<Rule> signRules() {
    return List.of(
        money(),
        path(),
        new Rule(
            "(?:\\+\\d{1,3}[- ]?|\\(\\d{1,4}\\)[- ]?)\\d{2,5}(?:[- ]?\\d{2,5}){1,4}(?!\\d)",
            this::sayGroups),
        comparison("is less than", "is greater than"));
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

  private boolean sayYear(Matcher found, Saying saying) {
    return say(numbers.year(Long.parseLong(found.group())), found, saying);
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
    return say(numbers.ordinal(Long.parseLong(found.group(1))), found, saying);
  }

  /** "1990s": nineteen nineties. */
  private boolean sayDecade(Matcher found, Saying saying) {
    long year = Long.parseLong(found.group(1));
    String said = year > 1000 ? numbers.year(year) : numbers.cardinal(found.group(1));
    String plural = said.endsWith("y") ? said.substring(0, said.length() - 1) + "ies" : said + "s";
    return say(plural, found, saying);
  }

  private boolean sayGroups(Matcher found, Saying saying) {
    int at = found.start();
    boolean first = true;
    for (String group : found.group().split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)", -1)) {
      if (Character.isDigit(group.charAt(0))) {
        if (!first) {
          saying.pause(",", at, at).blank(at, at);
        }
        saying.words(numbers.digits(group), at, at + group.length());
        first = false;
      } else if (group.startsWith("+")) {
        saying.words("plus", at, at + 1);
      }
      at += group.length();
    }
    return true;
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
    String named = months.get(m - 1);
    String said =
        monthFirst
            ? named + " " + numbers.ordinal(d)
            : "the " + numbers.ordinal(d) + " of " + named;
    int end = found.end();
    saying.words(said, found.start(), end).pause(",", end, end).blank(end, end);
    return say(numbers.year(Long.parseLong(found.group(year))), found, saying);
  }

  private boolean sayDayFirst(Matcher found, Saying saying) {
    int day = Integer.parseInt(found.group(1));
    if (day < 1 || day > 31) {
      return false;
    }
    boolean article = wordBefore(saying.written(), found.start()).equals("the");
    saying.words(
        (article ? "" : "the ") + numbers.ordinal(day) + " of", found.start(), found.end(1));
    saying.words(found.group(2), found.start(2), found.end(2));
    if (found.group(3) != null) {
      String year = numbers.year(Long.parseLong(found.group(3)));
      saying.words(year, found.start(3), found.end(3));
    }
    return true;
  }

  private boolean sayMonthFirst(Matcher found, Saying saying) {
    int day = Integer.parseInt(found.group(2));
    if (day < 1 || day > 31) {
      return false;
    }
    saying.words(found.group(1), found.start(1), found.end(1));
    saying.words(numbers.ordinal(day), found.start(2), found.end(2));
    if (found.group(4) != null) {
      saying.pause(",", found.start(3), found.start(4)).blank(found.start(4), found.start(4));
      String year = numbers.year(Long.parseLong(found.group(4)));
      saying.words(year, found.start(4), found.end(4));
    }
    return true;
  }

  private Rule time() {
    return new Rule(
        "(?:([01]?\\d|2[0-4]):([0-5]\\d)(?::([0-5]\\d))?|(1?\\d)\\.([0-5]\\d)(?= ?[ap]\\.?m))"
            + "(?![\\d%]|[.,:]\\d)( ?[ap]\\.?m\\b\\.?)?",
        (found, saying) -> {
          boolean colon = found.group(1) != null;
          String hour = found.group(colon ? 1 : 4);
          String minute = found.group(colon ? 2 : 5);
          String half = found.group(6);
          int at = found.start();
          int end = half == null ? found.end() : found.start(6);
          saying.words(numbers.cardinal(Integer.toString(Integer.parseInt(hour))), at, end);
          if (minute.equals("00")) {
            saying.words(half == null ? "o'clock" : "", at, end);
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
            spell(half.strip().charAt(0) == 'a' ? "AM" : "PM", found.start(6), saying);
            if (half.endsWith(".") && endsSentence(saying.written(), found.end())) {
              saying.pause(".", found.end() - 1, found.end());
            }
          }
          return true;
        });
  }

  private boolean sayFraction(Matcher found, Saying saying) {
    int above = Integer.parseInt(found.group(1));
    int below = Integer.parseInt(found.group(2));
    boolean plain = found.group(1).charAt(0) != '0' && found.group(2).charAt(0) != '0';
    if (!plain || above >= below) {
      return false;
    }
    String name =
        switch (below) {
          case 2 -> "half";
          case 4 -> "quarter";
          default -> numbers.ordinal(below);
        };
    return say(
        numbers.cardinal(found.group(1)) + " " + name + (above == 1 ? "" : "s"), found, saying);
  }

  private boolean sayRoman(Matcher found, Saying saying) {
    int value = Numbers.roman(found.group());
    if (value < 0) {
      return false;
    }
    String before = wordBefore(saying.written(), found.start());
    if (lexicon.words("cardinal").contains(before.toLowerCase(Locale.ROOT))) {
      return say(numbers.cardinal(Integer.toString(value)), found, saying);
    }
    String after = firstWord(saying.written(), skipSpaces(saying.written(), found.end()));
    if (after.equals("century")) {
      return say(numbers.ordinal(value), found, saying);
    }
    boolean king = lexicon.words("regnal").contains(before);
    return king && say("the " + numbers.ordinal(value), found, saying);
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
          saying.words(amount(found.group(2), minor ? "" : fraction), found.start(2), found.end(2));
          if (found.group(4) != null) {
            saying.words(phrases.get("range"), found.end(2), found.start(4));
            saying.words(amount(found.group(4), found.group(5)), found.start(4), found.end(4));
          }
          if (scale != null) {
            saying.words(lexicon.section("scales").get(scale), found.start(7), found.end(7));
          }
          boolean one = scale == null && found.group(2).equals("1") && found.group(4) == null;
          saying.words(
              form(currencies.get(found.group(1)), one && (minor || fraction == null)),
              found.start(1),
              found.end(1));
          if (minor && !fraction.equals("00")) {
            int cents = Integer.parseInt(fraction);
            String said = numbers.cardinal(Integer.toString(cents));
            saying.words(
                "and " + said + " " + form(phrases.get("minor"), cents == 1),
                found.start(3),
                found.end(3));
          }
          return true;
        });
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
          boolean one = found.group(1).equals("1") && found.group(2) == null;
          saying.words(
              amount(found.group(1), found.group(2)),
              found.start(),
              found.group(2) == null ? found.end(1) : found.end(2));
          if (found.group(3) != null) {
            saying.words(signs.get(found.group(3)), found.start(3), found.end(3));
          } else {
            saying.words(unit(found, one), found.start(4), found.end());
          }
          return true;
        });
  }

  private String unit(Matcher found, boolean one) {
    Map<String, String> units = lexicon.section("units");
    StringBuilder said = new StringBuilder();
    if (found.group(6) != null) {
      boolean square = found.group(6).equals("2") || found.group(6).equals("²");
      said.append(phrases.get(square ? "square" : "cubic")).append(' ');
    }
    said.append(form(units.get(found.group(4)), one));
    if (found.group(5) != null) {
      String below = found.group(5);
      said.append(' ').append(phrases.get("per")).append(' ');
      said.append(form(units.getOrDefault(below, below), true));
    }
    return said.toString();
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
