package org.titiktutur.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.speech.Book.Heard;

/** What was said once is not said again, and nobody can hear that. The engines are real. */
class KeptSoundsTest {

  private static final String[] TEXT = {
    "Pagi itu hujan turun deras.", "Kami pergi ke pasar besar.", "Ibu membeli 12 butir telur."
  };

  @TempDir Path folder;

  @Test
  void everySoundComesBackAsItWas() {
    Random random = new Random(7);
    short[] loud = new short[3 * 512 + 1];
    for (int i = 0; i < loud.length; i++) {
      loud[i] = random.nextBoolean() ? Short.MAX_VALUE : Short.MIN_VALUE;
    }
    short[] wave = new short[2000];
    for (int i = 0; i < wave.length; i++) {
      wave[i] = (short) (9000 * Math.sin(i / 9.0) + random.nextInt(40));
    }
    for (short[] samples : List.of(new short[0], new short[5000], loud, wave, new short[] {-1})) {
      assertThat(Lossless.unpack(Lossless.pack(samples), samples.length)).isEqualTo(samples);
    }
    assertThat(Lossless.pack(wave).length).isLessThan(wave.length);
    assertThat(Lossless.pack(new short[5000]).length).isLessThan(700);
  }

  @Test
  void theSamePartTwiceIsSpokenOnceAndIsTheSameToTheLastByte() throws Exception {
    Heard first = hear("first", "", TEXT);
    Heard second = hear("second", "", TEXT);
    assertThat(first.answer().spoken()).isEqualTo(3);
    assertThat(second.answer().spoken()).isZero();
    assertThat(second.answer().found()).isEqualTo(3);
    assertThat(mp3("second")).isEqualTo(mp3("first"));
    assertThat(second.clips()).isEqualTo(first.clips());
    assertThat(second.answer().plan()).isEqualTo(first.answer().plan());
  }

  @Test
  void aMendedWordHasItsOwnSentenceSpokenAndNoOther() throws Exception {
    hear("before", "", TEXT);
    Heard mended = hear("mended", "", TEXT[0], "Kami pergi ke pasar kecil.", TEXT[2]);
    assertThat(mended.answer().spoken()).isEqualTo(1);
    assertThat(mended.answer().found()).isEqualTo(2);
  }

  @Test
  void aMendedEnglishBookIsWhatAFullRunGivesToTheLastByte() throws Exception {
    String[] english = {"It rained all day.", "We went to a big market.", "Twelve eggs, she said."};
    Book.in(folder.resolve("before"), "en").after(earlier("")).speak(english);
    keep("before");
    english[1] = "We went to a small market.";
    Heard mended = Book.in(folder.resolve("mended"), "en").after(earlier("")).speak(english);
    Book.in(folder.resolve("full"), "en").speak(english);
    assertThat(mended.answer().spoken()).isEqualTo(1);
    assertThat(mp3("mended")).isEqualTo(mp3("full"));
  }

  @Test
  void aLexiconHasOnlyTheSentencesSpokenAgainThatHoldItsWord() throws Exception {
    Heard before = hear("before", "", TEXT);
    Heard other = hearWith("telor", "other", before.answer().plan());
    assertThat(other.answer().asBefore()).isTrue();
    assertThat(folder.resolve("other/out/audio.mp3")).doesNotExist();
    Heard changed = hearWith("telur", "changed", before.answer().plan());
    assertThat(changed.answer().asBefore()).isFalse();
    assertThat(changed.answer().spoken()).isEqualTo(1);
    assertThat(changed.answer().found()).isEqualTo(2);
  }

  @Test
  void anotherPaceIsAnotherSound() throws Exception {
    hear("before", "", TEXT);
    SpeechSettings fast = new SpeechSettings(null, 250, Quality.BIASA);
    Heard heard = Book.in(folder.resolve("fast"), "id").with(fast).after(earlier("")).speak(TEXT);
    assertThat(heard.answer().found()).isZero();
  }

  @Test
  void aTornOrSpoiledPackIsSpokenAgainAndNeverHeard() throws Exception {
    hear("before", "", TEXT);
    byte[] whole = mp3("before");
    Path pack;
    try (var packs = Files.list(folder.resolve("sounds"))) {
      pack = packs.findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(pack);
    // Torn in the last sound, and a bit of the first one turned.
    byte[] bad = Arrays.copyOf(bytes, bytes.length - 10);
    bad[200] ^= 4;
    Files.write(pack, bad);
    Heard heard = hear("again", "", TEXT);
    assertThat(heard.answer().found()).isEqualTo(1);
    assertThat(heard.answer().spoken()).isEqualTo(2);
    assertThat(heard.clips()).hasSize(3);
    assertThat(mp3("again").length).isBetween(whole.length - 2000, whole.length + 2000);
    Files.write(pack, new byte[] {1, 2, 3});
    assertThat(hear("third", "", TEXT).clips()).hasSize(3);
  }

  private Heard hear(String name, String plan, String... text) throws Exception {
    Heard heard = Book.in(folder.resolve(name), "id").after(earlier(plan)).speak(text);
    keep(name);
    return heard;
  }

  private Heard hearWith(String word, String name, String plan) throws Exception {
    String lexicon =
        "<lexicon version='1.0' xmlns='http://www.w3.org/2005/01/pronunciation-lexicon'"
            + " alphabet='ipa' xml:lang='id'><lexeme><grapheme>"
            + word
            + "</grapheme><phoneme>təˈlɔr</phoneme></lexeme></lexicon>";
    SpeechSettings settings =
        new SpeechSettings(null, SpeechSettings.USUAL_PACE, Quality.BIASA, List.of(lexicon));
    return Book.in(folder.resolve(name), "id").with(settings).after(earlier(plan)).speak(TEXT);
  }

  private Earlier earlier(String plan) {
    return new Earlier(folder.resolve("sounds"), plan);
  }

  private void keep(String name) throws IOException {
    Path packs = Files.createDirectories(folder.resolve("sounds"));
    Files.move(folder.resolve(name).resolve("out/said.pack"), packs.resolve(name + ".pack"));
  }

  private byte[] mp3(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name).resolve("out/audio.mp3"));
  }
}
