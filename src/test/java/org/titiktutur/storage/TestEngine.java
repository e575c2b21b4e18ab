package org.titiktutur.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;

/** The databases that everything must work on. */
public enum TestEngine {
  SQLITE,
  POSTGRESQL;

  private static final Duration START = Duration.ofMinutes(1);

  private static EmbeddedPostgres server;
  private static String whyNot;

  /**
   * A new empty database.
   *
   * @param folder of the data
   */
  public DatabaseSettings settings(Path folder) {
    if (this == SQLITE) {
      return DatabaseSettings.sqlite(folder);
    }
    EmbeddedPostgres running = server();
    Assumptions.assumeTrue(running != null, "SKIPPED: PostgreSQL does not start: " + whyNot);
    String name = "t" + Ids.next();
    try (Connection connection = running.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return DatabaseSettings.postgresql(
        "jdbc:postgresql://localhost:" + running.getPort() + "/" + name, "postgres", "", folder);
  }

  private static synchronized EmbeddedPostgres server() {
    if (server == null && whyNot == null) {
      try {
        server = EmbeddedPostgres.builder().setPGStartupWait(START).start();
      } catch (IOException | RuntimeException e) {
        whyNot = e.toString();
      }
    }
    return server;
  }
}
