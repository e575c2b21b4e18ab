package org.titiktutur.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.titiktutur.storage.UnusableArchiveException.Reason;

class ArchiveTest {

  private static final Set<String> BLOB_COLUMNS = Set.of("item.source_sha256");
  private static final Archive.Progress SILENT = (bytes, all) -> {};

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "SQLITE, SQLITE",
    "SQLITE, POSTGRESQL",
    "POSTGRESQL, SQLITE",
    "POSTGRESQL, POSTGRESQL"
  })
  void everyRowAndEveryBlobComesBackOnEitherEngine(TestEngine from, TestEngine to)
      throws Exception {
    DatabaseSettings settings = from.settings(folder.resolve("data"));
    Path file = folder.resolve("backup.zip");
    String blob;
    String rows;
    try (Database database = Database.open(settings)) {
      blob = item(database, store(settings), "kisah \"laut\"\nعربي", "Ombak datang.");
      database.change(
          handle -> {
            handle.execute(
                "INSERT INTO job_short (task_name, task_instance, task_data, execution_time,"
                    + " picked, version) VALUES ('read', 'a', ?, ?, ?, 1)",
                new byte[] {0, -1, 10},
                new java.sql.Timestamp(1_764_000_000_123L),
                true);
            handle.execute("INSERT INTO pace VALUES ('mp3', ?, 1)", Long.MAX_VALUE);
            handle.execute(
                "INSERT INTO rendition VALUES ('r', 'kisah \"laut\"\nعربي', NULL, 'k', 'mp3', '{}',"
                    + " 'ready', '', 100, 0, NULL, 0, 0, 0, 1, NULL, '')");
            handle.execute(
                "INSERT INTO rendition_file VALUES ('r', 1, 'n', 'n', 'audio/mpeg', 1, 'x', 0.1)");
          });
      rows = rows(database);
      assertThat(archive(settings).write(file, SILENT).lost()).isEmpty();
    }
    DatabaseSettings empty = to.settings(folder.resolve("restored"));
    assertThat(archive(empty).restore(file, false, SILENT).former()).isEmpty();
    try (Database restored = Database.open(empty)) {
      assertThat(rows(restored)).isEqualTo(rows);
      assertThat(store(empty).isSound(blob)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBackupWhileBooksComeInHasTheBlobOfEveryRow(TestEngine engine) throws Exception {
    DatabaseSettings settings = engine.settings(folder.resolve("data"));
    Path file = folder.resolve("backup.zip");
    ExecutorService staff = Executors.newSingleThreadExecutor();
    try (Database database = Database.open(settings)) {
      BlobStore store = store(settings);
      AtomicBoolean closed = new AtomicBoolean();
      CountDownLatch some = new CountDownLatch(20);
      Future<Integer> work =
          staff.submit(
              () -> {
                int added = 0;
                while (!closed.get()) {
                  item(database, store, "item" + added, "text " + added);
                  added++;
                  some.countDown();
                }
                return added;
              });
      some.await();
      Archive.Manifest manifest = archive(settings).write(file, SILENT);
      assertThat(manifest.lost()).isEmpty();
      assertThat(manifest.blobs()).isGreaterThanOrEqualTo(20);
      closed.set(true);
      assertThat(work.get()).isGreaterThanOrEqualTo(20);
    } finally {
      staff.shutdown();
    }
    DatabaseSettings empty = engine.settings(folder.resolve("restored"));
    archive(empty).restore(file, false, SILENT);
    try (Database restored = Database.open(empty)) {
      BlobStore store = store(empty);
      assertThat(blobs(restored)).hasSizeGreaterThanOrEqualTo(20).allMatch(store::has);
    }
  }

  @Test
  void noBlobIsSweptAwayWhileABackupIsWritten() throws Exception {
    DatabaseSettings settings = TestEngine.SQLITE.settings(folder.resolve("data"));
    try (Database database = Database.open(settings)) {
      BlobStore store = store(settings);
      String blob = item(database, store, "a", "text");
      archive(settings)
          .write(
              folder.resolve("backup.zip"),
              (bytes, all) -> {
                try {
                  database.change(handle -> handle.execute("DELETE FROM item"));
                  assertThat(store.sweep(any -> false, java.time.Duration.ofDays(-1))).isZero();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      assertThat(store.has(blob)).isTrue();
      assertThat(store.sweep(any -> false, java.time.Duration.ofDays(-1))).isEqualTo(1);
    }
  }

  @Test
  void onlyItsOwnerMayReadABackup() throws Exception {
    Path file = small("a");
    assertThat(
            java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void whereThereIsNoLibraryThereIsNothingToBackUp() {
    Path file = folder.resolve("backup.zip");
    assertThatThrownBy(() -> archive(sqlite("none")).write(file, SILENT))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(file).doesNotExist();
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void aBackupThatIsBrokenOffLeavesNothing() throws Exception {
    small("a");
    Path file = folder.resolve("later/backup.zip");
    Files.createDirectories(file.getParent());
    assertThatThrownBy(
            () ->
                archive(sqlite("data"))
                    .write(
                        file,
                        (bytes, all) -> {
                          throw new CancellationException();
                        }))
        .isInstanceOf(CancellationException.class);
    assertThat(file.getParent()).isEmptyDirectory();
  }

  @Test
  void aBlobThatIsNotSoundIsNamedAndTheRestIsSaved() throws Exception {
    DatabaseSettings settings = sqlite("data");
    Path file = folder.resolve("backup.zip");
    String gone;
    String rotten;
    String sound;
    try (Database database = Database.open(settings)) {
      BlobStore store = store(settings);
      gone = item(database, store, "gone", "one");
      rotten = item(database, store, "rotten", "two");
      sound = item(database, store, "sound", "three");
      Files.delete(store.path(gone));
      Files.delete(store.path(rotten));
      Files.writeString(store.path(rotten), "2");
      assertThat(archive(settings).write(file, SILENT).lost())
          .containsExactlyInAnyOrder(gone, rotten);
    }
    archive(sqlite("restored")).restore(file, false, SILENT);
    BlobStore store = store(sqlite("restored"));
    assertThat(store.has(gone)).isFalse();
    assertThat(store.has(rotten)).isFalse();
    assertThat(store.isSound(sound)).isTrue();
  }

  @Test
  void anyByteThatChangedIsFoundAndNothingIsRestored() throws Exception {
    byte[] whole = Files.readAllBytes(small("a"));
    Path damaged = folder.resolve("damaged.zip");
    for (int at = 0; at < whole.length; at += 97) {
      byte[] bytes = whole.clone();
      bytes[at] ^= 0x10;
      Files.write(damaged, bytes);
      try {
        archive(sqlite("restored")).verify(damaged, SILENT);
      } catch (UnusableArchiveException e) {
        assertThatThrownBy(() -> archive(sqlite("restored")).restore(damaged, false, SILENT))
            .isInstanceOf(UnusableArchiveException.class);
        assertThat(folder.resolve("restored")).doesNotExist();
        continue;
      }
      // A byte that means nothing, such as the time of an entry: all that matters is right.
      archive(sqlite("restored" + at)).restore(damaged, false, SILENT);
      try (Database before = Database.open(sqlite("data"));
          Database after = Database.open(sqlite("restored" + at))) {
        assertThat(rows(after)).isEqualTo(rows(before));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 400, 90, 99})
  void aBackupThatWasCutOffIsRefused(int percentOrBytes) throws Exception {
    byte[] whole = Files.readAllBytes(small("a"));
    Path cut = folder.resolve("cut.zip");
    Files.write(cut, Arrays.copyOf(whole, Math.min(whole.length - 1, percentOrBytes * 20)));
    assertThatThrownBy(() -> archive(sqlite("restored")).restore(cut, false, SILENT))
        .isInstanceOfSatisfying(
            UnusableArchiveException.class,
            e -> assertThat(e.reason()).isIn(Reason.DAMAGED, Reason.FOREIGN));
    assertThat(folder.resolve("restored")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil", "blobs/../../evil", "/tmp/evil", "blobs/evil", "titik.conf"})
  void anEntryWithAnyOtherNameIsRefused(String name) throws Exception {
    Path file = small("a");
    Path forged = folder.resolve("forged.zip");
    try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(forged))) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        zip.getInputStream(entry).transferTo(out);
      }
      out.putNextEntry(new ZipEntry(name));
      out.write(1);
    }
    refused(forged, Reason.FOREIGN);
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all).noneMatch(path -> path.endsWith("evil"));
    }
  }

  @Test
  void whatIsNoBackupIsRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("a.txt"), "Selamat pagi. ".repeat(100));
    refused(text, Reason.FOREIGN);
    Path zip = folder.resolve("book.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("mimetype"));
      out.write(1);
    }
    refused(zip, Reason.FOREIGN);
    refused(Files.createFile(folder.resolve("empty")), Reason.FOREIGN);
  }

  @Test
  void aBackupOfANewerProgramIsRefused() throws Exception {
    Path file = small("a");
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Path manifest = zip.getPath("manifest.json");
      Files.writeString(
          manifest,
          Files.readString(manifest).replaceFirst("\"schema\":\"\\d+\"", "\"schema\":\"9999\""));
    }
    refused(file, Reason.NEWER);
  }

  @ParameterizedTest
  @EnumSource
  void aLibraryThatIsThereStaysUnlessItIsReplacedAndThenItsRowsAreKept(TestEngine engine)
      throws Exception {
    Path file = small("from backup");
    DatabaseSettings settings = engine.settings(folder.resolve("there"));
    try (Database database = Database.open(settings)) {
      item(database, store(settings), "was there", "text");
    }
    assertThatThrownBy(() -> archive(settings).restore(file, false, SILENT))
        .isInstanceOf(NotEmptyException.class);
    assertThat(titles(settings)).containsExactly("was there");

    Path former = archive(settings).restore(file, true, SILENT).former().orElseThrow();
    assertThat(titles(settings)).containsExactly("from backup");
    if (engine == TestEngine.SQLITE) {
      assertThat(titles(DatabaseSettings.sqlite(former))).containsExactly("was there");
    } else {
      assertThat(former).content().contains("was there");
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsRestoredWhileAServiceIsAtWork(TestEngine engine) throws Exception {
    Path file = small("a");
    DatabaseSettings settings = engine.settings(folder.resolve("there"));
    try (Database database = Database.open(settings)) {
      assertThatThrownBy(() -> archive(settings).restore(file, true, SILENT))
          .isInstanceOf(InUseException.class);
      assertThat(database.check()).isEmpty();
    }
    assertThat(titles(settings)).isEmpty();
  }

  private void refused(Path file, Reason reason) {
    assertThatThrownBy(() -> archive(sqlite("restored")).restore(file, false, SILENT))
        .isInstanceOfSatisfying(
            UnusableArchiveException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    assertThat(folder.resolve("restored")).doesNotExist();
  }

  /** A backup of a library of one item, in the folder data. */
  private Path small(String title) throws Exception {
    Path file = folder.resolve("small.zip");
    try (Database database = Database.open(sqlite("data"))) {
      item(database, store(sqlite("data")), title, "text of " + title);
      archive(sqlite("data")).write(file, SILENT);
    }
    return file;
  }

  private DatabaseSettings sqlite(String name) {
    return DatabaseSettings.sqlite(folder.resolve(name));
  }

  private static Archive archive(DatabaseSettings settings) {
    return new Archive(settings, settings.folder().resolve("blobs"), BLOB_COLUMNS);
  }

  private static BlobStore store(DatabaseSettings settings) throws IOException {
    return new BlobStore(settings.folder().resolve("blobs"), 0);
  }

  private static String item(Database database, BlobStore store, String id, String text)
      throws IOException {
    Blob blob =
        store.take(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1 << 20);
    database.change(handle -> insert(handle, id, blob));
    return blob.sha256();
  }

  private static void insert(Handle handle, String id, Blob blob) {
    handle.execute(
        "INSERT INTO item (id, title, authors, said, words, language, rights, source_name,"
            + " source_type, source_bytes, source_sha256, state, infos, warnings, errors, version,"
            + " added) VALUES (?, ?, '[]', '{}', '', '', 'open', 'a.txt', 'text/plain', ?, ?,"
            + " 'reading', 0, 0, 0, 1, 1)",
        id,
        id,
        blob.bytes(),
        blob.sha256());
  }

  private static Set<String> titles(DatabaseSettings settings) throws IOException {
    try (Database database = Database.open(settings)) {
      return column(database, "title");
    }
  }

  private static Set<String> blobs(Database database) {
    return column(database, "source_sha256");
  }

  private static Set<String> column(Database database, String name) {
    return database.read(
        handle ->
            new TreeSet<>(
                handle.createQuery("SELECT " + name + " FROM item").mapTo(String.class).list()));
  }

  private static String rows(Database database) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Connection connection = database.engine().apart()) {
      Rows.write(connection, out, Set.of(), blob -> {});
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
