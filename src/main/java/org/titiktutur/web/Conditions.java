package org.titiktutur.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * What a request says of the state that it is meant for: {@code If-Match} and {@code If-None-Match}
 * (RFC 9110, 13.1), and the version in a page's form. Entity tags come with their quotes.
 */
public final class Conditions {

  private Conditions() {}

  /**
   * Holds a request to the state that it is meant for.
   *
   * @throws ProblemException {@code changed-meanwhile} if the request is meant for another state
   */
  public static void ifMatch(ContainerRequestContext request, String tag) {
    ifMatch(request, tag, UnaryOperator.identity());
  }

  private static void ifMatch(
      ContainerRequestContext request, String tag, UnaryOperator<String> matters) {
    String header = request.getHeaderString("If-Match");
    if (header != null && !lists(header, tag, matters)) {
      throw new ProblemException(ProblemKind.CHANGED_MEANWHILE);
    }
  }

  /**
   * The version that a script's change is meant for; empty where it names none, and the last word
   * counts. What a tag says behind a full stop is how the thing looked beside its version, which is
   * no obstacle to a change.
   *
   * @param present version of what is to be changed
   * @throws ProblemException {@code changed-meanwhile} if it is meant for another version
   */
  public static OptionalLong version(ContainerRequestContext request, long present) {
    ifMatch(request, tag(present), each -> each.replaceFirst("\\.[0-9a-f]+\"$", "\""));
    return request.getHeaderString("If-Match") == null
        ? OptionalLong.empty()
        : OptionalLong.of(present);
  }

  /**
   * The version that a page's form was filled in for, in its field {@code version}.
   *
   * @throws ProblemException {@code bad-form} if it does not say
   */
  public static OptionalLong version(Form form) {
    return form.text("version")
        .filter(text -> text.matches("\\d{1,18}"))
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElseThrow(() -> new ProblemException(ProblemKind.BAD_FORM));
  }

  /** The entity tag of a version. */
  public static String tag(long version) {
    return "\"" + version + "\"";
  }

  /** Whether the sender already has this state. */
  public static boolean unchanged(ContainerRequestContext request, String tag) {
    String header = request.getHeaderString("If-None-Match");
    return header != null && lists(header, tag, each -> each.replaceFirst("^W/", ""));
  }

  private static boolean lists(String header, String tag, UnaryOperator<String> matters) {
    return header.strip().equals("*")
        || Arrays.stream(header.split(",")).map(String::strip).map(matters).anyMatch(tag::equals);
  }
}
