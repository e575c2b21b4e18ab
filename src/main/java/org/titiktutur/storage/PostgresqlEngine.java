package org.titiktutur.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** A server that many connections may write to at once. */
final class PostgresqlEngine implements Engine {

  private static final int MOST_CONNECTIONS = 10;
  private static final int WAIT_MILLIS = 10_000;

  private final DatabaseSettings settings;
  private final HikariDataSource pool;

  PostgresqlEngine(DatabaseSettings settings) {
    this.settings = settings;
    HikariConfig config = new HikariConfig();
    config.setPoolName("database");
    config.setJdbcUrl(settings.address().orElseThrow());
    if (!settings.user().isEmpty()) {
      config.setUsername(settings.user());
      config.setPassword(settings.password());
    }
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(WAIT_MILLIS);
    this.pool = new HikariDataSource(config);
  }

  @Override
  public Connection reader() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public void giveBackReader(Connection connection) {
    giveBackWriter(connection);
  }

  @Override
  public Connection writer() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public void giveBackWriter(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // The pool throws it away.
    }
  }

  @Override
  public Connection apart() throws SQLException {
    Properties properties = new Properties();
    if (!settings.user().isEmpty()) {
      properties.setProperty("user", settings.user());
      properties.setProperty("password", settings.password());
    }
    return DriverManager.getConnection(settings.address().orElseThrow(), properties);
  }

  @Override
  public void beginSnapshot(Connection connection) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
  }

  @Override
  public void endSnapshot(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    connection.setReadOnly(false);
  }

  @Override
  public Map<String, String> placeholders() {
    return Map.of("bytes", "BYTEA", "timestamp", "TIMESTAMP WITH TIME ZONE");
  }

  @Override
  public void close() {
    pool.close();
  }
}
