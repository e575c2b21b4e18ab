package org.titiktutur.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.titiktutur.storage.Database;
import org.titiktutur.storage.TestEngine;

class BlobUseTest {

  /** Hashes of secrets and of requests, not of files. */
  private static final Set<String> NO_BLOBS =
      Set.of("token.sha256", "session.sha256", "repeat.request_sha256");

  @TempDir Path folder;

  /** A column that is forgotten there has its files swept away and left out of backups. */
  @ParameterizedTest
  @EnumSource
  void everyColumnThatNamesABlobIsKnown(TestEngine engine) throws Exception {
    Set<String> columns = new TreeSet<>();
    try (Database database = Database.open(engine.settings(folder));
        Connection connection = database.dataSource().getConnection();
        ResultSet rows = connection.getMetaData().getColumns(null, null, "%", "%sha256")) {
      while (rows.next()) {
        columns.add(rows.getString("TABLE_NAME") + "." + rows.getString("COLUMN_NAME"));
      }
    }
    columns.removeAll(NO_BLOBS);
    assertThat(columns).isEqualTo(new TreeSet<>(BlobUse.columns()));
  }
}
