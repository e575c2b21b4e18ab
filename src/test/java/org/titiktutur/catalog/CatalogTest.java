package org.titiktutur.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.titiktutur.storage.Database;
import org.titiktutur.storage.TestEngine;

class CatalogTest {

  private static final Set<Rights> ALL = EnumSet.allOf(Rights.class);
  private static final String HASH = "0".repeat(64);

  @TempDir Path folder;
  private Database database;
  private Items items;
  private Renditions renditions;

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWordIsFoundByItsBeginningWithoutCaseOrAccents(TestEngine engine) throws IOException {
    open(engine);
    Item cafe = item("Kafé di Tepi Sungai", "Nur Aini");
    Item other = item("Resep 100% Nabati", "B. Santoso");
    assertThat(found("kafe SUNG")).containsExactly(cafe.id());
    assertThat(found("aini")).containsExactly(cafe.id());
    assertThat(found("100% nabati")).containsExactly(other.id());
    assertThat(found("afe")).isEmpty();
    assertThat(found("%")).containsExactly(other.id(), cafe.id());
  }

  @ParameterizedTest
  @EnumSource
  void visitorsFindOnlyWhatTheyMaySee(TestEngine engine) throws IOException {
    open(engine);
    Item hidden = item("Rahasia", "A");
    Item open =
        items
            .mend(
                item("Terbuka", "B").id(), OptionalLong.empty(), details(Optional.of(Rights.OPEN)))
            .orElseThrow();
    assertThat(items.list(Search.everything(Rights.openToAll())).items()).containsExactly(open);
    assertThat(items.list(Search.everything(ALL)).items()).containsExactly(open, hidden);
    assertThat(items.list(Search.everything(Set.of())).items()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void pagesFollowEachOtherWithoutGapOrOverlap(TestEngine engine) throws IOException {
    open(engine);
    List<String> ids =
        java.util.stream.IntStream.range(0, 5).mapToObj(i -> item("Judul " + i, "A").id()).toList();
    List<String> seen = new java.util.ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Item> page =
          items.list(new Search("", Optional.empty(), Optional.empty(), ALL, 2, cursor));
      page.items().forEach(each -> seen.add(0, each.id()));
      cursor = page.next();
    } while (cursor.isPresent());
    assertThat(seen).containsExactlyElementsOf(ids);
  }

  @ParameterizedTest
  @EnumSource
  void whatAPersonSaidStandsAboveWhatTheSourceSays(TestEngine engine) throws IOException {
    open(engine);
    Item item = item("berkas", "");
    items.mend(
        item.id(),
        OptionalLong.of(item.version()),
        new Details(Optional.of("Laut"), Optional.empty(), Optional.of("id"), Optional.empty()));
    items.read(item.id(), "p1", "laut_final_2", List.of("Budi"), "id", FindingCounts.NONE);
    Item read = items.find(item.id()).orElseThrow();
    assertThat(read.title()).isEqualTo("Laut");
    assertThat(read.authors()).containsExactly("Budi");
    assertThat(read.asked()).contains("id");
    assertThat(read.state()).isEqualTo(Item.State.READY);
  }

  @ParameterizedTest
  @EnumSource
  void aChangeToAnOlderVersionIsRefused(TestEngine engine) throws IOException {
    open(engine);
    Item item = item("Laut", "A");
    items.mend(item.id(), OptionalLong.of(item.version()), details(Optional.of(Rights.OPEN)));
    assertThatThrownBy(
            () ->
                items.mend(
                    item.id(),
                    OptionalLong.of(item.version()),
                    details(Optional.of(Rights.LICENSED))))
        .isInstanceOf(ChangedException.class);
    assertThat(items.find(item.id()).orElseThrow().rights()).isEqualTo(Rights.OPEN);
  }

  @ParameterizedTest
  @EnumSource
  void aDeleteCanBeUndone(TestEngine engine) throws IOException {
    open(engine);
    Item item = item("Laut", "A");
    Rendition rendition = wish(item, "mp3", "k");
    assertThat(items.delete(item.id())).isTrue();
    assertThat(items.delete(item.id())).isFalse();
    assertThat(items.find(item.id())).isEmpty();
    assertThat(renditions.find(rendition.id())).isEmpty();
    assertThat(items.deleted()).extracting(Item::id).containsExactly(item.id());
    assertThat(items.restore(item.id())).isPresent();
    assertThat(renditions.find(rendition.id())).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void whatWasDeletedLongAgoIsForgottenWithAllThatBelongsToIt(TestEngine engine)
      throws IOException {
    open(engine);
    Item item = item("Laut", "A");
    wish(item, "mp3", "k");
    items.delete(item.id());
    assertThat(items.forget(java.time.Instant.now().minus(Items.UNDO))).isZero();
    assertThat(items.forget(java.time.Instant.now().plusSeconds(1))).isEqualTo(1);
    assertThat(items.restore(item.id())).isEmpty();
    assertThat(renditions.byKey("k")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void thePercentageNeverFallsAndIs100OnlyWhenReady(TestEngine engine) throws IOException {
    open(engine);
    String id = wish(item("Laut", "A"), "mp3", "k").id();
    assertThat(renditions.progress(id, "speaking", 10)).isFalse();
    renditions.begin(id);
    renditions.progress(id, "speaking", 40);
    renditions.progress(id, "speaking", 20);
    assertThat(renditions.find(id).orElseThrow().percent()).isEqualTo(40);
    renditions.progress(id, "writing", 100);
    assertThat(renditions.find(id).orElseThrow().percent()).isEqualTo(99);
    renditions.finish(id, List.of(), FindingCounts.NONE, List.of());
    Rendition ready = renditions.find(id).orElseThrow();
    assertThat(ready.percent()).isEqualTo(100);
    assertThat(ready.stage()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatNobodyWantsAnyMoreIsNotFinished(TestEngine engine) throws IOException {
    open(engine);
    String id = wish(item("Laut", "A"), "mp3", "k").id();
    renditions.begin(id);
    assertThat(renditions.cancel(id)).isTrue();
    assertThat(renditions.finish(id, List.of(), FindingCounts.NONE, List.of())).isFalse();
    assertThat(renditions.find(id).orElseThrow().state()).isEqualTo(Rendition.State.CANCELLED);
  }

  @ParameterizedTest
  @EnumSource
  void placeAndEstimateComeFromWhatIsBeforeItAndFromWhatSuchWorkHasCost(TestEngine engine)
      throws IOException {
    open(engine);
    Item item = item("Laut", "A");
    Rendition first = wish(item, "mp3", "k1");
    Rendition second = wish(item, "mp3", "k2");
    assertThat(second.place()).isEqualTo(OptionalInt.of(2));
    assertThat(second.estimate()).isEmpty();
    renditions.learn("mp3", 1000, Duration.ofSeconds(10));
    // 1,000 characters each, at 10 ms a character, by two workers.
    assertThat(renditions.find(first.id()).orElseThrow().estimate())
        .contains(Duration.ofSeconds(5));
    assertThat(renditions.find(second.id()).orElseThrow().estimate())
        .contains(Duration.ofSeconds(10));
    renditions.begin(first.id());
    renditions.progress(first.id(), "speaking", 50);
    assertThat(renditions.find(first.id()).orElseThrow().estimate())
        .contains(Duration.ofMillis(2500));
    assertThat(renditions.find(second.id()).orElseThrow().place()).isEqualTo(OptionalInt.of(1));
  }

  private void open(TestEngine engine) throws IOException {
    database = Database.open(engine.settings(folder));
    items = new Items(database);
    renditions = new Renditions(database, 2);
  }

  private Item item(String title, String author) {
    return items.add(
        new Source("a.txt", "text/plain", 3, HASH),
        new Details(
            Optional.empty(),
            author.isEmpty() ? Optional.empty() : Optional.of(List.of(author)),
            Optional.empty(),
            Optional.empty()),
        title);
  }

  private Rendition wish(Item item, String format, String key) {
    Rendition wished = renditions.add(item.id(), key, format, Map.of()).orElseThrow();
    renditions.bind(wished.id(), "p", key, 1000);
    return renditions.find(wished.id()).orElseThrow();
  }

  private List<String> found(String words) {
    return items
        .list(new Search(words, Optional.empty(), Optional.empty(), ALL, 20, Optional.empty()))
        .items()
        .stream()
        .map(Item::id)
        .toList();
  }

  private static Details details(Optional<Rights> rights) {
    return new Details(Optional.empty(), Optional.empty(), Optional.empty(), rights);
  }
}
