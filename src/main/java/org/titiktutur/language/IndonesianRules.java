package org.titiktutur.language;

import static org.titiktutur.language.Surroundings.endsSentence;
import static org.titiktutur.language.Surroundings.firstWord;
import static org.titiktutur.language.Surroundings.skipSpaces;
import static org.titiktutur.language.Surroundings.wordBefore;
import static org.titiktutur.language.Surroundings.wordsBefore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Indonesian: point between thousands, comma before decimals, the currency after the amount. */
final class IndonesianRules extends Rules {

  /** An amount: thousands, or digits alone, and decimals. Two groups. */
  private static final String AMOUNT =
      "(\\d{1,3}(?:\\.\\d{3}){1,5}(?!\\.?\\d)|[1-9]\\d{0,2}(?: \\d{3}){1,5}(?![ .]?\\d)|\\d++)(?:,(\\d{1,15})(?![,.]?\\d))?";

  private static final Set<String> ENDINGS = Set.of("nya", "ku", "mu", "kah", "lah", "pun", "an");

  private static final String WORD_END = "(?![\\p{L}\\p{N}])";

  /** English words that would be others without their apostrophe: "we're", "I'll". */
  private static final Pattern CONTRACTED = Pattern.compile("'(?:m|re|ll|ve)$");

  /** What may be a degree and the initials of a name. */
  private static final Pattern INITIALS = Pattern.compile("[MSB]\\.\\p{Lu}\\.");

  /** What a further degree can stand behind. */
  private static final Pattern DEGREE = Pattern.compile("(?:S|M|Sp|A|B|Ph)\\..*");

  /** Of a game; more fall in ranges too, as years do. */
  private static final int MOST_POINTS = 200;

  private static final Pattern SCORE = Pattern.compile("\\(?\\d{1,3}[-–]\\d{1,3}[,;)]*|dan");

  private final OldSpelling oldSpelling;

  IndonesianRules() {
    super("id");
    oldSpelling = new OldSpelling(lexicon);
  }

  @Override
  void begin(String text) {
    oldSpelling.begin(text);
  }

  @Override
  List<Rule> digitRules() {
    String month = calendar.anyMonth();
    return List.of(
        new Rule(
            "(\\d{4})-(\\d{2})-(\\d{2})(?![-\\d])",
            (found, saying) -> sayDate(found, 3, 2, 1, saying)),
        new Rule(
            "(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?![-/\\d])",
            (found, saying) -> sayDate(found, 1, 3, 4, saying)),
        new Rule(
            "(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{2})(?![-/\\d])",
            (found, saying) -> sayDate(found, 1, 3, 4, saying)),
        new Rule(
            "(\\d{1,2}) ("
                + month
                + ")(?:\\.|(?![\\p{L}\\p{N}]|-\\p{L}))(?: (\\d{4}|'\\d\\d)(?!\\d))?",
            this::sayNamedDate),
        new Rule("\\d{1,25}(?:[ .-]\\d{1,25}){0,8}(?![\\d,]\\d)", this::sayCode),
        new Rule(
            "0\\d{1,3}[- ]\\d{2,5}(?:[- ]?\\d{2,5}){1,4}(?![\\d.,]\\d|\\d)"
                + "|0\\d{2,3}(?:\\.\\d{3,4}){2,3}(?![.,]?\\d)|0\\d{8,13}(?!\\d)",
            this::sayGroups),
        new Rule("\\d{1,9}(?:-\\d{1,9}){2,8}(?!\\d)", this::sayGroups),
        new Rule("1[45]00-\\d{3}(?![\\d.,-]\\d|\\d)", this::sayGroups),
        fixed(),
        references.rule(),
        new Rule("(\\d{1,2})\\.([0-5]\\d)\\.([0-5]\\d)( jam)(?!\\p{L})", this::sayDuration),
        time(),
        new Rule("(\\d{1,3})([-–])(\\d{1,3})(?![-–\\p{L}\\d]|[.,]\\d)", this::sayScore),
        new Rule("(\\d{1,4})/(\\d{4})(?![\\d/])", this::sayLaw),
        new Rule("((?:1[5-9]|20)\\d\\d)(/)(\\d{4}|\\d\\d)(?![\\d/])", this::sayYears),
        new Rule("(?<=\\()(\\d{1,2})/(\\d{1,2})(?=\\))", this::sayDayAndMonth),
        new Rule("(?<!\\p{L})(\\d{1,3})(/)(?=(\\d{1,3})(?![\\d/]|[.,]\\d))", this::sayRatio),
        new Rule("(?<!\\p{L})(\\d{1,3})(/)(\\d{1,3})(?![\\d/]|[.,]\\d)", this::sayFraction),
        new Rule("(\\d{1,3}(?:\\.\\d{3}){1,3}|\\d{1,4})-(an|nya)(?!\\p{L})", this::sayDecade),
        new Rule("(\\d{1,4}) ?(H|M|SM)(?![\\p{L}\\p{N}.])", this::sayEra),
        new Rule("\\d{1,4}(?:\\.\\d{1,4}){1,6}(?!\\.?\\d)", this::sayNumbered),
        new Rule(
            "(?!\\d{1,3}(?:\\.\\d{3})+(?!\\.?\\d))\\d{1,4}(?:\\.\\d{1,6}){2,6}(?!\\.?\\d)",
            this::sayVersion),
        coordinates(),
        new Rule("[1-9]\\d{0,2}(?= \\d{3}(?!\\d))", this::sayBeforeAnother),
        amountWithUnit(),
        new Rule("(\\d{1,6})\\.(\\d{1,2}|\\d{4,15})(?![.,]?\\d)", this::sayPointDecimal),
        new Rule(AMOUNT, this::sayAmount),
        new Rule("\\d++", this::sayAmount));
  }

