package org.titiktutur.storage;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A copy of all rows as they are at one moment, while others go on writing. */
final class Backup {

  private static final JsonMapper JSON = JsonMapper.builder().build();

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
        JsonGenerator json = JSON.createGenerator(out).setRootValueSeparator(null)) {
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

  /** Puts back the rows of a dump, all or none, into tables that are empty. */
  static void readBack(Connection connection, InputStream dump) throws SQLException, IOException {
    connection.setAutoCommit(false);
    try {
      Map<String, List<String>> rows = new HashMap<>();
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(dump, StandardCharsets.UTF_8));
      Set<String> tables = Set.copyOf(tables(connection));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String table = JSON.readTree(line).path("").asText();
        if (!tables.contains(table)) {
          throw new IOException("no table " + table + " here: the backup is of another version");
        }
        rows.computeIfAbsent(table, any -> new ArrayList<>()).add(line);
      }
      rows.remove(Migrations.HISTORY);
      for (String table : parentsFirst(connection, rows.keySet())) {
        insert(connection, table, rows.get(table));
      }
      connection.commit();
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** Each table after those that its foreign keys name. */
  private static List<String> parentsFirst(Connection connection, Set<String> tables)
      throws SQLException {
    Set<String> ordered = new LinkedHashSet<>();
    while (ordered.size() < tables.size()) {
      int before = ordered.size();
      for (String table : tables) {
        Set<String> parents = new HashSet<>();
        try (ResultSet keys =
            connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
          while (keys.next()) {
            parents.add(keys.getString("PKTABLE_NAME"));
          }
        }
        parents.retainAll(tables);
        parents.remove(table);
        if (ordered.containsAll(parents)) {
          ordered.add(table);
        }
      }
      if (ordered.size() == before) {
        throw new SQLException("foreign keys in a circle: " + tables);
      }
    }
    return List.copyOf(ordered);
  }

  private static void insert(Connection connection, String table, List<String> rows)
      throws SQLException {
    String sql =
        "INSERT INTO \"%1$s\" SELECT * FROM jsonb_populate_record(NULL::\"%1$s\", ?::jsonb)"
            .formatted(table);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (String row : rows) {
        insert.setString(1, row);
        insert.addBatch();
      }
      insert.executeBatch();
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
        json.writeStringField(column, "\\x" + HexFormat.of().formatHex(bytes));
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
