package org.titiktutur.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.titiktutur.workshop.Handler;
import org.titiktutur.workshop.Worker;

/** A worker that comes to grief over units of certain names, as a parser might. */
final class DoomedWorker {

  private DoomedWorker() {}

  public static void main(String[] arguments) throws Exception {
    Handler extract = new ExtractHandler();
    Handler doomed =
        (input, folder, signs) ->
            extract.perform(
                input,
                folder,
                sign -> {
                  signs.give(sign);
                  meet(sign);
                });
    Worker.serve(Path.of(arguments[0]), Map.of(ExtractionWork.EXTRACT, () -> doomed));
  }

  private static void meet(JsonNode sign) {
    String unit = sign.path(Reading.UNIT).asText("");
    if (unit.contains("mati")) {
      Runtime.getRuntime().halt(134);
    }
    if (unit.contains("rakus")) {
      throw new IllegalStateException("heap holds " + new byte[1 << 30].length);
    }
    while (unit.contains("macet")) {
      Thread.onSpinWait();
    }
  }
}