  @Override
  List<Rule> letterRules() {
    List<Rule> rules = new ArrayList<>();
    rules.add(addresses.address());
    rules.add(money());
    rules.add(
        new Rule(
            "([Kk]e)-? ?(\\d{1,3}(?:\\.\\d{3}){1,3})(?![\\d.,]\\d|\\d)(?<=[Kk]e-.{5,15})",
            this::sayOrdinal));
    rules.add(new Rule("([Kk]e)- ?(\\d{1,9})(nya)?(?![\\d.,]\\d|\\d)", this::sayOrdinal));
    rules.add(new Rule("([Kk]e)-([IVXLC]{1,8})(?!\\p{L})", this::sayOrdinal));
    rules.add(
        new Rule(
            "(?:([Bb]er|[Ss]e|[Tt]er|[Mm]e|[Dd]i|[Kk]e)-)?(\\p{L}?\\p{Ll}{2,20})[2²]-?(nya|an|kan|ku|mu|lah|kah)?(?![\\p{L}\\p{N}])",
            this::sayTwice));
    rules.add(references.rule());
    rules.add(calendarRange());
    rules.add(corps());
    rules.add(plate());
    rules.add(flight());
    rules.add(scripture.book());
    rules.add(scripture.surah());
    rules.add(romans.rule());
    rules.add(initials());
    rules.add(formulas.chemical());
    rules.add(formulas.unit());
    rules.add(new Rule("(\\p{Lu}\\p{Ll}{1,3})\\.(?=,| \\d{1,2} )", this::sayDay));
    return rules;
  }

  @Override
  List<Rule> signRules() {
    return List.of(
        money(),
        addresses.path(),
        addresses.handle(),
        new Rule(
            "(?:\\+\\d{1,3}[- ]?|\\(0\\d{1,3}\\)[- ]?)\\d{2,5}(?:[- ]?\\d{2,5}){1,4}(?!\\d)",
            this::sayGroups),
        new Rule(
            "(?<=Sp\\.\\p{Lu}{1,4}\\.?)\\(K\\)",
            (found, saying) -> {
              saying.words("konsultan", found.start(), found.end());
              return true;
            }),
        new Rule("'(\\d\\d)(-an)?(?![\\p{L}\\p{N}'-])", this::sayShortYear),
        new Rule("\\((\\d{1,3})(\\p{Ll})?\\)", this::sayVerse),
        marks.comparison("", "kurang dari", "lebih dari", "lebih dari"));
  }

  @Override
  boolean isEnding(String tail) {
    return ENDINGS.contains(tail);
  }

  /** The apostrophe of Qur'an and Jum'at is not heard; eSpeak NG would stumble over it. */
  @Override
  String word(String word) {
    boolean english = word.endsWith("n't") || CONTRACTED.matcher(word).find();
    String plain = english || word.indexOf('\'') < 0 ? word : word.replace("'", "");
    return oldSpelling.modern(plain);
  }

