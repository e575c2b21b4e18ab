package org.titiktutur.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * {@code If-Match} and {@code If-None-Match} (RFC 9110, 13.1). Entity tags come with their quotes.
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

  /**
   * The same where a tag says more than what matters here.
   *
   * @param matters what of a tag that was sent is compared
   * @throws ProblemException {@code changed-meanwhile} if the request is meant for another state
   */
  public static void ifMatch(
      ContainerRequestContext request, String tag, UnaryOperator<String> matters) {
    String header = request.getHeaderString("If-Match");
    if (header != null && !lists(header, tag, matters)) {
      throw new ProblemException(ProblemKind.CHANGED_MEANWHILE);
    }
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
