package org.titiktutur.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Sentence;
import org.titiktutur.speech.Book.Heard;

/**
 * Texts that kill or silence engines, between two ordinary sentences. Each ends with speech in
 * proportion, or with a finding at its place; the sentences around it are said.
 */
class HostileTextTest {

  @TempDir Path folder;

  static Stream<Arguments> specimens() {
    return Stream.of("id", "en")
        .flatMap(
            language ->
                Stream.of(
                    Arguments.of(language, "letters joined by full stops", ".a".repeat(300)),
                    Arguments.of(language, "capitals joined by full stops", "A.".repeat(100)),
                    Arguments.of(language, "5,000 digits", "31415926535".repeat(455)),
                    Arguments.of(language, "a word of a megabyte", "abcdefghij".repeat(100_000)),
                    Arguments.of(language, "the same letter", "a".repeat(20_000)),
                    Arguments.of(language, "a long run-on", "kata demi kata ".repeat(500)),
                    Arguments.of(language, "Chinese", "今天天气很好"),
                    Arguments.of(language, "Thai", "สวัสดีครับ"),
                    Arguments.of(language, "emoji", "😀👍🏽👩‍👩‍👧"),
                    Arguments.of(language, "signs", "≈±∑√∞ ← → ▓░ ©®™ §¶"),
                    Arguments.of(
                        language, "markup", "<speak><break time=\"99999s\"/>a</speak> [[x]]"),
                    Arguments.of(language, "combining marks", "a" + "\u0301".repeat(500)),
                    Arguments.of(language, "private use", "\uE000\uE001 kata"),
                    Arguments.of(language, "slashes", "a/".repeat(200)),
                    Arguments.of(language, "apostrophes", "'a".repeat(200)),
                    Arguments.of(language, "consonants", "bcdfghjklmnpqrstvwxz".repeat(3)),
                    Arguments.of(language, "a million million", "9".repeat(14) + " 1e308 -0")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("specimens")
  void isSaidOrReported(String language, String name, String text) throws Exception {
    Heard heard = Book.in(folder, language).speak("Ini awal.", text, "Ini akhir.");
    assertThat(heard.clips()).extracting(Clip::sentence).contains("s1", "s3");
    boolean reported =
        heard.answer().findings().stream()
            .anyMatch(finding -> "s2".equals(finding.place().sentence()));
    boolean said =
        heard.clips().stream()
            .anyMatch(
                clip ->
                    clip.sentence().equals("s2")
                        && heard.mp3().level(clip.begin(), clip.end()) > -40);
    assertThat(said || reported).as("said " + said + ", reported " + reported).isTrue();
    assertThat(heard.answer().seconds()).isLessThan(2000);
  }

  @ParameterizedTest
  @MethodSource("brokenSentences")
  void charactersThatMeanNothingDoNoHarm(String text) throws Exception {
    List<Block> blocks =
        List.of(
            new Block.Paragraph(Book.language("id"), List.of(new Sentence("s1", text, List.of()))));
    assertThat(Book.in(folder, "id").speak(blocks).clips()).hasSize(1);
  }

  static Stream<String> brokenSentences() {
    return Stream.of(
        "satu\0dua", "satu\ud800dua", "satu\udc00", "\u0007satu\u001b[31m", "satu\ufffe");
  }
}
