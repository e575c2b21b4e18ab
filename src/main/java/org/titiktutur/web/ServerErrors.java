package org.titiktutur.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.titiktutur.production.Tongue;

/** What Jetty itself refuses becomes a problem like any other. */
final class ServerErrors extends ErrorHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ServerErrors.class);

  private final String prefix;
  private final ProblemPage page;

  ServerErrors(String prefix, ProblemPage page) {
    this.prefix = prefix;
    this.page = page;
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    String reference =
        Objects.requireNonNullElseGet(
            (String) request.getAttribute(References.ATTRIBUTE), References::fresh);
    Problem problem = new Problem(ProblemKind.ofStatus(code), List.of(), reference);
    log(code, reference, message, cause);
    String prefix = Forwarding.prefix(request.getAttribute(Forwarding.PREFIX)) + this.prefix;
    Tongue tongue =
        Tongues.chosen(cookie(request), request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
    boolean html =
        Wanted.html(Request.getPathInContext(request), request.getHeaders().get(HttpHeader.ACCEPT));
    HttpFields.Mutable headers = response.getHeaders();
    SecurityHeaders.put(headers);
    headers.put(HttpHeader.CONTENT_LANGUAGE, tongue.tag());
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    byte[] body;
    if (html) {
      headers.put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
      body = page.html(problem, Visitor.stranger(tongue, prefix), "/").getBytes(UTF_8);
    } else {
      headers.put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
      body = json(problem.document(tongue, prefix), code);
    }
    response.setStatus(code);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private static byte[] json(Problem.Document document, int code) {
    try {
      // The status is what Jetty answers, also where our kind of problem has another.
      return Json.MAPPER.writeValueAsBytes(
          new Problem.Document(
              document.type(), document.title(), code, document.detail(), document.reference()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void log(int code, String reference, String message, Throwable cause) {
    if (code == 500) {
      LOG.atError().addKeyValue("reference", reference).setCause(cause).log(message);
    } else {
      LOG.atInfo().addKeyValue("reference", reference).log("{} {}", code, message);
    }
  }

  private static String cookie(Request request) {
    try {
      Optional<HttpCookie> chosen =
          Request.getCookies(request).stream()
              .filter(each -> each.getName().equals(Tongues.COOKIE))
              .findFirst();
      return chosen.map(HttpCookie::getValue).orElse(null);
    } catch (RuntimeException e) {
      return null;
    }
  }
}
