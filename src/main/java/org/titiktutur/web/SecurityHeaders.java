package org.titiktutur.web;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Every answer tells the browser what it may do with it; every request gets its reference. */
final class SecurityHeaders extends Handler.Wrapper {

  private static final Map<String, String> HEADERS =
      new TreeMap<>(
          Map.of(
              "Content-Security-Policy",
              "default-src 'none'; style-src 'self'; img-src 'self' data:; media-src 'self'; script-src 'self';"
                  + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
              "X-Content-Type-Options",
              "nosniff",
              "Referrer-Policy",
              "no-referrer",
              "Permissions-Policy",
              "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
              "Cross-Origin-Opener-Policy",
              "same-origin",
              "Cross-Origin-Resource-Policy",
              "same-origin"));

  SecurityHeaders(Handler inner) {
    super(inner);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    request.setAttribute(References.ATTRIBUTE, References.fresh());
    request.setAttribute(Flood.REMOTE, Request.getRemoteAddr(request));
    put(response.getHeaders());
    return super.handle(request, response, callback);
  }

  static void put(HttpFields.Mutable headers) {
    HEADERS.forEach(headers::put);
  }
}
