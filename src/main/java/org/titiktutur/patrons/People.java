package org.titiktutur.patrons;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.titiktutur.storage.Database;
import org.titiktutur.storage.Ids;

/**
 * Everybody whom we know: their passwords, tokens and sessions, all of them kept as hashes. Safe
 * for any thread.
 */
public final class People implements Doorkeeper {

  /** How long a session lasts that is not used. */
  static final Duration IDLE = Duration.ofHours(12);

  /** How long any session lasts. */
  static final Duration LONGEST = Duration.ofDays(30);

  /** Characters of the shortest password that a person may choose. */
  public static final int SHORTEST_PASSWORD = Passwords.SHORTEST;

  /** What the first person is called. */
  public static final String ADMINISTRATOR = "admin";

  private static final String FIRST_TOKEN = "administrator";
  private static final String SESSION = "session";
  private static final String FORM = "form";
  private static final Duration NOTE_USE_EVERY = Duration.ofMinutes(10);
  private static final Set<String> EVERYBODY_KNOWS =
      Set.of("1234567890", "password123", "passwordpassword", "qwertyuiop", "katasandi123");

  private final Database database;
  private final Clock clock;
  private final Secrets secrets;

  public People(Database database) {
    this(database, Clock.systemUTC());
  }

  People(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.secrets = new Secrets(database);
  }

  /**
   * How the administrator gets in for the first time; said once.
   *
   * @param token empty where the environment gave one
   */
  public record Introduction(String name, String password, Optional<String> token) {}

  /**
   * Makes the administrator if there is nobody yet.
   *
   * @param givenToken what the administrator's token shall be from now on
   * @return empty if there was somebody
   */
  public Optional<Introduction> begin(Optional<String> givenToken) {
    return database.write(
        handle -> {
          Optional<Person> administrator = firstAdministrator(handle);
          if (administrator.isPresent()) {
            givenToken.ifPresent(value -> putFirstToken(handle, administrator.get(), value));
            return Optional.empty();
          }
          String password = Passwords.oneTime();
          Person made = insert(handle, ADMINISTRATOR, Role.ADMINISTRATOR, password, true);
          String value = givenToken.orElseGet(People::freshToken);
          putFirstToken(handle, made, value);
          Optional<String> shown = givenToken.isPresent() ? Optional.empty() : Optional.of(value);
          return Optional.of(new Introduction(made.name(), password, shown));
        });
  }

  /** Whether an administrator has chosen a password, so that strangers may reach us. */
  public boolean administratorHasPassword() {
    return database.read(
            handle ->
                handle
                    .createQuery("SELECT COUNT(*) FROM person WHERE role = :role AND one_time = 0")
                    .bind("role", Role.ADMINISTRATOR.code())
                    .mapTo(int.class)
                    .one())
        > 0;
  }

