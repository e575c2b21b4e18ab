package org.titiktutur.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.titiktutur.web.Visitor;

/** {@code /api/v1/openapi.json}: the API as it is written down, and where it is served. */
@Path("/api/v1/openapi.json")
public final class OpenApiResource {

  private static final String SERVER = "\"url\": \"/\"";

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response get(@Context ContainerRequestContext request) throws IOException {
    try (InputStream in = OpenApiResource.class.getResourceAsStream("/api/openapi.json")) {
      String written = new String(in.readAllBytes(), UTF_8);
      // Without the last slash: paths begin with one.
      String here = Visitor.of(request).link("/").replaceFirst("(?<=.)/$", "");
      return Response.ok(written.replace(SERVER, "\"url\": \"" + here + "\"")).build();
    }
  }
}
