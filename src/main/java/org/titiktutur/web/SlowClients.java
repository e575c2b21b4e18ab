package org.titiktutur.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hangs up on clients that hold a connection and hardly use it: a head that does not come to its
 * end, a body that drips, an answer that is not fetched. Jetty's time-outs begin anew with every
 * byte, and its handler for data rates (12.1) takes the bytes of all requests for those of each.
 *
 * <p>Only the time that we wait for the client counts. Whoever reads {@link Patience#slowest} bytes
 * a second stays connected for as long as a book takes.
 */
final class SlowClients extends Handler.Wrapper implements Connection.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(SlowClients.class);

  /**
   * How slow a client may be.
   *
   * @param idle without a byte, and from one request's end to the end of the next one's head
   * @param grace before a rate is judged
   * @param slowest bytes a second of a body or an answer
   */
  record Patience(Duration idle, Duration grace, int slowest) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(30), 256);
  }

  private final Patience patience;
  private final Proxies proxies;
  private final int ofOneAddress;
  private final Map<Connection, Client> clients = new ConcurrentHashMap<>();
  private final Map<InetAddress, AtomicInteger> addresses = new ConcurrentHashMap<>();
  private Scheduler.Task look;

  /**
   * Looks on.
   *
   * @param proxies may have any number of connections
   * @param ofOneAddress connections at a time
   */
  SlowClients(Handler inner, Patience patience, Proxies proxies, int ofOneAddress) {
    super(inner);
    this.patience = patience;
    this.proxies = proxies;
    this.ofOneAddress = ofOneAddress;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    lookAgain();
  }

  @Override
  protected void doStop() throws Exception {
    look.cancel();
    super.doStop();
  }

  private void lookAgain() {
    Duration often = patience.grace().dividedBy(10);
    look = getServer().getScheduler().schedule(this::look, often.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    clients.forEach(
        (connection, client) -> {
          if (client.isTooSlow()) {
            LOG.debug("hung up on a slow client, {}", connection);
            connection.getEndPoint().close();
          }
        });
    lookAgain();
  }

  @Override
  public void onOpened(Connection connection) {
    clients.put(connection, new Client(connection));
    InetAddress from = address(connection);
    if (from == null || from.isLoopbackAddress() || proxies.include(from)) {
      return;
    }
    int open = addresses.computeIfAbsent(from, key -> new AtomicInteger()).incrementAndGet();
    if (open > ofOneAddress) {
      LOG.info("more than {} connections from one address", ofOneAddress);
      connection.getEndPoint().close();
    }
  }

  @Override
  public void onClosed(Connection connection) {
    clients.remove(connection);
    InetAddress from = address(connection);
    if (from != null) {
      addresses.computeIfPresent(from, (key, open) -> open.decrementAndGet() <= 0 ? null : open);
    }
  }

  private static InetAddress address(Connection connection) {
    return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress from
        ? from.getAddress()
        : null;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Client client = clients.get(request.getConnectionMetaData().getConnection());
    if (client == null) {
      return super.handle(request, response, callback);
    }
    client.begin();
    Request.addCompletionListener(request, failure -> client.end());
    Asked asked = new Asked(request, client);
    return super.handle(asked, new Answered(asked, response, client), callback);
  }

  /** One connection. */
  private final class Client {
    private final Connection connection;
    private boolean inRequest;
    private int waiting;
    private long since = System.nanoTime();
    private long bytes;
    private long waited;
    private long moved;

    Client(Connection connection) {
      this.connection = connection;
    }

    synchronized void begin() {
      inRequest = true;
      waiting = 0;
      waited = 0;
      moved = 0;
    }

    synchronized void end() {
      inRequest = false;
      since = System.nanoTime();
    }

    synchronized void await() {
      if (waiting++ == 0) {
        since = System.nanoTime();
        bytes = passed();
      }
    }

    synchronized void arrived() {
      if (waiting > 0 && --waiting == 0) {
        count();
      }
    }

    synchronized boolean isTooSlow() {
      if (!inRequest) {
        return System.nanoTime() - since > patience.idle().toNanos();
      }
      if (waiting > 0) {
        count();
      }
      return waiting > 0
          && waited > patience.grace().toNanos()
          && moved < patience.slowest() * (waited / 1e9);
    }

    private void count() {
      long now = System.nanoTime();
      long passed = passed();
      waited += now - since;
      moved += passed - bytes;
      since = now;
      bytes = passed;
    }

    private long passed() {
      return connection.getBytesIn() + connection.getBytesOut();
    }
  }

  /** Notes how long we wait for what the client sends. */
  private static final class Asked extends Request.Wrapper {
    private final Client client;

    Asked(Request request, Client client) {
      super(request);
      this.client = client;
    }

    @Override
    public void demand(Runnable arrived) {
      client.await();
      super.demand(
          () -> {
            client.arrived();
            arrived.run();
          });
    }
  }

  /** Notes how long we wait until the client has taken what we send. */
  private static final class Answered extends Response.Wrapper {
    private final Client client;

    Answered(Request request, Response response, Client client) {
      super(request, response);
      this.client = client;
    }

    @Override
    public void write(boolean last, ByteBuffer bytes, Callback callback) {
      client.await();
      super.write(last, bytes, Callback.from(client::arrived, callback));
    }
  }
}
