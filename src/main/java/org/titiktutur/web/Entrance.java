package org.titiktutur.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Locale;
import org.titiktutur.patrons.People;
import org.titiktutur.patrons.Person;

/** Signing in with name and password, slowly for those who guess. */
public final class Entrance {

  private static final int TRIES_A_MINUTE = 10;

  private final People people;
  private final Flood fromOneAddress = new Flood(TRIES_A_MINUTE, true);
  private final Flood ofOneName = new Flood(TRIES_A_MINUTE, true);

  public Entrance(People people) {
    this.people = people;
  }

  /**
   * Begins a session; {@link SignedIn#begin} makes a cookie of it.
   *
   * @throws ProblemException {@code wrong-password} or {@code too-many-requests}
   */
  public String enter(ContainerRequestContext request, String name, String password) {
    fromOneAddress.hold(Flood.address(request));
    ofOneName.hold(name.strip().toLowerCase(Locale.ROOT));
    Person person =
        people
            .signIn(name, password)
            .orElseThrow(() -> new ProblemException(ProblemKind.WRONG_PASSWORD));
    return people.open(person);
  }
}
