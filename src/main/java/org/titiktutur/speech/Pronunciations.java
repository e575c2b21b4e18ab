package org.titiktutur.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.titiktutur.language.Pronunciation;
import org.titiktutur.language.PronunciationLexicon;

/** How words are pronounced in each language of a book, by our lexicons and those given with it. */
final class Pronunciations {

  /** Without lexicons but ours; kept, because it remembers words. */
  private static final ThreadLocal<Pronunciations> OURS =
      ThreadLocal.withInitial(() -> new Pronunciations(List.of()));

  private final List<PronunciationLexicon> lexicons;
  private final Map<String, Pronunciation> byLanguage = new HashMap<>();

  private Pronunciations(List<PronunciationLexicon> lexicons) {
    this.lexicons = lexicons;
  }

  /**
   * The pronunciations of a book.
   *
   * @param lexicons PLS documents, the most special last; they were checked when they were given
   */
  static Pronunciations of(List<String> lexicons) {
    if (lexicons.isEmpty()) {
      return OURS.get();
    }
    List<PronunciationLexicon> read = new ArrayList<>();
    for (String lexicon : lexicons) {
      try {
        read.add(PronunciationLexicon.read(lexicon));
      } catch (PronunciationLexicon.Fault e) {
        throw new IllegalArgumentException(
            "lexicon, line " + e.found().line() + ": " + e.getMessage(), e);
      }
    }
    return new Pronunciations(read);
  }

  /**
   * Of one language.
   *
   * @param language its tag, or the name of a voice of eSpeak NG, which begins as tags do
   */
  Pronunciation of(String language) {
    String tag = language.replaceFirst("\\+.*", "");
    return byLanguage.computeIfAbsent(tag, t -> Pronunciation.forLanguage(t, lexicons));
  }
}
