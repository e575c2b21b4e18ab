package org.titiktutur.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.titiktutur.catalog.ChangedException;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Items;
import org.titiktutur.catalog.Lexeme;
import org.titiktutur.catalog.Lexeme.Kind;
import org.titiktutur.catalog.Lexemes;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.RenditionFile;
import org.titiktutur.catalog.Renditions;
import org.titiktutur.storage.DatabaseSettings;
import org.titiktutur.storage.TestEngine;

/** The lexicons of a library and its items, with the real voices and databases. */
@Timeout(300)
class LexiconsTest {

  private static final Optional<String> LIBRARY = Optional.empty();
  private static final String HEAD =
      "<lexicon version=\"1.0\" xmlns=\"http://www.w3.org/2005/01/pronunciation-lexicon\""
          + " alphabet=\"ipa\" xml:lang=\"id\">\n";

  @TempDir private static Path data;
  private static TestService service;
  private static Lexicons lexicons;

  @BeforeAll
  static void open() throws Exception {
    service = TestService.open(DatabaseSettings.sqlite(data));
    lexicons = service.production().lexicons();
  }

  @AfterAll
  static void close() {
    service.close();
  }

  private static TypedWord ipa(String written, String said) {
    return new TypedWord("id", written, Kind.IPA, said);
  }

  private static TypedWord alias(String written, String said) {
    return new TypedWord("id", written, Kind.ALIAS, said);
  }

  private static String said(String text, Optional<String> item, TypedWord... trial)
      throws Exception {
    return service
        .production()
        .interpreter()
        .write(
            text,
            new Interpreter.Manner("id", Optional.empty(), item, List.of(trial)),
            Interpreter.Writing.IPA);
  }

  @Test
  void theItemsWordStandsAboveTheLibrarysAndWhatIsTriedAboveBoth() throws Exception {
    Item item = service.read(service.add("desa.txt", "Desa Sukorejo sepi."));
    String ours = said("Sukorejo", LIBRARY);
    Lexeme library = lexicons.add(LIBRARY, ipa("Sukorejo", "sukoˈredʒo"), "siti");
    Lexeme own = lexicons.add(Optional.of(item.id()), alias("Sukorejo", "suka rejo"), "siti");
    assertThat(ours).isNotEqualTo("sukorˈedʒo");
    assertThat(said("Sukorejo", LIBRARY)).isEqualTo("sukorˈedʒo");
    assertThat(said("Sukorejo", Optional.of(item.id()))).startsWith("sˈuka ");
    assertThat(said("Sukorejo", Optional.of(item.id()), ipa("sukorejo", "aˈbi"))).isEqualTo("abˈi");
    lexicons.remove(own.id(), OptionalLong.empty(), "siti");
    assertThat(said("Sukorejo", Optional.of(item.id()))).isEqualTo("sukorˈedʒo");
    lexicons.undo(library.deed(), "siti");
    assertThat(said("Sukorejo", LIBRARY)).isEqualTo(ours);
  }

  @Test
  void aWordMakesOutOfDateOnlyTheAudioOfTextsThatHoldIt() throws Exception {
    Item sea =
        service.read(
            service.add("laut.md", "# Laut\n\nOmbak datang.\n\n# Ani\n\nDr. Wiyung tiba."));
    Item hill = service.read(service.add("bukit.md", "# Bukit\n\nKabut turun di Wiyungan."));
    Rendition seaSound = service.made(service.wish(sea, "mp3", Map.of()).rendition());
    Rendition hillSound = service.made(service.wish(hill, "mp3", Map.of()).rendition());
    TypedWord word = ipa("wiyung", "ˈwijuŋ");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> lexicons.holding(LIBRARY, word).uncounted() == 0);
    assertThat(lexicons.holding(LIBRARY, word).titles())
        .extracting(Items.Text::item)
        .containsExactly(sea.id());
    // Written out, the abbreviation is said as a word that nobody wrote.
    assertThat(lexicons.holding(LIBRARY, ipa("doktor", "ˈdɔktɔr")).titles())
        .extracting(Items.Text::item)
        .containsExactly(sea.id());
    assertThat(lexicons.holding(LIBRARY, alias("doktor", "tabib")).titles()).isEmpty();

    Lexeme added = lexicons.add(LIBRARY, word, "siti");
    assertThat(lexicons.outdated()).extracting(Renditions.Made::id).containsExactly(seaSound.id());
    assertThat(lexicons.isOutdated(seaSound)).isTrue();
    assertThat(lexicons.isOutdated(hillSound)).isFalse();
    assertThat(service.wish(hill, "mp3", Map.of()).fresh()).isFalse();

