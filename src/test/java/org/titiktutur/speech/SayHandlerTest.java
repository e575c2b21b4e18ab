package org.titiktutur.speech;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.titiktutur.speech.SayRequest.Form;

/** Lines, and what is said of them. */
class SayHandlerTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "id, pakai, pˈakai",
    "id, pulau, pˈulau",
    "id, survei, sˈurvei",
    "id, sekolah, səkˈolah",
    "en, hello, həlˈoʊ",
    "en, reading, ˈɹidɪŋ",
    "en, Surabaya, sʊɹəbˈaɪə",
    "en, The audiobook., ði ˈɔdioʊbʊk",
    "nl, school, sxˈoːl",
  })
  void phonemesAsTheEngineSpeaksThem(String language, String text, String ipa) throws Exception {
    assertThat(lines(Form.IPA, language, text)).containsExactly(ipa);
  }

  @Test
  void aLineOfOutputForEachLineOfInput() throws Exception {
    assertThat(lines(Form.SCRIPT, "id", "Satu. Dua.", "", "Tiga."))
        .containsExactly("Satu. Dua.", "", "Tiga.");
    assertThat(lines(Form.IPA, "id", "satu. dua.", "", "…")).hasSize(3);
  }

  @Test
  void soundIsAWavFile() throws Exception {
    JsonNode answer = say(Form.SOUND, "id", null, "Halo dunia.", "Apa kabar?");
    try (AudioInputStream wav =
        AudioSystem.getAudioInputStream(folder.resolve(SayHandler.SOUND).toFile())) {
      assertThat(wav.getFormat().getSampleRate()).isEqualTo(22_050);
      assertThat(wav.getFormat().getChannels()).isEqualTo(1);
      assertThat(wav.getFrameLength() / 22_050.0).isBetween(2.0, 5.0);
    }
    assertThat(answer.path("findings")).isEmpty();
  }

  @Test
  void theAskedVoiceSpeaks() throws Exception {
    say(Form.IPA, "en", Voice.parse("espeak:en-us"), "water");
    String american = Files.readString(folder.resolve(SayHandler.TEXT));
    say(Form.IPA, "en", Voice.parse("espeak:en"), "water");
    String british = Files.readString(folder.resolve(SayHandler.TEXT));
    assertThat(american).isNotEqualTo(british);
  }

  @Test
  void aLexiconTellsWordsAndStandsAboveOurs() throws Exception {
    String lexicon =
        """
        <lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"
            alphabet="ipa" xml:lang="id">
          <lexeme><grapheme>Ngaglik</grapheme><phoneme>ŋaˈɡliʔ</phoneme></lexeme>
          <lexeme><grapheme>online</grapheme><phoneme>ˈonlin</phoneme></lexeme>
          <lexeme><grapheme>Jl. Mawar</grapheme><grapheme>JMW</grapheme><alias>Jalan Mawar</alias></lexeme>
        </lexicon>
        """;
    SayRequest request =
        new SayRequest(
            List.of("Desa Ngaglik online.", "Di JMW."),
            "id",
            null,
            SpeechSettings.USUAL_PACE,
            Form.IPA,
            List.of(lexicon));
    perform(request);
    assertThat(Files.readAllLines(folder.resolve(SayHandler.TEXT)))
        .containsExactly("dˈesa ŋaɡlˈiʔ ˈonlin", "di dʒˈalan mˈawar");
  }

  private List<String> lines(Form form, String language, String... lines) throws Exception {
    say(form, language, null, lines);
    return Files.readAllLines(folder.resolve(SayHandler.TEXT));
  }

  private JsonNode say(Form form, String language, Voice voice, String... lines) throws Exception {
    SayRequest request =
        new SayRequest(List.of(lines), language, voice, SpeechSettings.USUAL_PACE, form);
    return perform(request);
  }

  private JsonNode perform(SayRequest request) throws Exception {
    return new SayHandler(new Engines())
        .perform(
            SpeechWork.JSON.valueToTree(new SayHandler.Input(request, Map.of())),
            folder,
            sign -> {});
  }
}
