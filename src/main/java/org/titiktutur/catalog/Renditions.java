package org.titiktutur.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.titiktutur.catalog.Rendition.State;
import org.titiktutur.storage.Database;
import org.titiktutur.storage.Ids;

/** The renditions. Safe for any thread; each method is one transaction, or part of the caller's. */
public final class Renditions {

  private static final String SHOWN =
      "SELECT r.* FROM rendition r JOIN item i ON i.id = r.item AND i.deleted IS NULL ";

  private final Database database;
  private final int workers;

  /**
   * The renditions in a database.
   *
   * @param workers how many work at a time; what an estimate counts on
   */
  public Renditions(Database database, int workers) {
    this.database = database;
    this.workers = workers;
  }

  /** A rendition of an item that has not been deleted. */
  public Optional<Rendition> find(String id) {
    return one("r.id = :value", id);
  }

  /** The one that was wished for with the same key. */
  public Optional<Rendition> byKey(String key) {
    return one("r.wish_key = :value", key);
  }

  /**
   * A file on its way to somebody.
   *
   * @param rights of its item
   * @param title of its item
   */
  public record Served(RenditionFile file, Rights rights, String title) {}

  /** One file by its name, with what else its door has to know; asked often, so it is one query. */
  public Optional<Served> served(String id, String name) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT f.*, i.rights AS rights, i.title AS title FROM rendition_file f"
                        + " JOIN rendition r ON r.id = f.rendition"
                        + " JOIN item i ON i.id = r.item AND i.deleted IS NULL"
                        + " WHERE f.rendition = :id AND f.name = :name AND f.number > 0")
                .bind("id", id)
                .bind("name", name)
                .reduceRows(
                    Optional.<Served>empty(),
                    (found, row) ->
                        Optional.of(
                            new Served(
                                file(row),
                                Rights.valueOf(row.getColumn("rights", String.class)),
                                row.getColumn("title", String.class)))));
  }

  /** All of an item, the first wished first. */
  public List<Rendition> ofItem(String item) {
    return many("r.item = :value ORDER BY r.wished, r.id", item);
  }

  /** What is waiting or being made, in the order of the queue; for the staff. */
  public List<Rendition> unfinished() {
    return many("r.state IN ('WAITING', 'MAKING') AND r.id <> :value ORDER BY r.wished, r.id", "");
  }

  /** A new wish, bound to no text yet; empty if somebody was quicker. */
  public Optional<Rendition> add(
      String item, String key, String format, Map<String, String> options) {
    String id = Ids.next();
    database.change(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO rendition (id, item, wish_key, format, options, state, stage,"
                        + " percent, characters, infos, warnings, errors, wished)"
                        + " VALUES (:id, :item, :key, :format, :options, 'WAITING', '', 0, 0, 0,"
                        + " 0, 0, :now) ON CONFLICT (wish_key) DO NOTHING")
                .bind("id", id)
                .bind("item", item)
                .bind("key", key)
                .bind("format", format)
                .bind("options", Json.write(options))
                .bind("now", System.currentTimeMillis())
                .execute());
    return find(id);
  }

  /** Binds a wish to the text that it is to be made from, and lets it wait for its turn. */
  public void bind(String id, String publication, String key, long characters) {
    database.change(
        handle -> {
          handle
              .createUpdate(
                  "UPDATE rendition SET publication = :publication, wish_key = :key,"
                      + " characters = :characters, state = 'WAITING', stage = '', percent = 0,"
                      + " problem = NULL WHERE id = :id")
              .bind("id", id)
              .bind("publication", publication)
              .bind("key", key)
              .bind("characters", characters)
              .execute();
          removeFiles(handle, id);
        });
  }

  /**
   * Writes down with which words of lexicons it is being made.
   *
   * @param key see {@link #bind}
   */
  public void setLexicon(String id, String key, String lexicon) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    "UPDATE rendition SET wish_key = :key, lexicon = :lexicon WHERE id = :id")
                .bind("id", id)
                .bind("key", key)
                .bind("lexicon", lexicon)
                .execute());
  }

  /**
   * One that is ready, with the least that is to be known of it.
   *
   * @param publication the text that its item has now
   * @param lexicon see {@link Rendition}
   */
  public record Made(String id, String item, String publication, String lexicon) {}

  /** What is ready in these formats, of items that have been read. */
  public List<Made> made(Set<String> formats) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT r.id, r.item, r.lexicon, i.publication AS text FROM rendition r"
                        + " JOIN item i ON i.id = r.item AND i.deleted IS NULL"
                        + " AND i.state = 'READY' WHERE r.state = 'READY'"
                        + " AND r.format IN (<formats>) ORDER BY r.item, r.id")
                .bindList("formats", List.copyOf(formats))
                .reduceRows(
                    new ArrayList<Made>(),
                    (made, row) -> {
                      made.add(
                          new Made(
                              row.getColumn("id", String.class),
                              row.getColumn("item", String.class),
                              row.getColumn("text", String.class),
                              row.getColumn("lexicon", String.class)));
                      return made;
                    }));
  }

  /** The work begins, or goes on after it was cut off; false if nobody wants it any more. */
  public boolean begin(String id) {
    return set(id, "state = 'MAKING', problem = NULL", List.of(State.WAITING, State.MAKING));
  }

  /** How far the work is; the percentage never falls, and 100 it is not yet. */
  public boolean progress(String id, String stage, int percent) {
    return database.write(
        handle ->
            handle
                    .createUpdate(
                        "UPDATE rendition SET stage = :stage, percent ="
                            + " CASE WHEN percent < :percent THEN :percent ELSE percent END"
                            + " WHERE id = :id AND state = 'MAKING'")
                    .bind("id", id)
                    .bind("stage", stage)
                    .bind("percent", Math.max(0, Math.min(99, percent)))
                    .execute()
                == 1);
  }

  /**
   * One of its files is whole, while others are still being made.
   *
   * @param publication the text that the file was made from
   * @return false if nobody wants it any more, or wants it from another text
   */
  public boolean add(String id, String publication, RenditionFile file) {
    return database.write(
        handle -> {
          // An update, so that whoever cancels it meanwhile comes after us and removes this too.
          boolean wanted =
              handle
                      .createUpdate(
                          "UPDATE rendition SET state = 'MAKING' WHERE id = :id"
                              + " AND publication = :publication AND state = 'MAKING'")
                      .bind("id", id)
                      .bind("publication", publication)
                      .execute()
                  == 1;
          if (wanted) {
            handle
                .createUpdate(
                    "DELETE FROM rendition_file WHERE rendition = :id AND number = :number")
                .bind("id", id)
                .bind("number", file.number())
                .execute();
            PreparedBatch rows = fileBatch(handle);
            addFile(rows, id, file);
            rows.execute();
          }
          return wanted;
        });
  }

  /**
   * It is ready.
   *
   * @return false if nobody wanted it any more; then nothing is written
   */
  public boolean finish(
      String id, List<RenditionFile> files, FindingCounts counts, List<FindingRow> findings) {
    return database.write(
        handle -> {
          int changed =
              handle
                  .createUpdate(
                      "UPDATE rendition SET state = 'READY', stage = '', percent = 100,"
                          + " problem = NULL, infos = :infos, warnings = :warnings,"
                          + " errors = :errors, finished = :now WHERE id = :id"
                          + " AND state = 'MAKING'")
                  .bind("id", id)
                  .bind("infos", counts.info())
                  .bind("warnings", counts.warning())
                  .bind("errors", counts.error())
                  .bind("now", System.currentTimeMillis())
                  .execute();
          if (changed == 1) {
            removeFiles(handle, id);
            PreparedBatch rows = fileBatch(handle);
            files.forEach(file -> addFile(rows, id, file));
            rows.execute();
            Publications.setFindings(handle, id, findings);
          }
          return changed == 1;
        });
  }

  /**
   * It cannot be made.
   *
   * @param problem JSON {@code {code, arguments}}
   */
  public boolean fail(String id, String problem) {
    return database.write(
        handle -> {
          boolean failed =
              handle
                      .createUpdate(
                          "UPDATE rendition SET state = 'FAILED', stage = '', problem = :problem,"
                              + " finished = :now WHERE id = :id"
                              + " AND state IN ('WAITING', 'MAKING')")
                      .bind("id", id)
                      .bind("problem", problem)
                      .bind("now", System.currentTimeMillis())
                      .execute()
                  == 1;
          if (failed) {
            removeFiles(handle, id);
          }
          return failed;
        });
  }

  /**
   * It has to wait for something, and goes on by itself.
   *
   * @param problem JSON {@code {code, arguments}}
   */
  public void postpone(String id, String problem) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    "UPDATE rendition SET state = 'WAITING', stage = '', problem = :problem"
                        + " WHERE id = :id AND state IN ('WAITING', 'MAKING')")
                .bind("id", id)
                .bind("problem", problem)
                .execute());
  }

  /** Ends the wish, unless it has ended already. */
  public boolean cancel(String id) {
    return database.write(
        handle -> {
          boolean cancelled =
              set(id, "state = 'CANCELLED', stage = ''", List.of(State.WAITING, State.MAKING));
          if (cancelled) {
            removeFiles(handle, id);
          }
          return cancelled;
        });
  }

  /** A wish that failed or was cancelled waits again. */
  public boolean retry(String id) {
    return database.write(
        handle ->
            handle
                    .createUpdate(
                        "UPDATE rendition SET state = 'WAITING', stage = '', percent = 0,"
                            + " problem = NULL, wished = :now, finished = NULL"
                            + " WHERE id = :id AND state IN ('FAILED', 'CANCELLED')")
                    .bind("id", id)
                    .bind("now", System.currentTimeMillis())
                    .execute()
                == 1);
  }

  /** Removes a rendition; its blobs go when nothing else points to them. */
  public boolean remove(String id) {
    return database.write(
        handle -> {
          handle.createUpdate("DELETE FROM finding WHERE owner = :id").bind("id", id).execute();
          return handle
                  .createUpdate("DELETE FROM rendition WHERE id = :id")
                  .bind("id", id)
                  .execute()
              == 1;
        });
  }

  /** All of a rendition as one file, if that has been built. */
  public Optional<RenditionFile> whole(String id) {
    return database.read(handle -> files(handle, id, "number = 0")).stream().findFirst();
  }

  /** Remembers all of a ready rendition as one file. */
  public void keepWhole(String id, RenditionFile whole) {
    database.change(
        handle -> {
          handle
              .createUpdate("DELETE FROM rendition_file WHERE rendition = :id AND number = 0")
              .bind("id", id)
              .execute();
          PreparedBatch rows = fileBatch(handle);
          addFile(rows, id, whole);
          rows.execute();
        });
  }

  /**
   * Learns from finished work.
   *
   * @param worked time that workers spent on it, added up
   */
  public void learn(String format, long characters, Duration worked) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO pace (format, characters, millis)"
                        + " VALUES (:format, :characters, :millis)"
                        + " ON CONFLICT (format) DO UPDATE SET"
                        + " characters = (pace.characters + 1) / 2 + excluded.characters,"
                        + " millis = (pace.millis + 1) / 2 + excluded.millis")
                .bind("format", format)
                .bind("characters", characters)
                .bind("millis", worked.toMillis())
                .execute());
  }

  private boolean set(String id, String change, List<State> from) {
    return database.write(
        handle ->
            handle
                    .createUpdate(
                        "UPDATE rendition SET " + change + " WHERE id = :id AND state IN (<from>)")
                    .bind("id", id)
                    .bindList("from", from.stream().map(State::name).toList())
                    .execute()
                == 1);
  }

  private Optional<Rendition> one(String where, String value) {
    return many(where, value).stream().findFirst();
  }

  private List<Rendition> many(String where, String value) {
    return database.read(
        handle -> {
          Queue queue = null;
          List<Rendition> found = new ArrayList<>();
          List<Row> rows =
              handle
                  .createQuery(SHOWN + "WHERE " + where)
                  .bind("value", value)
                  .reduceRows(
                      new ArrayList<Row>(),
                      (list, row) -> {
                        list.add(row(row));
                        return list;
                      });
          for (Row row : rows) {
            if (!row.state.isFinal() && queue == null) {
              queue = queue(handle);
            }
            found.add(rendition(handle, row, queue));
          }
          return found;
        });
  }

  private Rendition rendition(Handle handle, Row row, Queue queue) {
    return new Rendition(
        row.id,
        row.item,
        row.publication,
        row.format,
        row.options,
        row.state,
        row.stage,
        row.percent,
        row.state == State.WAITING ? queue.place(row.id) : OptionalInt.empty(),
        row.state.isFinal() ? Optional.empty() : queue.estimate(row.id, workers),
        row.problem,
        files(handle, row.id, "number > 0"),
        row.counts,
        row.wished,
        row.finished,
        row.key,
        row.lexicon);
  }

  /** A row of the table, without what other rows say of it. */
  private record Row(
      String id,
      String item,
      Optional<String> publication,
      String format,
      Map<String, String> options,
      State state,
      String stage,
      int percent,
      Optional<String> problem,
      FindingCounts counts,
      Instant wished,
      Optional<Instant> finished,
      String key,
      String lexicon) {}

  private static Row row(RowView row) {
    return new Row(
        row.getColumn("id", String.class),
        row.getColumn("item", String.class),
        Optional.ofNullable(row.getColumn("publication", String.class)),
        row.getColumn("format", String.class),
        Json.map(row.getColumn("options", String.class)),
        State.valueOf(row.getColumn("state", String.class)),
        row.getColumn("stage", String.class),
        row.getColumn("percent", Integer.class),
        Optional.ofNullable(row.getColumn("problem", String.class)),
        new FindingCounts(
            row.getColumn("infos", Integer.class),
            row.getColumn("warnings", Integer.class),
            row.getColumn("errors", Integer.class)),
        Instant.ofEpochMilli(row.getColumn("wished", Long.class)),
        Optional.ofNullable(row.getColumn("finished", Long.class)).map(Instant::ofEpochMilli),
        row.getColumn("wish_key", String.class),
        row.getColumn("lexicon", String.class));
  }

  private static Queue queue(Handle handle) {
    Map<String, Double> pace =
        handle
            .createQuery("SELECT * FROM pace")
            .reduceRows(
                new HashMap<String, Double>(),
                (paces, row) -> {
                  paces.put(
                      row.getColumn("format", String.class),
                      row.getColumn("millis", Long.class)
                          / Math.max(1.0, row.getColumn("characters", Long.class)));
                  return paces;
                });
    List<Queue.Work> works =
        handle
            .createQuery(
                "SELECT id, format, state, percent, characters, publication FROM rendition"
                    + " WHERE state IN ('WAITING', 'MAKING')"
                    + " ORDER BY CASE state WHEN 'MAKING' THEN 0 ELSE 1 END, wished, id")
            .reduceRows(
                new ArrayList<Queue.Work>(),
                (list, row) -> {
                  Double millis = pace.get(row.getColumn("format", String.class));
                  boolean known =
                      millis != null && row.getColumn("publication", String.class) != null;
                  double left = 1 - row.getColumn("percent", Integer.class) / 100.0;
                  list.add(
                      new Queue.Work(
                          row.getColumn("id", String.class),
                          row.getColumn("state", String.class).equals("MAKING"),
                          known
                              ? OptionalDouble.of(
                                  millis * left * row.getColumn("characters", Long.class))
                              : OptionalDouble.empty()));
                  return list;
                });
    return new Queue(works);
  }

  private static List<RenditionFile> files(Handle handle, String id, String which) {
    return handle
        .createQuery(
            "SELECT * FROM rendition_file WHERE rendition = :id AND " + which + " ORDER BY number")
        .bind("id", id)
        .reduceRows(
            new ArrayList<RenditionFile>(),
            (files, row) -> {
              files.add(file(row));
              return files;
            });
  }

  private static RenditionFile file(RowView row) {
    Double seconds = row.getColumn("seconds", Double.class);
    return new RenditionFile(
        row.getColumn("number", Integer.class),
        row.getColumn("name", String.class),
        row.getColumn("path", String.class),
        row.getColumn("media_type", String.class),
        row.getColumn("bytes", Long.class),
        row.getColumn("sha256", String.class),
        seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds));
  }

  private static void removeFiles(Handle handle, String id) {
    handle
        .createUpdate("DELETE FROM rendition_file WHERE rendition = :id")
        .bind("id", id)
        .execute();
  }

  private static PreparedBatch fileBatch(Handle handle) {
    return handle.prepareBatch(
        "INSERT INTO rendition_file (rendition, number, name, path, media_type, bytes, sha256,"
            + " seconds) VALUES (:rendition, :number, :name, :path, :type, :bytes, :sha256, :seconds)");
  }

  private static void addFile(PreparedBatch rows, String id, RenditionFile file) {
    rows.bind("rendition", id)
        .bind("number", file.number())
        .bind("name", file.name())
        .bind("path", file.path())
        .bind("type", file.mediaType())
        .bind("bytes", file.bytes())
        .bind("sha256", file.sha256())
        .bind("seconds", file.seconds().isPresent() ? (Double) file.seconds().getAsDouble() : null)
        .add();
  }
}
