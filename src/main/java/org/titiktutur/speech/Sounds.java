package org.titiktutur.speech;

import java.util.Optional;
import org.titiktutur.language.PronunciationLexicon.Entry;
import org.titiktutur.language.PronunciationLexicon.Flaw;
import org.titiktutur.language.PronunciationLexicon.Found;

/** Which sounds the usual voices have: eSpeak NG's for Indonesian and Malay, Kevin for English. */
public final class Sounds {

  /** Signs that lengthen, stress, join or colour a sound, and that a voice may pass over. */
  private static final String PASSED_OVER = "ˈˌːˑ̆̃̈̊̋̌̏̑̚ʰʲʷˠˤⁿˡ̥̬̩̯̪̺̻̼̟̠̝̞̘̙̰̤̹̜̽͜͡.|‖‿ ";

  private Sounds() {}

  /**
   * Why an entry cannot be said in a language, if it cannot.
   *
   * @param language BCP 47
   */
  public static Optional<Found> flaw(Entry entry, String language) {
    if (entry.alias()) {
      return Optional.empty();
    }
    String primary = Casting.primary(language);
    boolean english = primary.equals("en");
    if (!english && EspeakPhonemes.of("", primary).isEmpty()) {
      return Optional.of(new Found(entry.line(), Flaw.ONLY_ALIASES, language));
    }
    for (int i = 0; i < entry.said().length(); i++) {
      char sign = entry.said().charAt(i);
      boolean known =
          PASSED_OVER.indexOf(sign) >= 0
              || (english ? ArpabetIpa.has(sign) : EspeakPhonemes.has(sign));
      if (!known) {
        return Optional.of(new Found(entry.line(), Flaw.NO_SOUND, String.valueOf(sign)));
      }
    }
    return Optional.empty();
  }
}
