package org.titiktutur.storage;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the database is.
 *
 * @param address {@code jdbc:postgresql:…}; empty: a SQLite file in the data folder
 * @param user of PostgreSQL; empty where the address says it
 * @param password of PostgreSQL
 * @param folder of the data: the file {@code titik.db}, natives and backups lie in it
 */
public record DatabaseSettings(
    Optional<String> address, String user, String password, Path folder) {

  private static final String POSTGRESQL = "jdbc:postgresql:";

  public DatabaseSettings {
    if (address.isPresent() && !address.get().startsWith(POSTGRESQL)) {
      throw new IllegalArgumentException("not an address of PostgreSQL: " + address.get());
    }
  }

  public static DatabaseSettings sqlite(Path folder) {
    return new DatabaseSettings(Optional.empty(), "", "", folder);
  }

  public static DatabaseSettings postgresql(
      String address, String user, String password, Path folder) {
    return new DatabaseSettings(Optional.of(address), user, password, folder);
  }

  public boolean isPostgresql() {
    return address.isPresent();
  }

  /** The SQLite file. */
  Path file() {
    return folder.resolve("titik.db");
  }

  /** Without what stands behind the question mark, which may be a password. */
  @Override
  public String toString() {
    return address.map(each -> each.replaceFirst("\\?.*", "")).orElse(file().toString());
  }
}
