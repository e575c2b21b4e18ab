package org.titiktutur.embossing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A raw TCP connection. Its own buffer is as small as systems allow, and where the system tells
 * (Linux), bytes are held until the other side has acknowledged them.
 */
final class TcpLine implements Line {

  /** Smaller than any system's least, which it then takes; a page is about as large. */
  private static final int SEND_BUFFER = 2048;

  private static final int READ_BUFFER = 512;

  /** How long one address of a host may be silent if there are others. */
  private static final Duration BEFORE_THE_NEXT = Duration.ofSeconds(3);

  private final Address.Tcp address;
  private final BlockingQueue<Object> lookup = new ArrayBlockingQueue<>(1);
  private final ByteBuffer answers = ByteBuffer.allocate(READ_BUFFER);
  private Queue<InetAddress> hosts;
  private long begunAt;
  private Selector selector;
  private SocketChannel channel;
  private SelectionKey key;
  private SendQueue queue;
  private boolean asked;
  private boolean saidAll;
  private boolean peerSaidAll;

  TcpLine(Address.Tcp address) {
    this.address = address;
  }

  @Override
  public boolean open(long millis) throws BrokenException {
    try {
      if (hosts == null && !lookUp(millis)) {
        return false;
      }
      return connect(millis);
    } catch (UnknownHostException e) {
      throw new BrokenException(Outcome.Cause.HOST_UNKNOWN, e);
    } catch (ConnectException e) {
      throw new BrokenException(Outcome.Cause.REFUSED, e);
    } catch (IOException e) {
      throw new BrokenException(Outcome.Cause.UNREACHABLE, e);
    }
  }

  /** Looking up a name cannot be given a time, so another thread does it. */
  private boolean lookUp(long millis) throws IOException {
    if (!asked) {
      asked = true;
      Thread thread =
          new Thread(
              () -> {
                try {
                  lookup.add(List.of(InetAddress.getAllByName(address.host())));
                } catch (UnknownHostException e) {
                  lookup.add(e);
                }
              },
              "emboss-lookup");
      thread.setDaemon(true);
      thread.start();
    }
    Object found;
    try {
      found = lookup.poll(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    if (found instanceof UnknownHostException unknown) {
      throw unknown;
    }
    if (found instanceof List<?> all) {
      hosts = new ArrayDeque<>();
      all.forEach(host -> hosts.add((InetAddress) host));
    }
    return hosts != null;
  }

  private boolean connect(long millis) throws IOException {
    try {
      if (channel == null) {
        begin(hosts.remove());
      }
      if (!channel.finishConnect()) {
        selector.select(millis);
        selector.selectedKeys().clear();
      }
      if (!channel.finishConnect()) {
        if (!hosts.isEmpty() && System.nanoTime() - begunAt > BEFORE_THE_NEXT.toNanos()) {
          throw new NoRouteToHostException("no answer");
        }
        return false;
      }
    } catch (IOException e) {
      if (hosts.isEmpty()) {
        throw e;
      }
      abort();
      channel = null;
      return false;
    }
    key.interestOps(SelectionKey.OP_READ);
    queue = new SendQueue((InetSocketAddress) channel.getLocalAddress(), address.port());
    return true;
  }

  private void begin(InetAddress host) throws IOException {
    begunAt = System.nanoTime();
    selector = Selector.open();
    channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    key = channel.register(selector, SelectionKey.OP_CONNECT);
    channel.connect(new InetSocketAddress(host, address.port()));
  }

  @Override
  public void offer(ByteBuffer bytes, long millis) throws BrokenException {
    try {
      int before = bytes.remaining();
      if (before > 0) {
        channel.write(bytes);
      }
      if (bytes.remaining() == before) {
        await(before > 0 ? SelectionKey.OP_WRITE : 0, millis);
      }
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /** Waits for one of the operations, or for something to read, which is thrown away. */
  private void await(int operations, long millis) throws IOException {
    int reading = peerSaidAll ? 0 : SelectionKey.OP_READ;
    key.interestOps(operations | reading);
    selector.select(Math.max(1, millis));
    selector.selectedKeys().clear();
    hear();
  }

  private void hear() throws IOException {
    int read;
    do {
      read = channel.read(answers.clear());
    } while (read > 0);
    peerSaidAll = read < 0;
  }

  @Override
  public long held() throws BrokenException {
    OptionalLong held = queue.bytes();
    if (held.isEmpty() && queue.isTold()) {
      throw lost(new IOException("the connection is gone"));
    }
    return held.orElse(0);
  }

  @Override
  public void idle(long millis) throws BrokenException {
    try {
      await(0, millis);
    } catch (IOException e) {
      throw lost(e);
    }
    held();
  }

  /**
   * A connection that breaks takes a moment to say so, and whoever broke it may not have read what
   * their system took for them.
   */
  @Override
  public void settle(Duration time) throws BrokenException {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      idle(TimeUnit.NANOSECONDS.toMillis(left));
    }
  }

  @Override
  public boolean finish(long millis) throws BrokenException {
    try {
      if (!saidAll) {
        saidAll = true;
        channel.shutdownOutput();
      }
      if (!peerSaidAll) {
        await(0, millis);
      }
      return peerSaidAll;
    } catch (IOException e) {
      // It had acknowledged everything; many small devices end a connection like this.
      return true;
    }
  }

  @Override
  public void close() {
    end();
  }

  @Override
  public void abort() {
    if (channel != null) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        // It is closed already.
      }
    }
    end();
  }

  private void end() {
    try {
      if (channel != null) {
        channel.close();
      }
      if (selector != null) {
        selector.close();
      }
    } catch (IOException e) {
      // There is nothing that we could do about it, and nothing is lost.
    }
  }

  private static BrokenException lost(IOException e) {
    return new BrokenException(Outcome.Cause.LOST, e);
  }
}
