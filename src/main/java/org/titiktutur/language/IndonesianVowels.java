package org.titiktutur.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells the two sounds of the Indonesian letter e apart: writes é for the full one and e for the
 * schwa. A word is on the list, or it is taken apart into affixes, whose e is a schwa, and roots
 * that are on the list, or it is spoken like the listed words that it resembles most.
 */
final class IndonesianVowels {

  /**
   * One way to read a word.
   *
   * @param marked with é for each full e
   * @param doubts the fewer, the likelier
   */
  private record Reading(String marked, int doubts) {

    Reading within(String before, String after, int more) {
      return new Reading(before + marked + after, doubts + more);
    }

    static Reading better(Reading one, Reading other) {
      return other != null && (one == null || other.doubts < one.doubts) ? other : one;
    }
  }

  /** A prefix as it is written before a root that begins with certain letters. */
  private record Prefix(String written, String before, String restored, int doubts) {}

  /** Stands between the parts of a word that was taken apart. */
  static final String JOINT = "+";

  private static final String VOWELS = "aeiou";

  /** Roots whose first syllable ends in r take the prefix without one: bekerja. */
  private static final String BEFORE_ER = "cgkpst";

  private static final List<Prefix> PREFIXES =
      List.of(
          new Prefix("di", "", "", 1),
          new Prefix("ke", "", "", 2),
          new Prefix("se", "", "", 2),
          new Prefix("ber", "abcdefghijklmnopqrstuvwyz", "", 1),
          new Prefix("be", "r", "", 2),
          new Prefix("be", BEFORE_ER, "", 1),
          new Prefix("bel", "a", "", 4),
          new Prefix("ter", "abcdefghijklmnopqrstuvwyz", "", 1),
          new Prefix("te", "r", "", 2),
          new Prefix("te", BEFORE_ER, "", 1),
          new Prefix("per", "abcdefghijklmnopqrstuvwyz", "", 2),
          new Prefix("pe", "r", "", 2),
          new Prefix("pel", "a", "", 4),
          new Prefix("me", "lrmnwy", "", 2),
          new Prefix("mem", "bfpv", "", 1),
          new Prefix("mem", VOWELS, "p", 1),
          new Prefix("mem", "r", "p", 2),
          new Prefix("men", "cdjtszy", "", 1),
          new Prefix("men", VOWELS, "t", 1),
          new Prefix("meng", "aeioughkx", "", 1),
          new Prefix("meng", VOWELS, "k", 1),
          new Prefix("meny", VOWELS, "s", 1),
          new Prefix("menge", "bcdlprt", "", 3),
          new Prefix("pe", "lrmnwybcdfgjkstphzao", "", 3),
          new Prefix("pem", "bfpv", "", 2),
          new Prefix("pem", VOWELS, "p", 2),
          new Prefix("pem", "r", "p", 3),
          new Prefix("pen", "cdjtszy", "", 2),
          new Prefix("pen", VOWELS, "t", 2),
          new Prefix("peng", "aeioughkx", "", 1),
          new Prefix("peng", VOWELS, "k", 1),
          new Prefix("peny", VOWELS, "s", 1),
          new Prefix("penge", "bcdlprt", "", 3));

  private static final List<String> SUFFIXES =
      List.of("nya", "lah", "kah", "pun", "ku", "mu", "kan", "an", "i", "wan", "wati");

  /** Suffixes that are also how roots end; what comes before them has two vowels. */
  private static final List<String> LIGHT = List.of("an", "i");

  /** Suffixes that change the meaning; the root is heard as it was. */
  private static final Map<String, String> LEARNED_SUFFIXES =
      Map.of("isme", "isme", "is", "is", "isasi", "isasi", "istis", "istis", "itas", "itas");

  /** First parts of compounds. */
  private static final Map<String, String> COMBINING = new HashMap<>();

  static {
    for (String marked :
        ("adi aéro agro anté anti antar antropo arkéo astro audio auto bi bio dasa déka dési dérmato"
                + " dé dis dwi éka éko éks ékso ékstra éléktro éndo éntéro épi étno fono foto géo"
                + " hémi hémo hémato hépato héksa hépta hétéro hidro hiper hipo homo ikono info infra"
                + " inter intra intro kardio kémo kilo kontra ko kosmo kuasi lipo makro maha manca"
                + " méga méta mikro mili mini mono morfo multi nano nara néo néuro nir non opto orto"
                + " osteo paléo pan panca para pasca péri pétro piézo piro poli pra pré pro proto pséudo"
                + " psiko purba purna radio ré répro sapta serba sémi séro sosio stéréo su sub super"
                + " supra swa tak tékno télé térmo tétra trans tri tuna ultra uni véntro wira zoo")
            .split(" ")) {
      COMBINING.put(IndonesianRoots.unmarked(marked), marked);
    }
  }

  /** How a syllable can begin. */
  private static final Pattern BEGINNINGS =
      Pattern.compile(
          "^(?:[bcdfghjklmnpqrstvwyz]?|ng|ny|sy|kh|[bdfgkpt]r|[bfgkps]l|s[fkmnptw]|st?r|skr|[kt]w|ps|dh)[aeiou]");

