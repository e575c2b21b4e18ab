package org.titiktutur.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The database: SQLite in a file of the data folder, or PostgreSQL. Safe for any thread.
 *
 * <p>Whatever is called inside {@link #write} on the same thread, {@link #read}, {@code write} or a
 * connection of {@link #dataSource}, takes part in the same transaction. Failures come as unchecked
 * exceptions; a full disk as {@link FullDiskException}.
 *
 * <p>One process at a time may have it open: blobs lie on this machine, so a second service would
 * find rows without their files.
 */
public final class Database implements AutoCloseable {

  /** Any number, as long as it is always the same. */
  private static final long ADVISORY_LOCK = 0x7469746b;

  private final DatabaseSettings settings;
  private final Engine engine;
  private final Closing lock;

  /** Not static: a thread may copy from one database into another. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<Session> current = new ThreadLocal<>();

  private final Jdbi jdbi = Jdbi.create(new SessionConnections());

  private Database(DatabaseSettings settings, Engine engine, Closing lock) {
    this.settings = settings;
    this.engine = engine;
    this.lock = lock;
  }

  /**
   * Opens the database, makes it if it is new, and brings it up to date.
   *
   * @throws InUseException if another process has it open
   * @throws IOException if it cannot be reached or brought up to date
   */
  public static Database open(DatabaseSettings settings) throws IOException {
    Files.createDirectories(settings.folder());
    Closing folderLock = lockFolder(settings.folder());
    Engine engine = null;
    try {
      engine =
          settings.isPostgresql() ? new PostgresqlEngine(settings) : new SqliteEngine(settings);
      Closing lock = settings.isPostgresql() ? lockServer(engine, folderLock) : folderLock;
      Migrations.run(settings, engine);
      return new Database(settings, engine, lock);
    } catch (SQLException | RuntimeException e) {
      if (engine != null) {
        engine.close();
      }
      folderLock.close();
      FullDiskException.check(e);
      throw new IOException("cannot open " + settings + ": " + e.getMessage(), e);
    } catch (IOException e) {
      if (engine != null) {
        engine.close();
      }
      folderLock.close();
      throw e;
    }
  }

  /**
   * Opens a database that a service may have open too, only to read in it and to back it up.
   *
   * @throws IOException if it is not there or cannot be reached
   */
  public static Database openBeside(DatabaseSettings settings) throws IOException {
    if (!settings.isPostgresql() && !Files.exists(settings.file())) {
      throw new NoSuchFileException(settings.file().toString());
    }
    try {
      Engine engine =
          settings.isPostgresql() ? new PostgresqlEngine(settings) : new SqliteEngine(settings);
      return new Database(settings, engine, () -> {});
    } catch (SQLException | RuntimeException e) {
      throw new IOException("cannot open " + settings + ": " + e.getMessage(), e);
    }
  }

  /** Whether a process has this folder's data open, such as a service at work. */
  public static boolean isInUse(Path folder) throws IOException {
    if (!Files.isWritable(folder.resolve("lock"))) {
      return false;
    }
    try {
      lockFolder(folder).close();
      return false;
    } catch (InUseException e) {
      return true;
    }
  }

  public DatabaseSettings settings() {
    return settings;
  }

  /** Reads; what is read is committed, unless this is called inside {@link #write}. */
  public <T> T read(Function<Handle, T> work) {
    Session outer = current.get();
    if (outer != null) {
      return work.apply(outer.handle());
    }
    try {
      Connection connection = engine.reader();
      try {
        return within(new Session(connection, false), work);
      } finally {
        engine.giveBackReader(connection);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * One transaction: all of it or nothing. Keep it short, others wait for it.
   *
   * @return what the work answers, after it has reached the disk
   */
  public <T> T write(Function<Handle, T> work) {
    Session outer = current.get();
    if (outer != null && outer.writing) {
      return work.apply(outer.handle());
    }
    Session session = null;
    T answer;
    try {
      Connection connection = engine.writer();
      try {
        session = new Session(connection, true);
        answer = transaction(connection, session, work);
      } finally {
        engine.giveBackWriter(connection);
      }
    } catch (SQLException e) {
      throw failed(e);
    } catch (RuntimeException e) {
      FullDiskException.check(e);
      throw e;
    }
    session.afterwards.forEach(Runnable::run);
    return answer;
  }

  /** {@link #write} with nothing to answer. */
  public void change(Consumer<Handle> work) {
    write(
        handle -> {
          work.accept(handle);
          return null;
        });
  }

  /**
   * Does something once the transaction at hand has reached the disk; not at all if it is rolled
   * back, and at once if there is none.
   */
  public void afterwards(Runnable work) {
    Session session = current.get();
    if (session != null && session.writing) {
      session.afterwards.add(work);
    } else {
      work.run();
    }
  }

  /** For libraries that want one; see the class about transactions. */
  public DataSource dataSource() {
    return new SuppliedDataSource(
        () -> {
          Session session = current.get();
          if (session != null && session.writing) {
            return JoiningConnection.joined(session.connection);
          }
          Connection connection = engine.writer();
          return JoiningConnection.own(connection, () -> engine.giveBackWriter(connection));
        });
  }

  /**
   * Writes all rows into one file while the database is in use: for SQLite a database file, for
   * PostgreSQL one line of JSON for each row.
   *
   * @param file must not exist
   */
  public void backup(Path file) throws IOException {
    try {
      Backup.write(settings, engine, file);
    } catch (SQLException e) {
      FullDiskException.check(e);
      throw new IOException("cannot back up " + settings, e);
    }
  }

  /**
   * What is wrong with the file or the connection, in the database's own words; empty if nothing.
   */
  public List<String> check() {
    if (settings.isPostgresql()) {
      return read(handle -> handle.createQuery("SELECT 1").mapTo(int.class).one()) == 1
          ? List.of()
          : List.of("SELECT 1");
    }
    return read(
        handle ->
            handle.createQuery("PRAGMA quick_check").mapTo(String.class).list().stream()
                .filter(line -> !line.equals("ok"))
                .toList());
  }

  @Override
  public void close() {
    engine.close();
    lock.close();
  }

  Engine engine() {
    return engine;
  }

  private <T> T transaction(Connection connection, Session session, Function<Handle, T> work)
      throws SQLException {
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      T answer = within(session, work);
      connection.commit();
      done = true;
      return answer;
    } finally {
      if (!done) {
        rollBackQuietly(connection);
      }
      connection.setAutoCommit(true);
    }
  }

  private <T> T within(Session session, Function<Handle, T> work) {
    Session outer = current.get();
    current.set(session);
    try {
      return work.apply(session.handle());
    } finally {
      session.close();
      if (outer == null) {
        current.remove();
      } else {
        current.set(outer);
      }
    }
  }

  private static void rollBackQuietly(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // What went wrong before is what matters; a broken connection rolls back by itself.
    }
  }

  private static RuntimeException failed(SQLException e) {
    FullDiskException.check(e);
    return new IllegalStateException("the database failed", e);
  }

  static Closing lockFolder(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return () -> closeQuietly(channel);
      }
    } catch (OverlappingFileLockException e) {
      // This very process has it.
    }
    channel.close();
    throw new InUseException(folder.toString(), false);
  }

  /** Held by a connection, so that the lock goes with the process, however that ends. */
  static Closing lockServer(Engine engine, Closing folderLock) throws SQLException, IOException {
    Connection connection = engine.apart();
    boolean mine;
    try (Statement statement = connection.createStatement()) {
      // So that the server notices within half a minute that this machine has lost its power.
      statement.execute(
          "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5;"
              + " SET tcp_keepalives_count = 4");
    }
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT pg_try_advisory_lock(" + ADVISORY_LOCK + ")")) {
      mine = result.next() && result.getBoolean(1);
    }
    if (!mine) {
      closeQuietly(connection);
      throw new InUseException("PostgreSQL", true);
    }
    return () -> {
      closeQuietly(connection);
      folderLock.close();
    };
  }

  private static void closeQuietly(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception e) {
      // It is being thrown away.
    }
  }

  /** Closes without a checked exception. */
  @FunctionalInterface
  interface Closing extends AutoCloseable {
    @Override
    void close();
  }

  /** What one thread does with one connection. */
  private final class Session {
    private final Connection connection;
    private final boolean writing;
    private final List<Runnable> afterwards = new ArrayList<>();
    private Handle handle;

    Session(Connection connection, boolean writing) {
      this.connection = connection;
      this.writing = writing;
    }

    Handle handle() {
      if (handle == null) {
        handle = jdbi.open();
      }
      return handle;
    }

    void close() {
      if (handle != null) {
        handle.close();
      }
    }
  }

  /** Hands Jdbi the connection of the session, and leaves closing it to the session's owner. */
  private final class SessionConnections implements ConnectionFactory {
    @Override
    public Connection openConnection() {
      return current.get().connection;
    }

    @Override
    public void closeConnection(Connection connection) {
      // Not Jdbi's.
    }
  }
}
