package org.titiktutur.patrons;

import java.util.Optional;

/** Who is at the door, by what they show. Safe for any thread. */
public interface Doorkeeper {

  /** Whose session this is, if it is signed by us and still open. */
  Optional<Person> bySession(String session);

  /** Whose token this is, if it has not been revoked. */
  Optional<Person> byToken(String token);

  /**
   * What a form must bring along to have come from our page.
   *
   * @param carrier value of the cookie that the same browser holds: a session, or what {@code web}
   *     gives to visitors who are not signed in
   */
  String formToken(String carrier);
}