  /** Unknown roots are the less likely the longer they are. */
  private static final int UNKNOWN = 5;

  private static final int UNKNOWN_PLAIN = 3;
  private static final int UNKNOWN_SHORT = 13;

  /** A loan that begins like a prefix (termos) is likelier than an unknown root with it alone. */
  private static final int BARE_LOAN = 2;

  private static final int SHORTEST_LOAN = 5;
  private static final int DEEPEST = 5;

  private final IndonesianRoots roots;

  IndonesianVowels(IndonesianRoots roots) {
    this.roots = roots;
  }

  /**
   * A word in lower case with its sounds of e and {@link #JOINT} between its parts.
   *
   * @param word letters a to z
   */
  String mark(String word) {
    return read(word, 0).marked();
  }

  private Reading read(String word, int depth) {
    String whole = depth == 0 ? roots.whole(word) : roots.root(word);
    if (whole != null) {
      return new Reading(whole, 0);
    }
    Reading best = unknown(word);
    if (depth < DEEPEST) {
      best = Reading.better(best, withSuffix(word, depth));
      best = Reading.better(best, withPrefix(word, depth));
      best = Reading.better(best, compound(word, depth));
    }
    return best;
  }

  private Reading unknown(String word) {
    int vowels = vowels(word);
    if (vowels == 1) {
      return new Reading(word.replace('e', 'é'), UNKNOWN_SHORT);
    }
    int doubts = vowels < 1 || !BEGINNINGS.matcher(word).find() ? 9 : 0;
    if (word.indexOf('e') < 0) {
      return new Reading(word, UNKNOWN_PLAIN + vowels + doubts);
    }
    doubts += UNKNOWN + (Foreign.looks(word) ? vowels : 2 * vowels);
    return new Reading(roots.likeness().mark(word), doubts);
  }

  private static int vowels(String word) {
    int vowels = 0;
    for (int i = 0; i < word.length(); i++) {
      vowels += VOWELS.indexOf(word.charAt(i)) >= 0 ? 1 : 0;
    }
    return vowels;
  }

  private Reading withSuffix(String word, int depth) {
    Reading best = null;
    for (String suffix : SUFFIXES) {
      int length = word.length() - suffix.length();
      if (length >= 3 && word.endsWith(suffix)) {
        String before = word.substring(0, length);
        if (LIGHT.contains(suffix) && vowels(before) < 2) {
          continue;
        }
        Reading rest = read(before, depth + 1);
        best = Reading.better(best, rest.within("", JOINT + suffix, 1));
      }
    }
    for (Map.Entry<String, String> suffix : LEARNED_SUFFIXES.entrySet()) {
      int length = word.length() - suffix.getKey().length();
      if (length >= 3 && word.endsWith(suffix.getKey())) {
        String rest = roots.root(word.substring(0, length));
        if (rest != null) {
          best = Reading.better(best, new Reading(rest + suffix.getValue(), 2));
        }
      }
    }
    return best;
  }

  private Reading withPrefix(String word, int depth) {
    Reading best = null;
    for (Prefix prefix : PREFIXES) {
      int at = prefix.written().length();
      if (word.length() < at + 3 || !word.startsWith(prefix.written())) {
        continue;
      }
      if (!prefix.before().isEmpty() && prefix.before().indexOf(word.charAt(at)) < 0) {
        continue;
      }
      if (prefix.before().equals(BEFORE_ER) && !word.startsWith("er", at + 1)) {
        continue;
      }
      Reading rest = read(prefix.restored() + word.substring(at), depth + 1);
      String marked = rest.marked().substring(prefix.restored().length());
      int doubts = rest.doubts() + prefix.doubts();
      if (depth > 0) {
        doubts--;
      } else if (rest.doubts() >= UNKNOWN_PLAIN && Foreign.looks(word)) {
        doubts += BARE_LOAN;
      }
      best = Reading.better(best, new Reading(prefix.written() + JOINT + marked, doubts));
    }
    return best;
  }

  private Reading compound(String word, int depth) {
    Reading best = null;
    for (int at = 2; at <= word.length() - 3; at++) {
      String first = word.substring(0, at);
      String second = word.substring(at);
      String combining = COMBINING.get(first);
      if (combining != null && depth < 2 && (at > 2 || isLongLoan(second))) {
        Reading rest = read(second, depth + 1);
        best = Reading.better(best, rest.within(combining + JOINT, "", at >= 4 ? 2 : 3));
      }
      if (at >= 4 && second.length() >= 4 && vowels(first) > 1 && vowels(second) > 1) {
        String one = roots.root(first);
        String other = one == null ? null : roots.root(second);
        if (other != null) {
          best = Reading.better(best, new Reading(one + JOINT + other, 3));
        }
      }
    }
    return best;
  }

  /** Re-, de-, ko- and their like stand before loans: not in retak. */
  private static boolean isLongLoan(String word) {
    return word.length() >= SHORTEST_LOAN && Foreign.looks(word);
  }
}
