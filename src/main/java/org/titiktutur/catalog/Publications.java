package org.titiktutur.catalog;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.titiktutur.storage.Database;

/**
 * Which blobs hold which text, the finished pieces of it that renditions share, and the findings
 * about either.
 */
public final class Publications {

  private final Database database;

  public Publications(Database database) {
    this.database = database;
  }

  public Optional<StoredPublication> find(String id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM publication WHERE id = :id")
                .bind("id", id)
                .reduceRows(
                    Optional.<StoredPublication>empty(),
                    (found, row) ->
                        Optional.of(
                            new StoredPublication(
                                id,
                                row.getColumn("item", String.class),
                                row.getColumn("schema_version", Integer.class),
                                row.getColumn("sha256", String.class),
                                parts(handle, id),
                                row.getColumn("characters", Long.class)))));
  }

  /** One part's blob, without asking for all of them. */
  public Optional<String> part(String publication, int number) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT sha256 FROM publication_part"
                        + " WHERE publication = :publication AND number = :number")
                .bind("publication", publication)
                .bind("number", number)
                .mapTo(String.class)
                .findOne());
  }

  public void add(StoredPublication publication) {
    database.change(
        handle -> {
          handle
              .createUpdate(
                  "INSERT INTO publication (id, item, schema_version, sha256, characters, made)"
                      + " VALUES (:id, :item, :schema, :sha256, :characters, :made)")
              .bind("id", publication.id())
              .bind("item", publication.item())
              .bind("schema", publication.schema())
              .bind("sha256", publication.sha256())
              .bind("characters", publication.characters())
              .bind("made", System.currentTimeMillis())
              .execute();
          PreparedBatch parts =
              handle.prepareBatch(
                  "INSERT INTO publication_part (publication, number, sha256)"
                      + " VALUES (:publication, :number, :sha256)");
          publication
              .parts()
              .forEach(
                  (number, sha256) ->
                      parts
                          .bind("publication", publication.id())
                          .bind("number", number)
                          .bind("sha256", sha256)
                          .add());
          parts.execute();
        });
  }

  /** Forgets the texts of an item that neither it nor a rendition needs any more. */
  public void forgetUnused(String item) {
    database.change(
        handle -> {
          String unused =
              "(SELECT p.id FROM publication p WHERE p.item = :item AND NOT EXISTS"
                  + " (SELECT 1 FROM item i WHERE i.publication = p.id) AND NOT EXISTS"
                  + " (SELECT 1 FROM rendition r WHERE r.publication = p.id))";
          handle
              .createUpdate("DELETE FROM finding WHERE owner IN " + unused)
              .bind("item", item)
              .execute();
          handle
              .createUpdate("DELETE FROM publication WHERE id IN " + unused)
              .bind("item", item)
              .execute();
        });
  }

  /** The files of a finished piece by their names; empty if it is not there. */
  public Map<String, String> piece(String publication, String piece) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT name, sha256 FROM checkpoint"
                        + " WHERE publication = :publication AND piece = :piece")
                .bind("publication", publication)
                .bind("piece", piece)
                .reduceRows(
                    new HashMap<String, String>(),
                    (files, row) -> {
                      files.put(
                          row.getColumn("name", String.class),
                          row.getColumn("sha256", String.class));
                      return files;
                    }));
  }

  /** The key of the piece that was finished last, of those whose keys begin so. */
  public Optional<String> newestPiece(String publication, String prefix) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT piece FROM checkpoint WHERE publication = :publication"
                        + " AND SUBSTR(piece, 1, :length) = :prefix"
                        + " ORDER BY made DESC, piece LIMIT 1")
                .bind("publication", publication)
                .bind("length", prefix.length())
                .bind("prefix", prefix)
                .mapTo(String.class)
                .findOne());
  }

  /** Gives a publication the finished pieces of another whose keys begin so. */
  public void adoptPieces(String from, String publication, String prefix) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO checkpoint (publication, piece, name, sha256, made)"
                        + " SELECT :publication, piece, name, sha256, made FROM checkpoint"
                        + " WHERE publication = :from AND SUBSTR(piece, 1, :length) = :prefix"
                        + " ON CONFLICT (publication, piece, name) DO NOTHING")
                .bind("publication", publication)
                .bind("from", from)
                .bind("length", prefix.length())
                .bind("prefix", prefix)
                .execute());
  }

  /** Forgets the finished pieces whose keys begin so. */
  public void forgetPieces(String publication, String prefix) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM checkpoint WHERE publication = :publication"
                        + " AND SUBSTR(piece, 1, :length) = :prefix")
                .bind("publication", publication)
                .bind("length", prefix.length())
                .bind("prefix", prefix)
                .execute());
  }

  /** Writes down a finished piece; its blobs are in the store. */
  public void keepPiece(String publication, String piece, Map<String, String> files) {
    database.change(
        handle -> {
          PreparedBatch rows =
              handle.prepareBatch(
                  "INSERT INTO checkpoint (publication, piece, name, sha256, made)"
                      + " VALUES (:publication, :piece, :name, :sha256, :made)"
                      + " ON CONFLICT (publication, piece, name)"
                      + " DO UPDATE SET sha256 = excluded.sha256, made = excluded.made");
          long now = System.currentTimeMillis();
          files.forEach(
              (name, sha256) ->
                  rows.bind("publication", publication)
                      .bind("piece", piece)
                      .bind("name", name)
                      .bind("sha256", sha256)
                      .bind("made", now)
                      .add());
          rows.execute();
        });
  }

  /**
   * The findings about a publication or a rendition, in their order.
   *
   * @param owner id of either
   */
  public List<FindingRow> findings(String owner) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM finding WHERE owner = :owner ORDER BY number")
                .bind("owner", owner)
                .reduceRows(
                    new java.util.ArrayList<FindingRow>(),
                    (rows, row) -> {
                      rows.add(
                          new FindingRow(
                              row.getColumn("code", String.class),
                              row.getColumn("severity", String.class),
                              row.getColumn("place", String.class),
                              row.getColumn("arguments", String.class)));
                      return rows;
                    }));
  }

  /** Puts findings in place of those that a publication or rendition had. */
  public void setFindings(String owner, List<FindingRow> findings) {
    database.change(handle -> setFindings(handle, owner, findings));
  }

  static void setFindings(Handle handle, String owner, List<FindingRow> findings) {
    handle.createUpdate("DELETE FROM finding WHERE owner = :owner").bind("owner", owner).execute();
    if (findings.isEmpty()) {
      return;
    }
    PreparedBatch rows =
        handle.prepareBatch(
            "INSERT INTO finding (owner, number, code, severity, place, arguments)"
                + " VALUES (:owner, :number, :code, :severity, :place, :arguments)");
    for (int i = 0; i < findings.size(); i++) {
      FindingRow finding = findings.get(i);
      rows.bind("owner", owner)
          .bind("number", i)
          .bind("code", finding.code())
          .bind("severity", finding.severity())
          .bind("place", finding.place())
          .bind("arguments", finding.arguments())
          .add();
    }
    rows.execute();
  }

  private static Map<Integer, String> parts(Handle handle, String id) {
    return handle
        .createQuery(
            "SELECT number, sha256 FROM publication_part WHERE publication = :id ORDER BY number")
        .bind("id", id)
        .reduceRows(
            new LinkedHashMap<Integer, String>(),
            (parts, row) -> {
              parts.put(
                  row.getColumn("number", Integer.class), row.getColumn("sha256", String.class));
              return parts;
            });
  }
}
