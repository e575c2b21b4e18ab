package org.titiktutur.patrons;

import java.time.Duration;
import java.util.Optional;
import org.titiktutur.storage.Database;

/**
 * What was made under an {@code Idempotency-Key}: a request that is sent again makes nothing twice.
 * Kept for a day, per person.
 */
public final class Repeats {

  static final Duration KEPT = Duration.ofHours(24);

  private final Database database;

  public Repeats(Database database) {
    this.database = database;
  }

  /**
   * Makes something and names it.
   *
   * @param <X> why it could not be made
   */
  @FunctionalInterface
  public interface Making<X extends Exception> {
    /**
     * Called inside the transaction that also keeps the key.
     *
     * @return by what the thing is found again
     */
    String make() throws X;
  }

  /**
   * What came of it.
   *
   * @param result as {@link Making#make} answered, now or then
   * @param again whether nothing was made now
   */
  public record Once(String result, boolean again) {}

  /** The key was used for another request. */
  public static final class KeyReusedException extends Exception {
    private static final long serialVersionUID = 1L;

    KeyReusedException(String key) {
      super(key);
    }
  }

  /**
   * Makes it, unless the same person did so under the same key.
   *
   * @param key empty: makes it
   * @param request all that makes the request what it is
   */
  public <X extends Exception> Once once(
      Person person, Optional<String> key, String request, Making<X> making)
      throws X, KeyReusedException {
    try {
      return database.write(
          handle -> {
            if (key.isEmpty()) {
              return new Once(made(making), false);
            }
            long now = System.currentTimeMillis();
            handle
                .createUpdate("DELETE FROM repeat WHERE made < :old")
                .bind("old", now - KEPT.toMillis())
                .execute();
            // Another transaction with the same key waits here until the first has ended.
            int fresh =
                handle
                    .createUpdate(
                        "INSERT INTO repeat (person, repeat_key, request_sha256, result, made)"
                            + " VALUES (:person, :key, :request, '', :now) ON CONFLICT DO NOTHING")
                    .bind("person", person.id())
                    .bind("key", key.get())
                    .bind("request", Secrets.sha256(request))
                    .bind("now", now)
                    .execute();
            if (fresh == 0) {
              return kept(handle, person, key.get(), request);
            }
            String result = made(making);
            handle
                .createUpdate(
                    "UPDATE repeat SET result = :result WHERE person = :person AND repeat_key = :key")
                .bind("result", result)
                .bind("person", person.id())
                .bind("key", key.get())
                .execute();
            return new Once(result, false);
          });
    } catch (Carried e) {
      if (e.getCause() instanceof KeyReusedException reused) {
        throw reused;
      }
      @SuppressWarnings("unchecked") // made() carries nothing else
      X failure = (X) e.getCause();
      throw failure;
    }
  }

  private static Once kept(
      org.jdbi.v3.core.Handle handle, Person person, String key, String request) {
    record Kept(String request, String result) {}
    Kept kept =
        handle
            .createQuery(
                "SELECT request_sha256, result FROM repeat WHERE person = :person AND repeat_key = :key")
            .bind("person", person.id())
            .bind("key", key)
            .map((row, context) -> new Kept(row.getString(1), row.getString(2)))
            .one();
    if (!kept.request().equals(Secrets.sha256(request))) {
      throw new Carried(new KeyReusedException(key));
    }
    return new Once(kept.result(), true);
  }

  private static String made(Making<?> making) {
    try {
      return making.make();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new Carried(e);
    }
  }

  /** Takes a checked exception out of a transaction, which it rolls back. */
  private static final class Carried extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Carried(Exception cause) {
      super(cause);
    }
  }
}
