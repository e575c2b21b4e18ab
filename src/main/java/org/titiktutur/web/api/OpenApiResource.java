package org.titiktutur.web.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** {@code /api/v1/openapi.json}: the API as it is written down, word for word. */
@Path("/api/v1/openapi.json")
public final class OpenApiResource {

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response get() throws IOException {
    try (InputStream in = OpenApiResource.class.getResourceAsStream("/api/openapi.json")) {
      return Response.ok(in.readAllBytes()).build();
    }
  }
}