  /** Indonesian has no words of one letter: "huruf b", "(c)", "x = 2". */
  @Override
  String smallLetter(String letter) {
    return signs.getOrDefault(letter, letter(letter));
  }

  @Override
  String times(boolean tight, boolean operand, String after) {
    return signs.get("×");
  }

  /** Before a name H. is haji; the same letter between names is somebody's initial. */
  @Override
  boolean fits(String abbreviation, String before, String after) {
    boolean capital = !after.isEmpty() && Character.isUpperCase(after.codePointAt(0));
    return switch (abbreviation) {
      case "KH", "Hj", "Jl", "Dr" -> capital;
      case "HR", "H.R.", "HR." -> lexicon.words("narrators").contains(after);
      case "PP" ->
          lexicon.words("number-words").contains(after.toLowerCase(Locale.ROOT))
              || (!after.isEmpty() && Character.isDigit(after.charAt(0)));
      case "QS", "QS." -> capital || (!after.isEmpty() && Character.isDigit(after.charAt(0)));
      case "saw", "Saw" -> CalendarWords.isCapitalised(before);
      default -> !capital || isAfterName(before) || !INITIALS.matcher(abbreviation).matches();
    };
  }

  /** "Budi Santoso, S.H. Notaris", but "Jl. M.H. Thamrin" and "novelis S.H. Mintardja". */
  private boolean isAfterName(String before) {
    return before.endsWith(",")
        || (before.endsWith(".") && DEGREE.matcher(before).matches())
        || (CalendarWords.isCapitalised(before)
            && !before.endsWith(".")
            && !lexicon.words("streets").contains(before));
  }

  @Override
  boolean isNumberedBy(String after, String before) {
    return after.equals("ke");
  }

  private String cardinal(String digits) {
    return numbers.cardinal(ungrouped(digits));
  }

  private static String ungrouped(String digits) {
    return digits.replace(".", "").replace(" ", "");
  }

  private String amount(String whole, String fraction) {
    return numbers.decimal(ungrouped(whole), fraction == null ? "" : fraction);
  }

  private boolean sayAmount(Matcher found, Saying saying) {
    boolean decimals = found.groupCount() > 1;
    String said = decimals ? amount(found.group(1), found.group(2)) : cardinal(found.group());
    saying.words(said, found.start(), found.end());
    return true;
  }

  /** "kelas 10 120 siswa": two numbers, where "20 000" would be one. */
  private boolean sayBeforeAnother(Matcher found, Saying saying) {
    String subject = subject(saying.written(), found.start());
    boolean numbered =
        lexicon.words("cardinal").contains(subject)
            || lexicon.words("numbered").contains(subject)
            || lexicon.words("pages").contains(subject)
            || calendar.isName(wordBefore(saying.written(), found.start()));
    if (numbered) {
      saying.words(cardinal(found.group()), found.start(), found.end());
    }
    return numbered;
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
    return sayGroups(found, saying, numbers::digits);
  }

  /** "NIK 3578…", "Surabaya 60271", "hubungi 112", and long digits without points between them. */
  private boolean sayCode(Matcher found, Saying saying) {
    String text = saying.written();
    String digits = found.group();
    String subject = subject(text, found.start());
    boolean alone = digits.chars().allMatch(Character::isDigit);
    boolean coded = lexicon.words("coded").contains(subject);
    if (!coded && alone && lexicon.words("short-numbers").contains(digits)) {
      String before = " " + wordsBefore(text, found.start(), 5).toLowerCase(Locale.ROOT) + " ";
      coded = lexicon.words("called").stream().anyMatch(word -> before.contains(" " + word + " "));
    }
    if (!coded && lexicon.words("called").contains(subject)) {
      String after = firstWord(text, skipSpaces(text, found.end()));
      coded = digits.length() > 2 && (after.isEmpty() || !Character.isLowerCase(after.charAt(0)));
    }
    if (!coded && alone && digits.length() == 5) {
      String before = wordBefore(text, found.start());
      String after = firstWord(text, skipSpaces(text, found.end()));
      coded =
          CalendarWords.isCapitalised(before.replace(",", ""))
              && before.length() > 3
              && (after.isEmpty() || Character.isUpperCase(after.charAt(0)));
    }
    coded |= alone && digits.length() > 9 && !digits.endsWith("000");
    return coded && sayGroups(found, saying);
  }

