package org.titiktutur.language;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What words in capitals are: acronyms said letter by letter, acronyms said as words, or headings.
 */
final class Capitals {

  /** A word that looks like one although in capitals has at least so many letters. */
  private static final int SHORTEST_CAPITAL_WORD = 4;

  /** From so many letters on, capitals with enough vowels among them are a word. */
  private static final int SHORTEST_SURE_WORD = 6;

  private static final String VOWELS = "AIUEO";

  /** Two consonants that may begin a word, else one. */
  private static final Pattern BEGINNING =
      Pattern.compile("(?:[BCDFGKPST]R|[BFGKPS]L|S[CKMNPTW]|[KS]W|SY|KH|NY|NG|TH|CH|SH|[^AIUEO])?");

  private static final int LONGEST_SPELLED_NAME = 5;

  /** How a word of any language that is written in Latin letters may begin. */
  private static final Pattern SPEAKABLE =
      Pattern.compile(
          "^(?:[BCDFGKPSTVW]R|[BCFGKPSV]L|S[CHKMNPQTVW]|[DKST]W|[CKPRSTWGD]H|[GKPN]N|GM|NG|NY|QU|PS|TS|"
              + "SCH|S[CPTH]R|SPL|SPH|CHR|THR|PHR|[^AIUEOY])?[AIUEOY]");

  private final Set<String> words;
  private final Set<String> spelled;
  private final Set<String> numbered;

  /** As a language's lexicon lists them. */
  Capitals(Lexicon lexicon) {
    words = lexicon.words("words");
    spelled = lexicon.words("spelled");
    numbered = lexicon.words("cardinal");
  }

  /** "BAB", "PASAL": never an acronym. */
  boolean isNumbered(String word) {
    return word.length() > 2 && numbered.contains(word.toLowerCase(Locale.ROOT));
  }

  boolean isSpelled(String word) {
    String name = word.toUpperCase(Locale.ROOT);
    return spelled.contains(name) || isUnspeakable(name);
  }

  /** "kpu", "kbbi", "ugm": a short name that is said letter by letter although in small letters. */
  boolean isSpelledName(String word) {
    if (word.length() > LONGEST_SPELLED_NAME) {
      return isUnspeakable(word);
    }
    String name = word.toUpperCase(Locale.ROOT);
    return isSpelled(name) || !SPEAKABLE.matcher(name).find();
  }

  /** Whether it has no vowel, as "PBB" and "www". */
  boolean isUnspeakable(String word) {
    return word.length() > 1
        && word.toUpperCase(Locale.ROOT).chars().noneMatch(c -> VOWELS.indexOf(c) >= 0);
  }

  /** Whether an acronym is said as a word: "ASEAN", but "KTP" and "APBN" letter by letter. */
  boolean isReadAsWord(String word) {
    if (words.contains(word)) {
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
  static boolean isShouting(String text) {
    int upper = 0;
    int lower = 0;
    int words = 0;
    int length = 0;
    int longest = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isUpperCase(c)) {
        upper++;
        words += i == 0 || Character.isWhitespace(text.charAt(i - 1)) ? 1 : 0;
        length = i > 0 && Character.isUpperCase(text.charAt(i - 1)) ? length + 1 : 1;
        longest = Math.max(longest, length);
      } else if (Character.isLowerCase(c)) {
        lower++;
      }
    }
    return words > 1 && upper > 6 && longest >= SHORTEST_CAPITAL_WORD && upper > 4 * lower;
  }

  /** "KEMBALI KE DASAR" inside a sentence: three words and more in capitals, one of them long. */
  static boolean isAmongCapitals(String text, int at, int end) {
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
}
