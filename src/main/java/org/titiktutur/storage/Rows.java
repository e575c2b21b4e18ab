package org.titiktutur.storage;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * All rows as lines of JSON that mean the same to every engine: for each table an object with its
 * name and columns, then an array for each row. A table comes after those that its foreign keys
 * name. Bytes are Base64, moments ISO 8601. The history of migrations is not among them.
 */
final class Rows {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int BATCH = 500;

  private Rows() {}

  /** What a column holds, whatever its engine calls that. */
  private enum Kind {
    TEXT,
    WHOLE,
    REAL,
    BYTES,
    TRUTH,
    MOMENT;

    static Kind of(String type) {
      String name = type.toLowerCase(Locale.ROOT);
      if (name.contains("timestamp")) {
        return MOMENT;
      }
      if (name.contains("bool")) {
        return TRUTH;
      }
      if (name.contains("blob") || name.contains("bytea")) {
        return BYTES;
      }
      if (name.contains("double") || name.contains("float") || name.contains("real")) {
        return REAL;
      }
      return name.contains("int") ? WHOLE : TEXT;
    }
  }

  /**
   * Writes every row.
   *
   * @param connection sees the database as it is at one moment
   * @param blobColumns as {@code table.column}
   * @param blobs gets each value of those columns
   * @return how many rows
   */
  static long write(
      Connection connection, OutputStream out, Set<String> blobColumns, Consumer<String> blobs)
      throws SQLException, IOException {
    long rows = 0;
    try (JsonGenerator json = JSON.createGenerator(out).setRootValueSeparator(null)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      for (String table : parentsFirst(connection)) {
        rows += write(connection, json, table, blobColumns, blobs);
      }
    }
    return rows;
  }

  /**
   * Reads without writing: answers how many rows there are, and gives what those columns hold.
   *
   * @throws IOException if it is not what {@link #write} writes
   */
  static long scan(InputStream in, Set<String> blobColumns, Consumer<String> blobs)
      throws IOException {
    return read(
        in,
        (table, columns) ->
            row -> {
              for (int i = 0; i < columns.size(); i++) {
                if (row.get(i) != null && blobColumns.contains(table + "." + columns.get(i))) {
                  blobs.accept(row.get(i));
                }
              }
            });
  }

