package org.titiktutur.production;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * An embosser at a TCP port with a memory much smaller than a page. It takes one run after another,
 * and treats each as it was told.
 */
public final class Machine implements AutoCloseable {

  /** What it does with a connection. */
  @FunctionalInterface
  public interface Manner {
    void receive(Socket from, ByteArrayOutputStream into) throws Exception;
  }

  private final ServerSocket listening = new ServerSocket();
  private final Queue<Manner> manners = new ConcurrentLinkedQueue<>();
  private final List<Connection> connections = new CopyOnWriteArrayList<>();

  private record Connection(ByteArrayOutputStream received, CountDownLatch end) {}

  public Machine() throws IOException {
    listening.setReceiveBufferSize(1024);
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread thread = new Thread(this::serve, "machine");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    while (!listening.isClosed()) {
      Connection connection = new Connection(new ByteArrayOutputStream(), new CountDownLatch(1));
      try (Socket from = listening.accept()) {
        connections.add(connection);
        Manner manner = Optional.ofNullable(manners.poll()).orElse(Machine::takeAll);
        manner.receive(from, connection.received());
      } catch (Exception e) {
        // The other side hung up, or this one is being closed: the test looks at what came.
      } finally {
        connection.end().countDown();
      }
    }
  }

  /** What it does with the next connection that nothing was said of yet; else it takes all. */
  public Machine next(Manner manner) {
    manners.add(manner);
    return this;
  }

  private static void takeAll(Socket from, ByteArrayOutputStream into) throws IOException {
    from.getInputStream().transferTo(into);
  }

  /** Takes so many pages, and no more before it is told to go on. */
  public static Manner standingStillAfter(int pages, CountDownLatch goOn) {
    return (from, into) -> {
      take(pages, from, into);
      goOn.await();
      takeAll(from, into);
    };
  }

  /** Takes so many pages and some of the next one, and breaks the connection. */
  public static Manner hangingUpAfter(int pages) {
    return (from, into) -> {
      take(pages, from, into);
      into.write(from.getInputStream().readNBytes(100));
      from.setSoLinger(true, 0);
    };
  }

  private static void take(int pages, Socket from, ByteArrayOutputStream into) throws IOException {
    InputStream in = from.getInputStream();
    int left = pages;
    while (left > 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("only " + (pages - left) + " pages came");
      }
      into.write(next);
      left -= next == '\f' ? 1 : 0;
    }
  }

  public String address() {
    return "tcp://127.0.0.1:" + listening.getLocalPort();
  }

  public int connections() {
    return connections.size();
  }

  /** What came over a connection by now, the first being 1. */
  public String received(int connection) {
    return connections.get(connection - 1).received().toString(StandardCharsets.US_ASCII);
  }

  /** All that came over a connection, once it has ended. */
  public String receivedInAll(int connection) throws InterruptedException {
    connections.get(connection - 1).end().await();
    return received(connection);
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
