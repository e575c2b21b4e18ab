package org.titiktutur.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one address may come, by a bucket for each that fills evenly. Safe for any thread;
 * remembers a bounded number of addresses.
 */
public final class Flood {

  /** Attribute of a request: the address that it comes from. */
  static final String REMOTE = "titik.remote";

  private static final int REMEMBERED = 20_000;

  private final int aMinute;
  private final boolean loopbackToo;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * Begins with every bucket full.
   *
   * @param aMinute 0 for no limit
   * @param loopbackToo whether this machine is held to it
   */
  public Flood(int aMinute, boolean loopbackToo) {
    this.aMinute = aMinute;
    this.loopbackToo = loopbackToo;
  }

  /**
   * Counts one more from there.
   *
   * @throws ProblemException {@code too-many-requests} with the seconds to wait
   */
  public void hold(String who) {
    if (aMinute == 0 || (!loopbackToo && isLoopback(who))) {
      return;
    }
    Bucket bucket;
    synchronized (buckets) {
      bucket =
          buckets.computeIfAbsent(
              who,
              key ->
                  Bucket.builder()
                      .addLimit(
                          limit ->
                              limit.capacity(aMinute).refillGreedy(aMinute, Duration.ofMinutes(1)))
                      .build());
    }
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = 1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds();
      throw new ProblemException(ProblemKind.TOO_MANY_REQUESTS, seconds);
    }
  }

  /** Where a request comes from; of an IPv6 address the network of one household, 64 bits. */
  public static String address(ContainerRequestContext request) {
    Object remote = request.getProperty(REMOTE);
    return remote == null ? "" : network(remote.toString());
  }

  static String network(String address) {
    InetAddress parsed = literal(address);
    if (parsed instanceof Inet6Address && !parsed.isLoopbackAddress()) {
      byte[] bytes = parsed.getAddress();
      Arrays.fill(bytes, 8, 16, (byte) 0);
      try {
        return InetAddress.getByAddress(bytes).getHostAddress();
      } catch (UnknownHostException e) {
        throw new IllegalStateException(e);
      }
    }
    return address;
  }

  static boolean isLoopback(String address) {
    InetAddress parsed = literal(address);
    return parsed != null && parsed.isLoopbackAddress();
  }

  /** Null where it is not the literal of an address; never asks the name service. */
  static InetAddress literal(String address) {
    String bare = address.replaceAll("^\\[|]$", "");
    if (!bare.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.*)?")) {
      return null;
    }
    try {
      return InetAddress.getByName(bare);
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