  public List<Person> list() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM person ORDER BY folded")
                .reduceRows(
                    new java.util.ArrayList<Person>(),
                    (people, row) -> {
                      people.add(person(row));
                      return people;
                    }));
  }

  /**
   * A new person.
   *
   * @return the one-time password; empty if somebody has that name
   */
  public Optional<String> add(String name, Role role) {
    String password = Passwords.oneTime();
    return database.write(
        handle -> {
          if (byName(handle, name).isPresent()) {
            return Optional.empty();
          }
          insert(handle, name.strip(), role, password, true);
          return Optional.of(password);
        });
  }

  /**
   * Another one-time password, and an end to every session.
   *
   * @return empty if there is nobody of that name
   */
  public Optional<String> reset(String name) {
    String password = Passwords.oneTime();
    return byName(name)
        .map(
            person -> {
              store(person, password, true, null);
              return password;
            });
  }

  /**
   * Sets a password that the person chose, and ends every session; false if there is nobody of that
   * name.
   */
  public boolean choose(String name, String password) throws WeakPasswordException {
    Optional<Person> person = byName(name);
    if (person.isPresent()) {
      check(person.get(), password);
      store(person.get(), password, false, null);
    }
    return person.isPresent();
  }

  public boolean remove(String name) {
    return database.write(
            handle ->
                handle
                    .createUpdate("DELETE FROM person WHERE folded = :folded")
                    .bind("folded", folded(name))
                    .execute())
        > 0;
  }

  public Optional<Person> byName(String name) {
    return database.read(handle -> byName(handle, name));
  }

  /** Who this is, if name and password belong together; takes as long if they do not. */
  public Optional<Person> signIn(String name, String password) {
    Optional<Person> person = byName(name);
    String phc = person.map(this::password).orElse(null);
    return Passwords.matches(password, phc) ? person : Optional.empty();
  }

  /**
   * Lets a person choose a password; their other sessions end.
   *
   * @param session the one that stays, as {@link #open} gave it; null for none
   * @return false if the present password is another
   */
  public boolean changePassword(Person person, String present, String chosen, String session)
      throws WeakPasswordException {
    if (!Passwords.matches(present, password(person))) {
      return false;
    }
    check(person, chosen);
    if (chosen.equals(present)) {
      throw new WeakPasswordException();
    }
    store(person, chosen, false, session);
    return true;
  }

  /** Begins a session; what comes out is for a cookie. */
  public String open(Person person) {
    String id = Secrets.random();
    database.change(
        handle -> {
          handle
              .createUpdate("DELETE FROM session WHERE used < :idle OR made < :old")
              .bind("idle", now() - IDLE.toMillis())
              .bind("old", now() - LONGEST.toMillis())
              .execute();
          handle
              .createUpdate(
                  "INSERT INTO session (sha256, person, made, used) VALUES (:sha256, :person, :now, :now)")
              .bind("sha256", Secrets.sha256(id))
              .bind("person", person.id())
              .bind("now", now())
              .execute();
        });
    return id + "." + secrets.sign(SESSION, id);
  }

  /** Ends a session; nothing happens if it is none. */
  public void close(String session) {
    sessionId(session)
        .ifPresent(
            id ->
                database.change(
                    handle ->
                        handle
                            .createUpdate("DELETE FROM session WHERE sha256 = :sha256")
                            .bind("sha256", Secrets.sha256(id))
                            .execute()));
  }

  @Override
  public Optional<Person> bySession(String session) {
    return sessionId(session).flatMap(id -> used("session", Secrets.sha256(id)));
  }

  @Override
  public Optional<Person> byToken(String token) {
    return used("token", Secrets.sha256(token));
  }

  @Override
  public String formToken(String carrier) {
    return secrets.sign(FORM, carrier);
  }

  public List<Token> tokens(Person person) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM token WHERE person = :person ORDER BY made")
                .bind("person", person.id())
                .reduceRows(
                    new java.util.ArrayList<Token>(),
                    (tokens, row) -> {
                      tokens.add(token(row));
                      return tokens;
                    }));
  }

  /** A new token. */
  public Token.Fresh makeToken(Person person, String name) {
    String value = freshToken();
    String id = Ids.next();
    long now = now();
    database.change(handle -> putToken(handle, id, person, name, value));
    return new Token.Fresh(new Token(id, name, Instant.ofEpochMilli(now), Optional.empty()), value);
  }

  /** Makes a token worthless; false if this person has none with that id. */
  public boolean revoke(Person person, String id) {
    return database.write(
            handle ->
                handle
                    .createUpdate("DELETE FROM token WHERE id = :id AND person = :person")
                    .bind("id", id)
                    .bind("person", person.id())
                    .execute())
        > 0;
  }

  private Optional<Person> used(String table, String sha256) {
    record Found(Person person, Long used, long made) {}
    Optional<Found> found =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT p.*, t.used AS t_used, t.made AS t_made FROM "
                            + table
                            + " t JOIN person p ON p.id = t.person WHERE t.sha256 = :sha256")
                    .bind("sha256", sha256)
                    .reduceRows(
                        Optional.<Found>empty(),
                        (nothing, row) ->
                            Optional.of(
                                new Found(
                                    person(row),
                                    row.getColumn("t_used", Long.class),
                                    row.getColumn("t_made", Long.class)))));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    long used = found.get().used() == null ? 0 : found.get().used();
    if (table.equals("session")
        && (used < now() - IDLE.toMillis() || found.get().made() < now() - LONGEST.toMillis())) {
      return Optional.empty();
    }
    if (used < now() - NOTE_USE_EVERY.toMillis()) {
      noteUse(table, sha256);
    }
    return Optional.of(found.get().person());
  }

  /** Not worth failing for: with a full disk people still read. */
  private void noteUse(String table, String sha256) {
    try {
      database.change(
          handle ->
              handle
                  .createUpdate("UPDATE " + table + " SET used = :now WHERE sha256 = :sha256")
                  .bind("now", now())
                  .bind("sha256", sha256)
                  .execute());
    } catch (RuntimeException e) {
      org.slf4j.LoggerFactory.getLogger(People.class).warn("use of a {} not noted", table, e);
    }
  }

  private Optional<String> sessionId(String session) {
    int dot = session.indexOf('.');
    if (dot < 0
        || !secrets.isSigned(SESSION, session.substring(0, dot), session.substring(dot + 1))) {
      return Optional.empty();
    }
    return Optional.of(session.substring(0, dot));
  }

  private static String freshToken() {
    return "titik_" + Secrets.random();
  }

  private void putFirstToken(Handle handle, Person person, String value) {
    handle.createUpdate("DELETE FROM token WHERE id = :id").bind("id", FIRST_TOKEN).execute();
    putToken(handle, FIRST_TOKEN, person, FIRST_TOKEN, value);
  }

  private void putToken(Handle handle, String id, Person person, String name, String value) {
    handle
        .createUpdate(
            "INSERT INTO token (id, person, name, sha256, made) VALUES (:id, :person, :name, :sha256, :now)"
                + " ON CONFLICT DO NOTHING")
        .bind("id", id)
        .bind("person", person.id())
        .bind("name", name)
        .bind("sha256", Secrets.sha256(value))
        .bind("now", now())
        .execute();
  }

  private Person insert(Handle handle, String name, Role role, String password, boolean oneTime) {
    Person person = new Person(Ids.next(), name, role, oneTime);
    handle
        .createUpdate(
            "INSERT INTO person (id, name, folded, role, password, one_time, made)"
                + " VALUES (:id, :name, :folded, :role, :password, :one_time, :now)")
        .bind("id", person.id())
        .bind("name", name)
        .bind("folded", folded(name))
        .bind("role", role.code())
        .bind("password", Passwords.hash(password))
        .bind("one_time", oneTime ? 1 : 0)
        .bind("now", now())
        .execute();
    return person;
  }

  private void store(Person person, String password, boolean oneTime, String sessionThatStays) {
    String hash = Passwords.hash(password);
    String stays =
        sessionThatStays == null ? "" : sessionId(sessionThatStays).map(Secrets::sha256).orElse("");
    database.change(
        handle -> {
          handle
              .createUpdate(
                  "UPDATE person SET password = :password, one_time = :one_time WHERE id = :id")
              .bind("password", hash)
              .bind("one_time", oneTime ? 1 : 0)
              .bind("id", person.id())
              .execute();
          handle
              .createUpdate("DELETE FROM session WHERE person = :person AND sha256 <> :stays")
              .bind("person", person.id())
              .bind("stays", stays)
              .execute();
        });
  }

  private static void check(Person person, String password) throws WeakPasswordException {
    String plain = password.toLowerCase(Locale.ROOT);
    if (password.codePointCount(0, password.length()) < Passwords.SHORTEST
        || EVERYBODY_KNOWS.contains(plain)
        || plain.strip().equals(folded(person.name()))
        || password.chars().distinct().count() < 4) {
      throw new WeakPasswordException();
    }
  }

  private String password(Person person) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT password FROM person WHERE id = :id")
                .bind("id", person.id())
                .mapTo(String.class)
                .findOne()
                .orElse(null));
  }

  private static Optional<Person> firstAdministrator(Handle handle) {
    return handle
        .createQuery("SELECT * FROM person WHERE role = :role ORDER BY made LIMIT 1")
        .bind("role", Role.ADMINISTRATOR.code())
        .reduceRows(Optional.<Person>empty(), (nothing, row) -> Optional.of(person(row)));
  }

  private static Optional<Person> byName(Handle handle, String name) {
    return handle
        .createQuery("SELECT * FROM person WHERE folded = :folded")
        .bind("folded", folded(name))
        .reduceRows(Optional.<Person>empty(), (nothing, row) -> Optional.of(person(row)));
  }

  private static String folded(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static Person person(RowView row) {
    return new Person(
        row.getColumn("id", String.class),
        row.getColumn("name", String.class),
        Role.of(row.getColumn("role", String.class)),
        row.getColumn("one_time", Integer.class) != 0);
  }

  private static Token token(RowView row) {
    return new Token(
        row.getColumn("id", String.class),
        row.getColumn("name", String.class),
        Instant.ofEpochMilli(row.getColumn("made", Long.class)),
        Optional.ofNullable(row.getColumn("used", Long.class)).map(Instant::ofEpochMilli));
  }

  private long now() {
    return clock.millis();
  }
}
