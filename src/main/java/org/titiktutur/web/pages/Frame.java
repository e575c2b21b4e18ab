package org.titiktutur.web.pages;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What stands around the content of every page.
 *
 * @param w in the reader's language
 * @param person the name of who is signed in
 * @param staff whether the staff's pages are open to them
 * @param csrf what every form has to send back
 * @param base what stands before every path of ours, such as {@code /titik}; empty without a proxy
 * @param here path and query of this page, to come back to
 * @param assets from the name of an asset to its path
 */
record Frame(
    Words w,
    Section section,
    Optional<String> person,
    boolean staff,
    String csrf,
    String base,
    String here,
    UnaryOperator<String> assets) {

  /** The address of a path of ours. */
  String to(String path) {
    return base + path;
  }

  /** Where to sign in, to come back here. */
  String signIn() {
    return here.startsWith("/sign-in") ? to(here) : to(SignInPages.path(here));
  }

  String asset(String name) {
    return to(assets.apply(name));
  }

  /** For {@code aria-current}: null leaves it out. */
  String current(Section link) {
    return link == section ? "true" : null;
  }
}