  /** "Kolonel Kav.", "Mayor (Art.)": after a rank what would be a plot or an article elsewhere. */
  private Rule corps() {
    Map<String, String> corps = lexicon.section("corps");
    return new Rule(
        "(" + anyOf(corps.keySet()) + ")(?:\\.|(?![\\p{L}\\p{N}]))",
        (found, saying) -> {
          if (!lexicon.words("ranks").contains(wordBefore(saying.written(), found.start()))) {
            return false;
          }
          saying.words(corps.get(found.group(1)), found.start(), found.end());
          return true;
        });
  }

  /** "L 1234 AB": the number plate of a car. */
  private Rule plate() {
    return new Rule(
        "(\\p{Lu}{1,2}) (\\d{1,4}) (\\p{Lu}{1,3})" + WORD_END,
        (found, saying) -> {
          if (!lexicon.words("plates").contains(found.group(1))
              || found.group(3).equals("SM")
              || lexicon.words("cardinal").contains(subject(saying.written(), found.start()))) {
            return false;
          }
          spell(found.group(1), found.start(1), saying);
          saying.words(numbers.digits(found.group(2)), found.start(2), found.end(2));
          spell(found.group(3), found.start(3), saying);
          return true;
        });
  }

  /** "GA-123", "JT 610": a flight. */
  private Rule flight() {
    return new Rule(
        "(\\p{Lu}{2})[- ](\\d{2,4})(?![\\p{L}\\d]|[.,]\\d)",
        (found, saying) -> {
          String subject = subject(saying.written(), found.start());
          if (!lexicon.words("flights").contains(subject)
              && !lexicon.words("airlines").contains(found.group(1))) {
            return false;
          }
          spell(found.group(1), found.start(1), saying);
          saying.words(numbers.digits(found.group(2)), found.start(2), found.end(2));
          return true;
        });
  }

  /** "menang 3-1", "21-18, 15-21", "3-1 atas", "Boeing 737-800": one after the other. */
  private boolean sayScore(Matcher found, Saying saying) {
    String text = saying.written();
    int first = Integer.parseInt(found.group(1));
    int second = Integer.parseInt(found.group(3));
    boolean falling = first > second && first < MOST_POINTS;
    if (!falling && !isScored(text, found.start(), found.end())) {
      return false;
    }
    saying.words(cardinal(found.group(1)), found.start(1), found.end(1));
    saying.words(cardinal(found.group(3)), found.start(3), found.end(3));
    return true;
  }

  private boolean isScored(String text, int start, int end) {
    String after = firstWord(text, skipSpaces(text, end)).toLowerCase(Locale.ROOT);
    if (lexicon.words("scored-by").contains(after)) {
      return true;
    }
    String[] before = wordsBefore(text, start, 8).toLowerCase(Locale.ROOT).split(" ");
    for (int i = before.length - 1; i >= Math.max(0, before.length - 3); i--) {
      if (lexicon.words("scores").contains(before[i])) {
        return true;
      }
    }
    int last = before.length - 1;
    while (last >= 0 && SCORE.matcher(before[last]).matches()) {
      if (isFalling(before[last])) {
        return true;
      }
      last--;
    }
    return last < before.length - 1
        && last >= 0
        && (lexicon.words("scores").contains(before[last])
            || (last > 0 && lexicon.words("scores").contains(before[last - 1])));
  }

  private static boolean isFalling(String score) {
    String[] points = score.replaceAll("[^\\d-]", "").split("-");
    return points.length == 2 && Integer.parseInt(points[0]) > Integer.parseInt(points[1]);
  }

  /** "PP No. 70/2019": number 70 of the year 2019. */
  private boolean sayLaw(Matcher found, Saying saying) {
    String before = wordsBefore(saying.written(), found.start(), 3);
    boolean law =
        lexicon.words("laws").stream().anyMatch(word -> (" " + before).contains(" " + word));
    if (!law || !found.group(2).matches("(?:19|20)..")) {
      return false;
    }
    String word = wordBefore(saying.written(), found.start());
    boolean numbered =
        lexicon.words("number-words").contains(word.toLowerCase(Locale.ROOT).replace(".", ""));
    saying.words(
        (numbered ? "" : phrases.get("number") + " ") + cardinal(found.group(1)),
        found.start(1),
        found.end(1));
    saying.words(phrases.get("year") + " " + cardinal(found.group(2)), found.end(1), found.end());
    return true;
  }

