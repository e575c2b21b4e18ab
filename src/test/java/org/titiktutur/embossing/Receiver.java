package org.titiktutur.embossing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** An embosser at a TCP port, with a small memory, that takes one run and treats it as it likes. */
final class Receiver implements AutoCloseable {

  /** What it does with the connection. */
  @FunctionalInterface
  interface Manner {
    void receive(Socket from, ByteArrayOutputStream into) throws Exception;
  }

  private final ServerSocket listening = new ServerSocket();
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  Receiver(Manner manner) throws IOException {
    listening.setReceiveBufferSize(1024);
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread thread = new Thread(() -> serve(manner), "receiver");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Manner manner) {
    try (Socket from = listening.accept()) {
      manner.receive(from, received);
      end.complete(null);
    } catch (Exception e) {
      end.completeExceptionally(e);
    }
  }

  /** Reads all there is. */
  static Receiver thatTakesAll() throws IOException {
    return new Receiver((from, into) -> from.getInputStream().transferTo(into));
  }

  /** Reads so many bytes, or as many as there are before the other side ends, in any way. */
  static void take(long bytes, Socket from, ByteArrayOutputStream into) {
    try {
      InputStream in = from.getInputStream();
      for (long left = bytes; left > 0; left--) {
        int next = in.read();
        if (next < 0) {
          return;
        }
        into.write(next);
      }
    } catch (IOException e) {
      // The other side reset the connection: nothing comes later.
    }
  }

  Address.Tcp address() {
    return new Address.Tcp(listening.getInetAddress().getHostAddress(), listening.getLocalPort());
  }

  /** What has come by now. */
  String soFar() {
    return received.toString(StandardCharsets.US_ASCII);
  }

  /** What came, when it is over. */
  String received() {
    end.join();
    return soFar();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
