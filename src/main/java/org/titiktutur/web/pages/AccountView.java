package org.titiktutur.web.pages;

import java.util.List;
import java.util.Optional;

/**
 * A person's own account.
 *
 * @param mustChange whether the password was given for one sign-in only
 * @param shortest fewest characters of a new password
 * @param freshToken a token that was just made, shown this once; else null
 */
record AccountView(
    String name,
    boolean mustChange,
    int shortest,
    String freshToken,
    List<Token> tokens,
    Faults faults,
    Optional<Notice> notice) {

  /**
   * A token, without its secret.
   *
   * @param used when it was made and last used, in words
   */
  record Token(String id, String name, String used) {}
}
