package org.titiktutur.speech;

import java.util.Map;
import java.util.Optional;

/**
 * IPA in the mnemonics of eSpeak NG, as its text takes them between double brackets. Each voice has
 * sounds of its own; a sound that it has not becomes its nearest.
 */
final class EspeakPhonemes {

  private static final Map<String, String> TWO =
      Map.of(
          "tʃ", "tS", "dʒ", "dZ", "aɪ", "aI", "aʊ", "aU", "oɪ", "oI", "ɔɪ", "oI", "eɪ", "eI", "oʊ",
          "o");

  private static final Map<Character, String> ONE =
      Map.ofEntries(
          Map.entry('ˈ', "'"),
          Map.entry('ˌ', ","),
          Map.entry('ə', "@"),
          Map.entry('ɛ', "E"),
          Map.entry('æ', "E"),
          Map.entry('ɜ', "@"),
          Map.entry('ɚ', "@"),
          Map.entry('ɝ', "@"),
          Map.entry('ɐ', "a"),
          Map.entry('ɑ', "a"),
          Map.entry('ɒ', "O"),
          Map.entry('ʌ', "a"),
          Map.entry('ɔ', "O"),
          Map.entry('ø', "E"),
          Map.entry('œ', "E"),
          Map.entry('ɨ', "i"),
          Map.entry('ɪ', "i"),
          Map.entry('ʊ', "u"),
          Map.entry('ʉ', "u"),
          Map.entry('ɯ', "u"),
          Map.entry('y', "i"),
          Map.entry('ŋ', "N"),
          Map.entry('ɲ', "n^"),
          Map.entry('ʃ', "S"),
          Map.entry('ʒ', "Z"),
          Map.entry('ç', "x"),
          Map.entry('χ', "x"),
          Map.entry('ħ', "h"),
          Map.entry('ɦ', "h"),
          Map.entry('ʕ', "?"),
          Map.entry('ʔ', "?"),
          Map.entry('ɡ', "g"),
          Map.entry('g', "g"),
          Map.entry('ɣ', "g"),
          Map.entry('θ', "t"),
          Map.entry('ð', "d"),
          Map.entry('β', "f"),
          Map.entry('ɸ', "f"),
          Map.entry('ʋ', "w"),
          Map.entry('ʈ', "t"),
          Map.entry('ɖ', "d"),
          Map.entry('ɭ', "l"),
          Map.entry('ʎ', "l"),
          Map.entry('ɬ', "l"),
          Map.entry('ɫ', "l"),
          Map.entry('ɳ', "n"),
          Map.entry('ʂ', "S"),
          Map.entry('ɕ', "S"),
          Map.entry('ʐ', "Z"),
          Map.entry('ʑ', "Z"),
          Map.entry('r', "R"),
          Map.entry('ɾ', "R"),
          Map.entry('ɹ', "R"),
          Map.entry('ʀ', "R"),
          Map.entry('ʁ', "R"),
          Map.entry('ɽ', "R"),
          Map.entry('q', "k"),
          Map.entry('ɱ', "m"),
          Map.entry('ɻ', "R"),
          Map.entry('c', "tS"),
          Map.entry('ɟ', "dZ"),
          Map.entry(' ', " "));

  /** Where the English voices differ; long vowels come first. */
  private static final Map<String, String> ENGLISH =
      Map.ofEntries(
          Map.entry("iː", "i:"),
          Map.entry("uː", "u:"),
          Map.entry("ɑː", "A:"),
          Map.entry("ɔː", "O:"),
          Map.entry("ɜː", "3:"),
          Map.entry("oʊ", "oU"),
          Map.entry("ɔɪ", "OI"),
          Map.entry("a", "a"),
          Map.entry("æ", "a"),
          Map.entry("ɑ", "A:"),
          Map.entry("ɒ", "0"),
          Map.entry("ɔ", "O:"),
          Map.entry("e", "eI"),
          Map.entry("o", "oU"),
          Map.entry("i", "i:"),
          Map.entry("u", "u:"),
          Map.entry("ɪ", "I"),
          Map.entry("ʊ", "U"),
          Map.entry("ʌ", "V"),
          Map.entry("ɜ", "3:"),
          Map.entry("ɝ", "3:"),
          Map.entry("ɚ", "3"),
          Map.entry("ɲ", "nj"),
          Map.entry("θ", "T"),
          Map.entry("ð", "D"),
          Map.entry("r", "r"),
          Map.entry("ɹ", "r"),
          Map.entry("ɾ", "r"),
          Map.entry("x", "k"),
          Map.entry("ʔ", ""));

  /** Signs that are the same in both. */
  private static final String SAME = "aeioubdfhjklmnpqstvwxz";

  private EspeakPhonemes() {}

  /**
   * What stands for the IPA of a word; signs without a sound of their own are left out.
   *
   * @param language of the voice
   * @return empty for voices whose mnemonics are not known here
   */
  static Optional<String> of(String ipa, String language) {
    boolean english = language.equals("en");
    if (!english && !language.equals("id") && !language.equals("ms")) {
      return Optional.empty();
    }
    StringBuilder mnemonics = new StringBuilder("[[");
    for (int i = 0; i < ipa.length(); ) {
      int length = i + 2 <= ipa.length() && has(ipa.substring(i, i + 2), english) ? 2 : 1;
      mnemonics.append(mnemonic(ipa.substring(i, i + length), english));
      i += length;
    }
    return Optional.of(mnemonics.append("]]").toString());
  }

  /** Whether there is something to say for a sign, in the voices of Indonesian and Malay. */
  static boolean has(char sign) {
    return SAME.indexOf(sign) >= 0 || ONE.containsKey(sign);
  }

  private static boolean has(String two, boolean english) {
    return TWO.containsKey(two) || (english && ENGLISH.containsKey(two));
  }

  private static String mnemonic(String sign, boolean english) {
    if (english && ENGLISH.containsKey(sign)) {
      return ENGLISH.get(sign);
    }
    if (sign.length() == 2) {
      return TWO.get(sign);
    }
    return SAME.contains(sign) ? sign : ONE.getOrDefault(sign.charAt(0), "");
  }
}
