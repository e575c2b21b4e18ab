package org.titiktutur.web;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.titiktutur.catalog.ChangedException;
import org.titiktutur.production.Tongue;

/** Every failure of a resource becomes a problem document, or a page where a page is wanted. */
final class Problems implements ExceptionMapper<Throwable> {

  static final String MEDIA_TYPE = "application/problem+json";

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final String prefix;
  private final ProblemPage page;
  private final Predicate<Throwable> diskFull;

  /** Filled by Jersey; gives the request at hand. */
  @Inject private Provider<ContainerRequestContext> request;

  Problems(String prefix, ProblemPage page, Predicate<Throwable> diskFull) {
    this.prefix = prefix;
    this.page = page;
    this.diskFull = diskFull;
  }

  @Override
  public Response toResponse(Throwable failure) {
    return answer(failure, request.get());
  }

  private Response answer(Throwable failure, ContainerRequestContext request) {
    ProblemKind kind = kindOf(failure);
    List<String> arguments =
        failure instanceof ProblemException problem ? problem.arguments() : List.of();
    String reference =
        Objects.requireNonNullElseGet(
            (String) request.getProperty(References.ATTRIBUTE), References::fresh);
    Problem problem = new Problem(kind, arguments, reference);
    log(problem, failure, request);

    Visitor visitor = Visitor.of(request);
    String prefix = Forwarding.prefix(request.getProperty(Forwarding.PREFIX)) + this.prefix;
    if (visitor == null) {
      Tongue tongue = Tongues.accepted(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
      visitor = Visitor.stranger(tongue, prefix);
    }
    Response.ResponseBuilder answer = Response.status(kind.status());
    if (failure instanceof WebApplicationException web) {
      // Allow, Retry-After and the like.
      web.getResponse().getHeaders().forEach((name, values) -> answer.header(name, values.get(0)));
    }
    if (kind.status() == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Titik Tutur\"");
    }
    if (kind == ProblemKind.TOO_MANY_REQUESTS || kind == ProblemKind.BUSY) {
      answer.header(HttpHeaders.RETRY_AFTER, arguments.isEmpty() ? "10" : arguments.get(0));
    }
    if (kind == ProblemKind.RANGE) {
      answer.header("Content-Range", "bytes */" + arguments.get(0));
    }
    if (request.getLength() > 0 || request.getHeaderString("Transfer-Encoding") != null) {
      // Part of what was sent may not have been read, so nothing can follow on this connection.
      answer.header("Connection", "close");
    }
    answer
        .header(HttpHeaders.CONTENT_LANGUAGE, visitor.tongue().tag())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.VARY, "Accept-Language, Accept, Cookie");
    boolean html =
        Wanted.html(
            "/" + request.getUriInfo().getPath(), request.getHeaderString(HttpHeaders.ACCEPT));
    return html
        ? answer
            .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
            .entity(page.html(problem, visitor, here(request)))
            .build()
        : answer.type(MEDIA_TYPE).entity(problem.document(visitor.tongue(), prefix)).build();
  }

  /** What was posted is at no address that can be opened again. */
  private static String here(ContainerRequestContext request) {
    return request.getMethod().equals("GET") ? Here.of(request) : "/";
  }

  private ProblemKind kindOf(Throwable failure) {
    if (failure instanceof ProblemException problem) {
      return problem.kind();
    }
    if (failure instanceof NotAllowedException) {
      return ProblemKind.METHOD_NOT_ALLOWED;
    }
    if (failure instanceof NotAcceptableException) {
      return ProblemKind.NOT_ACCEPTABLE;
    }
    if (failure instanceof NotSupportedException) {
      return ProblemKind.MEDIA_TYPE;
    }
    if (failure instanceof WebApplicationException web) {
      return ProblemKind.ofStatus(web.getResponse().getStatus());
    }
    if (failure instanceof org.eclipse.jetty.http.HttpException http) {
      return ProblemKind.ofStatus(http.getCode());
    }
    if (failure instanceof ChangedException) {
      return ProblemKind.CHANGED_MEANWHILE;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (diskFull.test(cause)) {
        return ProblemKind.DISK_FULL;
      }
    }
    return ProblemKind.FAULT;
  }

  private static boolean isHungUp(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof EofException || cause instanceof ClosedChannelException) {
        return true;
      }
    }
    return false;
  }

  private static void log(Problem problem, Throwable failure, ContainerRequestContext request) {
    if (isHungUp(failure)) {
      LOG.debug("the client hung up", failure);
      return;
    }
    String path = request.getMethod() + " /" + request.getUriInfo().getPath();
    var event =
        switch (problem.kind()) {
          case DISK_FULL -> LOG.atWarn();
          case BUSY -> LOG.atInfo();
          default ->
              problem.kind().status() >= 500 ? LOG.atError().setCause(failure) : LOG.atInfo();
        };
    event
        .addKeyValue("reference", problem.reference())
        .log("{} {} for {}", problem.kind().status(), problem.kind().code(), path);
  }
}
