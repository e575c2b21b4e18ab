package org.titiktutur.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.titiktutur.catalog.Details;
import org.titiktutur.catalog.Item;
import org.titiktutur.production.Production;
import org.titiktutur.production.PublicationView;
import org.titiktutur.production.Tongue;
import org.titiktutur.storage.BlobStore;
import org.titiktutur.storage.Database;
import org.titiktutur.storage.DatabaseSettings;
import org.titiktutur.workshop.WorkerPool;

@Timeout(300)
class BackupTest {

  private static final String BOOK = "# Laut\n\nOmbak datang. Ibu menunggu.\n";

  @TempDir Path folder;

  @Test
  void aLibraryIsSavedWhileBooksComeInAndIsReadAgainAfterItIsRestored() throws Exception {
    Path file = folder.resolve("monday.zip");
    ExecutorService staff = Executors.newSingleThreadExecutor();
    String id;
    try (Running service = service("data")) {
      Item first = add(service, "laut.md", BOOK);
      id = first.id();
      ready(service, id);
      AtomicBoolean closed = new AtomicBoolean();
      Future<Integer> work =
          staff.submit(
              () -> {
                int added = 0;
                while (!closed.get()) {
                  add(service, "b" + added + ".txt", "Buku ke-" + added++ + ".");
                }
                return added;
              });
      Ran saved = titik("backup", file, "--data", folder.resolve("data"));
      closed.set(true);
      assertThat(work.get()).isPositive();
      assertThat(saved.err()).contains("Saved: " + file);
      assertThat(saved.exit()).isZero();
    } finally {
      staff.shutdown();
    }
    assertThat(titik("restore", "--dry-run", file).err()).contains("is sound");
    Ran restored = titik("restore", file, "--data", folder.resolve("again"));
    assertThat(restored.exit()).as(restored.err()).isZero();
    try (Running service = service("again")) {
      PublicationView text = service.production().shelf().publication(id).orElseThrow();
      assertThat(text.part(1).title()).isEqualTo("Laut");
      Ran seen = titik("doctor", "--every-byte", "--data", folder.resolve("again"));
      assertThat(seen.out()).contains("Service: at work").contains("all there and sound");
    }
  }

  @Test
  void aRestoreIsRefusedWhileTheServiceRunsAndWhereALibraryIsUnlessItMayBeReplaced()
      throws Exception {
    Path file = folder.resolve("monday.zip");
    try (Running service = service("data")) {
      add(service, "laut.md", BOOK);
      assertThat(titik("backup", "--quiet", file, "--data", folder.resolve("data")))
          .isEqualTo(new Ran(Exit.MADE, "", ""));
      refused("Stop it", "restore", "--replace", file, "--data", folder.resolve("data"));
    }
    refused("--replace", "restore", file, "--data", folder.resolve("data"));
    Ran replaced = titik("restore", "--replace", file, "--data", folder.resolve("data"));
    assertThat(replaced.exit()).isZero();
    assertThat(replaced.err()).contains("The database that was there before is kept");
    service("data").close();
  }

  @ParameterizedTest
  @EnumSource
  void eachRefusalIsOneLineOfAtMost400CharactersAndChangesNothing(Tongue tongue) throws Exception {
    Path file = folder.resolve("monday.zip");
    service("data").close();
    titik("backup", file, "--data", folder.resolve("data"));
    byte[] whole = Files.readAllBytes(file);
    Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
    Path book = Files.writeString(folder.resolve("book.txt"), BOOK);
    for (Path bad : new Path[] {cut, book}) {
      Ran ran = Ran.titik(tongue, "restore", bad, "--data", folder.resolve("again"));
      assertThat(ran.exit()).isEqualTo(Exit.REFUSED);
      assertThat(ran.err().strip()).hasSizeLessThanOrEqualTo(400).doesNotContain("\n");
      assertThat(folder.resolve("again")).doesNotExist();
    }
    Ran none =
        Ran.titik(tongue, "backup", folder.resolve("x.zip"), "--data", folder.resolve("none"));
    assertThat(none.exit()).isEqualTo(Exit.REFUSED);
    assertThat(none.err().lines()).hasSize(1);
    assertThat(folder.resolve("x.zip")).doesNotExist();
  }

  @Test
  void aBackupIsNeverWrittenOverAnotherFile() throws Exception {
    service("data").close();
    Path there = Files.writeString(folder.resolve("there.zip"), "mine");
    Ran ran = titik("backup", there, "--data", folder.resolve("data"));
    assertThat(ran.exit()).isEqualTo(Exit.USAGE);
    assertThat(there).hasContent("mine");
  }

  @Test
  void aBookThatIsLostIsNamedByTheDoctorAndTheRestIsSaved() throws Exception {
    try (Running service = service("data")) {
      ready(service, add(service, "laut.md", BOOK).id());
    }
    try (Stream<Path> blobs = Files.walk(folder.resolve("data/blobs"))) {
      Files.delete(
          blobs
              .filter(path -> path.getFileName().toString().length() == 64)
              .findFirst()
              .orElseThrow());
    }
    Ran seen = titik("doctor", "--data", folder.resolve("data"));
    assertThat(seen.out()).contains("Stored files: 1 are lost");
    assertThat(seen.exit()).isEqualTo(Exit.NOT_HERE);
    Ran saved = titik("backup", folder.resolve("a.zip"), "--data", folder.resolve("data"));
    assertThat(saved.exit()).isEqualTo(Exit.FAULT);
    assertThat(saved.err()).contains("1 files of the library are lost");
    assertThat(titik("restore", folder.resolve("a.zip"), "--data", folder.resolve("b")).exit())
        .isZero();
  }

  private void refused(String because, Object... args) {
    Ran ran = titik(args);
    assertThat(ran.exit()).isEqualTo(Exit.REFUSED);
    assertThat(ran.err()).contains(because);
    assertThat(ran.err().lines()).hasSize(1);
  }

  private static Ran titik(Object... args) {
    return Ran.titik(args);
  }

  private Running service(String name) throws IOException {
    return new Running(folder.resolve(name));
  }

  /** A service at work, without its doors. */
  private static final class Running implements AutoCloseable {
    private final Database database;
    private final WorkerPool workers;
    private final Production production;

    Running(Path data) throws IOException {
      database = Database.open(DatabaseSettings.sqlite(data));
      workers = Workers.pool(Files.createDirectories(data.resolve("scratch").resolve("w")));
      production =
          new Production(
              database,
              new BlobStore(data.resolve("blobs"), 0),
              workers,
              2,
              data.resolve("scratch").resolve("work"));
      Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
      production.start();
    }

    Production production() {
      return production;
    }

    @Override
    public void close() {
      production.close();
      workers.close();
      database.close();
    }
  }

  private static Item add(Running service, String name, String text) throws Exception {
    return service
        .production()
        .shelf()
        .add(
            service
                .production()
                .shelf()
                .receive(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    name,
                    Optional.empty(),
                    1 << 20),
            Details.NONE);
  }

  private static void ready(Running service, String id) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> service.production().items().find(id).orElseThrow().state() == Item.State.READY);
  }
}
