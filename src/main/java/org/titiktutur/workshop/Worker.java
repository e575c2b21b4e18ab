package org.titiktutur.workshop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URL;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Supplier;

/** The child's side: performs steps one after another until its parent is gone. */
public final class Worker {

  private static final Set<String> NETWORK = Set.of("http", "https", "ftp", "jmod");

  private final Frames frames;
  private final Map<String, Supplier<Handler>> kinds;
  private final Map<String, Handler> warm = new HashMap<>();

  private Worker(Frames frames, Map<String, Supplier<Handler>> kinds) {
    this.frames = frames;
    this.kinds = kinds;
  }

  /**
   * Serves the parent that listens on the socket; does not return while the parent lives.
   *
   * @param kinds makes the handler of each kind of step, when the first such step comes
   */
  public static void serve(Path socket, Map<String, Supplier<Handler>> kinds)
      throws IOException, InterruptedException {
    URL.setURLStreamHandlerFactory(Worker::refuseTheNetwork);
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      Frames frames = new Frames(channel);
      SynchronousQueue<JsonNode> steps = new SynchronousQueue<>();
      Thread listener = new Thread(() -> listen(frames, steps), "parent");
      listener.setDaemon(true);
      listener.start();
      Worker worker = new Worker(frames, kinds);
      while (true) {
        worker.perform(steps.take());
      }
    }
  }

  /**
   * A stranger's file must not make us fetch anything, whatever a parser thinks. Protocols of the
   * platform itself are left alone.
   */
  private static java.net.URLStreamHandler refuseTheNetwork(String protocol) {
    if (!NETWORK.contains(protocol)) {
      return null;
    }
    return new java.net.URLStreamHandler() {
      @Override
      protected java.net.URLConnection openConnection(URL url) throws IOException {
        throw new IOException("workers have no network: " + url);
      }
    };
  }

  /**
   * Native code may never come back, so the end of the parent ends the process from another thread.
   */
  private static void listen(Frames frames, SynchronousQueue<JsonNode> steps) {
    try {
      while (true) {
        steps.put(frames.read());
      }
    } catch (IOException | InterruptedException e) {
      System.exit(0);
    }
  }

  private void perform(JsonNode step) throws IOException {
    ObjectNode reply = Frames.JSON.createObjectNode();
    try {
      String kind = step.path("kind").asText();
      Handler handler = warm.computeIfAbsent(kind, this::start);
      JsonNode answer =
          handler.perform(
              step.path("input"), Path.of(step.path("folder").asText()), this::sendSign);
      reply.set("done", answer);
    } catch (Exception | StackOverflowError | LinkageError e) {
      reply.put("threw", describe(e));
    }
    frames.write(reply);
  }

  private Handler start(String kind) {
    Supplier<Handler> supplier = kinds.get(kind);
    if (supplier == null) {
      throw new IllegalArgumentException("no handler for steps of kind " + kind);
    }
    return supplier.get();
  }

  private void sendSign(JsonNode sign) {
    try {
      frames.write(Frames.JSON.createObjectNode().set("sign", sign));
    } catch (IOException e) {
      Runtime.getRuntime().halt(0);
    }
  }

  private static String describe(Throwable thrown) {
    java.io.StringWriter text = new java.io.StringWriter();
    thrown.printStackTrace(new java.io.PrintWriter(text));
    return text.toString().lines().limit(40).collect(java.util.stream.Collectors.joining("\n"));
  }
}
