package org.titiktutur.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.titiktutur.language.PronunciationLexicon;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Place;

class PhrasesTest {

  @ParameterizedTest
  @EnumSource
  void everyFindingHasItsSentenceAndWhatToDoAndNothingIsLeftOver(Tongue tongue) {
    Set<String> wanted = new HashSet<>();
    for (FindingCode code : FindingCode.values()) {
      wanted.add(code.code());
      wanted.add(code.code() + ".do");
    }
    assertThat(new Phrases("findings", tongue).keys()).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cli", "embossing", "lexicon"})
  void bothTonguesHaveTheSamePhrases(String name) {
    assertThat(new Phrases(name, Tongue.INDONESIAN).keys())
        .containsExactlyInAnyOrderElementsOf(new Phrases(name, Tongue.ENGLISH).keys());
  }

  @ParameterizedTest
  @EnumSource
  void everyFlawOfALexiconHasItsSentence(Tongue tongue) {
    Phrases words = new Phrases("lexicon", tongue);
    for (PronunciationLexicon.Flaw flaw : PronunciationLexicon.Flaw.values()) {
      assertThat(words.say(flaw.code(), "x")).isNotBlank();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalFitsOneLineOf400CharactersAndEndsWithWhatToDo(Tongue tongue) {
    Phrases words = new Phrases("findings", tongue);
    String longName = "sebuah nama berkas yang panjang\n".repeat(30);
    for (FindingCode code : FindingCode.values()) {
      String sentence = words.refuse(new Finding(code, Place.BOOK, List.of(longName, "PDF", "3")));
      assertThat(sentence).hasSizeLessThanOrEqualTo(400).doesNotContain("\n").endsWith(".");
    }
  }

  @Test
  void languagesAreCalledByName() {
    Finding detected = Finding.of(FindingCode.LANGUAGE_DETECTED, Place.BOOK, "en");
    assertThat(new Phrases("findings", Tongue.INDONESIAN).say(detected)).contains("bahasa Inggris");
    assertThat(new Phrases("findings", Tongue.ENGLISH).say(detected)).contains("look like English");
  }

  @ParameterizedTest
  @CsvSource({
    ",INDONESIAN",
    "id_ID.UTF-8,INDONESIAN",
    "in_ID,INDONESIAN",
    "en_US.UTF-8,ENGLISH",
    "C,ENGLISH",
    "C.UTF-8,ENGLISH",
    "POSIX,ENGLISH",
    "de_DE@euro,ENGLISH"
  })
  void weSpeakIndonesianUnlessTheLocaleNamesAnotherLanguage(String locale, Tongue tongue) {
    assertThat(Tongue.ofLocale(locale)).isEqualTo(tongue);
  }
}
