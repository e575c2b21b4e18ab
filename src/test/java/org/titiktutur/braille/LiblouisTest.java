package org.titiktutur.braille;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.titiktutur.braille.Engine.cells;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rails around liblouis: no text is lost in silence, none kills or hangs it. */
class LiblouisTest {

  private static final Liblouis LIBLOUIS = Engine.LIBLOUIS;

  @Test
  void isTheOneWeBring() {
    assertThat(LIBLOUIS.version()).startsWith("3.33");
    assertThat(LIBLOUIS.charSize()).isEqualTo(4);
  }

  @Test
  void englishAsEverybodyWritesIt() throws BrailleUnavailable {
    assertThat(cells("en-ueb-g2", "The people knew it.")).isEqualTo("⠠⠮⠀⠏⠀⠅⠝⠑⠺⠀⠭⠲");
  }

  @Test
  void noTextIsNoBraille() throws BrailleUnavailable {
    assertThat(cells("id-g1", "")).isEmpty();
    assertThat(LIBLOUIS.back("id-g1", "", true).text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id-g1", "en-ueb-g2", "ms-my-g2"})
  void nulDoesNotEndTheText(String table) throws BrailleUnavailable {
    assertThat(cells(table, "satu\0 dua")).isEqualTo(cells(table, "satu dua"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id-g1", "en-ueb-g2"})
  void halfACharacterIsShownAndReported(String table) throws BrailleUnavailable {
    Liblouis.Braille braille = LIBLOUIS.translate(table, "a\uD800b", List.of(), false);
    assertThat(braille.cells()).startsWith("⠁").endsWith("⠃").hasSizeGreaterThan(2);
    assertThat(braille.undefined()).containsExactly(0xFFFD);
  }

  @Test
  void whatHasNoBrailleIsOneFullCellAndReported() throws BrailleUnavailable {
    Liblouis.Braille braille = LIBLOUIS.translate("id-g1", "a 😀漢 b", List.of(), true);
    assertThat(braille.cells()).isEqualTo("⠁⠀⠿⠿⠀⠃");
    assertThat(braille.undefined()).containsExactly(0x1F600, 0x6F22);
    assertThat(braille.sources().toList()).containsExactly(0, 1, 2, 4, 5, 6);
  }

  @Test
  void whatHasNoBrailleIsWrittenByItsPartsWhereItHasAny() throws BrailleUnavailable {
    assertThat(cells("id-g1", "ﬁlm Ａｂ ٣")).isEqualTo(cells("id-g1", "film Ab 3"));
    assertThat(LIBLOUIS.translate("id-g1", "ﬁlm", List.of(), false).undefined())
        .containsExactly((int) 'ﬁ');
  }

  @Test
  void whatIsNotSeenInPrintLeavesNoTrace() throws BrailleUnavailable {
    Liblouis.Braille braille =
        LIBLOUIS.translate("id-g1", "me\u00ADnu\u200Blis\uFEFF\u2066 i\uFE0F", List.of(), false);
    assertThat(braille.cells()).isEqualTo(cells("id-g1", "menulis i"));
    assertThat(braille.undefined()).isEmpty();
  }

  @Test
  void powersAreNotMistakenForDigits() throws BrailleUnavailable {
    assertThat(cells("en-us-g1", "10²")).isNotEqualTo(cells("en-us-g1", "102"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id-g1", "en-ueb-g1", "en-ueb-g2", "ms-my-g2"})
  void everyCellKnowsItsCharacter(String table) throws BrailleUnavailable {
    String text = "Di Bogor, 😀 ‘kata’ \u0000 itu Rp47.300 = 6,4 × 8d; naïf.";
    Liblouis.Braille braille = LIBLOUIS.translate(table, text, List.of(), true);
    assertThat(braille.sources().size()).isEqualTo(braille.cells().length());
    for (int i = 1; i < braille.sources().size(); i++) {
      assertThat(braille.sources().of(i)).isBetween(braille.sources().of(i - 1), text.length() - 1);
    }
    assertThat(braille.cells()).isEqualTo(cells(table, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id-g1", "en-ueb-g2", "ms-my-g2"})
  @Timeout(30)
  void longRowsOfPunctuationTakeSeconds(String table) throws BrailleUnavailable {
    for (String sign : new String[] {".", ")", "?", "\"", ".,", "-"}) {
      String row = sign.repeat(100_000 / sign.length());
      assertThat(cells(table, row)).hasSizeGreaterThanOrEqualTo(100_000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"q", "Q", "7", " ", "ق", "😀"})
  @Timeout(30)
  void longWordsComeOutWhole(String letter) throws BrailleUnavailable {
    for (String table : new String[] {"id-g1", "en-ueb-g2"}) {
      assertThat(cells(table, letter.repeat(50_000))).hasSizeGreaterThanOrEqualTo(50_000);
    }
  }

  @Test
  @Timeout(30)
  void aWordOfAMillionLettersComesOutWhole() throws BrailleUnavailable {
    assertThat(cells("id-g1", "kata".repeat(250_000))).hasSize(1_000_000);
  }

  @Test
  @Timeout(30)
  void marksWithoutALetterAreReported() throws BrailleUnavailable {
    Liblouis.Braille braille =
        LIBLOUIS.translate("id-g1", "a" + "\u0301".repeat(100_000), List.of(), false);
    assertThat(braille.cells()).isEqualTo("⠁");
    assertThat(braille.undefined()).containsExactly(0x301);
  }

  @Test
  void aLongParagraphIsTheSameAsItsSentences() throws BrailleUnavailable {
    String sentence = "Pada tahun 1945, “Indonesia” merdeka (17 Agustus). ";
    assertThat(cells("id-g1", sentence.repeat(1000)))
        .isEqualTo(cells("id-g1", sentence).repeat(1000));
  }

  @Test
  void longTextsDoNotSlowTheShortOnesThatFollow() throws BrailleUnavailable {
    cells("id-g1", "kata ".repeat(200_000));
    long start = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      LIBLOUIS.translate("id-g1", "Halo", List.of(), true);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void backKnowsItsCells() throws BrailleUnavailable {
    Liblouis.Print print = LIBLOUIS.back("id-g1", "⠠⠃⠕⠛⠕⠗⠀⠼⠁⠃", true);
    assertThat(print.text()).isEqualTo("Bogor 12");
    assertThat(print.sources().toList()).containsExactly(0, 2, 3, 4, 5, 6, 7, 9);
  }

  @Test
  void backLeavesAloneWhatIsNoCell() throws BrailleUnavailable {
    assertThat(LIBLOUIS.back("id-g1", "⠁⠃ x\u0000⠉", false).text()).isEqualTo("ab x\u0000c");
  }

  @Test
  void aTableThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> cells("xx-g9", "a"))
        .isInstanceOfSatisfying(
            BrailleUnavailable.class,
            e -> {
              assertThat(e.reason()).isEqualTo(BrailleUnavailable.Reason.NO_TABLE);
              assertThat(e.detail()).isEqualTo("xx-g9");
            });
    assertThatThrownBy(() -> cells("../id-g1", "a")).isInstanceOf(BrailleUnavailable.class);
  }
}
