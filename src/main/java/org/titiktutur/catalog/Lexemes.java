package org.titiktutur.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.titiktutur.storage.Database;
import org.titiktutur.storage.Ids;

/**
 * The lexicons of the library and of items, with every state that their words have had. Safe for
 * any thread; each method is one transaction, or part of the caller's.
 */
public final class Lexemes {

  /** Words of one page, at most. */
  public static final int MOST = 100;

  private final Database database;

  public Lexemes(Database database) {
    this.database = database;
  }

  /**
   * What is looked for in a lexicon; answers come by the alphabet.
   *
   * @param item whose; empty: the library's
   * @param words beginnings of words, all of which must be there; may be empty
   * @param language first subtag
   * @param cursor where the page before ended
   */
  public record Sought(
      Optional<String> item,
      String words,
      Optional<String> language,
      int limit,
      Optional<String> cursor) {}

  /** One word, taken out or not. */
  public Optional<Lexeme> find(String id) {
    return database.read(
        handle ->
            list(handle.createQuery("SELECT * FROM lexeme WHERE id = :id").bind("id", id)).stream()
                .findFirst());
  }

  /** The word of a lexicon as it is written, taken out or not. */
  public Optional<Lexeme> find(Optional<String> item, String language, String written) {
    return database.read(
        handle ->
            list(
                    handle
                        .createQuery(
                            "SELECT * FROM lexeme WHERE COALESCE(item, '') = :item"
                                + " AND language = :language AND written = :written")
                        .bind("item", item.orElse(""))
                        .bind("language", language)
                        .bind("written", written))
                .stream()
                .findFirst());
  }

  /** A page of a lexicon. */
  public Page<Lexeme> list(Sought sought) {
    StringBuilder where = new StringBuilder("COALESCE(item, '') = :item AND present = 1");
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("item", sought.item().orElse(""));
    int number = 0;
    for (String word : Folded.words(sought.words())) {
      String name = "word" + number++;
      where.append(" AND folded LIKE :").append(name).append(" ESCAPE '!'");
      values.put(name, "% " + word.replaceAll("([%_!])", "!$1") + "%");
    }
    sought
        .language()
        .ifPresent(
            tag -> {
              where.append(" AND language = :language");
              values.put("language", tag);
            });
    sought
        .cursor()
        .ifPresent(
            cursor -> {
              where.append(
                  " AND (folded, id) > (SELECT folded, id FROM lexeme WHERE id = :cursor)");
              values.put("cursor", cursor);
            });
    values.put("limit", sought.limit() + 1);
    List<Lexeme> found =
        database.read(
            handle ->
                list(
                    handle
                        .createQuery(
                            "SELECT * FROM lexeme WHERE "
                                + where
                                + " ORDER BY folded, id LIMIT :limit")
                        .bindMap(values)));
    boolean more = found.size() > sought.limit();
    List<Lexeme> page = more ? found.subList(0, sought.limit()) : found;
    return new Page<>(page, more ? Optional.of(page.get(page.size() - 1).id()) : Optional.empty());
  }

  /** All words of a lexicon that were not taken out, as they are written by code points. */
  public List<Lexeme> all(Optional<String> item) {
    List<Lexeme> all =
        database.read(
            handle ->
                list(
                    handle
                        .createQuery(
                            "SELECT * FROM lexeme WHERE COALESCE(item, '') = :item AND present = 1")
                        .bind("item", item.orElse(""))));
    all.sort(java.util.Comparator.comparing(Lexeme::language).thenComparing(Lexeme::written));
    return all;
  }

