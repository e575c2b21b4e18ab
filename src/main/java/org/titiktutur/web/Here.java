package org.titiktutur.web;

import jakarta.ws.rs.container.ContainerRequestContext;

/** Where a request stands, to come back to it. */
public final class Here {

  private Here() {}

  /** Path and query, encoded as they came, without the prefix that a proxy gives us. */
  public static String of(ContainerRequestContext request) {
    String path = "/" + request.getUriInfo().getPath(false).replaceFirst("^/", "");
    String query = request.getUriInfo().getRequestUri().getRawQuery();
    return query == null ? path : path + "?" + query;
  }
}
