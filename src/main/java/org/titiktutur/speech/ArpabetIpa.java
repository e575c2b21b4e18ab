package org.titiktutur.speech;

import java.util.Map;

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

  private ArpabetIpa() {}

  /** The IPA of one phone; empty for pauses. */
  static String of(String phone, boolean stressed) {
    if (phone.equals("er") && !stressed) {
      return "ɚ";
    }
    return IPA.getOrDefault(phone, "");
  }
}
