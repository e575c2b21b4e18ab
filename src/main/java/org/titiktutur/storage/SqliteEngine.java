package org.titiktutur.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.OSInfo;

/** One file, one connection that writes, a few that read. */
final class SqliteEngine implements Engine {

  private static final int READERS = 8;
  private static final int BUSY_MILLIS = 5000;

  private final String address;
  private final Connection writer;
  private final Semaphore writing = new Semaphore(1, true);
  private final Semaphore reading = new Semaphore(READERS, true);
  private final Deque<Connection> idle = new ArrayDeque<>();
  private volatile boolean closed;

  SqliteEngine(DatabaseSettings settings) throws IOException, SQLException {
    unpackNative(settings.folder().resolve("natives"));
    this.address = "jdbc:sqlite:" + settings.file().toAbsolutePath();
    this.writer = apart();
  }

  @Override
  public Connection reader() throws SQLException {
    reading.acquireUninterruptibly();
    try {
      Connection free;
      synchronized (idle) {
        free = idle.poll();
      }
      return free != null ? free : openReader();
    } catch (SQLException | RuntimeException e) {
      reading.release();
      throw e;
    }
  }

  @Override
  public void giveBackReader(Connection connection) {
    synchronized (idle) {
      if (closed) {
        closeQuietly(connection);
      } else {
        idle.push(connection);
      }
    }
    reading.release();
  }

  @Override
  public Connection writer() throws SQLException {
    writing.acquireUninterruptibly();
    if (closed) {
      writing.release();
      throw new SQLException("the database is closed");
    }
    return writer;
  }

  @Override
  public void giveBackWriter(Connection connection) {
    writing.release();
  }

  @Override
  public Connection apart() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    return config.createConnection(address);
  }

  @Override
  public void beginSnapshot(Connection connection) throws SQLException {
    // Deferred, which the driver would not do by itself: the writer must not be kept waiting.
    run(connection, "BEGIN DEFERRED");
    run(connection, "SELECT COUNT(*) FROM sqlite_schema");
  }

  @Override
  public void endSnapshot(Connection connection) throws SQLException {
    run(connection, "ROLLBACK");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public Map<String, String> placeholders() {
    return Map.of("bytes", "BLOB", "timestamp", "TIMESTAMP");
  }

  @Override
  public void close() {
    writing.acquireUninterruptibly();
    closed = true;
    synchronized (idle) {
      idle.forEach(SqliteEngine::closeQuietly);
      idle.clear();
    }
    closeQuietly(writer);
    writing.release();
  }

  private Connection openReader() throws SQLException {
    Connection connection = apart();
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = 1");
    }
    return connection;
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // It is being thrown away.
    }
  }

  /**
   * Lays the driver's native library where it stays, once for each version: the temporary folder
   * may forbid native code, and a killed process would leave a copy there.
   */
  static void unpackNative(Path natives) throws IOException {
    if (System.getProperty("org.sqlite.lib.path") != null) {
      return;
    }
    String name = System.mapLibraryName("sqlitejdbc");
    String resource =
        "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + name;
    Path folder =
        Files.createDirectories(natives.resolve("sqlite-" + SQLiteJDBCLoader.getVersion()));
    Path library = folder.resolve(name);
    if (!Files.exists(library)) {
      Path aside = folder.resolve(Ids.next());
      try (InputStream in = SqliteEngine.class.getResourceAsStream(resource)) {
        if (in == null) {
          return;
        }
        Files.copy(in, aside);
        Files.move(aside, library, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileAlreadyExistsException e) {
        Files.deleteIfExists(aside);
      }
    }
    System.setProperty("org.sqlite.lib.path", folder.toString());
    System.setProperty("org.sqlite.lib.name", name);
  }
}
