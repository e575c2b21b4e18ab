package org.titiktutur.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written and what is said; the specimens stand in {@code src/test/resources/reading}. */
class ReadAloudTest {

  private static final ReadAloud ID = ReadAloud.forLanguage("id");
  private static final ReadAloud EN = ReadAloud.forLanguage("en");

  static Stream<Arguments> indonesian() throws IOException {
    return specimens("id");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void indonesian(String written, String spoken) {
    assertThat(ID.read(written).text()).isEqualTo(spoken);
  }

  static Stream<Arguments> english() throws IOException {
    return specimens("en");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void english(String written, String spoken) {
    assertThat(EN.read(written).text()).isEqualTo(spoken);
  }

  @Test
  void everySpokenWordKnowsWhereItCameFrom() {
    String text = "“Harga” Rp1.500, dll.";
    assertThat(
            ID.read(text).words().stream()
                .map(word -> word.said() + " < " + text.substring(word.start(), word.end())))
        .containsExactly(
            "Harga < Harga",
            "seribu < 1.500",
            "lima < 1.500",
            "ratus < 1.500",
            "rupiah < Rp",
            "dan < dll.",
            "lain-lain < dll.");
  }

  @Test
  void placesAreThoseOfTheTextAsItWasWritten() {
    String text = "ﬁ\u00ADlm cafe\u0301 \uFEFF5";
    assertThat(
            ID.read(text).words().stream()
                .map(word -> word.said() + " " + word.start() + "-" + word.end()))
        .containsExactly("film 0-4", "café 5-10", "lima 12-13");
  }

  @Test
  void aLanguageWithoutRulesKeepsItsWords() {
    assertThat(ReadAloud.forLanguage("nl").read("’s Avonds  5 km").text())
        .isEqualTo("'s Avonds  5 km");
  }

  @Test
  void britishDatesBeginWithTheDay() {
    assertThat(ReadAloud.forLanguage("en-GB").read("5/11/1605").text())
        .isEqualTo("the fifth of November, sixteen oh-five");
  }

  @Test
  void longTextsOfAnythingAreReadInTime() {
    for (String unit :
        new String[] {
          "a", "1", "A", "a.", "A.", "1.", "1.500.", "-", "1-", "Rp", "a/", "a@", "(0", "+1 ", "²",
          "x2 "
        }) {
      String text = unit.repeat(100_000 / unit.length());
      assertThat(ID.read(text).tokens()).isNotNull();
      assertThat(EN.read(text).tokens()).isNotNull();
    }
  }

  private static Stream<Arguments> specimens(String language) throws IOException {
    try (InputStream in = ReadAloudTest.class.getResourceAsStream("/reading/" + language + ".txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" → ", -1))
          .map(parts -> Arguments.of(parts[0], parts[1]))
          .toList()
          .stream();
    }
  }
}
