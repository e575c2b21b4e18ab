package org.titiktutur.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Sentence;
import org.titiktutur.speech.Book.Heard;
import org.titiktutur.speech.Speaker.Level;

/** Parts of books and what is to be heard of them. The engines are real. */
class SpeakHandlerTest {

  @TempDir Path folder;

  @Test
  void everySentenceIsHeardInItsClipAndThePausesAreSilent() throws Exception {
    Heard heard =
        Book.in(folder, "id")
            .speak(
                "Pagi itu hujan turun deras.",
                "“Ayo pulang!” kata Ibu kepada adik.",
                "Kami berjalan cepat-cepat ke rumah nenek.");
    assertThat(heard.codes()).isEmpty();
    assertThat(heard.clips()).extracting(Clip::sentence).containsExactly("s1", "s2", "s3");
    long before = 0;
    for (Clip clip : heard.clips()) {
      int edge = Leveller.RATE * 15 / 1000;
      assertThat(heard.mp3().level(clip.begin(), clip.end())).isGreaterThan(-30);
      assertThat(heard.mp3().level(before + edge, clip.begin() - edge)).isLessThan(-50);
      assertThat(heard.mp3().level(clip.begin(), clip.begin() + 2L * edge)).isGreaterThan(-55);
      assertThat(heard.mp3().level(clip.end() - 3L * edge, clip.end())).isGreaterThan(-55);
      before = clip.end();
    }
  }

  @Test
  void theLengthIsWhatADecoderHears() throws Exception {
    Heard heard = Book.in(folder, "id").speak("Satu kalimat saja sudah cukup untuk ini.");
    assertThat(heard.answer().seconds()).isCloseTo(heard.mp3().sound().seconds(), within(0.03));
    assertThat(heard.clip(1).end()).isLessThan(heard.mp3().sound().samples().length);
  }

  @Test
  void tagsAreThereForPlayers() throws Exception {
    assertThat(Book.in(folder, "id").speak("Halo.").mp3().tags())
        .containsEntry("TIT2", "Bab 1: Pagi – “Hari”")
        .containsEntry("TPE1", "Siti")
        .containsEntry("TALB", "Bukuku")
        .containsEntry("TRCK", "1/1")
        .containsEntry("TLAN", "ind");
  }

  @Test
  void whatIsSaidBesideTheTextIsPartOfTheClipNextToItAndInTheWordsOfTheBooksLanguage()
      throws Exception {
    List<Block> item = List.of(paragraph("en", new Sentence("s1", "Open the door.", List.of())));
    List<Block> other = List.of(paragraph("en", new Sentence("s2", "Open the door.", List.of())));
    Heard heard =
        Book.in(folder, "id")
            .speak(
                List.of(
                    new Block.PageStart("12"),
                    new Block.Listing(
                        true, 1, List.of(new Block.Item(item), new Block.Item(other))),
                    paragraph("en", new Sentence("s3", "Open the door.", List.of())),
                    new Block.Image(Book.language("id"), "a.png", List.of(), List.of())));
    assertThat(heard.codes()).isEmpty();
    assertThat(heard.clips())
        .extracting(Clip::sentence)
        .containsExactly(Clip.page(1), "s1", "s2", "s3", Clip.image(1));
    assertThat(length(heard.clip(1))).isGreaterThan(length(heard.clip(2)) + Leveller.RATE / 2);
    assertThat(length(heard.clip(2))).isGreaterThan(length(heard.clip(3)) + Leveller.RATE / 4);
    for (Clip clip : heard.clips()) {
      assertThat(heard.mp3().level(clip.begin(), clip.end())).isGreaterThan(-30);
    }
  }

  @ParameterizedTest
  @EnumSource(Quality.class)
  void qualityIsTheBitRate(Quality quality) throws Exception {
    SpeechSettings settings = new SpeechSettings(null, SpeechSettings.USUAL_PACE, quality);
    Heard heard = Book.in(folder, "id").with(settings).speak("Halo dunia yang ramai.");
    assertThat(heard.mp3().kilobits()).isEqualTo(quality.kilobits());
  }

  @Test
  void twiceTheWordsAMinuteTakeAboutHalfAsLong() throws Exception {
    String text = "Anak-anak bermain di halaman sekolah sampai bel berbunyi lagi.";
    Clip usual = Book.in(folder, "id").speak(text).clip(1);
    SpeechSettings fast = new SpeechSettings(null, 350, Quality.BIASA);
    Clip hurried = Book.in(folder.resolve("fast"), "id").with(fast).speak(text).clip(1);
    assertThat((double) length(hurried) / length(usual)).isBetween(0.4, 0.7);
  }

  @Test
  void indonesianAndEnglishAreEquallyLoudAndPaced() throws Exception {
    Heard indonesian =
        Book.in(folder.resolve("id"), "id")
            .speak(
                "Perpustakaan daerah membuka ruang baca yang baru untuk semua pengunjung.",
                "Di sana ada buku braille, buku bicara, dan komputer dengan pembaca layar.");
    Heard english =
        Book.in(folder.resolve("en"), "en")
            .speak(
                "The city library opens a new reading room for all of its visitors today.",
                "There are braille books, talking books and computers with a screen reader.");
    assertThat(loudness(indonesian)).isCloseTo(-19, within(1.5));
    assertThat(loudness(english)).isCloseTo(loudness(indonesian), within(1.5));
  }

  @Test
  void theVoiceFollowsTheLanguageOfTheBlock() throws Exception {
    String text = "Information about the meeting";
    Heard heard =
        Book.in(folder, "id")
            .speak(
                List.of(
                    paragraph("id", new Sentence("s1", text, List.of())),
                    paragraph("en", new Sentence("s2", text, List.of())),
                    paragraph("nl", new Sentence("s3", text, List.of()))));
    assertThat(heard.codes()).isEmpty();
    assertThat(List.of(length(heard.clip(1)), length(heard.clip(2)), length(heard.clip(3))))
        .doesNotHaveDuplicates();
  }

