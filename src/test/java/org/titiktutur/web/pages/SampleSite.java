package org.titiktutur.web.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.titiktutur.production.Tongue;

/** The sample pages at {@code /TONGUE/NAME}, with the assets and the policy of the real service. */
final class SampleSite implements AutoCloseable {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; media-src 'self';"
          + " script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
          + " base-uri 'none'";

  private final Map<String, String> pages = new TreeMap<>();
  private final HttpServer server;

  SampleSite() throws IOException {
    for (Tongue tongue : Tongue.values()) {
      SamplePages.in(tongue)
          .forEach((name, html) -> pages.put("/" + tongue.tag() + "/" + name, html));
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Path and HTML of every page. */
  Map<String, String> pages() {
    return pages;
  }

  String address(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = body(path);
      exchange.getResponseHeaders().set("Content-Type", type(path));
      exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
      exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
      if (body != null) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private byte[] body(String path) throws IOException {
    if (pages.containsKey(path)) {
      return pages.get(path).getBytes(StandardCharsets.UTF_8);
    }
    try (InputStream asset =
        SampleSite.class.getResourceAsStream(path.replaceFirst("^/assets/", "/web/"))) {
      return asset == null ? null : asset.readAllBytes();
    }
  }

  private static String type(String path) {
    if (path.endsWith(".css")) {
      return "text/css";
    }
    if (path.endsWith(".js")) {
      return "text/javascript";
    }
    return path.endsWith(".svg") ? "image/svg+xml" : "text/html;charset=utf-8";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
