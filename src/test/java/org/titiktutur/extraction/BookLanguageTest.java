package org.titiktutur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Origin;

class BookLanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id|Perpustakaan itu dibuka setiap hari, dan siapa saja boleh membaca di sana.",
        "en|The library is open every day, and anyone may come in to read there.",
        "jv|Perpustakaan iku dibukak saben dina, lan sapa wae oleh maca ing kana.",
        "su|Perpustakaan éta dibuka unggal poé, jeung saha waé meunang maca di dinya.",
        "ar|المكتبة مفتوحة كل يوم ويمكن لأي شخص أن يقرأ هناك.",
        "ru|Библиотека открыта каждый день, и читать там может каждый.",
        "ja|図書館は毎日開いていて、誰でも読むことができます。",
        "zh|图书馆每天开放，任何人都可以在那里阅读。"
      })
  void theLanguageOfABook(String tag, String text) {
    assertThat(detected(ExtractionOptions.STANDARD, text))
        .isEqualTo(new Language(tag, Origin.DETECTED));
  }

  @Test
  void onlyConfiguredLanguagesAreConsidered() {
    ExtractionOptions malay = new ExtractionOptions(null, List.of("ms", "en"), "ms");
    String text = "Perpustakaan itu dibuka setiap hari, dan sesiapa sahaja boleh membaca di sana.";
    assertThat(detected(malay, text).tag()).isEqualTo("ms");
    assertThat(detected(ExtractionOptions.STANDARD, text).tag()).isEqualTo("id");
  }

  @Test
  void aConfiguredTagKeepsItsRegion() {
    ExtractionOptions british = new ExtractionOptions(null, List.of("id", "en-GB"), "id");
    assertThat(detected(british, "The library is open and it is for all.").tag())
        .isEqualTo("en-GB");
  }

  @Test
  void lettersTellWhereNoWordsAreListed() {
    ExtractionOptions polish = new ExtractionOptions(null, List.of("pl", "en"), "en");
    String text =
        "Biblioteka jest otwarta codziennie i każdy może tam przyjść, żeby poczytać książki, które lubi"
            + " najbardziej, albo wypożyczyć je do domu na dwa tygodnie.";
    assertThat(detected(polish, text).tag()).isEqualTo("pl");
  }

  @Test
  void wordsThatTellNothingAreTheLibrarysOwn() {
    assertThat(detected(ExtractionOptions.STANDARD, "Nokia 3310")).isEqualTo(Language.DEFAULT);
  }

  @Test
  void aPersonKnowsBetterThanTheFile() {
    BookLanguage language = new BookLanguage(ExtractionOptions.STANDARD.asking("jv"));
    language.declare("en");
    assertThat(language.decided()).isEqualTo(new Language("jv", Origin.ASKED));
  }

  @ParameterizedTest
  @CsvSource({
    "id, id",
    "ID_id, id-ID",
    "in, id",
    "ind, id",
    "eng, en",
    "Bahasa Indonesia, id",
    "jw, jv",
    "en-US, en-US",
    "ger, de",
    "jav, jv"
  })
  void tagsAsFilesGiveThem(String given, String tag) {
    assertThat(LanguageTags.clean(given)).isEqualTo(tag);
  }

  @ParameterizedTest
  @CsvSource({"und", "''", "x-default", "?", "bukan tag sama sekali"})
  void tagsThatAreNone(String given) {
    assertThat(LanguageTags.clean(given)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "own|Paket Debian terdiri atas data dan skrip yang menjalankan apt-get install serta dpkg.",
        "own|Ia menekan tombol \"Save as\" dan \"Print\", lalu keluar dari program itu.",
        "en|Every package contains the data and the scripts that are needed to install it.",
        "unsure|Debian GNU/Linux",
        "unsure|I love you!",
        "jv|Kowe kudu mangan dhisik, banjur sinau, amarga sesuk ana ujian ing sekolahan.",
        "ar|بسم الله الرحمن الرحيم",
        "own|in-addr.arpa, a.example.com and.example.org dipakai untuk alamat yang dibalik"
      })
  void passagesOfAnIndonesianBook(String guess, String text) {
    BookLanguage language = new BookLanguage(ExtractionOptions.STANDARD);
    language.declare("id");
    assertThat(said(language.passage(text))).isEqualTo(guess);
  }

  private static String said(BookLanguage.Guess guess) {
    if (guess instanceof BookLanguage.Guess.Other other) {
      return other.tag();
    }
    return guess instanceof BookLanguage.Guess.Own ? "own" : "unsure";
  }

  private static Language detected(ExtractionOptions options, String text) {
    BookLanguage language = new BookLanguage(options);
    language.sample(text);
    language.decide();
    return language.decided();
  }
}
