package org.titiktutur.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HostPortHttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.QuotedCSV;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * A request that a proxy of ours passed on becomes the request that its client made: address,
 * scheme, host and prefix. Jetty's own customizer believes everybody, and the leftmost address,
 * which the client may have written itself; here the hops are walked from us outwards, as far as we
 * know the proxies.
 */
final class Forwarding implements HttpConfiguration.Customizer {

  /** Attribute of a request: the path that a proxy took off it, such as {@code /titik}. */
  static final String PREFIX = "titik.prefix";

  private static final Pattern NODE =
      Pattern.compile("\\[?([0-9a-fA-F:.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)]?|([0-9.]+)(?::\\d+)?");
  private static final Pattern BRACKETED = Pattern.compile("(\\[[0-9a-fA-F:.]+])(:\\d+)?");
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+])(?::(\\d{1,5}))?");
  private static final String PATH = "(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+";

  private final Proxies proxies;

  Forwarding(Proxies proxies) {
    this.proxies = proxies;
  }

  /** What a proxy took off the path of a request, by its attribute; empty if nothing. */
  static String prefix(Object attribute) {
    return attribute == null ? "" : attribute.toString();
  }

  private static String prefix(HttpFields headers) {
    String said = last(headers, "X-Forwarded-Prefix");
    String path = said == null ? "" : said.replaceFirst("/$", "");
    return path.matches(PATH) ? path : "";
  }

  private static InetAddress peer(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress()
            instanceof InetSocketAddress from
        ? from.getAddress()
        : null;
  }

  /** For whom one proxy came; null where it does not say. */
  private record Hop(String node, String scheme, String host) {}

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    InetAddress client = peer(request);
    if (!proxies.include(client)) {
      return request;
    }
    HttpFields headers = request.getHeaders();
    request.setAttribute(PREFIX, prefix(headers));
    List<Hop> hops =
        proxies.dialect() == Proxies.Dialect.FORWARDED ? forwarded(headers) : xForwarded(headers);
    String scheme = null;
    String host = null;
    for (int i = hops.size() - 1; i >= 0 && proxies.include(client); i--) {
      Hop hop = hops.get(i);
      scheme = hop.scheme() == null ? scheme : hop.scheme();
      host = hop.host() == null ? host : hop.host();
      InetAddress before = hop.node() == null ? null : address(hop.node());
      if (before == null) {
        // It will not say; the client counts as the proxy itself.
        break;
      }
      client = before;
    }
    return new Passed(
        request, uri(request.getHttpURI(), scheme, host), new InetSocketAddress(client, 0));
  }

  private static HttpURI uri(HttpURI uri, String scheme, String host) {
    HttpURI.Mutable changed = HttpURI.build(uri);
    if (scheme != null) {
      changed.scheme(scheme);
    }
    Matcher authority = HOST.matcher(host == null ? "" : host);
    if (authority.matches()) {
      int port = authority.group(2) == null ? -1 : Integer.parseInt(authority.group(2));
      boolean usual = port == ("https".equals(changed.getScheme()) ? 443 : 80);
      changed.authority(authority.group(1), usual ? -1 : port);
    }
    return changed.asImmutable();
  }

  /**
   * {@code -Proto} and {@code -Host} are the nearest proxy's words; only {@code -For} is a list.
   */
  private static List<Hop> xForwarded(HttpFields headers) {
    String scheme = scheme(last(headers, "X-Forwarded-Proto"));
    String host = last(headers, "X-Forwarded-Host");
    String port = last(headers, "X-Forwarded-Port");
    if (host != null && port != null && !host.matches(".*:\\d+")) {
      host = host + ":" + port;
    }
    List<Hop> hops = new ArrayList<>();
    for (String node : headers.getCSV("X-Forwarded-For", false)) {
      hops.add(new Hop(node, scheme, host));
    }
    return hops.isEmpty() ? List.of(new Hop(null, scheme, host)) : hops;
  }

  private static List<Hop> forwarded(HttpFields headers) {
    QuotedCSV elements = new QuotedCSV(false);
    headers.getValuesList(HttpHeader.FORWARDED).forEach(elements::addValue);
    List<Hop> hops = new ArrayList<>();
    for (String element : elements.getValues()) {
      Map<String, String> said = new HashMap<>();
      for (String pair : element.split(";")) {
        String[] sides = pair.split("=", 2);
        if (sides.length == 2) {
          said.put(sides[0].strip().toLowerCase(Locale.ROOT), sides[1].strip());
        }
      }
      hops.add(new Hop(said.get("for"), scheme(said.get("proto")), said.get("host")));
    }
    return hops;
  }

  private static String last(HttpFields headers, String name) {
    List<String> values = headers.getCSV(name, false);
    return values.isEmpty() ? null : values.get(values.size() - 1);
  }

  private static String scheme(String said) {
    String scheme = said == null ? "" : said.toLowerCase(Locale.ROOT);
    return scheme.equals("https") || scheme.equals("http") ? scheme : null;
  }

  /** Null for {@code unknown}, a made-up name, or nonsense. */
  private static InetAddress address(String node) {
    Matcher bracketed = BRACKETED.matcher(node);
    Matcher parts = NODE.matcher(bracketed.matches() ? bracketed.group(1) : node);
    return parts.matches()
        ? Flood.literal(parts.group(1) == null ? parts.group(2) : parts.group(1))
        : null;
  }

  /** The request as its client made it. */
  private static final class Passed extends Request.Wrapper {
    private final HttpURI uri;
    private final HttpFields headers;
    private final ConnectionMetaData connection;

    Passed(Request request, HttpURI uri, InetSocketAddress client) {
      super(request);
      this.uri = uri;
      // Jetty compares the two.
      this.headers =
          HttpFields.build(request.getHeaders())
              .put(new HostPortHttpField(uri.getHost(), Math.max(0, uri.getPort())));
      this.connection =
          new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
              return client;
            }
          };
    }

    @Override
    public HttpURI getHttpURI() {
      return uri;
    }

    @Override
    public HttpFields getHeaders() {
      return headers;
    }

    @Override
    public boolean isSecure() {
      return "https".equals(uri.getScheme());
    }

    @Override
    public ConnectionMetaData getConnectionMetaData() {
      return connection;
    }
  }
}
