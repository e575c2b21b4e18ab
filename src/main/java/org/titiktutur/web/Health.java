package org.titiktutur.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * {@code /health}: whether the process lives, and whether it can serve. With a full disk it can:
 * reading goes on, and a proxy that took it for dead would end that too.
 */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public final class Health {

  private final BooleanSupplier ready;
  private final BooleanSupplier room;

  /**
   * Asks only when it is asked.
   *
   * @param ready whether the database answers; may throw
   * @param room whether the disk has room for anything new
   */
  public Health(BooleanSupplier ready, BooleanSupplier room) {
    this.ready = ready;
    this.room = room;
  }

  @GET
  @Path("/live")
  public Response live() {
    return Response.ok(Map.of("status", "live")).build();
  }

  @GET
  @Path("/ready")
  public Response ready() {
    boolean able;
    try {
      able = ready.getAsBoolean();
    } catch (RuntimeException e) {
      throw new ProblemException(e, ProblemKind.BUSY);
    }
    if (!able) {
      throw new ProblemException(ProblemKind.BUSY);
    }
    String disk = room.getAsBoolean() ? "room" : "full";
    return Response.ok(Map.of("status", "ready", "disk", disk)).build();
  }
}