  /** How many words a lexicon has in each language. */
  public Map<String, Integer> languages(Optional<String> item) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT language, COUNT(*) AS words FROM lexeme"
                        + " WHERE COALESCE(item, '') = :item AND present = 1"
                        + " GROUP BY language ORDER BY language")
                .bind("item", item.orElse(""))
                .reduceRows(
                    new LinkedHashMap<String, Integer>(),
                    (counts, row) -> {
                      counts.put(
                          row.getColumn("language", String.class),
                          row.getColumn("words", Integer.class));
                      return counts;
                    }));
  }

  /** Items that have a lexicon of their own. */
  public Set<String> items() {
    return database.read(
        handle ->
            Set.copyOf(
                handle
                    .createQuery(
                        "SELECT DISTINCT item FROM lexeme"
                            + " WHERE item IS NOT NULL AND present = 1")
                    .mapTo(String.class)
                    .list()));
  }

  /** The states that a word has had, the present one first. */
  public List<Lexeme> history(String id) {
    return database.read(
        handle ->
            list(
                handle
                    .createQuery(
                        "SELECT c.*, l.item AS item, l.id AS id FROM lexeme_change c"
                            + " JOIN lexeme l ON l.id = c.lexeme"
                            + " WHERE c.lexeme = :id ORDER BY c.version DESC")
                    .bind("id", id)));
  }

  /**
   * Writes a word down: a new one, or another state of the one that is there.
   *
   * @param deed see {@link Lexeme}
   * @param id of the word that changes; empty: a new word, or one that was taken out once
   * @param expected version that the person saw; empty: whatever it is
   * @throws ChangedException if it is at another version by now
   */
  public Lexeme put(
      String deed,
      Optional<String> id,
      OptionalLong expected,
      Optional<String> item,
      String language,
      String written,
      Lexeme.Kind kind,
      String said,
      String who) {
    return database.write(
        handle -> {
          Optional<Lexeme> before = id.isPresent() ? find(id.get()) : find(item, language, written);
          check(before, expected);
          return write(
              handle,
              new Lexeme(
                  before.map(Lexeme::id).orElseGet(Ids::next),
                  item,
                  language,
                  written,
                  kind,
                  said,
                  before.map(Lexeme::version).orElse(0L) + 1,
                  true,
                  deed,
                  who,
                  Instant.ofEpochMilli(System.currentTimeMillis())));
        });
  }

  /** Takes a word out, or puts it back; empty if there is no such word. */
  public Optional<Lexeme> setPresent(
      String deed, String id, OptionalLong expected, boolean present, String who) {
    return database.write(
        handle -> {
          Optional<Lexeme> before = find(id);
          check(before, expected);
          return before.map(
              lexeme ->
                  lexeme.present() == present
                      ? lexeme
                      : write(handle, again(lexeme, lexeme, deed, present, who)));
        });
  }

  /**
   * Takes a deed back, as another one: each word that it changed last is again as it was before.
   *
   * @return the words as they are now; none if others were changed since, or there is no such deed
   */
  public List<Lexeme> undo(String deed, String newDeed, String who) {
    return database.write(
        handle -> {
          List<Lexeme> undone = new ArrayList<>();
          for (Lexeme now :
              list(
                  handle
                      .createQuery("SELECT * FROM lexeme WHERE deed = :deed")
                      .bind("deed", deed))) {
            List<Lexeme> states = history(now.id());
            Lexeme before = states.size() > 1 ? states.get(1) : now;
            boolean present = states.size() > 1 && before.present();
            boolean free =
                find(now.item(), before.language(), before.written())
                    .filter(other -> !other.id().equals(now.id()))
                    .isEmpty();
            if (free) {
              undone.add(write(handle, again(now, before, newDeed, present, who)));
            }
          }
          return undone;
        });
  }

  /** The next state of a word, with the content of another one. */
  private static Lexeme again(
      Lexeme now, Lexeme content, String deed, boolean present, String who) {
    return new Lexeme(
        now.id(),
        now.item(),
        content.language(),
        content.written(),
        content.kind(),
        content.said(),
        now.version() + 1,
        present,
        deed,
        who,
        Instant.ofEpochMilli(System.currentTimeMillis()));
  }

  private static void check(Optional<Lexeme> before, OptionalLong expected) {
    if (before.isPresent()
        && expected.isPresent()
        && before.get().version() != expected.getAsLong()) {
      throw new ChangedException(before.get().id(), before.get().version());
    }
  }

  private static Lexeme write(Handle handle, Lexeme lexeme) {
    String values =
        " VALUES (:id, :version, :language, :written, :kind, :said, :present, :deed, :who,"
            + " :changed";
    for (String statement :
        List.of(
            "INSERT INTO lexeme (id, version, language, written, kind, said, present, deed, who,"
                + " changed, item, folded)"
                + values
                + ", :item, :folded) ON CONFLICT (id) DO UPDATE SET version = excluded.version,"
                + " language = excluded.language, written = excluded.written,"
                + " kind = excluded.kind, said = excluded.said, present = excluded.present,"
                + " deed = excluded.deed, who = excluded.who, changed = excluded.changed,"
                + " folded = excluded.folded",
            "INSERT INTO lexeme_change (lexeme, version, language, written, kind, said, present,"
                + " deed, who, changed)"
                + values
                + ")")) {
      handle
          .createUpdate(statement)
          .bind("id", lexeme.id())
          .bind("version", lexeme.version())
          .bind("language", lexeme.language())
          .bind("written", lexeme.written())
          .bind("kind", lexeme.kind().name())
          .bind("said", lexeme.said())
          .bind("present", lexeme.present() ? 1 : 0)
          .bind("deed", lexeme.deed())
          .bind("who", lexeme.who())
          .bind("changed", lexeme.changed().toEpochMilli())
          .bind("item", lexeme.item().orElse(null))
          .bind("folded", folded(lexeme.written()))
          .execute();
    }
    return lexeme;
  }

  private static String folded(String written) {
    return Folded.column(written, List.of()) + " " + written.toLowerCase(Locale.ROOT);
  }

  private static List<Lexeme> list(Query query) {
    return query.reduceRows(
        new ArrayList<Lexeme>(),
        (lexemes, row) -> {
          lexemes.add(lexeme(row));
          return lexemes;
        });
  }

  private static Lexeme lexeme(RowView row) {
    return new Lexeme(
        row.getColumn("id", String.class),
        Optional.ofNullable(row.getColumn("item", String.class)),
        row.getColumn("language", String.class),
        row.getColumn("written", String.class),
        Lexeme.Kind.valueOf(row.getColumn("kind", String.class)),
        row.getColumn("said", String.class),
        row.getColumn("version", Long.class),
        row.getColumn("present", Integer.class) == 1,
        row.getColumn("deed", String.class),
        row.getColumn("who", String.class),
        Instant.ofEpochMilli(row.getColumn("changed", Long.class)));
  }
}
