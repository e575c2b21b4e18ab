package org.titiktutur.web.pages;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.regex.Pattern;
import org.titiktutur.patrons.Person;
import org.titiktutur.web.Visitor;

/** Leads whoever came in with a one-time password to where they choose their own. */
public final class FirstPassword implements ContainerRequestFilter {

  /** What stays open meanwhile; the API refuses by itself. */
  private static final Pattern OPEN =
      Pattern.compile("(account|sign-out|language|help|assets|problems|api|health|metrics)(/.*)?");

  FirstPassword() {}

  @Override
  public void filter(ContainerRequestContext request) {
    Visitor visitor = Visitor.of(request);
    String path = request.getUriInfo().getPath().replaceFirst("^/", "");
    if (visitor.person().filter(Person::mustChangePassword).isPresent()
        && !OPEN.matcher(path).matches()) {
      request.abortWith(Frames.to(visitor, "/account").build());
    }
  }
}