  /** "2023/2024", "1965/66": two years that follow one another. */
  private boolean sayYears(Matcher found, Saying saying) {
    int first = Integer.parseInt(found.group(1));
    int second = Integer.parseInt(found.group(3));
    if (second != first + 1 && second != (first + 1) % 100) {
      return false;
    }
    saying.words(cardinal(found.group(1)), found.start(1), found.end(1));
    saying.pause(",", found.start(2), found.end(2)).blank(found.end(2), found.end(2));
    saying.words(cardinal(found.group(3)), found.start(3), found.end(3));
    return true;
  }

  private boolean sayShortYear(Matcher found, Saying saying) {
    if (found.group(2) != null) {
      saying.words(cardinal(found.group(1)), found.start(), found.end(1));
      saying.ending("an", found.start(2), found.end());
      return true;
    }
    saying.words(numbers.digits(found.group(1)), found.start(), found.end());
    return true;
  }

  /** "1446 H", "622 M", "300 SM". */
  private boolean sayEra(Matcher found, Saying saying) {
    String era = found.group(2);
    boolean year =
        found.group(1).length() > 2
            || lexicon.words("years").contains(subject(saying.written(), found.start()));
    if (!year && !era.equals("SM")) {
      return false;
    }
    saying.words(cardinal(found.group(1)), found.start(1), found.end(1));
    saying.words(lexicon.section("eras").get(era), found.start(2), found.end(2));
    return true;
  }

  /** "ayat (1)": without a pause. */
  private boolean sayVerse(Matcher found, Saying saying) {
    if (!lexicon.words("counted").contains(subject(saying.written(), found.start()))) {
      return false;
    }
    saying.words(cardinal(found.group(1)), found.start(1), found.end(1));
    if (found.group(2) != null) {
      saying.words(letter(found.group(2)), found.start(2), found.end(2));
    }
    return true;
  }

  private boolean sayNumbered(Matcher found, Saying saying) {
    String subject = subject(saying.written(), found.start());
    return lexicon.words("numbered").contains(subject) && sayVersion(found, saying);
  }

  /** "Sen., 3 Feb.": only before a date. */
  private boolean sayDay(Matcher found, Saying saying) {
    String day = calendar.day(found.group(1));
    if (day == null) {
      return false;
    }
    saying.words(day, found.start(), found.end());
    return true;
  }

  private boolean sayDate(Matcher found, int day, int month, int year, Saying saying) {
    int d = Integer.parseInt(found.group(day));
    int m = Integer.parseInt(found.group(month));
    if (!CalendarWords.isDate(d, m)) {
      return false;
    }
    String shortYear = found.group(year);
    String y = shortYear.charAt(0) == '0' ? numbers.digits(shortYear) : cardinal(shortYear);
    String said = cardinal(Integer.toString(d)) + " " + calendar.month(m) + " " + y;
    saying.words(said, found.start(), found.end());
    return true;
  }

  /** "5 Okt. 2019": the month in full. */
  private boolean sayNamedDate(Matcher found, Saying saying) {
    int day = Integer.parseInt(found.group(1));
    if (!CalendarWords.isDate(day, 1)) {
      return false;
    }
    String month = calendar.month(found.group(2));
    boolean shortened = !month.equals(found.group(2));
    int end = found.end(2);
    boolean stop = end < saying.written().length() && saying.written().charAt(end) == '.';
    boolean range =
        end < saying.written().length() && "–-".indexOf(saying.written().charAt(end)) >= 0;
    String after = firstWord(saying.written(), skipSpaces(saying.written(), end));
    if (shortened
        && !stop
        && !range
        && found.group(3) == null
        && !after.isEmpty()
        && !Character.isLowerCase(after.charAt(0))) {
      return false;
    }
    saying.words(cardinal(Integer.toString(day)), found.start(1), found.end(1));
    saying.words(month, found.start(2), end);
    if (stop && (!shortened || endsSentence(saying.written(), end + 1))) {
      saying.pause(".", end, end + 1);
    }
    if (found.group(3) != null) {
      String year = found.group(3);
      saying.words(
          year.charAt(0) == '\'' ? numbers.digits(year.substring(1)) : cardinal(year),
          found.start(3),
          found.end(3));
    }
    return true;
  }

