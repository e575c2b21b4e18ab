package org.titiktutur.web;

import jakarta.ws.rs.core.NewCookie;

/** The cookies that a browser holds for us, and how a page's script says that it is ours. */
public final class SignedIn {

  static final String COOKIE = "titik-sesi";
  static final String FORM_COOKIE = "titik-formulir";

  /** Header that a page's script sends with what changes something: the visitor's form token. */
  public static final String CSRF_HEADER = "X-CSRF";

  private SignedIn() {}

  /**
   * Opens a session in this browser.
   *
   * @param session as {@code patrons} made it
   */
  public static NewCookie begin(String session, Visitor visitor) {
    return cookie(COOKIE, session, visitor).build();
  }

  public static NewCookie end(Visitor visitor) {
    return cookie(COOKIE, "", visitor).maxAge(0).build();
  }

  static NewCookie.Builder cookie(String name, String value, Visitor visitor) {
    return new NewCookie.Builder(name)
        .value(value)
        .path(visitor.link("/"))
        .httpOnly(true)
        .secure(visitor.secure())
        .sameSite(NewCookie.SameSite.STRICT);
  }
}
