package org.titiktutur.catalog;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.titiktutur.storage.Database;

/** Which blobs rows point to. */
public final class BlobUse {

  /** Every column that names a blob. */
  private static final List<String> COLUMNS =
      List.of(
          "item.source_sha256",
          "publication.sha256",
          "publication_part.sha256",
          "rendition_file.sha256",
          "embossing.sha256",
          "checkpoint.sha256");

  private final Database database;

  public BlobUse(Database database) {
    this.database = database;
  }

  /** Every column that names a blob, as {@code table.column}. */
  public static Set<String> columns() {
    return Set.copyOf(COLUMNS);
  }

  public boolean isUsed(String sha256) {
    return database.read(
        handle ->
            COLUMNS.stream()
                .anyMatch(
                    column ->
                        handle
                            .createQuery(
                                "SELECT 1 FROM "
                                    + table(column)
                                    + " WHERE "
                                    + column
                                    + " = :sha256 LIMIT 1")
                            .bind("sha256", sha256)
                            .mapTo(int.class)
                            .findOne()
                            .isPresent()));
  }

  /** Every blob that a row points to, some more than once. */
  public void each(Consumer<String> blob) {
    database.read(
        handle -> {
          for (String column : COLUMNS) {
            handle
                .createQuery("SELECT DISTINCT " + column + " FROM " + table(column))
                .mapTo(String.class)
                .forEach(blob);
          }
          return null;
        });
  }

  private static String table(String column) {
    return column.substring(0, column.indexOf('.'));
  }
}