  /** "7°15′30″ LS". */
  private Rule coordinates() {
    return new Rule(
        "(\\d{1,3})° ?(\\d{1,2})'(?: ?(\\d{1,2}(?:,\\d{1,3})?)\")?(?: ?(LS|LU|BT|BB)"
            + WORD_END
            + ")?",
        (found, saying) -> {
          saying.words(cardinal(found.group(1)) + " derajat", found.start(1), found.end(1));
          saying.words(place(found.group(2)) + " menit", found.start(2), found.end(2));
          if (found.group(3) != null) {
            String[] seconds = found.group(3).split(",");
            String said = numbers.decimal(plain(seconds[0]), seconds.length > 1 ? seconds[1] : "");
            saying.words(said + " detik", found.start(3), found.end(3));
          }
          if (found.group(4) != null) {
            saying.words(
                lexicon.section("quarters").get(found.group(4)), found.start(4), found.end(4));
          }
          return true;
        });
  }

  private String place(String digits) {
    return cardinal(plain(digits));
  }

  private static String plain(String digits) {
    return Integer.toString(Integer.parseInt(digits));
  }

  /** "1.35.20 jam". */
  private boolean sayDuration(Matcher found, Saying saying) {
    saying.words(place(found.group(1)) + " jam", found.start(1), found.end(1));
    saying.words(place(found.group(2)) + " menit", found.start(2), found.end(2));
    saying.words(place(found.group(3)) + " detik", found.start(3), found.end());
    return true;
  }

  private Rule time() {
    String clock = anyOf(lexicon.words("clock"));
    String zone = anyOf(lexicon.words("zones"));
    return new Rule(
        "(?:(?<="
            + clock
            + " {1,2})|(?<=\\d[.:]\\d\\d ?[-–] ?)|(?=\\d{1,2}:[0-5]\\d(?!\\d))|(?=0\\d\\.)|(?=\\d{1,2}[.:]\\d\\d ?"
            + "(?:[-–] ?\\d{1,2}[.:]\\d\\d ?)?"
            + zone
            + "))([01]?\\d|2[0-4])[.:]([0-5]\\d)(?:[.:]([0-5]\\d))?(?![\\d%:]|[.,]\\d)",
        (found, saying) -> {
          if (lexicon.words("ratios").contains(subject(saying.written(), found.start()))) {
            return false;
          }
          String minutes = found.group(2);
          boolean seconds = found.group(3) != null;
          if (seconds && isDuration(saying.written(), found.start())) {
            return sayDuration(found, saying);
          }
          saying.words(hour(found.group(1)), found.start(1), found.end(1));
          if (seconds) {
            saying.words("lewat " + place(minutes) + " menit", found.start(2), found.end(2));
            saying.words(place(found.group(3)) + " detik", found.start(3), found.end(3));
          } else if (minutes.startsWith("0") && !minutes.equals("00")) {
            saying.words("lewat " + place(minutes) + " menit", found.start(2), found.end(2));
          } else if (!minutes.equals("00")) {
            saying.words(cardinal(minutes), found.start(2), found.end(2));
          }
          return true;
        });
  }

  /** "dalam 2:45:10", "catatan waktu 1.02.33": no time of the day. */
  private boolean isDuration(String text, int at) {
    String before = " " + wordsBefore(text, at, 2).toLowerCase(Locale.ROOT) + " ";
    return lexicon.words("durations").stream().anyMatch(word -> before.contains(" " + word + " "));
  }

  private String hour(String hour) {
    return hour.equals("00") ? "nol nol" : cardinal(Integer.toString(Integer.parseInt(hour)));
  }

  /** "Senin (12/8)": the twelfth of August. */
  private boolean sayDayAndMonth(Matcher found, Saying saying) {
    int day = Integer.parseInt(found.group(1));
    int month = Integer.parseInt(found.group(2));
    String before = subject(saying.written(), found.start() - 1);
    String name =
        before.isEmpty()
            ? ""
            : before.substring(0, 1).toUpperCase(Locale.ROOT) + before.substring(1);
    if (calendar.day(name) == null || !CalendarWords.isDate(day, month)) {
      return false;
    }
    saying.words(cardinal(plain(found.group(1))), found.start(1), found.end(1));
    saying.words(calendar.month(month), found.start(2), found.end(2));
    return true;
  }

