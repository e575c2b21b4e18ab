package org.titiktutur.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Locale;
import org.titiktutur.patrons.People;
import org.titiktutur.patrons.Person;
import org.titiktutur.patrons.WeakPasswordException;

/** Signing in with name and password, slowly for those who guess. */
public final class Entrance {

  private static final int TRIES_A_MINUTE = 10;

  /**
   * From everywhere together. More than from one address, so that nobody can keep a person out by
   * guessing at their password.
   */
  private static final int TRIES_OF_ONE_NAME = 200;

  private static final int LONGEST_NAME = 200;

  private final People people;
  private final Flood fromOneAddress = new Flood(TRIES_A_MINUTE, true);
  private final Flood ofOneName = new Flood(TRIES_OF_ONE_NAME, true);

  public Entrance(People people) {
    this.people = people;
  }

  /**
   * Begins a session; {@link SignedIn#begin} makes a cookie of it.
   *
   * @throws ProblemException {@code wrong-password} or {@code too-many-requests}
   */
  public String enter(ContainerRequestContext request, String name, String password) {
    hold(request, name);
    Person person =
        people
            .signIn(name, password)
            .orElseThrow(() -> new ProblemException(ProblemKind.WRONG_PASSWORD));
    return people.open(person);
  }

  /**
   * Lets a person choose a password, if they know the present one: a session that was left open
   * must not help to guess it.
   *
   * @return false if the present password is another
   * @throws ProblemException {@code too-many-requests}
   */
  public boolean change(
      ContainerRequestContext request, Person person, String present, String chosen)
      throws WeakPasswordException {
    hold(request, person.name());
    return people.changePassword(
        person, present, chosen, Visitor.of(request).session().orElse(null));
  }

  private void hold(ContainerRequestContext request, String name) {
    fromOneAddress.hold(Flood.address(request));
    String plain = name.strip().toLowerCase(Locale.ROOT);
    ofOneName.hold(plain.substring(0, Math.min(plain.length(), LONGEST_NAME)));
  }
}