  /** Puts these rows in the place of all that there are; all or none. */
  static void replace(Connection connection, InputStream in) throws SQLException, IOException {
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      List<String> tables = parentsFirst(connection);
      try (Statement delete = connection.createStatement()) {
        for (int i = tables.size() - 1; i >= 0; i--) {
          delete.execute("DELETE FROM " + quoted(tables.get(i)));
        }
      }
      List<Insert> inserts = new ArrayList<>();
      try {
        read(
            in,
            (table, columns) -> {
              flush(inserts);
              Insert insert = new Insert(connection, table, columns);
              inserts.add(insert);
              return insert;
            });
        flush(inserts);
      } finally {
        for (Insert insert : inserts) {
          insert.close();
        }
      }
      connection.commit();
      done = true;
    } catch (Failed e) {
      throw e.cause;
    } finally {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  private static void flush(List<Insert> inserts) {
    if (!inserts.isEmpty()) {
      inserts.get(inserts.size() - 1).flush();
    }
  }

  /** What happens to the rows of one table, each given as text. */
  @FunctionalInterface
  private interface Table {
    Consumer<List<String>> of(String name, List<String> columns);
  }

  private static long read(InputStream in, Table tables) throws IOException {
    long rows = 0;
    Consumer<List<String>> table = null;
    int width = 0;
    try (JsonParser json = JSON.createParser(in)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          Header header = JSON.readValue(json, Header.class);
          width = header.columns().size();
          table = tables.of(header.table(), header.columns());
        } else if (token == JsonToken.START_ARRAY && table != null) {
          List<String> row = new ArrayList<>(width);
          while (json.nextToken() != JsonToken.END_ARRAY) {
            row.add(json.getValueAsString());
          }
          if (row.size() != width) {
            throw new IOException("a row of " + row.size() + " columns instead of " + width);
          }
          table.accept(row);
          rows++;
        } else {
          throw new IOException("unexpected " + token);
        }
      }
    }
    return rows;
  }

  private record Header(String table, List<String> columns) {}

  private static long write(
      Connection connection,
      JsonGenerator json,
      String table,
      Set<String> blobColumns,
      Consumer<String> blobs)
      throws SQLException, IOException {
    Map<String, Kind> columns = columns(connection, table);
    JSON.writeValue(json, new Header(table, List.copyOf(columns.keySet())));
    json.writeRaw('\n');
    long rows = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(BATCH);
      try (ResultSet row = statement.executeQuery(select(table, columns.keySet()))) {
        while (row.next()) {
          json.writeStartArray();
          int at = 1;
          for (Map.Entry<String, Kind> column : columns.entrySet()) {
            write(json, row, at, column.getValue());
            if (blobColumns.contains(table + "." + column.getKey()) && row.getString(at) != null) {
              blobs.accept(row.getString(at));
            }
            at++;
          }
          json.writeEndArray();
          json.writeRaw('\n');
          rows++;
        }
      }
    }
    return rows;
  }

  private static void write(JsonGenerator json, ResultSet row, int at, Kind kind)
      throws SQLException, IOException {
    if (row.getObject(at) == null) {
      json.writeNull();
      return;
    }
    switch (kind) {
      case TEXT -> json.writeString(row.getString(at));
      case WHOLE -> json.writeNumber(row.getLong(at));
      case REAL -> json.writeNumber(row.getDouble(at));
      case BYTES -> json.writeBinary(row.getBytes(at));
      case TRUTH -> json.writeBoolean(row.getBoolean(at));
      case MOMENT -> json.writeString(row.getTimestamp(at).toInstant().toString());
    }
  }

  /** Adds rows to one table. */
  private static final class Insert implements Consumer<List<String>> {
    private final PreparedStatement statement;
    private final List<Kind> kinds = new ArrayList<>();
    private int waiting;

    Insert(Connection connection, String table, List<String> names) {
      try {
        Map<String, Kind> here = columns(connection, table);
        for (String name : names) {
          Kind kind = here.get(name);
          if (kind == null) {
            throw new SQLException("no column " + table + "." + name);
          }
          kinds.add(kind);
        }
        statement =
            connection.prepareStatement(
                "INSERT INTO "
                    + quoted(table)
                    + " ("
                    + String.join(", ", names.stream().map(Rows::quoted).toList())
                    + ") VALUES ("
                    + String.join(", ", names.stream().map(name -> "?").toList())
                    + ")");
      } catch (SQLException e) {
        throw new Failed(e);
      }
    }

    @Override
    public void accept(List<String> row) {
      try {
        for (int i = 0; i < row.size(); i++) {
          set(i + 1, kinds.get(i), row.get(i));
        }
        statement.addBatch();
      } catch (SQLException e) {
        throw new Failed(e);
      }
      if (++waiting == BATCH) {
        flush();
      }
    }

    void flush() {
      try {
        if (waiting > 0) {
          statement.executeBatch();
          waiting = 0;
        }
      } catch (SQLException e) {
        throw new Failed(e);
      }
    }

    void close() throws SQLException {
      statement.close();
    }

    private void set(int at, Kind kind, String value) throws SQLException {
      if (value == null) {
        statement.setNull(at, kind == Kind.BYTES ? Types.BINARY : Types.NULL);
        return;
      }
      switch (kind) {
        case TEXT -> statement.setString(at, value);
        case WHOLE -> statement.setLong(at, Long.parseLong(value));
        case REAL -> statement.setDouble(at, Double.parseDouble(value));
        case BYTES -> statement.setBytes(at, java.util.Base64.getDecoder().decode(value));
        case TRUTH -> statement.setBoolean(at, Boolean.parseBoolean(value));
        case MOMENT -> statement.setTimestamp(at, Timestamp.from(Instant.parse(value)));
      }
    }
  }

  /** Carries a failure of the database through code that knows nothing of databases. */
  private static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final SQLException cause;

    Failed(SQLException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  /** Each table after those that its foreign keys name. */
  private static List<String> parentsFirst(Connection connection) throws SQLException {
    Set<String> tables = new TreeSet<>(tables(connection));
    tables.remove(Migrations.HISTORY);
    Set<String> ordered = new LinkedHashSet<>();
    while (ordered.size() < tables.size()) {
      int before = ordered.size();
      for (String table : tables) {
        if (ordered.containsAll(parents(connection, table))) {
          ordered.add(table);
        }
      }
      if (ordered.size() == before) {
        throw new SQLException("foreign keys in a circle: " + tables);
      }
    }
    return List.copyOf(ordered);
  }

  private static Set<String> parents(Connection connection, String table) throws SQLException {
    Set<String> parents = new HashSet<>();
    try (ResultSet keys =
        connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
      while (keys.next()) {
        parents.add(keys.getString("PKTABLE_NAME"));
      }
    }
    parents.remove(table);
    return parents;
  }

  /** All tables there are, the history of migrations too. */
  static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), null, new String[] {"TABLE"})) {
      while (found.next()) {
        String table = found.getString("TABLE_NAME");
        if (!table.startsWith("sqlite_")) {
          tables.add(table);
        }
      }
    }
    return tables;
  }

  private static Map<String, Kind> columns(Connection connection, String table)
      throws SQLException {
    Map<String, Kind> columns = new LinkedHashMap<>();
    try (ResultSet found =
        connection.getMetaData().getColumns(null, connection.getSchema(), table, null)) {
      while (found.next()) {
        // The name of a table is a pattern here, and _ stands for any letter.
        if (found.getString("TABLE_NAME").equals(table)) {
          columns.put(found.getString("COLUMN_NAME"), Kind.of(found.getString("TYPE_NAME")));
        }
      }
    }
    return columns;
  }

  private static String select(String table, Set<String> columns) {
    return "SELECT "
        + String.join(", ", columns.stream().map(Rows::quoted).toList())
        + " FROM "
        + quoted(table);
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
