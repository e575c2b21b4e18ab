package org.titiktutur.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;

/** A copy of all rows as they are at one moment, while others go on writing. */
final class Backup {

  private Backup() {}

  static String ending(DatabaseSettings settings) {
    return settings.isPostgresql() ? ".jsonl" : ".db";
  }

  /** Writes a copy, whole or not at all. */
  static void write(DatabaseSettings settings, Engine engine, Path file)
      throws SQLException, IOException {
    Path aside = file.resolveSibling("." + file.getFileName() + "." + Ids.next());
    try (Connection connection = engine.apart()) {
      if (settings.isPostgresql()) {
        dump(engine, connection, aside);
      } else {
        try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
          statement.setString(1, aside.toString());
          statement.execute();
        }
      }
      try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.READ)) {
        channel.force(true);
      }
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static void dump(Engine engine, Connection connection, Path file)
      throws SQLException, IOException {
    engine.beginSnapshot(connection);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      Rows.write(connection, out, Set.of(), blob -> {});
    } finally {
      engine.endSnapshot(connection);
    }
  }
}
