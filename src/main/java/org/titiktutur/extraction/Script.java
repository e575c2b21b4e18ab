package org.titiktutur.extraction;

import com.ibm.icu.util.ULocale;
import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which language letters that are not Latin stand for, as far as the script alone tells. */
final class Script {

  private static final Map<String, Set<UnicodeScript>> USUAL = new ConcurrentHashMap<>();

  private Script() {}

  /** The language of most texts in the script of this letter; null for Latin and for no letter. */
  static String languageOf(int codePoint) {
    if (codePoint < 0x370 || !Character.isLetter(codePoint)) {
      return null;
    }
    return switch (UnicodeScript.of(codePoint)) {
      case ARABIC -> "ar";
      case HAN -> "zh";
      case HIRAGANA, KATAKANA -> "ja";
      case HANGUL -> "ko";
      case CYRILLIC -> "ru";
      case GREEK -> "el";
      case HEBREW -> "he";
      case THAI -> "th";
      case LAO -> "lo";
      case KHMER -> "km";
      case MYANMAR -> "my";
      case DEVANAGARI -> "hi";
      case BENGALI -> "bn";
      case GURMUKHI -> "pa";
      case GUJARATI -> "gu";
      case TAMIL -> "ta";
      case TELUGU -> "te";
      case KANNADA -> "kn";
      case MALAYALAM -> "ml";
      case SINHALA -> "si";
      case TIBETAN -> "bo";
      case GEORGIAN -> "ka";
      case ARMENIAN -> "hy";
      case ETHIOPIC -> "am";
      case JAVANESE -> "jv";
      case BALINESE -> "ban";
      case SUNDANESE -> "su";
      case BUGINESE -> "bug";
      default -> null;
    };
  }

  /** Han letters beside Japanese ones are Japanese. */
  static String together(String one, String other) {
    boolean japanese = one.equals("ja") || other.equals("ja");
    boolean han = one.equals("zh") || other.equals("zh");
    return one.equals(other) ? one : japanese && han ? "ja" : null;
  }

  /** Whether a language is commonly written in the script of this letter. */
  static boolean isUsual(String tag, int codePoint) {
    UnicodeScript script = UnicodeScript.of(codePoint);
    return USUAL.computeIfAbsent(tag, Script::usual).contains(script);
  }

  private static Set<UnicodeScript> usual(String tag) {
    String code = ULocale.addLikelySubtags(ULocale.forLanguageTag(tag)).getScript();
    return switch (code) {
      case "" -> Set.of(UnicodeScript.LATIN);
      case "Jpan" -> Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
      case "Kore" -> Set.of(UnicodeScript.HANGUL, UnicodeScript.HAN);
      case "Hans", "Hant" -> Set.of(UnicodeScript.HAN);
      default -> Set.of(UnicodeScript.forName(code));
    };
  }
}
