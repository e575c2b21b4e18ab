package org.titiktutur.braille;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.titiktutur.workshop.Handler;
import org.titiktutur.workshop.Signs;

/** Says which liblouis this machine brailles with. */
final class EngineHandler implements Handler {

  /** What came of it: one of the two is null. */
  record Answer(BrailleEngine engine, Problem problem) {}

  private final LazyLiblouis liblouis;

  EngineHandler(LazyLiblouis liblouis) {
    this.liblouis = liblouis;
  }

  @Override
  public JsonNode perform(JsonNode input, Path folder, Signs signs) {
    try {
      Liblouis loaded = liblouis.get();
      return BrailleHandler.JSON.valueToTree(
          new Answer(
              new BrailleEngine(loaded.version(), loaded.file().isPresent(), loaded.charSize()),
              null));
    } catch (BrailleUnavailable e) {
      return BrailleHandler.JSON.valueToTree(new Answer(null, Problem.of(e)));
    }
  }
}
