package org.titiktutur.storage;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

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
        dump(connection, aside);
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

  private static void dump(Connection connection, Path file) throws SQLException, IOException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        JsonGenerator json =
            JsonMapper.builder().build().createGenerator(out).setRootValueSeparator(null)) {
      for (String table : tables(connection)) {
        try (Statement statement = connection.createStatement()) {
          statement.setFetchSize(500);
          try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
            while (rows.next()) {
              row(json, table, rows);
            }
          }
        }
      }
    } finally {
      connection.rollback();
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), null, new String[] {"TABLE"})) {
      while (found.next()) {
        tables.add(found.getString("TABLE_NAME"));
      }
    }
    return tables;
  }

  private static void row(JsonGenerator json, String table, ResultSet row)
      throws SQLException, IOException {
    json.writeStartObject();
    json.writeStringField("", table);
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      String column = row.getMetaData().getColumnName(i);
      Object value = row.getObject(i);
      if (value instanceof byte[] bytes) {
        json.writeBinaryField(column, bytes);
      } else if (value instanceof Number || value instanceof Boolean) {
        json.writePOJOField(column, value);
      } else if (value != null) {
        json.writeStringField(column, row.getString(i));
      }
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }
}
