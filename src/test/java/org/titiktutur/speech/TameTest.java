package org.titiktutur.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Kata biasa, dan lain-lain.",
        "S.Pd.I., M.Hum. e.g. www.pertuni.or.id",
        "nomor 081234567890",
        "dipertanggungjawabkannya",
      })
  void ordinaryTextStays(String text) {
    assertThat(Tame.forEngine(text)).isSameAs(text);
  }

  @Test
  void lettersJoinedByFullStopsAreSingleLetters() {
    assertThat(Tame.forEngine("lihat a.b.c.d.e.f.g.h.i.j. ya"))
        .isEqualTo("lihat a b c d e f g h i j. ya");
  }

  @Test
  void manyDottedAbbreviationsAreSingleLetters() {
    assertThat(Tame.forEngine("i.e. ".repeat(20))).isEqualTo("i e. ".repeat(20));
  }

  @Test
  void longNumbersAreDigits() {
    assertThat(Tame.forEngine("pi 3.1415926535897932"))
        .isEqualTo("pi  3. 1 4 1 5 9 2 6 5 3 5 8 9 7 9 3 2");
  }

  @Test
  void longWordsAreCutButNoCharacterIs() {
    String tame = Tame.forEngine("😀".repeat(100));
    assertThat(tame.split(" ", -1)).allMatch(word -> word.length() <= 61);
    assertThat(tame.replace(" ", "")).isEqualTo("😀".repeat(100));
  }

  @Test
  void aLetterIsDrawnOutForALineAtMost() {
    assertThat(Tame.forEngine("a" + "h".repeat(1_000_000) + "!"))
        .isEqualTo("a" + "h".repeat(40) + "!");
  }

  @Test
  void nulIsASpace() {
    assertThat(Tame.forEngine("satu\0dua")).isEqualTo("satu dua");
  }
}
