package org.titiktutur.production;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.titiktutur.embossing.Stop;
import org.titiktutur.storage.Database;
import org.titiktutur.storage.Ids;

/** The rows of the runs. Safe for any thread; each method is one transaction. */
final class EmbossingRuns {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String SELECT =
      "SELECT e.*, (SELECT COUNT(*) FROM embossing_page p WHERE p.run = e.id) AS handed_over"
          + " FROM embossing e ";

  private final Database database;

  EmbossingRuns(Database database) {
    this.database = database;
  }

  Optional<EmbossingRun> find(String id) {
    return database.read(
        handle ->
            list(handle.createQuery(SELECT + "WHERE e.id = :id").bind("id", id)).stream()
                .findFirst());
  }

  /** The latest first. */
  List<EmbossingRun> latest(int limit) {
    return database.read(
        handle ->
            list(
                handle
                    .createQuery(SELECT + "ORDER BY e.asked DESC, e.id DESC LIMIT :limit")
                    .bind("limit", limit)));
  }

  /**
   * The run whose turn it is. One that was waiting when another of its device was interrupted waits
   * until staff have decided about that: nobody knows whether the machine is fit.
   */
  Optional<EmbossingRun> next(String embosser) {
    return database.read(
        handle ->
            list(
                    handle
                        .createQuery(
                            SELECT
                                + "WHERE e.embosser = :embosser AND e.state = 'WAITING'"
                                + " AND NOT EXISTS (SELECT 1 FROM embossing i"
                                + " WHERE i.embosser = e.embosser AND i.state = 'INTERRUPTED'"
                                + " AND i.changed > e.queued) ORDER BY e.asked, e.id LIMIT 1")
                        .bind("embosser", embosser))
                .stream()
                .findFirst());
  }

  String add(EmbossingPlan plan, String who) {
    String id = Ids.next();
    Stop first = plan.plan().stops().get(0);
    Stop last = plan.plan().stops().get(plan.pages() - 1);
    database.change(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO embossing (id, rendition, title, sha256, embosser, device,"
                        + " first_page, last_page, volumes, copies, sheets, state, copy, page,"
                        + " resume_page, who, asked, queued, changed)"
                        + " VALUES (:id, :rendition, :title, :sha256, :embosser, :device,"
                        + " :first, :last, :volumes, :copies, :sheets, 'WAITING', 1, :first,"
                        + " :first, :who, :now, :now, :now)")
                .bind("id", id)
                .bind("rendition", plan.order().rendition())
                .bind("title", plan.title())
                .bind("sha256", plan.file().sha256())
                .bind("embosser", plan.embosser().id())
                .bind("device", plan.embosser().name())
                .bind("first", first.page())
                .bind("last", last.page())
                .bind("volumes", plan.order().volumes().orElse(null))
                .bind("copies", plan.order().copies())
                .bind("sheets", plan.sheets())
                .bind("who", who)
                .bind("now", System.currentTimeMillis())
                .execute());
    return id;
  }

  /** Does to a run what {@link EmbossingState} allows; false if it does not, or there is none. */
  boolean change(String id, EmbossingAction action) {
    return change(id, action, Optional.empty(), Optional.empty());
  }

  /**
   * Does to a run what {@link EmbossingState} allows.
   *
   * @param at where it goes on; empty: where it stood
   * @param cause why it stands; empty: nothing is the matter
   * @return false if it does not, or there is none
   */
  boolean change(
      String id,
      EmbossingAction action,
      Optional<EmbossingRun.Point> at,
      Optional<EmbossingRun.Cause> cause) {
    return database.write(
        handle -> {
          Optional<EmbossingState> from = state(handle, id);
          Optional<EmbossingState> to = from.flatMap(state -> state.after(action));
          if (to.isEmpty()) {
            return false;
          }
          long now = System.currentTimeMillis();
          int changed =
              handle
                  .createUpdate(
                      "UPDATE embossing SET state = :to, cause = :cause, changed = :now"
                          + " WHERE id = :id AND state = :from")
                  .bind("id", id)
                  .bind("from", from.get().name())
                  .bind("to", to.get().name())
                  .bind("cause", cause.map(EmbossingRuns::write).orElse(null))
                  .bind("now", now)
                  .execute();
          if (changed == 1) {
            at.ifPresent(point -> moveTo(handle, id, point));
            if (to.get() == EmbossingState.WAITING) {
              handle
                  .createUpdate("UPDATE embossing SET queued = :now WHERE id = :id")
                  .bind("id", id)
                  .bind("now", now)
                  .execute();
            }
          }
          return changed == 1;
        });
  }

