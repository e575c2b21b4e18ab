package org.titiktutur.speech;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.titiktutur.workshop.Handler;
import org.titiktutur.workshop.Worker;

/**
 * A worker whose process ends when it comes to the sentences named here, until they are avoided as
 * far as that takes.
 */
final class MortalWorker {

  /** Sentence by the level at which it no longer kills. */
  private static final Map<String, Speaker.Level> DEADLY =
      Map.of(
          "s2", Speaker.Level.IN_PIECES,
          "s4", Speaker.Level.NOT_AT_ALL);

  private MortalWorker() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, Supplier<Handler>> handlers = new HashMap<>(SpeechWork.handlers());
    Supplier<Handler> speak = handlers.get(SpeechWork.SPEAK);
    handlers.put(SpeechWork.SPEAK, () -> mortal(speak.get()));
    Worker.serve(Path.of(arguments[0]), handlers);
  }

  private static Handler mortal(Handler handler) {
    return (input, folder, signs) ->
        handler.perform(
            input,
            folder,
            sign -> {
              signs.give(sign);
              if (kills(input, sign.path("sentence").asText())) {
                Runtime.getRuntime().halt(134);
              }
            });
  }

  private static boolean kills(JsonNode input, String sentence) {
    String level = input.path("avoid").path(sentence).asText(Speaker.Level.AS_ASKED.name());
    return DEADLY.containsKey(sentence)
        && Speaker.Level.valueOf(level).compareTo(DEADLY.get(sentence)) < 0;
  }
}