  /** "120/80": not a part of something. */
  private boolean sayRatio(Matcher found, Saying saying) {
    boolean zero = found.group(1).charAt(0) == '0' || found.group(3).charAt(0) == '0';
    if (zero || Integer.parseInt(found.group(1)) < Integer.parseInt(found.group(3))) {
      return false;
    }
    saying.words(cardinal(found.group(1)), found.start(1), found.end(1));
    saying.words(phrases.get("per"), found.start(2), found.end(2)).blank(found.end(), found.end());
    return true;
  }

  private boolean sayFraction(Matcher found, Saying saying) {
    int above = Integer.parseInt(found.group(1));
    int below = Integer.parseInt(found.group(3));
    if (found.group(1).charAt(0) == '0' || found.group(3).charAt(0) == '0') {
      return false;
    }
    String said;
    if (above == 1) {
      said = below == 2 ? phrases.get("half") : "seper" + cardinal(found.group(3));
    } else {
      said = cardinal(found.group(1)) + " per" + cardinal(found.group(3));
    }
    saying.words(said, found.start(), found.end());
    return true;
  }

  /** "1990-an": the ending hangs on the last word. */
  private boolean sayDecade(Matcher found, Saying saying) {
    saying.words(cardinal(found.group(1)), found.start(), found.end(1));
    saying.ending(found.group(2), found.start(2), found.end());
    return true;
  }

  private boolean sayOrdinal(Matcher found, Saying saying) {
    String number = found.group(2).replace(".", "");
    int roman = Numbers.roman(number);
    if (roman < 0 && !Character.isDigit(number.charAt(0))) {
      return false;
    }
    long value = roman > 0 ? roman : Long.parseLong(number);
    String said = numbers.ordinal(value);
    boolean capital = found.group(1).charAt(0) == 'K';
    saying.words(
        capital ? said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1) : said,
        found.start(),
        found.end(2));
    if (found.end() > found.end(2)) {
      saying.ending("nya", found.end(2), found.end());
    }
    return true;
  }

  /** "anak2", "buku2nya": the word twice. */
  private boolean sayTwice(Matcher found, Saying saying) {
    String word = found.group(2);
    boolean unit = lexicon.section("units").containsKey(word) || word.length() < 3;
    if (unit || !OldSpelling.isIndonesian(oldSpelling.modern(word))) {
      return false;
    }
    String before = found.group(1) == null ? "" : found.group(1);
    String ending = found.group(3) == null ? "" : found.group(3);
    String modern = oldSpelling.modern(word);
    saying.words(
        before + modern + "-" + modern.toLowerCase(Locale.ROOT) + ending,
        found.start(),
        found.end());
    return true;
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
            + "))(?![\\p{L}\\p{N}])(?:(?<=[%‰])-(nya))?",
        (found, saying) -> {
          saying.words(
              amount(found.group(1), found.group(2)),
              found.start(),
              found.group(2) == null ? found.end(1) : found.end(2));
          if (found.group(3) != null) {
            saying.words(signs.get(found.group(3)), found.start(3), found.end(3));
            if (found.group(8) != null) {
              saying.ending("nya", found.start(8), found.end());
            }
          } else if (found.group(7) != null) {
            saying.words(currencies.get(found.group(7)), found.start(7), found.end(7));
          } else {
            saying.words(
                unit(found.group(4), found.group(5), found.group(6), false),
                found.start(4),
                found.end());
          }
          return true;
        });
  }

  @Override
  String unitBelow(String word) {
    String reading = lexicon.section("per").getOrDefault(word, "");
    return reading.isEmpty() ? lexicon.section("units").getOrDefault(word, word) : reading;
  }

  @Override
  String unit(String above, String below, String power, boolean one) {
    Map<String, String> units = lexicon.section("units");
    StringBuilder said = new StringBuilder(units.get(above));
    boolean time = false;
    if (below != null) {
      String name = unitBelow(below);
      time = lexicon.words("moments").contains(name);
      said.append(' ').append(phrases.get("per")).append(' ').append(name);
    }
    if (power != null) {
      boolean square = power.equals("2") || power.equals("²");
      String name = square ? (time ? "squared" : "square") : "cubic";
      said.append(' ').append(phrases.get(name));
    }
    return said.toString();
  }
}
