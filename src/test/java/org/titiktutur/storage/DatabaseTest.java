package org.titiktutur.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsReadAfterTheNextStart(TestEngine engine) throws Exception {
    DatabaseSettings settings = engine.settings(folder);
    try (Database database = Database.open(settings)) {
      database.change(handle -> pace(handle, "mp3", 7));
    }
    try (Database database = Database.open(settings)) {
      assertThat(characters(database, "mp3")).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTransactionThatFailsLeavesNothing(TestEngine engine) throws Exception {
    try (Database database = Database.open(engine.settings(folder))) {
      assertThatThrownBy(
              () ->
                  database.change(
                      handle -> {
                        pace(handle, "mp3", 7);
                        throw new IllegalStateException("after all");
                      }))
          .hasMessage("after all");
      assertThat(rows(database)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void writesInsideAWriteAreTheSameTransactionAndReadsSeeThem(TestEngine engine) throws Exception {
    try (Database database = Database.open(engine.settings(folder))) {
      assertThatThrownBy(
              () ->
                  database.change(
                      outer -> {
                        database.change(inner -> pace(inner, "mp3", 7));
                        assertThat(characters(database, "mp3")).isEqualTo(7);
                        throw new IllegalStateException("after all");
                      }))
          .hasMessage("after all");
      assertThat(rows(database)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLibraryThatAsksForAConnectionInsideAWriteTakesPartInItAndCannotEndIt(TestEngine engine)
      throws Exception {
    try (Database database = Database.open(engine.settings(folder))) {
      assertThatThrownBy(
              () ->
                  database.change(
                      handle -> {
                        byLibrary(database, "brf");
                        throw new IllegalStateException("after all");
                      }))
          .hasMessage("after all");
      assertThat(rows(database)).isZero();
      byLibrary(database, "brf");
      assertThat(characters(database, "brf")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatComesAfterwardsComesOnlyOnceItIsWritten(TestEngine engine) throws Exception {
    List<String> heard = new ArrayList<>();
    try (Database database = Database.open(engine.settings(folder))) {
      database.change(
          handle -> {
            database.afterwards(() -> heard.add("rows: " + rows(database)));
            pace(handle, "mp3", 7);
            assertThat(heard).isEmpty();
          });
      assertThat(heard).containsExactly("rows: 1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void eightThreadsWriteWithoutGettingInEachOthersWay(TestEngine engine) throws Exception {
    try (Database database = Database.open(engine.settings(folder))) {
      ExecutorService threads = Executors.newFixedThreadPool(8);
      List<Callable<Void>> works = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String format = "f" + i;
        works.add(
            () -> {
              database.change(handle -> pace(handle, format, 1));
              return null;
            });
      }
      for (Future<Void> done : threads.invokeAll(works)) {
        done.get();
      }
      threads.shutdown();
      assertThat(rows(database)).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSecondServiceOnTheSameDataIsRefused(TestEngine engine) throws Exception {
    DatabaseSettings settings = engine.settings(folder);
    try (Database database = Database.open(settings)) {
      assertThat(database.check()).isEmpty();
      assertThatThrownBy(() -> Database.open(settings)).isInstanceOf(InUseException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBackupHoldsWhatIsCommittedWhileOthersWrite(TestEngine engine) throws Exception {
    Path copy = folder.resolve("copy");
    try (Database database = Database.open(engine.settings(folder.resolve("data")))) {
      database.change(handle -> pace(handle, "mp3", 7));
      database.change(
          handle -> {
            pace(handle, "brf", 1);
            try {
              database.backup(copy);
            } catch (java.io.IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          });
    }
    assertThat(copy).isNotEmptyFile();
  }

  @ParameterizedTest
  @EnumSource
  void aCopyOfTheRowsIsMadeBeforeADatabaseThatIsNotNewIsChanged(TestEngine engine)
      throws Exception {
    DatabaseSettings settings = engine.settings(folder);
    try (Database database = Database.open(settings)) {
      database.change(handle -> pace(handle, "mp3", 7));
      assertThat(folder.resolve("backups")).doesNotExist();
      List<String> newer = new ArrayList<>(Migrations.FILES);
      newer.add("V9999__test.sql");
      Migrations.run(settings, database.engine(), newer);
      assertThat(rows(database)).isEqualTo(1);
      assertThat(folder.resolve("backups")).isNotEmptyDirectory();
      int inNewTable =
          database.read(
              handle ->
                  handle
                      .createQuery("SELECT COUNT(*) FROM of_version_9999")
                      .mapTo(Integer.class)
                      .one());
      assertThat(inNewTable).isZero();
    }
  }

  private static void byLibrary(Database database, String format) {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO pace (format, characters, millis) VALUES (?, 1, 1)")) {
      insert.setString(1, format);
      insert.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pace(Handle handle, String format, long characters) {
    handle.execute(
        "INSERT INTO pace (format, characters, millis) VALUES (?, ?, 1)", format, characters);
  }

  private static long characters(Database database, String format) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT characters FROM pace WHERE format = :format")
                .bind("format", format)
                .mapTo(Long.class)
                .one());
  }

  private static int rows(Database database) {
    return database.read(
        handle -> handle.createQuery("SELECT COUNT(*) FROM pace").mapTo(Integer.class).one());
  }
}