    List<Wish> wishes = service.production().wishes().makeAgain(lexicons.outdated());
    assertThat(wishes).hasSize(1);
    Rendition again = service.made(wishes.get(0).rendition());
    assertThat(lexicons.outdated()).isEmpty();
    assertThat(service.wish(sea, "mp3", Map.of()).rendition().id()).isEqualTo(again.id());
    assertThat(service.production().renditions().find(seaSound.id())).isEmpty();
    assertThat(sound(again, 1)).isEqualTo(sound(seaSound, 1));
    assertThat(sound(again, 2)).isNotEqualTo(sound(seaSound, 2));

    lexicons.undo(added.deed(), "siti");
    assertThat(lexicons.outdated()).extracting(Renditions.Made::id).containsExactly(again.id());
    service.production().wishes().makeAgain(lexicons.outdated());
  }

  private static String sound(Rendition rendition, int number) {
    return rendition.files().stream()
        .filter(file -> file.number() == number)
        .map(RenditionFile::sha256)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSentenceInWhichAWordStandsIsFound() throws Exception {
    Item item =
        service.read(
            service.add("pasar.md", "# Satu\n\nSepi.\n\n# Dua\n\nAda nasi. Nasi, katanya."));
    Lexicons.Occurrence found =
        lexicons.sentence(item.id(), "nasi", OptionalInt.empty(), Optional.empty()).orElseThrow();
    assertThat(found.part()).isEqualTo(2);
    assertThat(found.text()).isEqualTo("Ada nasi.");
    assertThat(lexicons.sentence(item.id(), "nas", OptionalInt.empty(), Optional.empty()))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyChangeCanBeTakenBack(TestEngine engine, @TempDir Path folder) throws Exception {
    try (TestService other = TestService.open(engine.settings(folder))) {
      Lexicons words = other.production().lexicons();
      Lexeme first = words.add(LIBRARY, alias("KBBI", "ka be be i"), "siti");
      Lexeme second =
          words
              .change(first.id(), OptionalLong.of(1), alias("KBBI", "kamus besar"), "budi")
              .orElseThrow();
      assertThatThrownBy(
              () -> words.change(first.id(), OptionalLong.of(1), alias("KBBI", "x"), "siti"))
          .isInstanceOf(ChangedException.class);
      assertThat(words.history(first.id()))
          .extracting(Lexeme::said)
          .containsExactly("kamus besar", "ka be be i");
      assertThat(words.undo(second.deed(), "siti"))
          .extracting(Lexeme::said)
          .containsExactly("ka be be i");
      assertThat(words.undo(second.deed(), "siti")).isEmpty();
      words.remove(first.id(), OptionalLong.empty(), "siti");
      assertThat(words.languages(LIBRARY)).isEmpty();
      assertThat(words.add(LIBRARY, alias("KBBI", "kabebe-i"), "budi").id()).isEqualTo(first.id());
      assertThat(
              words
                  .importPls(
                      LIBRARY,
                      HEAD
                          + "<lexeme><grapheme>KBBI</grapheme><alias>kamus</alias></lexeme>"
                          + "<lexeme><grapheme>Ngaglik</grapheme><phoneme>ŋaˈɡliʔ</phoneme></lexeme>"
                          + "</lexicon>",
                      false,
                      false,
                      "budi")
                  .deed()
                  .map(deed -> words.undo(deed, "siti").size()))
          .contains(2);
      assertThat(words.export(LIBRARY, "id")).contains("kabebe-i").doesNotContain("Ngaglik");
    }
  }

  @ParameterizedTest
  @EnumSource
  void wordsComeByTheAlphabetPageByPage(TestEngine engine, @TempDir Path folder) throws Exception {
    try (TestService other = TestService.open(engine.settings(folder))) {
      Lexicons words = other.production().lexicons();
      for (String word : List.of("Wonokromo", "Darmo", "Jagir Wonokromo", "Élok")) {
        words.add(LIBRARY, alias(word, "x"), "siti");
      }
      words.add(LIBRARY, new TypedWord("en-GB", "Darmo", Kind.IPA, "dɑːmoʊ"), "siti");
      var page =
          words.list(new Lexemes.Sought(LIBRARY, "", Optional.of("id"), 3, Optional.empty()));
      assertThat(page.items())
          .extracting(Lexeme::written)
          .containsExactly("Darmo", "Élok", "Jagir Wonokromo");
      assertThat(
              words
                  .list(new Lexemes.Sought(LIBRARY, "", Optional.of("id"), 3, page.next()))
                  .items())
          .extracting(Lexeme::written)
          .containsExactly("Wonokromo");
      assertThat(
              words
                  .list(new Lexemes.Sought(LIBRARY, "wono", Optional.empty(), 9, Optional.empty()))
                  .items())
          .hasSize(2);
      assertThat(words.languages(LIBRARY)).isEqualTo(Map.of("en", 1, "id", 4));
    }
  }

  @Test
  void whatIsExportedIsImportedTheSame() throws Exception {
    Item from = service.read(service.add("dari.txt", "Dari."));
    Item to = service.read(service.add("ke.txt", "Ke."));
    Optional<String> source = Optional.of(from.id());
    lexicons.add(source, ipa("Ngaglik", "ŋaˈɡliʔ"), "siti");
    lexicons.add(source, alias("A&W", "a en we"), "siti");
    String document = lexicons.export(source, "id");
    Lexicons.Imported dry = lexicons.importPls(Optional.of(to.id()), document, true, false, "siti");
    assertThat(dry.added()).isEqualTo(2);
    assertThat(lexicons.languages(Optional.of(to.id()))).isEmpty();
    lexicons.importPls(Optional.of(to.id()), document, false, false, "siti");
    assertThat(lexicons.export(Optional.of(to.id()), "id")).isEqualTo(document);
    Lexicons.Imported again =
        lexicons.importPls(Optional.of(to.id()), document, false, false, "siti");
    assertThat(again.same()).isEqualTo(2);
    assertThat(again.deed()).isEmpty();
  }

  @Test
  void anImportWithFaultsNamesTheirLinesAndTakesNothingUnlessTheyAreLeftOut() throws Exception {
    Optional<String> item = Optional.of(service.read(service.add("salah.txt", "Salah.")).id());
    String document =
        HEAD
            + "<lexeme><grapheme>baik</grapheme><phoneme>ˈbaik</phoneme></lexeme>\n"
            + "<lexeme><grapheme>baik</grapheme><phoneme>a</phoneme></lexeme>\n"
            + "<lexeme><grapheme>klik</grapheme><phoneme>kǃik</phoneme></lexeme>\n"
            + "<lexeme><grapheme>kosong</grapheme><phoneme> </phoneme></lexeme>\n"
            + "</lexicon>";
    Lexicons.Imported refused = lexicons.importPls(item, document, false, false, "siti");
    assertThat(refused.faults())
        .extracting(fault -> fault.line() + " " + fault.code())
        .containsExactly("3 said-before", "4 no-sound", "5 length");
    assertThat(refused.faults().get(1).say(new Phrases("lexicon", Tongue.INDONESIAN)))
        .isEqualTo("Baris 4: suara bahasa ini tidak mempunyai bunyi “ǃ”.");
    assertThat(lexicons.languages(item)).isEmpty();
    assertThat(lexicons.importPls(item, document, false, true, "siti").added()).isEqualTo(1);
    assertThat(lexicons.languages(item)).isEqualTo(Map.of("id", 1));
  }

  @ParameterizedTest
  @CsvSource({
    "id, '', IPA, a, length",
    "id, kata, IPA, ' ', length",
    "id, kata, IPA, ka7a, not-ipa",
    "id, kata, IPA, kʘata, no-sound",
    "id, S.Pd, IPA, espede, not-a-word",
    "id, 7 hari, ALIAS, tujuh hari, no-letter-first",
    "jv, wong, IPA, wɔŋ, only-aliases",
    "'', wong, IPA, wɔŋ, language",
  })
  void whatCannotBeSaidIsRefused(
      String language, String written, Kind kind, String said, String code) {
    BadWordException refusal =
        catchThrowableOfType(
            BadWordException.class,
            () -> lexicons.add(LIBRARY, new TypedWord(language, written, kind, said), "siti"));
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.say(new Phrases("lexicon", Tongue.ENGLISH))).endsWith(".");
  }

  @Test
  void signsOfKeyboardsStandForThoseOfTheIpa() throws Exception {
    assertThat(lexicons.checked(new TypedWord("id-ID", " Kota  Lama ", Kind.IPA, "/'ko:ta 'lama/")))
        .isEqualTo(ipa("Kota Lama", "ˈkoːta ˈlama"));
  }

  @Test
  void aWordIsNotAddedTwice() throws Exception {
    lexicons.add(LIBRARY, alias("ITS", "i te es"), "siti");
    assertThatThrownBy(() -> lexicons.add(LIBRARY, alias("ITS", "its"), "siti"))
        .hasMessage("there-already: ITS");
  }
}
