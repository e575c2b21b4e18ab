package org.titiktutur.language;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** Indonesian: point between thousands, comma before decimals, the currency after the amount. */
final class IndonesianRules extends Rules {

  /** An amount: thousands, or digits alone, and decimals. Two groups. */
  private static final String AMOUNT =
      "(\\d{1,3}(?:\\.\\d{3}){1,5}(?!\\.?\\d)|\\d++)(?:,(\\d{1,15})(?![,.]?\\d))?";

  private static final Set<String> ENDINGS = Set.of("nya", "ku", "mu", "kah", "lah", "pun", "an");

  /** After these, 3.14 is no decimal number but the fourteenth of the third. */
  private static final String NUMBERED =
      "(?<=(?:[Bb]ab|[Ss]ubbab|[Bb]agian|[Pp]asal|[Gg]ambar|[Tt]abel|[Vv]ersi|[Bb]utir) )";

  private String[] months;

  IndonesianRules() {
    super("id");
  }

  @Override
  List<Rule> digitRules() {
    return List.of(
        new Rule(
            "(\\d{4})-(\\d{2})-(\\d{2})(?![-\\d])",
            (found, saying) -> sayDate(found, 3, 2, 1, saying)),
        new Rule(
            "(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?![-/\\d])",
            (found, saying) -> sayDate(found, 1, 3, 4, saying)),
        new Rule(
            "0\\d{1,3}[- ]\\d{2,5}(?:[- ]?\\d{2,5}){1,4}(?![\\d.,])|0\\d{8,13}(?!\\d)",
            this::sayGroups),
        new Rule("\\d{1,9}(?:-\\d{1,9}){2,8}(?!\\d)", this::sayGroups),
        time(),
        new Rule("(\\d{1,2})/(\\d{1,2})(?![\\d/])", this::sayFraction),
        new Rule("(\\d{2,4})-(an)(?!\\p{L})", this::sayDecade),
        new Rule(NUMBERED + "\\d{1,4}(?:\\.\\d{1,4}){1,6}(?!\\.?\\d)", this::sayVersion),
        new Rule(
            "(?!\\d{1,3}(?:\\.\\d{3})+(?!\\.?\\d))\\d{1,4}(?:\\.\\d{1,6}){2,6}(?!\\.?\\d)",
            this::sayVersion),
        amountWithUnit(),
        new Rule("(\\d{1,6})\\.(\\d{1,2}|\\d{4,15})(?![.,]?\\d)", this::sayPointDecimal),
        new Rule(AMOUNT, this::sayAmount),
        new Rule("\\d++", this::sayAmount));
  }

