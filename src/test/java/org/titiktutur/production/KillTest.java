package org.titiktutur.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.titiktutur.catalog.BlobUse;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.RenditionFile;
import org.titiktutur.catalog.Rights;
import org.titiktutur.catalog.Search;
import org.titiktutur.storage.BlobStore;
import org.titiktutur.storage.Database;
import org.titiktutur.storage.DatabaseSettings;
import org.titiktutur.storage.TestEngine;

/** The power goes, again and again, while a book of many parts is being spoken. */
@Timeout(400)
class KillTest {

  private static final int PARTS = 12;
  private static final int KILLS = 4;
  private static final Duration SOON = Duration.ofSeconds(15);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void nothingIsLostNothingIsMadeTwiceAndNothingHalfWrittenIsLeft(TestEngine engine)
      throws Exception {
    Path data = folder.resolve("data");
    DatabaseSettings settings = engine.settings(data);
    Path book = Files.writeString(folder.resolve("book.md"), book());
    Random moments = new Random(20261124);
    Map<String, Long> finished = Map.of();
    List<RenditionFile> handedOut = List.of();
    boolean ready = false;
    for (int life = 0; !ready; life++) {
      ready = live(settings, life == 0 ? book : null, life < KILLS ? moments : null, finished);
      Map<String, Long> now = pieces(settings);
      assertThat(now).as("finished before kill " + life).containsAllEntriesOf(finished);
      finished = now;
      List<RenditionFile> files = sound(settings);
      assertThat(files).as("handed out before kill " + life).containsAll(handedOut);
      handedOut = files;
    }

    assertThat(finished.keySet()).filteredOn(piece -> piece.startsWith("speech")).hasSize(PARTS);
    try (Database database = Database.open(settings)) {
      BlobStore blobs = new BlobStore(data.resolve("blobs"), 0);
      List<String> lost = new ArrayList<>();
      new BlobUse(database).each(blob -> lost.addAll(blobs.has(blob) ? List.of() : List.of(blob)));
      assertThat(lost).as("rows without their blob").isEmpty();
      List<List<RenditionFile>> undisturbed = undisturbed();
      List<RenditionFile> braille = renditions(database).get(1).files();
      assertThat(braille).isEqualTo(undisturbed.get(1));
      List<RenditionFile> sound = renditions(database).get(0).files();
      assertThat(sound)
          .extracting(RenditionFile::name)
          .isEqualTo(undisturbed.get(0).stream().map(RenditionFile::name).toList());
      for (RenditionFile file : sound) {
        assertThat(blobs.isSound(file.sha256())).as(file.name()).isTrue();
      }
      // Not the same bytes: what eSpeak NG said before changes the sound a little.
      assertThat(seconds(sound)).isCloseTo(seconds(undisturbed.get(0)), withinPercentage(1));
    }
    assertThat(data.resolve("blobs/incoming")).isEmptyDirectory();
    assertThat(data.resolve("scratch")).isEmptyDirectory();
  }

  /**
   * One life of the service.
   *
   * @param moments says when it is killed; null: it lives until the rendition is ready
   * @return whether the rendition is ready
   */
  private boolean live(
      DatabaseSettings settings, Path newBook, Random moments, Map<String, Long> finished)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledService.class.getName(),
                settings.folder().toString(),
                settings.address().orElse("-")));
    if (newBook != null) {
      command.add(newBook.toString());
    }
    Process process =
        new ProcessBuilder(command).redirectError(folder.resolve("stderr").toFile()).start();
    int percentToDieAt = moments == null ? 101 : percent(finished) + 1 + moments.nextInt(20);
    boolean ready = false;
    Instant readyAt = null;
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("ready")) {
          readyAt = Instant.now();
        } else if (line.startsWith("MAKING")) {
          if (readyAt != null && newBook == null) {
            assertThat(Duration.between(readyAt, Instant.now())).isLessThan(SOON);
          }
          readyAt = null;
          if (Integer.parseInt(line.substring(7)) >= percentToDieAt) {
            process.toHandle().destroyForcibly();
          }
        }
        ready |= line.startsWith("READY");
      }
    }
    process.waitFor();
    assertThat(ready || moments != null).as(Files.readString(folder.resolve("stderr"))).isTrue();
    return ready;
  }

  private static int percent(Map<String, Long> finished) {
    long spoken = finished.keySet().stream().filter(piece -> piece.startsWith("speech")).count();
    return (int) (spoken * 100 / PARTS);
  }

  /** What can be heard. */
  private static List<RenditionFile> sound(DatabaseSettings settings) throws IOException {
    try (Database database = Database.open(settings)) {
      return renditions(database).get(0).files();
    }
  }

  /** When each finished part was made. */
  private static Map<String, Long> pieces(DatabaseSettings settings) throws IOException {
    try (Database database = Database.open(settings)) {
      return database.read(
          handle ->
              handle
                  .createQuery("SELECT DISTINCT piece, made FROM checkpoint")
                  .reduceRows(
                      new java.util.HashMap<String, Long>(),
                      (pieces, row) -> {
                        pieces.put(
                            row.getColumn("piece", String.class),
                            row.getColumn("made", Long.class));
                        return pieces;
                      }));
    }
  }

  private static double seconds(List<RenditionFile> files) {
    return files.stream().mapToDouble(file -> file.seconds().orElse(0)).sum();
  }

  private List<List<RenditionFile>> undisturbed() throws Exception {
    try (TestService service =
        TestService.open(DatabaseSettings.sqlite(folder.resolve("undisturbed")))) {
      Item item = service.add("buku.md", book());
      return List.of(
          service.made(service.wish(item, "mp3", Map.of()).rendition()).files(),
          service.made(service.wish(item, "brf", Map.of()).rendition()).files());
    }
  }

  private static List<Rendition> renditions(Database database) {
    Item item =
        new org.titiktutur.catalog.Items(database)
            .list(Search.everything(EnumSet.allOf(Rights.class)))
            .items()
            .get(0);
    return new org.titiktutur.catalog.Renditions(database, 2).ofItem(item.id());
  }

  private static String book() {
    return Stream.iterate(1, i -> i + 1)
        .limit(PARTS)
        .map(
            i ->
                "# Bab "
                    + i
                    + "\n\n"
                    + ("Pada hari ke-" + i + " hujan turun lagi di kampung kami. ").repeat(6)
                    + "\n\n")
        .collect(java.util.stream.Collectors.joining());
  }
}
