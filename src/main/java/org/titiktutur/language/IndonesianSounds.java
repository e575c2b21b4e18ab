package org.titiktutur.language;

import java.util.Arrays;

/**
 * The sounds of an Indonesian word whose letters e are told apart, in IPA: letters that stand for
 * one sound together, the glottal stop between like vowels and for the last k of native words,
 * diphthongs at the end of roots only, stress on the last syllable but one unless that is a schwa.
 */
final class IndonesianSounds {

  private static final String VOWELS = "aeéiou";

  private final IndonesianRoots roots;

  IndonesianSounds(IndonesianRoots roots) {
    this.roots = roots;
  }

  /**
   * In IPA.
   *
   * @param marked as {@link IndonesianVowels} writes it
   */
  String ipa(String marked) {
    StringBuilder ipa = new StringBuilder();
    int[] nuclei = nuclei(marked);
    int last = nuclei.length - 1;
    int main = last > 0 && marked.charAt(nuclei[last - 1]) != 'e' ? last - 1 : last;
    for (int i = 0; i < marked.length(); ) {
      String stress = "";
      if (last >= 0 && i == nuclei[main]) {
        stress = last == 0 && marked.charAt(i) == 'e' ? "" : "ˈ";
      } else if (main > 1 && i == nuclei[main - 2] && marked.charAt(i) != 'e') {
        stress = "ˌ";
      }
      i += sound(marked, i, stress, ipa);
    }
    return ipa.toString();
  }

  /** Writes the sound at a place and says how many letters it took. */
  private int sound(String marked, int at, String stress, StringBuilder ipa) {
    char letter = marked.charAt(at);
    if (VOWELS.indexOf(letter) >= 0) {
      return vowel(marked, at, stress, ipa);
    }
    String two = marked.substring(at, Math.min(at + 2, marked.length()));
    switch (two) {
      case "ng" -> ipa.append('ŋ');
      case "ny" -> ipa.append('ɲ');
      case "sy" -> ipa.append('ʃ');
      case "kh" -> ipa.append('x');
      default -> {
        ipa.append(consonant(marked, at));
        return 1;
      }
    }
    return 2;
  }

  private String consonant(String marked, int at) {
    char letter = marked.charAt(at);
    return switch (letter) {
      case 'c' -> "tʃ";
      case 'g' -> "ɡ";
      case 'j' -> "dʒ";
      case 'k' -> isGlottal(marked, at) ? "ʔ" : "k";
      case 'n' -> at + 1 < marked.length() && "kq".indexOf(marked.charAt(at + 1)) >= 0 ? "ŋ" : "n";
      case 'q' -> "k";
      case 'x' -> at == 0 ? "s" : "ks";
      case 'y' -> "j";
      case '\'' -> "ʔ";
      case '+' -> "";
      default -> String.valueOf(letter);
    };
  }

  /** Whether a k ends a native root that nothing but a clitic follows. */
  private boolean isGlottal(String marked, int at) {
    int end = at + 1;
    boolean last = end == marked.length();
    boolean clitic =
        !last
            && marked.charAt(end) == '+'
            && end + 1 < marked.length()
            && VOWELS.indexOf(marked.charAt(end + 1)) < 0
            && !marked.startsWith("kan", end + 1);
    if (at == 0 || VOWELS.indexOf(marked.charAt(at - 1)) < 0 || !(last || clitic)) {
      return false;
    }
    int from = marked.lastIndexOf('+', at) + 1;
    String root = marked.substring(from, end);
    String spelling = IndonesianRoots.unmarked(root);
    boolean isShort = vowels(root) <= 2;
    return isShort && !roots.endsHard(spelling) && !spelling.matches(".*[fvxz].*|[bdfgkpst][lr].*");
  }

  private int vowel(String marked, int at, String stress, StringBuilder ipa) {
    char letter = marked.charAt(at);
    int before = at - 1;
    while (before >= 0 && marked.charAt(before) == '+') {
      before--;
    }
    if (before >= 0 && plain(marked.charAt(before)) == plain(letter)) {
      ipa.append('ʔ');
    }
    ipa.append(stress);
    if (isDiphthong(marked, at)) {
      ipa.append(letter == 'é' ? 'e' : letter).append(marked.charAt(at + 1) == 'i' ? 'ɪ' : 'ʊ');
      return 2;
    }
    switch (letter) {
      case 'e' -> ipa.append('ə');
      case 'é' -> ipa.append(isOpen(marked, at) ? 'e' : 'ɛ');
      default -> ipa.append(letter);
    }
    return 1;
  }

  private static char plain(char letter) {
    return letter == 'é' ? 'e' : letter;
  }

  /** ai, au, oi and ei end a root that has a vowel besides. */
  private static boolean isDiphthong(String marked, int at) {
    if (at + 1 >= marked.length()) {
      return false;
    }
    String two = marked.substring(at, at + 2);
    boolean diphthong =
        two.equals("ai") || two.equals("au") || two.equals("oi") || two.equals("éi");
    boolean last = at + 2 == marked.length() || marked.charAt(at + 2) == '+';
    int from = marked.lastIndexOf('+', at) + 1;
    return diphthong && last && vowels(marked.substring(from, at)) > 0;
  }

  /** A vowel ends its syllable if another vowel, or a consonant and a vowel, come next. */
  private static boolean isOpen(String marked, int at) {
    String rest = marked.substring(at + 1).replace("+", "").replaceFirst("^(?:ng|ny|sy|kh)", "n");
    if (rest.isEmpty() || VOWELS.indexOf(rest.charAt(0)) >= 0) {
      return true;
    }
    if (rest.length() == 1 || VOWELS.indexOf(rest.charAt(1)) < 0) {
      return rest.length() > 2 && rest.matches("[bdfgkpt][rl][aeéiou].*");
    }
    // The two of "bebek" are alike: a closed one opens the one before.
    return rest.charAt(1) != 'é' || isOpen(rest, 1);
  }

  private static int vowels(String text) {
    int vowels = 0;
    for (int i = 0; i < text.length(); i++) {
      vowels += VOWELS.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
    }
    return vowels;
  }

  /** Where the vowels of the syllables stand. */
  private static int[] nuclei(String marked) {
    int[] nuclei = new int[vowels(marked)];
    int count = 0;
    for (int i = 0; i < marked.length(); i++) {
      if (VOWELS.indexOf(marked.charAt(i)) >= 0) {
        nuclei[count++] = i;
        i += isDiphthong(marked, i) ? 1 : 0;
      }
    }
    return Arrays.copyOf(nuclei, count);
  }
}
