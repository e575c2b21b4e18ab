package org.titiktutur.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.titiktutur.catalog.Details;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.Rendition.State;
import org.titiktutur.catalog.RenditionFile;
import org.titiktutur.publication.Sentence;
import org.titiktutur.storage.DatabaseSettings;
import org.titiktutur.storage.FullDiskException;
import org.titiktutur.storage.SmallDisk;
import org.titiktutur.storage.TestEngine;

@Timeout(300)
class ServiceTest {

  private static final String BOOK =
      """
      # Laut

      Ombak datang. Ibu menunggu di pantai.

      # Gunung

      Kabut turun perlahan. Ayah pulang membawa kayu.
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aBookIsReadSpokenAndBrailled(TestEngine engine) throws Exception {
    try (TestService service = TestService.open(engine.settings(folder))) {
      Item item = service.add("laut.md", BOOK);
      assertThat(item.state()).isEqualTo(Item.State.READING);
      Wish sound = service.wish(item, "mp3", Map.of("quality", "hemat"));
      Wish braille = service.wish(item, "brf", Map.of("page", "20x10"));

      Item read = service.read(item);
      assertThat(read.state()).isEqualTo(Item.State.READY);
      assertThat(read.language()).isEqualTo("id");
      PublicationView text = service.production().shelf().publication(item.id()).orElseThrow();
      assertThat(text.index().parts()).hasSize(2);
      assertThat(text.part(2).title()).isEqualTo("Gunung");

      Rendition spoken = service.made(sound.rendition());
      assertThat(spoken.state()).isEqualTo(State.READY);
      assertThat(spoken.files())
          .extracting(RenditionFile::name)
          .containsExactly("001-laut.mp3", "002-gunung.mp3", "manifest.json", "laut.m3u8");
      assertThat(spoken.files().get(0).seconds().orElseThrow()).isGreaterThan(1);
      assertThat(spoken.files()).allMatch(file -> service.blobs().has(file.sha256()));

      Rendition brailled = service.made(braille.rendition());
      assertThat(brailled.files()).extracting(RenditionFile::name).containsExactly("laut.brf");
      assertThat(service.production().wishes().open(brailled.files().get(0)))
          .content()
          .contains("LAUT");
      BraillePages pages = service.production().wishes().braillePages(brailled.id()).orElseThrow();
      assertThat(pages.count()).isEqualTo(4);
      assertThat(pages.page(2).lines())
          .contains(new BraillePages.Line("⠀⠀⠀⠀⠠⠙⠁⠋⠞⠁⠗⠀⠊⠎⠊", "Daftar isi"));
      assertThat(pages.page(3).lines())
          .contains(new BraillePages.Line("⠠⠊⠃⠥⠀⠍⠑⠝⠥⠝⠛⠛⠥⠀⠙⠊", "Ibu menunggu di"));
      Checkup checkup = Checkup.of(service.database(), service.blobs(), true);
      assertThat(checkup.isWell()).isTrue();
    }
    assertThat(folder.resolve("scratch")).isEmptyDirectory();
    assertThat(folder.resolve("blobs/incoming")).isEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource
  void theSameWishTwiceIsOnePieceOfWorkAndDefaultsMayBeLeftOut(TestEngine engine) throws Exception {
    try (TestService service = TestService.open(engine.settings(folder))) {
      Item item = service.read(service.add("laut.md", BOOK));
      Wish first = service.wish(item, "txt", Map.of());
      Wish again = service.wish(item, "txt", Map.of("quality", "arsip"));
      assertThat(first.fresh()).isTrue();
      assertThat(again.fresh()).isFalse();
      assertThat(again.rendition().id()).isEqualTo(first.rendition().id());
      Wish braille = service.wish(item, "brf", Map.of());
      assertThat(service.wish(item, "brf", Map.of("page", "32x25")).rendition().id())
          .isEqualTo(braille.rendition().id());
      assertThat(service.wish(item, "brf", Map.of("page", "20x10")).fresh()).isTrue();
      assertThat(service.wish(item, "brf", Map.of("braille", "id-g1")).rendition().id())
          .isEqualTo(braille.rendition().id());
      assertThat(service.wish(item, "brf", Map.of("braille", "en-ueb-g2")).fresh()).isTrue();
      Wish sound = service.wish(item, "mp3", Map.of());
      assertThat(service.wish(item, "mp3", Map.of("voice", "espeak:id")).rendition().id())
          .isEqualTo(sound.rendition().id());
      assertThat(service.wish(item, "mp3", Map.of("voice", "espeak:ms")).fresh()).isTrue();
    }
  }

  @Test
  void whoWatchesHearsThePresentStateThenEachChangeUpToTheFinalOne() throws Exception {
    try (TestService service = TestService.open(DatabaseSettings.sqlite(folder))) {
      Item item = service.add("laut.md", BOOK);
      Rendition rendition = service.wish(item, "mp3", Map.of()).rendition();
      List<Rendition> heard = new CopyOnWriteArrayList<>();
      try (AutoCloseable watching =
          service.production().wishes().watch(rendition.id(), heard::add)) {
        await().atMost(Duration.ofMinutes(2)).until(() -> last(heard).state().isFinal());
        assertThat(watching).isNotNull();
      }
      assertThat(heard.get(0).state()).isEqualTo(State.WAITING);
      assertThat(last(heard).state()).isEqualTo(State.READY);
      assertThat(heard).extracting(Rendition::percent).isSorted();
      assertThat(heard).extracting(Rendition::state).contains(State.MAKING);
    }
  }

  @Test
  void chaptersAreHandedOutAsSoonAsTheyAreWholeAndStayAsTheyAre() throws Exception {
    try (TestService service = TestService.open(DatabaseSettings.sqlite(folder))) {
      Item item = service.read(service.add("laut.md", BOOK.repeat(4)));
      List<Rendition> heard = new CopyOnWriteArrayList<>();
      Rendition wished = service.wish(item, "mp3", Map.of()).rendition();
      Rendition ready;
      try (AutoCloseable watching =
          service
              .production()
              .wishes()
              .watch(
                  wished.id(),
                  now -> {
                    assertThat(now.files()).allMatch(file -> isSound(service, file));
                    heard.add(now);
                  })) {
        ready = service.made(wished);
        assertThat(watching).isNotNull();
      }
      List<Rendition> early =
          heard.stream()
              .filter(now -> now.state() == State.MAKING && !now.files().isEmpty())
              .toList();
      assertThat(early).isNotEmpty();
      assertThat(early.get(0).files()).hasSizeLessThan(8);
      assertThat(early).allSatisfy(now -> assertThat(ready.files()).containsAll(now.files()));
      assertThat(ready.files())
          .extracting(RenditionFile::number)
          .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
      assertThat(ready.files()).extracting(RenditionFile::name).contains("008-gunung.mp3");
    }
  }

  private static boolean isSound(TestService service, RenditionFile file) {
    try {
      return service.blobs().isSound(file.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aRefusedSourceFailsWhatWasWishedFromItAndAnotherFileMendsThat() throws Exception {
    try (TestService service = TestService.open(DatabaseSettings.sqlite(folder))) {
      Item item = service.add("kosong.txt", "");
      Rendition wished = service.wish(item, "txt", Map.of()).rendition();
      Item refused = service.read(item);
      Phrases words = new Phrases("findings", Tongue.ENGLISH);
      assertThat(refused.state()).isEqualTo(Item.State.REFUSED);
      assertThat(service.production().shelf().refusal(refused, words).orElseThrow())
          .contains("kosong.txt");
      assertThat(service.made(wished).state()).isEqualTo(State.FAILED);
      assertThatThrownBy(() -> service.wish(item, "brf", Map.of()))
          .isInstanceOf(UnusableSourceException.class);

      service.production().shelf().replaceSource(item.id(), service.upload("laut.md", BOOK));
      assertThat(service.read(item).state()).isEqualTo(Item.State.READY);
      service.production().wishes().retry(wished.id());
      assertThat(service.made(wished).state()).isEqualTo(State.READY);
    }
  }

  @Test
  void sentencesKeepTheirIdsWhenTheSourceIsReplaced() throws Exception {
    try (TestService service = TestService.open(DatabaseSettings.sqlite(folder))) {
      Item item = service.read(service.add("laut.md", BOOK));
      Map<String, String> before = ids(service, item);
      service
          .production()
          .shelf()
          .replaceSource(
              item.id(),
              service.upload(
                  "laut2.md",
                  BOOK.replace("Ombak datang.", "Hari masih pagi. Ombak datang.")
                      .replace("Kabut turun perlahan.", "Kabut naik.")));
      service.read(item);
      Map<String, String> after = ids(service, item);
      for (String kept : List.of("Laut", "Ombak datang.", "Gunung", "Ayah pulang membawa kayu.")) {
        assertThat(after.get(kept)).as(kept).isEqualTo(before.get(kept));
      }
      assertThat(before.values()).doesNotContain(after.get("Hari masih pagi."));
      assertThat(before.values()).doesNotContain(after.get("Kabut naik."));
      assertThat(after.values()).doesNotHaveDuplicates();
    }
  }

  @Test
  void anotherTitleMakesAnotherRenditionThatTakesThePlaceOfTheFormer() throws Exception {
    try (TestService service = TestService.open(DatabaseSettings.sqlite(folder))) {
      Item item = service.read(service.add("laut.md", BOOK));
      Rendition former = service.made(service.wish(item, "html", Map.of()).rendition());
      service
          .production()
          .shelf()
          .mend(
              item.id(),
              OptionalLong.empty(),
              new Details(
                  Optional.of("Samudra"), Optional.empty(), Optional.empty(), Optional.empty()));
      Rendition latter = service.made(service.wish(item, "html", Map.of()).rendition());
      assertThat(service.production().wishes().open(latter.files().get(0)))
          .content()
          .contains("Samudra");
      assertThat(service.production().renditions().ofItem(item.id())).containsExactly(latter);
      assertThat(former.id()).isNotEqualTo(latter.id());
    }
  }

  @Test
  void anotherLanguageMakesTheSourceBeReadAgain() throws Exception {
    try (TestService service = TestService.open(DatabaseSettings.sqlite(folder))) {
      Item item = service.read(service.add("laut.md", BOOK));
      service
          .production()
          .shelf()
          .mend(
              item.id(),
              OptionalLong.empty(),
              new Details(Optional.empty(), Optional.empty(), Optional.of("en"), Optional.empty()));
      assertThat(service.read(item).language()).isEqualTo("en");
    }
  }

  @Test
  void whatIsCancelledEndsAndCanBeHadAgain() throws Exception {
    try (TestService service = TestService.open(DatabaseSettings.sqlite(folder))) {
      Item item = service.read(service.add("panjang.md", BOOK.repeat(150)));
      Rendition rendition = service.wish(item, "mp3", Map.of()).rendition();
      await()
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofMillis(20))
          .until(
              () ->
                  service.production().renditions().find(rendition.id()).orElseThrow().percent()
                      > 0);
      service.production().wishes().cancel(rendition.id());
      assertThat(service.made(rendition).state()).isEqualTo(State.CANCELLED);
      await().until(() -> service.production().jobs().waiting(org.titiktutur.jobs.Lane.SHORT) == 0);
      Wish again = service.wish(item, "mp3", Map.of());
      assertThat(again.fresh()).isTrue();
      assertThat(again.rendition().id()).isEqualTo(rendition.id());
      assertThat(service.made(rendition).state()).isEqualTo(State.READY);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRemovedWhileItIsMadeEndsForThoseWhoWatchAndLeavesNothing(TestEngine engine)
      throws Exception {
    try (TestService service = TestService.open(engine.settings(folder))) {
      Item item = service.read(service.add("panjang.md", BOOK.repeat(100)));
      Rendition rendition = service.wish(item, "mp3", Map.of()).rendition();
      List<Rendition> heard = new CopyOnWriteArrayList<>();
      try (AutoCloseable watching =
          service.production().wishes().watch(rendition.id(), heard::add)) {
        await().until(() -> !last(heard).files().isEmpty());
        assertThat(service.production().wishes().remove(rendition.id())).isTrue();
        assertThat(last(heard).state()).isEqualTo(State.CANCELLED);
        assertThat(watching).isNotNull();
      }
      assertThat(service.production().wishes().remove(rendition.id())).isFalse();
      await().until(() -> service.production().jobs().waiting(org.titiktutur.jobs.Lane.SHORT) == 0);
      assertThat(service.production().renditions().ofItem(item.id())).isEmpty();
      assertThat(rows(service, "rendition_file")).isZero();

      Rendition made = service.made(service.wish(item, "brf", Map.of()).rendition());
      service.production().wishes().wish(item.id(), Format.PEF, Map.of());
      service.production().wishes().remove(made.id());
      assertThat(rows(service, "checkpoint")).as("pieces that PEF needs too").isPositive();
    }
  }

  private static int rows(TestService service, String table) {
    return service
        .database()
        .read(handle -> handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(int.class).one());
  }

  @Test
  void allOfARenditionIsOneZipThatIsBuiltOnce() throws Exception {
    try (TestService service = TestService.open(DatabaseSettings.sqlite(folder))) {
      Item item = service.add("laut.md", BOOK);
      Rendition rendition = service.made(service.wish(item, "mp3", Map.of()).rendition());
      RenditionFile whole = service.production().wishes().whole(rendition.id()).orElseThrow();
      assertThat(whole.name()).isEqualTo("laut-mp3.zip");
      assertThat(service.production().wishes().whole(rendition.id())).contains(whole);
      try (ZipFile zip = new ZipFile(service.production().wishes().open(whole).toFile())) {
        assertThat(zip.stream().map(ZipEntry::getName))
            .containsExactly(
                "laut-mp3/001-laut.mp3",
                "laut-mp3/002-gunung.mp3",
                "laut-mp3/manifest.json",
                "laut.m3u8");
      }
    }
  }

  @Test
  void aVoiceThatIsNotHereIsAProblemWithAnAnswer() throws Exception {
    try (TestService service = TestService.open(DatabaseSettings.sqlite(folder))) {
      Item item = service.add("laut.md", BOOK);
      Rendition failed =
          service.made(service.wish(item, "mp3", Map.of("voice", "espeak:xx-none")).rendition());
      assertThat(failed.state()).isEqualTo(State.FAILED);
      assertThat(
              service
                  .production()
                  .wishes()
                  .problem(failed, new Phrases("renditions", Tongue.INDONESIAN)))
          .get()
          .asString()
          .contains("espeak:xx-none");
    }
  }

  @Test
  void aFullDiskStopsNewWorkButNotReadingAndTheWorkGoesOnWhenThereIsRoom() throws Exception {
    try (SmallDisk disk = SmallDisk.of(48, folder.resolve("disk"));
        TestService service = TestService.open(DatabaseSettings.sqlite(disk.folder()), 8 << 20)) {
      Item item = service.read(service.add("laut.md", BOOK));
      Rendition rendition =
          service.made(service.wish(item, "mp3", Map.of("voice", "espeak:xx-none")).rendition());
      Path filler = disk.folder().resolve("filler");
      long free = Files.getFileStore(disk.folder()).getUsableSpace();
      Files.write(filler, new byte[(int) (free - (4 << 20))]);

      assertThatThrownBy(() -> service.upload("lagi.md", BOOK))
          .isInstanceOf(FullDiskException.class);
      assertThatThrownBy(() -> service.wish(item, "txt", Map.of()))
          .isInstanceOf(FullDiskException.class);
      service.production().wishes().retry(rendition.id());
      await()
          .until(
              () ->
                  service
                      .production()
                      .renditions()
                      .find(rendition.id())
                      .orElseThrow()
                      .problem()
                      .isPresent());
      Rendition waiting = service.production().renditions().find(rendition.id()).orElseThrow();
      assertThat(waiting.state()).isEqualTo(State.WAITING);
      assertThat(Problem.parse(waiting.problem().orElseThrow()).code())
          .isEqualTo(Problem.Code.DISK_FULL);
      assertThat(service.production().shelf().publication(item.id())).isPresent();

      Files.delete(filler);
      assertThat(service.made(rendition).state()).isEqualTo(State.FAILED);
      assertThat(service.made(service.wish(item, "txt", Map.of()).rendition()).state())
          .isEqualTo(State.READY);
    }
  }

  @Test
  void shortTextsAreSpokenAndBrailledAtOnce() throws Exception {
    try (TestService service = TestService.open(DatabaseSettings.sqlite(folder))) {
      Interpreter interpreter = service.production().interpreter();
      try (Interpreter.Said said =
          interpreter.say("Selamat pagi.", Interpreter.Manner.usual("id", Optional.empty()))) {
        assertThat(said.file().orElseThrow()).exists();
        assertThat(said.seconds()).isBetween(0.3, 5.0);
      }
      assertThat(interpreter.braille("ibu\nbudi", "id-g1", false).text()).isEqualTo("⠊⠃⠥\n⠃⠥⠙⠊");
      assertThat(interpreter.braille("ibu\nbudi", "id-g1", false).positions())
          .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
      assertThat(interpreter.braille("⠊⠃⠥", "id-g1", true).text()).isEqualTo("ibu");
      assertThat(interpreter.voices()).extracting(Interpreter.VoiceRow::id).contains("espeak:id");
      assertThat(interpreter.tables()).extracting(Interpreter.TableRow::id).contains("id-g1");
    }
  }

  private static Map<String, String> ids(TestService service, Item item) {
    PublicationView text = service.production().shelf().publication(item.id()).orElseThrow();
    List<Sentence> sentences = new ArrayList<>();
    text.index()
        .parts()
        .forEach(part -> text.part(part.number()).sentences().forEach(sentences::add));
    return sentences.stream()
        .collect(java.util.stream.Collectors.toMap(Sentence::text, Sentence::id));
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}