  /**
   * A page was handed over.
   *
   * @param next the page that comes now; empty if it was the last
   */
  void handedOver(String id, int copy, int page, Optional<EmbossingRun.Point> next) {
    database.change(
        handle -> {
          handle
              .createUpdate(
                  "INSERT INTO embossing_page (run, copy, page, times)"
                      + " VALUES (:run, :copy, :page, 1)"
                      + " ON CONFLICT (run, copy, page) DO UPDATE SET"
                      + " times = embossing_page.times + 1")
              .bind("run", id)
              .bind("copy", copy)
              .bind("page", page)
              .execute();
          moveTo(handle, id, next.orElse(null));
        });
  }

  /** Writes down who decides about a run. */
  void decidedBy(String id, String who) {
    database.change(
        handle ->
            handle
                .createUpdate("UPDATE embossing SET decided_by = :who WHERE id = :id")
                .bind("id", id)
                .bind("who", who)
                .execute());
  }

  /** What was at a device when the last process ended without a word stands where it was. */
  void interruptAll(EmbossingRun.Cause cause) {
    database.change(
        handle -> {
          for (EmbossingRun run :
              list(handle.createQuery(SELECT + "WHERE e.state IN ('SENDING', 'PAUSED')"))) {
            if (run.at().isEmpty()) {
              change(run.id(), EmbossingAction.FINISH);
            } else {
              change(run.id(), EmbossingAction.INTERRUPT, Optional.empty(), Optional.of(cause));
            }
          }
        });
  }

  /** What waits, at any device. */
  List<EmbossingRun> waiting() {
    return database.read(handle -> list(handle.createQuery(SELECT + "WHERE e.state = 'WAITING'")));
  }

  private static Optional<EmbossingState> state(Handle handle, String id) {
    return handle
        .createQuery("SELECT state FROM embossing WHERE id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .map(EmbossingState::valueOf);
  }

  private static void moveTo(Handle handle, String id, EmbossingRun.Point point) {
    handle
        .createUpdate(
            "UPDATE embossing SET copy = :copy, page = :page, resume_page = :resume"
                + " WHERE id = :id")
        .bind("id", id)
        .bind("copy", point == null ? null : point.copy())
        .bind("page", point == null ? null : point.page())
        .bind("resume", point == null ? null : point.resumeFrom())
        .execute();
  }

  private static List<EmbossingRun> list(Query query) {
    return query.reduceRows(
        new ArrayList<EmbossingRun>(),
        (runs, row) -> {
          runs.add(run(row));
          return runs;
        });
  }

  private static EmbossingRun run(RowView row) {
    Integer page = row.getColumn("page", Integer.class);
    return new EmbossingRun(
        row.getColumn("id", String.class),
        row.getColumn("rendition", String.class),
        row.getColumn("title", String.class),
        row.getColumn("sha256", String.class),
        row.getColumn("embosser", String.class),
        row.getColumn("device", String.class),
        row.getColumn("first_page", Integer.class),
        row.getColumn("last_page", Integer.class),
        Optional.ofNullable(row.getColumn("volumes", String.class)),
        row.getColumn("copies", Integer.class),
        row.getColumn("sheets", Integer.class),
        EmbossingState.valueOf(row.getColumn("state", String.class)),
        row.getColumn("handed_over", Integer.class),
        page == null
            ? Optional.empty()
            : Optional.of(
                new EmbossingRun.Point(
                    row.getColumn("copy", Integer.class),
                    page,
                    row.getColumn("resume_page", Integer.class))),
        Optional.ofNullable(row.getColumn("cause", String.class)).map(EmbossingRuns::read),
        row.getColumn("who", String.class),
        Optional.ofNullable(row.getColumn("decided_by", String.class)),
        Instant.ofEpochMilli(row.getColumn("asked", Long.class)),
        Instant.ofEpochMilli(row.getColumn("changed", Long.class)));
  }

  private static String write(EmbossingRun.Cause cause) {
    try {
      return JSON.writeValueAsString(cause);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EmbossingRun.Cause read(String json) {
    try {
      return JSON.readValue(json, EmbossingRun.Cause.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not what was stored: " + json, e);
    }
  }
}
