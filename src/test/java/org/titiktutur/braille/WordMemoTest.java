package org.titiktutur.braille;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered word by word is cell for cell what liblouis gives for the whole text. */
class WordMemoTest {

  private static void isExact(String table, List<String> texts) throws BrailleUnavailable {
    WordMemo memo = WordMemo.of(Engine.LIBLOUIS, table);
    List<String> different = new ArrayList<>();
    for (String text : texts) {
      Liblouis.Braille whole = Engine.LIBLOUIS.translate(table, text, List.of(), true);
      Liblouis.Braille words = memo.translate(text);
      if (!whole.cells().equals(words.cells())
          || !whole.sources().toList().equals(words.sources().toList())
          || !whole.undefined().equals(words.undefined())) {
        different.add(text + "\n" + whole.cells() + "\n" + words.cells());
      }
    }
    assertThat(different).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id-g1", "id-g2", "en-ueb-g1", "en-ueb-g2"})
  void overSpecimens(String table) throws BrailleUnavailable {
    isExact(
        table,
        List.of(
            "",
            " ",
            "a",
            "The people who knew it were THE VERY BEST OF ALL, and so be it.",
            "in his, was it enough? (to be) by and by. Were they?",
            "A B C. I, II, III and IV; e.g. 3 a, 3a, 3 A4 x",
            "\"Halo,\" kata Ani. \"Ini ‘baik’,\" katanya. Rp47.300 8d 8 D",
            "self-reliance o'clock 'tis rock 'n' roll 10:30 pada 17-8-1945",
            "  dua  spasi   tiga ",
            "Anak-anak dan kupu-kupu, undang-undang DI-REBOOT; a. b) S.H. bt dengan. masih",
            "Berjalan-Jalan xenon sambal x@y.id dan/atau 90an 5kan ke-2 sebagai 1998 sekali",
            "漢字 dan 😀 é ﬁn\u00A0tidak\u200Btampak",
            "satu — dua – tiga… empat ... lima"));
  }

  /** Every order of words that might look at each other. */
  @ParameterizedTest
  @ValueSource(strings = {"id-g1", "id-g2", "en-ueb-g1", "en-ueb-g2"})
  void overWordsInAnyOrder(String table) throws BrailleUnavailable {
    String[] words = {
      "a",
      "I",
      "the",
      "The",
      "THE",
      "people",
      "were",
      "his",
      "was",
      "be",
      "in",
      "enough",
      "to",
      "by",
      "into",
      "knowledge",
      "child",
      "children",
      "yang",
      "dan",
      "Bogor",
      "TVRI",
      "PBBnya",
      "1998",
      "47.300",
      "6,4",
      "8d",
      "3.",
      "b",
      "X",
      "it's",
      "can't",
      "kupu-kupu",
      "Anak-Anak",
      "berjalan-jalan",
      "dengan",
      "dengan,",
      "sebagai",
      "sekali",
      "adalah",
      "x-ray",
      "5kan",
      "dan/atau",
      "\"the",
      "the\"",
      "(be)",
      "in,",
      "was.",
      "—",
      "-",
      "...",
      "“In",
      "his”",
      "‘was’",
      "é",
      "漢",
      "a.b@c.id",
      "50%",
      "IV",
      "O'Neill",
      "McDonald",
      "dis",
      "con",
      "st.",
      "St",
      "US$5",
      "=",
      "+",
      "'",
      "\""
    };
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      List<String> text = new ArrayList<>();
      for (int j = random.nextInt(12); j >= 0; j--) {
        text.add(words[random.nextInt(words.length)]);
      }
      texts.add(String.join(" ", text));
    }
    isExact(table, texts);
  }

  @Test
  void overAHandbookInTwoLanguages() throws IOException, BrailleUnavailable {
    assumeTrue(
        Files.isDirectory(LongTexts.HANDBOOK),
        "skipped: the package debian-handbook is not installed");
    isExact("id-g1", LongTexts.paragraphs("id-ID"));
    isExact("id-g2", LongTexts.paragraphs("id-ID"));
    isExact("en-ueb-g2", LongTexts.paragraphs("en-US"));
  }
}
