package org.titiktutur.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The phones of American English as CMU's dictionary writes them, in IPA. */
final class ArpabetIpa {

  private static final Map<String, String> IPA =
      Map.ofEntries(
          Map.entry("aa", "ɑ"),
          Map.entry("ae", "æ"),
          Map.entry("ah", "ʌ"),
          Map.entry("ao", "ɔ"),
          Map.entry("aw", "aʊ"),
          Map.entry("ax", "ə"),
          Map.entry("axr", "ɚ"),
          Map.entry("ay", "aɪ"),
          Map.entry("b", "b"),
          Map.entry("ch", "tʃ"),
          Map.entry("d", "d"),
          Map.entry("dh", "ð"),
          Map.entry("dx", "ɾ"),
          Map.entry("eh", "ɛ"),
          Map.entry("el", "əl"),
          Map.entry("em", "əm"),
          Map.entry("en", "ən"),
          Map.entry("er", "ɝ"),
          Map.entry("ey", "eɪ"),
          Map.entry("f", "f"),
          Map.entry("g", "ɡ"),
          Map.entry("hh", "h"),
          Map.entry("hv", "h"),
          Map.entry("ih", "ɪ"),
          Map.entry("ix", "ɨ"),
          Map.entry("iy", "i"),
          Map.entry("jh", "dʒ"),
          Map.entry("k", "k"),
          Map.entry("l", "l"),
          Map.entry("m", "m"),
          Map.entry("n", "n"),
          Map.entry("ng", "ŋ"),
          Map.entry("nx", "n"),
          Map.entry("ow", "oʊ"),
          Map.entry("oy", "ɔɪ"),
          Map.entry("p", "p"),
          Map.entry("r", "ɹ"),
          Map.entry("s", "s"),
          Map.entry("sh", "ʃ"),
          Map.entry("t", "t"),
          Map.entry("th", "θ"),
          Map.entry("uh", "ʊ"),
          Map.entry("uw", "u"),
          Map.entry("v", "v"),
          Map.entry("w", "w"),
          Map.entry("y", "j"),
          Map.entry("z", "z"),
          Map.entry("zh", "ʒ"));

  /** Other signs of the IPA, by the phone that is nearest. */
  private static final Map<String, String> NEAREST =
      Map.ofEntries(
          Map.entry("a", "aa"),
          Map.entry("e", "ey"),
          Map.entry("o", "ow"),
          Map.entry("ɒ", "aa"),
          Map.entry("ɐ", "ah"),
          Map.entry("ɜ", "er"),
          Map.entry("y", "uw"),
          Map.entry("ø", "er"),
          Map.entry("œ", "eh"),
          Map.entry("r", "r"),
          Map.entry("ʁ", "r"),
          Map.entry("x", "k"),
          Map.entry("ç", "hh"),
          Map.entry("g", "g"),
          Map.entry("ɲ", "n"),
          Map.entry("ɫ", "l"),
          Map.entry("c", "ch"),
          Map.entry("q", "k"),
          Map.entry("χ", "k"),
          Map.entry("ħ", "hh"),
          Map.entry("ɦ", "hh"),
          Map.entry("ɣ", "g"),
          Map.entry("β", "v"),
          Map.entry("ɸ", "f"),
          Map.entry("ʎ", "l"),
          Map.entry("ɟ", "jh"));

  private static final Map<String, String> PHONES = phonesByIpa();

  private static final String VOWELS = "aeioɑæʌɔəɚɛɝɪʊuɒɐɜyøœɨ";

  private ArpabetIpa() {}

  private static Map<String, String> phonesByIpa() {
    Map<String, String> phones = new HashMap<>(NEAREST);
    new TreeMap<>(IPA).forEach((phone, ipa) -> phones.put(ipa, phone));
    phones.put("n", "n");
    phones.put("h", "hh");
    phones.put("ə", "ax");
    return phones;
  }

  /**
   * The phones of a word in IPA, with 1 after a stressed vowel; what has no phone is left out, and
   * an h that no vowel or glide follows: English voices have no sound that leads from it.
   */
  static List<String> phones(String ipa) {
    List<String> phones = new ArrayList<>();
    boolean stressed = false;
    for (int i = 0; i < ipa.length(); ) {
      int length = i + 2 <= ipa.length() && PHONES.containsKey(ipa.substring(i, i + 2)) ? 2 : 1;
      String sign = ipa.substring(i, i + length);
      i += length;
      if (sign.equals("ˈ")) {
        stressed = true;
        continue;
      }
      String phone = PHONES.get(sign);
      if (phone == null) {
        continue;
      }
      boolean vowel = VOWELS.indexOf(sign.charAt(0)) >= 0;
      boolean led = vowel || phone.equals("y") || phone.equals("w");
      if (!led) {
        dropLastH(phones);
      }
      phones.add(vowel && stressed ? phone + "1" : phone);
      stressed &= !vowel;
    }
    dropLastH(phones);
    return phones;
  }

  /** Whether there is a phone for a sign. */
  static boolean has(char sign) {
    return PHONES.containsKey(String.valueOf(sign));
  }

  private static void dropLastH(List<String> phones) {
    if (!phones.isEmpty() && phones.get(phones.size() - 1).equals("hh")) {
      phones.remove(phones.size() - 1);
    }
  }

  /** The IPA of one phone; empty for pauses. */
  static String of(String phone, boolean stressed) {
    if (phone.equals("er") && !stressed) {
      return "ɚ";
    }
    return IPA.getOrDefault(phone, "");
  }
}
