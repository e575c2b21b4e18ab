package org.titiktutur.web;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How the server listens and what it bears.
 *
 * @param port 0 for any that is free
 * @param prefix path under which a proxy shows us, without a slash at its end; empty for none
 * @param proxies whose word is believed for whom a request comes from
 * @param uploadLimit bytes of one source file
 * @param requestsAMinute of one address that is not signed in, loopback excepted; 0 for no limit
 * @param metricsForAll whether {@code /metrics} answers other addresses than loopback
 * @param scratch where uploads are received
 */
public record WebSettings(
    String host,
    int port,
    String prefix,
    Proxies proxies,
    long uploadLimit,
    int requestsAMinute,
    boolean metricsForAll,
    Path scratch) {
  public WebSettings {
    Objects.requireNonNull(host);
    Objects.requireNonNull(proxies);
    Objects.requireNonNull(scratch);
    if (!prefix.isEmpty() && (!prefix.startsWith("/") || prefix.endsWith("/"))) {
      throw new IllegalArgumentException("prefix " + prefix);
    }
    if (port < 0 || port > 65535 || uploadLimit < 1 || requestsAMinute < 0) {
      throw new IllegalArgumentException(port + ", " + uploadLimit + ", " + requestsAMinute);
    }
  }
}