  @Override
  List<Rule> letterRules() {
    List<Rule> rules = new ArrayList<>();
    rules.add(address());
    rules.add(money());
    rules.add(new Rule("([Kk]e)-(\\d{1,9})(?![\\d.,]\\d|\\d)", this::sayOrdinal));
    rules.add(new Rule("([Kk]e)-([IVXLC]{1,8})(?!\\p{L})", this::sayOrdinal));
    rules.add(
        new Rule(
            "(\\p{Lu}?\\p{Ll}{2,20})[2²](nya|an|ku|mu|lah|kah)?(?![\\p{L}\\p{N}])",
            this::sayTwice));
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
            "(?:\\+\\d{1,3}[- ]?|\\(0\\d{1,3}\\)[- ]?)\\d{2,5}(?:[- ]?\\d{2,5}){1,4}(?!\\d)",
            this::sayGroups),
        comparison("lebih kecil daripada", "lebih besar daripada"));
  }

  @Override
  boolean isEnding(String tail) {
    return ENDINGS.contains(tail);
  }

  /** The apostrophe of Qur'an and Jum'at is not heard; eSpeak NG would stumble over it. */
  @Override
  String word(String word) {
    return word.indexOf('\'') < 0 ? word : word.replace("'", "");
  }

  /** Before a name H. is haji; the same letter between names is somebody's initial. */
  @Override
  boolean fits(String abbreviation, String before, boolean capital) {
    return switch (abbreviation) {
      case "KH", "Hj", "Jl" -> capital;
      default -> true;
    };
  }

  private String cardinal(String digits) {
    return numbers.cardinal(digits.replace(".", ""));
  }

  private String amount(String whole, String fraction) {
    return numbers.decimal(whole.replace(".", ""), fraction == null ? "" : fraction);
  }

  private boolean sayAmount(Matcher found, Saying saying) {
    boolean decimals = found.groupCount() > 1;
    String said = decimals ? amount(found.group(1), found.group(2)) : cardinal(found.group());
    saying.words(said, found.start(), found.end());
    return true;
  }

  private boolean sayPointDecimal(Matcher found, Saying saying) {
    String said =
        cardinal(found.group(1)) + " " + phrases.get("dot") + " " + numbers.digits(found.group(2));
    saying.words(said, found.start(), found.end());
    return true;
  }

  private boolean sayVersion(Matcher found, Saying saying) {
    StringBuilder said = new StringBuilder();
    for (String part : found.group().split("\\.", -1)) {
      said.append(said.isEmpty() ? "" : " " + phrases.get("dot") + " ");
      said.append(numbers.cardinal(part));
    }
    saying.words(said.toString(), found.start(), found.end());
    return true;
  }

  /** A telephone number and the like: digits, with a pause between groups. */
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

  private boolean sayDate(Matcher found, int day, int month, int year, Saying saying) {
    int d = Integer.parseInt(found.group(day));
    int m = Integer.parseInt(found.group(month));
    if (d < 1 || d > 31 || m < 1 || m > 12) {
      return false;
    }
    if (months == null) {
      months = new DateFormatSymbols(ULocale.forLanguageTag("id")).getMonths();
    }
    String said =
        cardinal(Integer.toString(d)) + " " + months[m - 1] + " " + cardinal(found.group(year));
    saying.words(said, found.start(), found.end());
    return true;
  }

  private Rule time() {
    String clock = anyOf(lexicon.words("clock"));
    String zone = anyOf(lexicon.words("zones"));
    return new Rule(
        "(?:(?<="
            + clock
            + " {1,2})|(?<=\\d[.:]\\d\\d ?[-–] ?)|(?=\\d\\d:)|(?=0\\d\\.)|(?=\\d{1,2}[.:]\\d\\d ?"
            + zone
            + "))([01]?\\d|2[0-4])[.:]([0-5]\\d)(?:[.:]([0-5]\\d))?(?![\\d%]|[.,]\\d)",
        (found, saying) -> {
          saying.words(hour(found.group(1)), found.start(1), found.end(1));
          String minutes = found.group(2);
          if (found.group(3) != null || !minutes.equals("00")) {
            String said =
                minutes.startsWith("0")
                    ? "lewat " + cardinal(minutes.substring(1))
                    : cardinal(minutes);
            saying.words(said, found.start(2), found.end(2));
          }
          if (found.group(3) != null) {
            String seconds = Integer.toString(Integer.parseInt(found.group(3)));
            saying.words("lewat " + cardinal(seconds) + " detik", found.start(3), found.end(3));
          }
          return true;
        });
  }

  private String hour(String hour) {
    return hour.equals("00") ? "nol nol" : cardinal(Integer.toString(Integer.parseInt(hour)));
  }

  private boolean sayFraction(Matcher found, Saying saying) {
    int above = Integer.parseInt(found.group(1));
    int below = Integer.parseInt(found.group(2));
    boolean plain = found.group(1).charAt(0) != '0' && found.group(2).charAt(0) != '0';
    if (!plain || above >= below) {
      return false;
    }
    String said;
    if (above == 1) {
      said = below == 2 ? phrases.get("half") : "seper" + cardinal(found.group(2));
    } else {
      said = cardinal(found.group(1)) + " per" + cardinal(found.group(2));
    }
    saying.words(said, found.start(), found.end());
    return true;
  }

  /** "1990-an": the ending hangs on the last word. */
  private boolean sayDecade(Matcher found, Saying saying) {
    saying.words(cardinal(found.group(1)), found.start(), found.end(1));
    saying.ending("an", found.start(2), found.end());
    return true;
  }

  private boolean sayOrdinal(Matcher found, Saying saying) {
    String number = found.group(2);
    int roman = Numbers.roman(number);
    if (roman < 0 && !Character.isDigit(number.charAt(0))) {
      return false;
    }
    long value = roman > 0 ? roman : Long.parseLong(number);
    saying.words(numbers.ordinal(value), found.start(), found.end());
    return true;
  }

  /** "anak2", "buku2nya": the word twice. */
  private boolean sayTwice(Matcher found, Saying saying) {
    String word = found.group(1);
    if (lexicon.section("units").containsKey(word)) {
      return false;
    }
    String ending = found.group(2) == null ? "" : found.group(2);
    saying.words(word + "-" + word.toLowerCase(Locale.ROOT) + ending, found.start(), found.end());
    return true;
  }

  private boolean sayRoman(Matcher found, Saying saying) {
    int value = Numbers.roman(found.group());
    if (value < 0 || lexicon.words("spelled").contains(found.group())) {
      return false;
    }
    String before = wordBefore(saying.written(), found.start());
    String word = before.toLowerCase(Locale.ROOT);
    String number = Integer.toString(value);
    if (lexicon.words("ordinal").contains(word)) {
      saying.words(numbers.ordinal(value), found.start(), found.end());
      return true;
    }
    boolean numbered = lexicon.words("cardinal").contains(word);
    boolean name =
        found.group().length() > 1
            && before.length() > 2
            && Character.isUpperCase(before.charAt(0))
            && Character.isLowerCase(before.charAt(before.length() - 1));
    if (numbered || name) {
      saying.words(cardinal(number), found.start(), found.end());
    }
    return numbered || name;
  }

  /** "Rp1.500.000,00", "US$ 2,5 juta", "Rp 1–2 juta", "Rp50.000,-". */
  private Rule money() {
    Map<String, String> currencies = lexicon.section("currencies");
    return new Rule(
        "("
            + anyOf(currencies.keySet())
            + ") ?"
            + AMOUNT
            + "(?:,[-–=]{1,2}(?!\\d))?(?: ?[-–] ?"
            + AMOUNT
            + ")?(?: ?("
            + anyOf(lexicon.words("scales"))
            + ")(?!\\p{L}))?",
        (found, saying) -> {
          String scale = found.group(6);
          boolean minor = scale == null && found.group(3) != null && found.group(3).length() == 2;
          String cents = minor ? found.group(3) : "";
          saying.words(
              amount(found.group(2), minor ? "" : found.group(3)), found.start(2), found.end(2));
          if (found.group(4) != null) {
            saying.words(phrases.get("range"), found.end(2), found.start(4));
            saying.words(amount(found.group(4), found.group(5)), found.start(4), found.end(4));
          }
          if (scale != null) {
            saying.words(lexicon.section("scales").get(scale), found.start(6), found.end(6));
          }
          saying.words(currencies.get(found.group(1)), found.start(1), found.end(1));
          if (minor && !cents.equals("00")) {
            String said = numbers.cardinal(Integer.toString(Integer.parseInt(cents)));
            saying.words(said + " " + phrases.get("minor"), found.start(3), found.end(3));
          }
          return true;
        });
  }

  /** "5 km", "60 km/jam", "12 m²", "15%", "37 °C", "20 USD". */
  private Rule amountWithUnit() {
    Map<String, String> units = lexicon.section("units");
    Map<String, String> currencies = lexicon.section("currencies");
    return new Rule(
        AMOUNT
            + " ?(?:([%‰])|("
            + anyOf(units.keySet())
            + ")(?:/(\\p{L}{1,6}))?([23²³])?|("
            + anyOf(currencies.keySet())
            + "))(?![\\p{L}\\p{N}])",
        (found, saying) -> {
          saying.words(
              amount(found.group(1), found.group(2)),
              found.start(),
              found.group(2) == null ? found.end(1) : found.end(2));
          if (found.group(3) != null) {
            saying.words(signs.get(found.group(3)), found.start(3), found.end(3));
          } else if (found.group(7) != null) {
            saying.words(currencies.get(found.group(7)), found.start(7), found.end(7));
          } else {
            saying.words(unit(found), found.start(4), found.end());
          }
          return true;
        });
  }

  private String unit(Matcher found) {
    Map<String, String> units = lexicon.section("units");
    StringBuilder said = new StringBuilder(units.get(found.group(4)));
    if (found.group(5) != null) {
      String below = found.group(5);
      said.append(' ').append(phrases.get("per")).append(' ');
      said.append(units.getOrDefault(below, below));
    }
    if (found.group(6) != null) {
      boolean square = found.group(6).equals("2") || found.group(6).equals("²");
      said.append(' ').append(phrases.get(square ? "square" : "cubic"));
    }
    return said.toString();
  }
}
