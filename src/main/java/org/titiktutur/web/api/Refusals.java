package org.titiktutur.web.api;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.titiktutur.patrons.Person;
import org.titiktutur.patrons.Repeats;
import org.titiktutur.production.BadOptionException;
import org.titiktutur.production.NotHereException;
import org.titiktutur.web.ProblemException;
import org.titiktutur.web.ProblemKind;

/** How what the rooms behind us refuse becomes a problem. */
final class Refusals {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private Refusals() {}

  static ProblemException of(NotHereException missing) {
    return new ProblemException(
        missing,
        ProblemKind.NOT_THERE,
        missing.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        missing.name());
  }

  static ProblemException of(BadOptionException bad) {
    return new ProblemException(bad, ProblemKind.BAD_VALUE, bad.option());
  }

  /**
   * Makes something once under the sender's {@code Idempotency-Key}.
   *
   * @param header null if there is none
   */
  static <X extends Exception> Repeats.Once once(
      Repeats repeats, Person person, String header, String request, Repeats.Making<X> making)
      throws X {
    if (header != null && !KEY.matcher(header).matches()) {
      throw new ProblemException(ProblemKind.BAD_VALUE, "Idempotency-Key");
    }
    try {
      return repeats.once(person, Optional.ofNullable(header), request, making);
    } catch (Repeats.KeyReusedException e) {
      throw new ProblemException(e, ProblemKind.KEY_REUSED);
    }
  }
}
