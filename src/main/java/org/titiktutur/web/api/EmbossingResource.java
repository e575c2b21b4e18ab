package org.titiktutur.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.glassfish.jersey.server.ContainerRequest;
import org.titiktutur.patrons.Person;
import org.titiktutur.patrons.Repeats;
import org.titiktutur.production.BadOptionException;
import org.titiktutur.production.CannotEmbossException;
import org.titiktutur.production.EmbossingDesk;
import org.titiktutur.production.EmbossingOrder;
import org.titiktutur.production.EmbossingPlan;
import org.titiktutur.production.EmbossingRun;
import org.titiktutur.production.NotNowException;
import org.titiktutur.web.ProblemException;
import org.titiktutur.web.ProblemKind;
import org.titiktutur.web.Visitor;

/** {@code /api/v1/embossers} and {@code /embossings}: the embossing desk. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class EmbossingResource {

  private final EmbossingDesk desk;
  private final Repeats repeats;

  public EmbossingResource(EmbossingDesk desk, Repeats repeats) {
    this.desk = desk;
    this.repeats = repeats;
  }

  @GET
  @Path("/embossers")
  public Response embossers(@Context ContainerRequestContext request) {
    boolean staff = Visitor.of(request).isAdministrator();
    return Response.ok(
            Rows.all(desk.embossers().stream().map(each -> EmbosserJson.of(each, staff)).toList()))
        .build();
  }

  /**
   * What is to be embossed.
   *
   * @param pages text like {@code 3-7}, or a number; null for all
   * @param volumes in the same way
   * @param copies null for one
   */
  record OrderJson(
      String rendition, String embosser, JsonNode pages, JsonNode volumes, Integer copies) {
    EmbossingOrder order() {
      if (rendition == null) {
        throw new ProblemException(ProblemKind.BAD_VALUE, "rendition");
      }
      if (embosser == null) {
        throw new ProblemException(ProblemKind.BAD_VALUE, "embosser");
      }
      return new EmbossingOrder(
          rendition,
          embosser,
          range("pages", pages),
          range("volumes", volumes),
          copies == null ? 1 : copies);
    }

    private static Optional<String> range(String field, JsonNode value) {
      if (value == null || value.isNull()) {
        return Optional.empty();
      }
      if (!value.isTextual() && !value.isInt()) {
        throw new ProblemException(ProblemKind.BAD_VALUE, field);
      }
      return Optional.of(value.asText());
    }
  }

  @POST
  @Path("/embossings")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response emboss(
      @Context ContainerRequestContext request,
      @HeaderParam("Idempotency-Key") String key,
      OrderJson sent)
      throws IOException {
    Visitor visitor = Visitor.of(request);
    Person person = visitor.requireAdministrator();
    EmbossingOrder order = sent.order();
    Plan plan = plan(order);
    Repeats.Once once;
    try {
      once =
          Refusals.once(
              repeats,
              person,
              key,
              "embossings\n" + order,
              () -> desk.begin(plan.get(), person.name()).id());
    } catch (CannotEmbossException e) {
      throw refused(e, visitor);
    }
    EmbossingRun run =
        desk.find(once.result()).orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
    return answer(request, visitor, run);
  }

  /**
   * A plan, or why there is none: that matters only if the order is not one that was made before.
   */
  @FunctionalInterface
  private interface Plan {
    EmbossingPlan get() throws CannotEmbossException;
  }

  private Plan plan(EmbossingOrder order) throws IOException {
    try {
      EmbossingPlan plan = desk.plan(order);
      return () -> plan;
    } catch (CannotEmbossException e) {
      return () -> {
        throw e;
      };
    } catch (BadOptionException e) {
      throw Refusals.of(e);
    }
  }

  @GET
  @Path("/embossings/{id}")
  public Response get(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    return Response.ok(EmbossingJson.of(found(desk.find(id)), visitor.tongue())).build();
  }

  @POST
  @Path("/embossings/{id}/pause")
  public Response pause(@Context ContainerRequestContext request, @PathParam("id") String id) {
    return decide(request, who -> desk.pause(id, who));
  }

  @POST
  @Path("/embossings/{id}/resume")
  public Response resume(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visitor.of(request).requireAdministrator();
    OptionalInt fromPage = fromPage(request);
    return decide(request, who -> desk.resume(id, fromPage, who));
  }

  @POST
  @Path("/embossings/{id}/confirm")
  public Response confirm(@Context ContainerRequestContext request, @PathParam("id") String id) {
    return decide(request, who -> desk.confirm(id, who));
  }

  @POST
  @Path("/embossings/{id}/cancel")
  public Response cancel(@Context ContainerRequestContext request, @PathParam("id") String id) {
    return decide(request, who -> desk.cancel(id, who));
  }

  /** Where a run is to go on; null for where it stands. */
  record ResumeJson(Integer fromPage) {}

  /** A run that is paused can be told to go on without a word more. */
  private static OptionalInt fromPage(ContainerRequestContext request) {
    if (!request.hasEntity()) {
      return OptionalInt.empty();
    }
    Integer page = ((ContainerRequest) request).readEntity(ResumeJson.class).fromPage();
    return page == null ? OptionalInt.empty() : OptionalInt.of(page);
  }

  /** What staff decide about a run. */
  @FunctionalInterface
  private interface Decision {
    Optional<EmbossingRun> by(String who)
        throws NotNowException, BadOptionException, CannotEmbossException;
  }

  private static Response decide(ContainerRequestContext request, Decision decision) {
    Visitor visitor = Visitor.of(request);
    Person person = visitor.requireAdministrator();
    try {
      return answer(request, visitor, found(decision.by(person.name())));
    } catch (NotNowException e) {
      throw new ProblemException(
          e, ProblemKind.NOT_NOW, e.say(Shapes.Words.embossing(visitor.tongue())));
    } catch (BadOptionException e) {
      throw Refusals.of(e);
    } catch (CannotEmbossException e) {
      throw refused(e, visitor);
    }
  }

  private static EmbossingRun found(Optional<EmbossingRun> run) {
    return run.orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
  }

  private static Response answer(
      ContainerRequestContext request, Visitor visitor, EmbossingRun run) {
    return Response.status(Response.Status.ACCEPTED)
        .location(Shapes.address(request, "/embossings/" + run.id()))
        .entity(EmbossingJson.of(run, visitor.tongue()))
        .build();
  }

  private static ProblemException refused(CannotEmbossException e, Visitor visitor) {
    return switch (e.reason()) {
      case NO_EMBOSSER ->
          new ProblemException(e, ProblemKind.NOT_THERE, "embosser", e.arguments().get(0));
      case NOT_READY ->
          new ProblemException(
              e, ProblemKind.NOT_READY, Shapes.ROOT + "/renditions/" + e.arguments().get(0));
      default ->
          new ProblemException(
              e, ProblemKind.NOT_POSSIBLE, e.say(Shapes.Words.embossing(visitor.tongue())));
    };
  }
}
