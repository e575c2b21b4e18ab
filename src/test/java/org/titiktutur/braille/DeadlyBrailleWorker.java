package org.titiktutur.braille;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.titiktutur.workshop.Handler;
import org.titiktutur.workshop.Worker;

/**
 * A worker that brailles and that certain blocks kill, as if liblouis had. Arguments: numbers of
 * the blocks with commas between, the socket.
 */
final class DeadlyBrailleWorker {

  public static void main(String[] args) throws Exception {
    List<String> deadly = List.of(args[0].split(","));
    Map<String, Supplier<Handler>> handlers = new HashMap<>(BrailleWork.handlers());
    Handler brailling = handlers.get(BrailleWork.PART).get();
    handlers.put(
        BrailleWork.PART,
        () ->
            (input, folder, signs) -> {
              if (!input.path("careful").asBoolean() && !deadly.contains("")) {
                signs.give(BrailleHandler.JSON.createObjectNode().put("block", 0));
                Runtime.getRuntime().halt(134);
              }
              return brailling.perform(
                  input,
                  folder,
                  sign -> {
                    signs.give(sign);
                    if (deadly.contains(sign.path("block").asText()) && !isAvoided(sign, input)) {
                      Runtime.getRuntime().halt(134);
                    }
                  });
            });
    Worker.serve(Path.of(args[1]), handlers);
  }

  private static boolean isAvoided(JsonNode sign, JsonNode input) {
    for (JsonNode avoided : input.path("avoid")) {
      if (avoided.equals(IntNode.valueOf(sign.path("block").asInt()))) {
        return true;
      }
    }
    return false;
  }
}
