package org.titiktutur.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** What differs between the databases that we run on. Safe for any thread. */
interface Engine extends AutoCloseable {

  /** For reading, on its own; nothing is written through it. */
  Connection reader() throws SQLException;

  void giveBackReader(Connection connection);

  /** For writing; waits until others are done where there is only one. */
  Connection writer() throws SQLException;

  void giveBackWriter(Connection connection);

  /** A connection that is in nobody's pool; whoever asks for it closes it. */
  Connection apart() throws SQLException;

  /** From here on a connection of {@link #apart} sees the database as it is now. */
  void beginSnapshot(Connection connection) throws SQLException;

  void endSnapshot(Connection connection) throws SQLException;

  /** What stands for itself in migrations. */
  Map<String, String> placeholders();

  @Override
  void close();
}
