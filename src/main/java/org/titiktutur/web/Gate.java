package org.titiktutur.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.titiktutur.patrons.Doorkeeper;
import org.titiktutur.patrons.Person;
import org.titiktutur.production.Tongue;

/**
 * Before anything else: who is this? A token in {@code Authorization}, else a session's cookie,
 * else nobody. What a browser sends along by itself opens no door that changes something: a request
 * with a session must come from our own pages.
 */
@PreMatching
final class Gate implements ContainerRequestFilter, ContainerResponseFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final String FRESH_CARRIER = "titik.carrier";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Doorkeeper doorkeeper;
  private final String prefix;
  private final Flood flood;

  Gate(Doorkeeper doorkeeper, String prefix, Flood flood) {
    this.doorkeeper = doorkeeper;
    this.prefix = prefix;
    this.flood = flood;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String outside = Forwarding.prefix(request.getProperty(Forwarding.PREFIX));
    if (!outside.isEmpty()) {
      // So that whole addresses have it as well.
      UriInfo here = request.getUriInfo();
      request.setRequestUri(
          under(outside, here.getBaseUri()), under(outside, here.getRequestUri()));
    }
    String prefix = outside + this.prefix;
    Tongue tongue =
        Tongues.chosen(
            cookie(request, Tongues.COOKIE).orElse(null),
            request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    boolean secure = request.getSecurityContext().isSecure();
    // For the words of whatever is refused below.
    request.setProperty(Visitor.PROPERTY, Visitor.stranger(tongue, prefix));
    String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      Person person =
          bearer(authorization)
              .flatMap(doorkeeper::byToken)
              .orElseThrow(() -> new ProblemException(ProblemKind.WRONG_TOKEN));
      request.setProperty(
          Visitor.PROPERTY,
          new Visitor(
              Optional.of(person),
              Visitor.Shown.TOKEN,
              Optional.empty(),
              tongue,
              "",
              prefix,
              secure));
      return;
    }
    Optional<String> session = cookie(request, SignedIn.COOKIE);
    Optional<Person> person = session.flatMap(doorkeeper::bySession);
    if (person.isEmpty()) {
      flood.hold(Flood.address(request));
    }
    String carrier =
        person.isPresent()
            ? session.get()
            : cookie(request, SignedIn.FORM_COOKIE)
                .filter(value -> value.length() == 32)
                .orElseGet(() -> freshCarrier(request));
    String csrf = doorkeeper.formToken(carrier);
    Visitor.Shown shown = person.isPresent() ? Visitor.Shown.SESSION : Visitor.Shown.NOTHING;
    request.setProperty(
        Visitor.PROPERTY,
        new Visitor(person, shown, person.flatMap(found -> session), tongue, csrf, prefix, secure));
    if (person.filter(Person::mustChangePassword).isPresent() && isApi(request)) {
      throw new ProblemException(ProblemKind.PASSWORD_MUST_CHANGE);
    }
    if (!SAFE.contains(request.getMethod())) {
      refuseOtherSites(request);
      String sent = request.getHeaderString(SignedIn.CSRF_HEADER);
      if (person.isPresent() && isApi(request) && !Forms.same(csrf, sent)) {
        throw new ProblemException(ProblemKind.FORM_EXPIRED);
      }
    }
  }

  private static URI under(String outside, URI address) {
    return UriBuilder.fromUri(address).replacePath(outside + address.getRawPath()).build();
  }

  private static boolean isApi(ContainerRequestContext request) {
    return request.getUriInfo().getPath().startsWith("api/");
  }

  /**
   * What the browser itself says of where a request comes from; forms' own tokens are checked where
   * forms are read.
   */
  private static void refuseOtherSites(ContainerRequestContext request) {
    String site = request.getHeaderString("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      throw new ProblemException(ProblemKind.FORM_EXPIRED);
    }
    String origin = request.getHeaderString("Origin");
    if (origin != null && site == null && !sameOrigin(origin, request.getUriInfo().getBaseUri())) {
      throw new ProblemException(ProblemKind.FORM_EXPIRED);
    }
  }

  private static boolean sameOrigin(String origin, URI base) {
    return origin.equalsIgnoreCase(base.getScheme() + "://" + base.getAuthority());
  }

  private static Optional<String> bearer(String authorization) {
    String[] words = authorization.strip().split("\\s+", 2);
    return words.length == 2 && words[0].toLowerCase(Locale.ROOT).equals("bearer")
        ? Optional.of(words[1])
        : Optional.empty();
  }

  private static Optional<String> cookie(ContainerRequestContext request, String name) {
    return Optional.ofNullable(request.getCookies().get(name)).map(Cookie::getValue);
  }

  private static String freshCarrier(ContainerRequestContext request) {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    String carrier = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    request.setProperty(FRESH_CARRIER, carrier);
    return carrier;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    String carrier = (String) request.getProperty(FRESH_CARRIER);
    boolean page =
        response.getMediaType() != null && response.getMediaType().getSubtype().equals("html");
    if (page && carrier != null) {
      response
          .getHeaders()
          .add(
              HttpHeaders.SET_COOKIE,
              SignedIn.cookie(SignedIn.FORM_COOKIE, carrier, Visitor.of(request))
                  .maxAge(NewCookie.DEFAULT_MAX_AGE)
                  .build());
    }
    if (!response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
      response.getHeaders().putSingle(HttpHeaders.VARY, "Accept-Language, Cookie, Authorization");
    }
  }
}
