package org.titiktutur.patrons;

import java.util.Objects;

/**
 * Somebody whom we know.
 *
 * @param name with which they sign in, as they wrote it; compared without regard to case
 * @param mustChangePassword whether the password is one that we made up, good for one sign-in
 */
public record Person(String id, String name, Role role, boolean mustChangePassword) {
  public Person {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(role);
  }

  public boolean isAdministrator() {
    return role == Role.ADMINISTRATOR;
  }
}
