package org.titiktutur.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.result.RowView;
import org.titiktutur.catalog.Details.Said;
import org.titiktutur.storage.Database;
import org.titiktutur.storage.Ids;

/** The items. Safe for any thread; each method is one transaction, or part of the caller's. */
public final class Items {

  /** How long a delete can be undone. */
  public static final Duration UNDO = Duration.ofDays(30);

  private final Database database;

  public Items(Database database) {
    this.database = database;
  }

  /** An item that has not been deleted. */
  public Optional<Item> find(String id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM item WHERE id = :id AND deleted IS NULL")
                .bind("id", id)
                .reduceRows(Optional.<Item>empty(), (found, row) -> Optional.of(item(row))));
  }

  public Page<Item> list(Search search) {
    StringBuilder where = new StringBuilder("deleted IS NULL");
    Map<String, Object> values = new HashMap<>();
    int number = 0;
    for (String word : Folded.words(search.words())) {
      String name = "word" + number++;
      where.append(" AND words LIKE :").append(name).append(" ESCAPE '!'");
      values.put(name, "% " + word.replaceAll("([%_!])", "!$1") + "%");
    }
    search
        .language()
        .ifPresent(
            tag -> {
              where.append(" AND (language = :language OR language LIKE :languages)");
              values.put("language", tag);
              values.put("languages", tag + "-%");
            });
    search
        .format()
        .ifPresent(
            format -> {
              where.append(
                  " AND EXISTS (SELECT 1 FROM rendition r WHERE r.item = item.id"
                      + " AND r.format = :format AND r.state = 'READY')");
              values.put("format", format);
            });
    search
        .cursor()
        .ifPresent(
            cursor -> {
              where.append(" AND id < :cursor");
              values.put("cursor", cursor);
            });
    if (search.visible().isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    values.put("limit", search.limit() + 1);
    List<String> visible = search.visible().stream().map(Rights::name).toList();
    List<Item> found =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM item WHERE "
                            + where
                            + " AND rights IN (<visible>) ORDER BY id DESC LIMIT :limit")
                    .bindMap(values)
                    .bindList("visible", visible)
                    .reduceRows(
                        new java.util.ArrayList<Item>(),
                        (items, row) -> {
                          items.add(item(row));
                          return items;
                        }));
    boolean more = found.size() > search.limit();
    List<Item> page = more ? found.subList(0, search.limit()) : found;
    return new Page<>(page, more ? Optional.of(page.get(page.size() - 1).id()) : Optional.empty());
  }

  /** Languages of what can be seen, with how many items are in each. */
  public Map<String, Integer> languages(java.util.Set<Rights> visible) {
    if (visible.isEmpty()) {
      return Map.of();
    }
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT language, COUNT(*) AS items FROM item WHERE deleted IS NULL"
                        + " AND language <> '' AND rights IN (<visible>)"
                        + " GROUP BY language ORDER BY language")
                .bindList("visible", visible.stream().map(Rights::name).toList())
                .reduceRows(
                    new java.util.LinkedHashMap<String, Integer>(),
                    (counts, row) -> {
                      counts.put(
                          row.getColumn("language", String.class),
                          row.getColumn("items", Integer.class));
                      return counts;
                    }));
  }

  /**
   * An item that has been read.
   *
   * @param publication its text
   */
  public record Text(String item, String title, String language, String publication) {}

  /** Every item that has been read, by title. */
  public List<Text> texts() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id, title, language, publication FROM item WHERE deleted IS NULL"
                        + " AND state = 'READY' AND publication IS NOT NULL ORDER BY title, id")
                .reduceRows(
                    new java.util.ArrayList<Text>(),
                    (texts, row) -> {
                      texts.add(
                          new Text(
                              row.getColumn("id", String.class),
                              row.getColumn("title", String.class),
                              row.getColumn("language", String.class),
                              row.getColumn("publication", String.class)));
                      return texts;
                    }));
  }

  /**
   * A new item whose source is about to be read.
   *
   * @param name what it is called until then, unless somebody said
   */
  public Item add(Source source, Details details, String name) {
    String id = Ids.next();
    Said said = details.over(Said.NOTHING);
    String title = said.title() == null ? name : said.title();
    List<String> authors = said.authors() == null ? List.of() : said.authors();
    database.change(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO item (id, title, authors, said, words, language, rights,"
                        + " source_name, source_type, source_bytes, source_sha256, state, infos,"
                        + " warnings, errors, version, added) VALUES (:id, :title, :authors, :said,"
                        + " :words, '', :rights, :name, :type, :bytes, :sha256, 'READING', 0, 0, 0,"
                        + " 1, :added)")
                .bind("id", id)
                .bind("title", title)
                .bind("authors", Json.write(authors))
                .bind("said", Json.write(said))
                .bind("words", Folded.column(title, authors))
                .bind("rights", details.rights().orElse(Rights.USUAL).name())
                .bind("name", source.name())
                .bind("type", source.mediaType())
                .bind("bytes", source.bytes())
                .bind("sha256", source.sha256())
                .bind("added", System.currentTimeMillis())
                .execute());
    return find(id).orElseThrow();
  }

  /**
   * Writes down what a person says of an item.
   *
   * @param expected version that the person saw; empty: whatever it is
   * @return empty if there is no such item
   * @throws ChangedException if it is at another version by now
   */
  public Optional<Item> mend(String id, OptionalLong expected, Details details) {
    return database.write(
        handle -> {
          Optional<Item> before = find(id);
          if (before.isEmpty()) {
            return before;
          }
          Item item = before.get();
          if (expected.isPresent() && expected.getAsLong() != item.version()) {
            throw new ChangedException(id, item.version());
          }
          Said said = details.over(said(id));
          String title = said.title() == null ? item.title() : said.title();
          List<String> authors = said.authors() == null ? item.authors() : said.authors();
          handle
              .createUpdate(
                  "UPDATE item SET title = :title, authors = :authors, said = :said,"
                      + " words = :words, rights = :rights, version = version + 1 WHERE id = :id")
              .bind("id", id)
              .bind("title", title)
              .bind("authors", Json.write(authors))
              .bind("said", Json.write(said))
              .bind("words", Folded.column(title, authors))
              .bind("rights", details.rights().orElse(item.rights()).name())
              .execute();
          return find(id);
        });
  }

  /** Another file in place of the source, about to be read. */
  public Optional<Item> replaceSource(String id, Source source) {
    return database.write(
        handle -> {
          handle
              .createUpdate(
                  "UPDATE item SET source_name = :name, source_type = :type,"
                      + " source_bytes = :bytes, source_sha256 = :sha256, state = 'READING',"
                      + " refusal = NULL, version = version + 1 WHERE id = :id AND deleted IS NULL")
              .bind("id", id)
              .bind("name", source.name())
              .bind("type", source.mediaType())
              .bind("bytes", source.bytes())
              .bind("sha256", source.sha256())
              .execute();
          return find(id);
        });
  }

  /** The source is about to be read again. */
  public void reading(String id) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    "UPDATE item SET state = 'READING', refusal = NULL, version = version + 1"
                        + " WHERE id = :id")
                .bind("id", id)
                .execute());
  }

  /**
   * The source has been read.
   *
   * @param publication id of its text
   * @param title what the source says; a person's word stands above it
   */
  public void read(
      String id,
      String publication,
      String title,
      List<String> authors,
      String language,
      FindingCounts counts) {
    database.change(
        handle -> {
          Said said = said(id);
          String shown = said.title() == null ? title : said.title();
          List<String> names = said.authors() == null ? authors : said.authors();
          handle
              .createUpdate(
                  "UPDATE item SET title = :title, authors = :authors, words = :words,"
                      + " language = :language, state = 'READY', refusal = NULL,"
                      + " publication = :publication, infos = :infos, warnings = :warnings,"
                      + " errors = :errors, version = version + 1 WHERE id = :id")
              .bind("id", id)
              .bind("title", shown)
              .bind("authors", Json.write(names))
              .bind("words", Folded.column(shown, names))
              .bind("language", language)
              .bind("publication", publication)
              .bind("infos", counts.info())
              .bind("warnings", counts.warning())
              .bind("errors", counts.error())
              .execute();
        });
  }

  /**
   * The source cannot be used.
   *
   * @param finding as JSON
   */
  public void refuse(String id, String finding) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    "UPDATE item SET state = 'REFUSED', refusal = :finding, infos = 0,"
                        + " warnings = 0, errors = 1, version = version + 1 WHERE id = :id")
                .bind("id", id)
                .bind("finding", finding)
                .execute());
  }

  /**
   * Takes an item off the shelf; for {@link #UNDO} it can be brought back.
   *
   * @return false if there is no such item
   */
  public boolean delete(String id) {
    return database.write(
        handle ->
            handle
                    .createUpdate(
                        "UPDATE item SET deleted = :now, version = version + 1"
                            + " WHERE id = :id AND deleted IS NULL")
                    .bind("id", id)
                    .bind("now", System.currentTimeMillis())
                    .execute()
                == 1);
  }

  /** Brings a deleted item back; empty if there is none. */
  public Optional<Item> restore(String id) {
    return database.write(
        handle -> {
          handle
              .createUpdate(
                  "UPDATE item SET deleted = NULL, version = version + 1"
                      + " WHERE id = :id AND deleted IS NOT NULL")
              .bind("id", id)
              .execute();
          return find(id);
        });
  }

  /** What can be brought back, the last deleted first. */
  public List<Item> deleted() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM item WHERE deleted IS NOT NULL ORDER BY deleted DESC LIMIT 100")
                .reduceRows(
                    new java.util.ArrayList<Item>(),
                    (items, row) -> {
                      items.add(item(row));
                      return items;
                    }));
  }

  /** Forgets what was deleted too long ago to be brought back. */
  public int forget(Instant deletedBefore) {
    return database.write(
        handle -> {
          String old = "(SELECT id FROM item WHERE deleted < :before)";
          long before = deletedBefore.toEpochMilli();
          handle
              .createUpdate(
                  "DELETE FROM finding WHERE owner IN (SELECT id FROM publication WHERE item IN "
                      + old
                      + ") OR owner IN (SELECT id FROM rendition WHERE item IN "
                      + old
                      + ")")
              .bind("before", before)
              .execute();
          return handle
              .createUpdate("DELETE FROM item WHERE deleted < :before")
              .bind("before", before)
              .execute();
        });
  }

  private Said said(String id) {
    return database.read(
        handle ->
            Json.read(
                handle
                    .createQuery("SELECT said FROM item WHERE id = :id")
                    .bind("id", id)
                    .mapTo(String.class)
                    .one(),
                Said.class));
  }

  private static Item item(RowView row) {
    return new Item(
        row.getColumn("id", String.class),
        row.getColumn("title", String.class),
        Json.list(row.getColumn("authors", String.class)),
        row.getColumn("language", String.class),
        Optional.ofNullable(Json.read(row.getColumn("said", String.class), Said.class).language()),
        Rights.valueOf(row.getColumn("rights", String.class)),
        new Source(
            row.getColumn("source_name", String.class),
            row.getColumn("source_type", String.class),
            row.getColumn("source_bytes", Long.class),
            row.getColumn("source_sha256", String.class)),
        Item.State.valueOf(row.getColumn("state", String.class)),
        Optional.ofNullable(row.getColumn("refusal", String.class)),
        Optional.ofNullable(row.getColumn("publication", String.class)),
        new FindingCounts(
            row.getColumn("infos", Integer.class),
            row.getColumn("warnings", Integer.class),
            row.getColumn("errors", Integer.class)),
        row.getColumn("version", Long.class),
        Instant.ofEpochMilli(row.getColumn("added", Long.class)));
  }
}
