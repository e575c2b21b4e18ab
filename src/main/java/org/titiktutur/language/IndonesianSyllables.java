package org.titiktutur.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where an Indonesian or Malay word may be divided at the end of a line, by the structure of its
 * syllables: V-V, V-CV, VC-CV and VC-CCV, with <i>ng, ny, sy</i> and <i>kh</i> as one consonant and
 * <i>ai, au, ei</i> and <i>oi</i> undivided, as Ejaan yang Disempurnakan teaches.
 *
 * <p>Where the border of a prefix or suffix may lie beside that of a syllable and only the root
 * would tell (<i>ber-ikan</i> or <i>be-rikan</i>, <i>makan-an</i> or <i>maka-nan</i>), the word is
 * not divided; nor so that a single letter stands alone.
 */
public final class IndonesianSyllables {

  private static final Set<String> ONE_CONSONANT = Set.of("ng", "ny", "sy", "kh");
  private static final Set<String> DIPHTHONGS = Set.of("ai", "au", "ei", "oi");

  /** Such letters are of foreign words or names, which follow rules of their own. */
  private static final List<String> FOREIGN =
      List.of("sh", "th", "ph", "ck", "ch", "wh", "x", "q", "ee", "oo", "ou");

  /** Before a vowel, the prefix may end behind or before its last consonant. */
  private static final List<String> UNSURE_PREFIXES = List.of("ber", "ter", "per", "meng", "peng");

  /** A syllable of their own before a consonant. */
  private static final List<String> WHOLE_BEGINNINGS = List.of("trans", "eks");

  private IndonesianSyllables() {}

  /**
   * The places where a word may be divided.
   *
   * @param word letters only
   * @return indexes of letters that may begin the next line, ascending; none in words that are
   *     foreign by their letters or have several capitals
   */
  public static List<Integer> breaks(String word) {
    String plain = word.toLowerCase(Locale.ROOT);
    if (!isIndonesian(word, plain)) {
      return List.of();
    }
    List<Integer> breaks = new ArrayList<>();
    int nucleus = endOfNucleus(plain, vowelFrom(plain, 0));
    for (int next = vowelFrom(plain, nucleus);
        next < plain.length();
        nucleus = endOfNucleus(plain, next), next = vowelFrom(plain, nucleus)) {
      int at = between(plain, nucleus, next);
      if (at >= 2 && at <= plain.length() - 2 && !isUnsure(plain, at, next)) {
        breaks.add(at);
      }
    }
    return breaks;
  }

  private static boolean isIndonesian(String word, String plain) {
    int capitals = 0;
    for (int i = 0; i < word.length(); i++) {
      char letter = plain.charAt(i);
      if (plain.length() != word.length() || letter < 'a' || letter > 'z') {
        return false;
      }
      capitals += word.charAt(i) == letter ? 0 : 1;
    }
    return capitals < 2 && FOREIGN.stream().noneMatch(plain::contains);
  }

  private static boolean isVowel(char letter) {
    return "aeiou".indexOf(letter) >= 0;
  }

  private static int vowelFrom(String word, int from) {
    int at = from;
    while (at < word.length() && !isVowel(word.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int endOfNucleus(String word, int vowel) {
    boolean two =
        vowel + 2 <= word.length() && DIPHTHONGS.contains(word.substring(vowel, vowel + 2));
    return Math.min(word.length(), vowel + (two ? 2 : 1));
  }

  /** Where the consonants between two vowels are parted. */
  private static int between(String word, int from, int to) {
    if (from == to) {
      return from;
    }
    int first = endOfConsonant(word, from);
    if (first == to) {
      return from;
    }
    for (String beginning : WHOLE_BEGINNINGS) {
      if (word.startsWith(beginning) && beginning.length() > from && beginning.length() < to) {
        return beginning.length();
      }
    }
    return first;
  }

  private static int endOfConsonant(String word, int at) {
    boolean two = at + 2 <= word.length() && ONE_CONSONANT.contains(word.substring(at, at + 2));
    return at + (two ? 2 : 1);
  }

  /** Whether the border of an affix may lie on the other side of the consonant. */
  private static boolean isUnsure(String word, int at, int vowel) {
    if (at == vowel || endOfConsonant(word, at) != vowel || !isVowel(word.charAt(at - 1))) {
      return false;
    }
    if (vowel == word.length() - 2 && word.endsWith("an") && at > 2) {
      return true;
    }
    return UNSURE_PREFIXES.stream()
        .anyMatch(prefix -> vowel == prefix.length() && word.startsWith(prefix));
  }
}
