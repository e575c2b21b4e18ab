package org.titiktutur.workshop;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** A worker that misbehaves on demand. */
final class TestWorker {

  private static final Map<String, Handler> MISDEEDS =
      Map.ofEntries(
          entry("echo", (input, folder, signs) -> input),
          entry("pid", (input, folder, signs) -> LongNode.valueOf(ProcessHandle.current().pid())),
          entry("recurse", (input, folder, signs) -> IntNode.valueOf(recurse(1))),
          entry("die", TestWorker::die),
          entry("die-once", TestWorker::dieOnce),
          entry("hang", TestWorker::hang),
          entry("count", TestWorker::count),
          entry("hoard", TestWorker::hoard),
          entry("throw", TestWorker::fail),
          entry("flood", TestWorker::flood),
          entry("fetch", TestWorker::fetch));

  public static void main(String[] args) throws Exception {
    Map<String, Supplier<Handler>> kinds = new HashMap<>();
    MISDEEDS.forEach((kind, handler) -> kinds.put(kind, () -> handler));
    Worker.serve(Path.of(args[args.length - 1]), kinds);
  }

  private static JsonNode die(JsonNode input, Path folder, Signs signs) {
    signs.give(TextNode.valueOf("paragraph 7"));
    Runtime.getRuntime().halt(134);
    return input;
  }

  /**
   * Dies the first time; the mark it leaves lies beside the step's folder, which is cleared between
   * tries.
   */
  private static JsonNode dieOnce(JsonNode input, Path folder, Signs signs) throws IOException {
    Path mark = folder.resolveSibling("died-once");
    if (Files.notExists(mark)) {
      Files.createFile(mark);
      Files.createFile(folder.resolve("half-done"));
      Runtime.getRuntime().halt(1);
    }
    return TextNode.valueOf(Files.exists(folder.resolve("half-done")) ? "dirty" : "clean");
  }

  private static JsonNode hang(JsonNode input, Path folder, Signs signs)
      throws InterruptedException {
    signs.give(LongNode.valueOf(ProcessHandle.current().pid()));
    new CountDownLatch(1).await();
    return input;
  }

  private static JsonNode count(JsonNode input, Path folder, Signs signs)
      throws InterruptedException {
    for (int i = 1; i <= input.asInt(); i++) {
      Thread.sleep(50);
      signs.give(IntNode.valueOf(i));
    }
    return input;
  }

  private static JsonNode hoard(JsonNode input, Path folder, Signs signs) {
    List<byte[]> hoard = new ArrayList<>();
    while (hoard.size() < Integer.MAX_VALUE) {
      hoard.add(new byte[1 << 20]);
    }
    return IntNode.valueOf(hoard.size());
  }

  private static int recurse(int depth) {
    return depth < 0 ? 0 : 1 + recurse(depth + 1);
  }

  private static JsonNode fail(JsonNode input, Path folder, Signs signs) {
    throw new IllegalStateException("the parser is confused");
  }

  private static JsonNode flood(JsonNode input, Path folder, Signs signs) throws IOException {
    while (true) {
      Files.write(
          folder.resolve("flood"),
          new byte[1 << 16],
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  private static JsonNode fetch(JsonNode input, Path folder, Signs signs) throws IOException {
    URI.create(input.asText()).toURL().openStream().close();
    return input;
  }
}