  @Test
  void aPassageInAnotherLanguageIsSaidByThatLanguagesVoice() throws Exception {
    String text = "Ia berkata good morning everyone kepada kami.";
    Mark passage = new Mark.Passage(11, 32, Book.language("en"));
    Heard heard =
        Book.in(folder, "id")
            .speak(
                List.of(
                    paragraph("id", new Sentence("s1", text, List.of())),
                    paragraph("id", new Sentence("s2", text, List.of(passage)))));
    assertThat(heard.codes()).isEmpty();
    assertThat(length(heard.clip(1))).isNotEqualTo(length(heard.clip(2)));
  }

  @Test
  void punctuationAloneIsNothingToSayAndNothingLost() throws Exception {
    Heard heard = Book.in(folder, "id").speak("* * *", "— … —", "Halo.");
    assertThat(heard.codes()).isEmpty();
    assertThat(heard.clips()).extracting(Clip::sentence).containsExactly("s3");
  }

  @Test
  void aPartWithoutWordsIsAShortSilence() throws Exception {
    Heard heard = Book.in(folder, "id").speak(List.of(new Block.SceneBreak()));
    assertThat(heard.clips()).isEmpty();
    assertThat(heard.mp3().sound().seconds()).isBetween(0.1, 1.0);
  }

  @Test
  void chineseInAnEnglishBookIsSaidByAnotherVoice() throws Exception {
    Heard heard = Book.in(folder, "en").speak("They said 你好世界 to us.", "Good.");
    assertThat(heard.codes()).containsExactly("spoken-by-other-voice");
    assertThat(heard.answer().findings().get(0).place().sentence()).isEqualTo("s1");
    assertThat(seconds(heard.clip(1))).isGreaterThan(1.2);
  }

  @Test
  void arabicInAnIndonesianBookIsSaidByAnArabicVoice() throws Exception {
    Heard heard =
        Book.in(folder, "id").speak("Beliau membaca السلام عليكم ورحمة الله dengan lantang.");
    assertThat(heard.codes()).isEmpty();
    assertThat(seconds(heard.clip(1))).isGreaterThan(2.5);
  }

  @Test
  void emojiInAnEnglishBookAreSaidByAVoiceThatKnowsThem() throws Exception {
    Heard heard = Book.in(folder, "en").speak("Well done 😀");
    assertThat(heard.codes()).containsExactly("spoken-by-other-voice");
  }

  @Test
  void aLanguageWithoutAVoiceIsReadByANeighbourAndReported() throws Exception {
    Heard heard = Book.in(folder, "jv").speak("Aku arep menyang pasar esuk iki.");
    assertThat(heard.codes()).containsExactly("no-voice-for-language");
    assertThat(heard.answer().findings().get(0).arguments()).containsExactly("jv", "espeak:id");
    assertThat(heard.clips()).hasSize(1);
  }

  @Test
  void theAskedVoiceReadsTheBooksOwnLanguageOnly() throws Exception {
    SpeechSettings british =
        new SpeechSettings(Voice.parse("espeak:en"), SpeechSettings.USUAL_PACE, Quality.BIASA);
    List<Block> blocks =
        List.of(
            paragraph("en", new Sentence("s1", "A hundred years later.", List.of())),
            paragraph("id", new Sentence("s2", "Seratus tahun kemudian.", List.of())));
    Heard asked = Book.in(folder.resolve("a"), "en").with(british).speak(blocks);
    Heard usual = Book.in(folder.resolve("b"), "en").speak(blocks);
    assertThat(length(asked.clip(1))).isNotEqualTo(length(usual.clip(1)));
    assertThat((double) length(asked.clip(2)))
        .isCloseTo((double) length(usual.clip(2)), within(500.0));
  }

  @Test
  void eachSentenceIsNamedBeforeItIsSaid() throws Exception {
    Heard heard = Book.in(folder, "id").speak("Satu.", "Dua.");
    assertThat(heard.signs().toString())
        .isEqualTo(
            "[{\"sentence\":\"s1\",\"done\":0,\"of\":2}, {\"sentence\":\"s2\",\"done\":1,\"of\":2}]");
  }

  @Test
  void aSentenceThatKilledAWorkerIsSaidMoreCarefully() throws Exception {
    Heard heard =
        Book.in(folder, "id")
            .avoiding(
                Map.of("s1", Level.IN_PIECES, "s2", Level.BY_OTHER_VOICE, "s3", Level.NOT_AT_ALL))
            .speak("Ini yang pertama.", "Ini yang kedua.", "Ini yang ketiga.", "Ini biasa.");
    assertThat(heard.codes())
        .containsExactly("spoken-in-pieces", "spoken-by-other-voice", "not-spoken");
    assertThat(heard.answer().findings().get(2).arguments()).containsExactly("Ini yang ketiga.");
    assertThat(heard.mp3().level(heard.clip(3).begin(), heard.clip(3).end())).isGreaterThan(-40);
    assertThat(seconds(heard.clip(3))).isLessThan(0.5);
  }

  private static Block paragraph(String language, Sentence sentence) {
    return new Block.Paragraph(Book.language(language), List.of(sentence));
  }

  private static double loudness(Heard heard) {
    return LoudnessMeter.of(heard.mp3().sound());
  }

  private static long length(Clip clip) {
    return clip.end() - clip.begin();
  }

  private static double seconds(Clip clip) {
    return (double) length(clip) / Leveller.RATE;
  }
}
