package org.titiktutur.web;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * The proxies that stand before us, and how they say for whom they come. What anybody else says of
 * that is not believed.
 */
public final class Proxies {

  /** Nobody is believed. */
  public static final Proxies NONE = new Proxies(Dialect.X_FORWARDED, List.of());

  /** In which headers a proxy speaks. Those of the other kind come from strangers. */
  public enum Dialect {
    /** {@code X-Forwarded-For}, {@code -Proto}, {@code -Host} and {@code -Port}. */
    X_FORWARDED,
    /** {@code Forwarded} of RFC 7239. */
    FORWARDED
  }

  private static final String LOOPBACK = "127.0.0.0/8, ::1";

  private final Dialect dialect;
  private final InetAddressSet trusted = new InetAddressSet();

  private Proxies(Dialect dialect, List<String> networks) {
    this.dialect = dialect;
    this.trusted.addAll(networks);
  }

  /** Proxies on this very machine. */
  public static Proxies here(Dialect dialect) {
    return at(LOOPBACK, dialect);
  }

  /**
   * Proxies elsewhere.
   *
   * @param addresses literal addresses or networks such as {@code 10.1.0.0/16}, with commas between
   * @throws IllegalArgumentException if it is anything else
   */
  public static Proxies at(String addresses, Dialect dialect) {
    List<String> networks = Arrays.stream(addresses.split(",", -1)).map(String::strip).toList();
    for (String network : networks) {
      // A name would be asked of the name service at every start.
      if (!network.matches("[0-9.]+(/\\d+)?|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(/\\d+)?")) {
        throw new IllegalArgumentException(network);
      }
    }
    return new Proxies(dialect, networks);
  }

  Dialect dialect() {
    return dialect;
  }

  boolean areNone() {
    return trusted.isEmpty();
  }

  boolean include(InetAddress address) {
    return address != null && trusted.test(address);
  }
}
