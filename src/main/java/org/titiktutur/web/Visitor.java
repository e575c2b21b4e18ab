package org.titiktutur.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rights;
import org.titiktutur.patrons.Person;
import org.titiktutur.production.Tongue;

/** Who makes this request, what they may do, and how to speak to them. */
public final class Visitor {

  static final String PROPERTY = "titik.visitor";

  /** How a visitor showed who they are. */
  public enum Shown {
    NOTHING,
    TOKEN,
    SESSION
  }

  private final Optional<Person> person;
  private final Shown shown;
  private final Optional<String> session;
  private final Tongue tongue;
  private final String csrf;
  private final String prefix;
  private final boolean secure;

  Visitor(
      Optional<Person> person,
      Shown shown,
      Optional<String> session,
      Tongue tongue,
      String csrf,
      String prefix,
      boolean secure) {
    this.person = person;
    this.shown = shown;
    this.session = session;
    this.tongue = tongue;
    this.csrf = csrf;
    this.prefix = prefix;
    this.secure = secure;
  }

  static Visitor stranger(Tongue tongue, String prefix) {
    return new Visitor(
        Optional.empty(), Shown.NOTHING, Optional.empty(), tongue, "", prefix, false);
  }

  /** Whose request this is; every resource asks this and nothing else. */
  public static Visitor of(ContainerRequestContext request) {
    return (Visitor) request.getProperty(PROPERTY);
  }

  /** Empty for a visitor who is not signed in. */
  public Optional<Person> person() {
    return person;
  }

  public Shown shown() {
    return shown;
  }

  /** The value of the session's cookie, if that is how the visitor showed who they are. */
  public Optional<String> session() {
    return session;
  }

  public Tongue tongue() {
    return tongue;
  }

  /** What every form posts as {@code csrf}. */
  public String csrf() {
    return csrf;
  }

  /** The address of a path of ours for this visitor: with the prefix that a proxy gives us. */
  public String link(String path) {
    return prefix + path;
  }

  /** Whether the visitor speaks HTTPS, to us or to the proxy before us. */
  public boolean secure() {
    return secure;
  }

  public boolean isAdministrator() {
    return person.filter(Person::isAdministrator).isPresent();
  }

  /** What this visitor may see and hear; the same at every door. */
  public Set<Rights> maySee() {
    return isAdministrator() ? EnumSet.allOf(Rights.class) : Rights.openToAll();
  }

  /** Whether the item may be shown; if not, it is {@code not-found}. */
  public boolean maySee(Item item) {
    return maySee().contains(item.rights());
  }

  /**
   * For what only administrators may do.
   *
   * @throws ProblemException {@code sign-in-needed} or {@code not-allowed}
   */
  public Person requireAdministrator() {
    Person somebody = person.orElseThrow(() -> new ProblemException(ProblemKind.SIGN_IN_NEEDED));
    if (!somebody.isAdministrator()) {
      throw new ProblemException(ProblemKind.NOT_ALLOWED);
    }
    return somebody;
  }
}
