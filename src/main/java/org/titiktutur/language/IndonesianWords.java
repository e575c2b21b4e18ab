package org.titiktutur.language;

import java.util.Locale;
import java.util.regex.Pattern;

/** The sounds of Indonesian words where spelling does not tell an engine enough. */
final class IndonesianWords {

  private static final Pattern LETTERS = Pattern.compile("[a-z'é]+");

  /** What eSpeak NG's rules for Indonesian do not know. */
  private static final Pattern UNSURE =
      Pattern.compile("[eéq']|aa|ii|uu|oo|sy|k$|k(?:nya|lah|kah|pun|ku|mu)$|[aeiou]{3}|a[iu]");

  private final IndonesianVowels vowels;
  private final IndonesianSounds sounds;

  IndonesianWords() {
    IndonesianRoots roots = IndonesianRoots.read();
    vowels = new IndonesianVowels(roots);
    sounds = new IndonesianSounds(roots);
  }

  /** A word in IPA, or empty where its spelling says enough or is not Indonesian. */
  String ipa(String word) {
    String plain =
        word.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace('è', 'é').replace('ê', 'é');
    if (!LETTERS.matcher(plain).matches() || !UNSURE.matcher(plain).find()) {
      return "";
    }
    if (isAbbreviation(word, plain)) {
      return "";
    }
    boolean told = plain.indexOf('é') >= 0 || plain.indexOf('\'') >= 0;
    return sounds.ipa(told ? plain : vowels.mark(plain));
  }

  /** Capitals without a vowel are read letter by letter. */
  private static boolean isAbbreviation(String word, String plain) {
    return plain.chars().noneMatch(c -> "aeiouéy".indexOf(c) >= 0)
        || (word.length() > 1 && word.length() <= 3 && word.equals(word.toUpperCase(Locale.ROOT)));
  }
}
