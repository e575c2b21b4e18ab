package org.titiktutur.speech;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.titiktutur.workshop.Handler;
import org.titiktutur.workshop.Signs;

/** Says which engine and encoder libraries are at work on this machine. */
final class RungsHandler implements Handler {

  /** What the worker answers. */
  record Answer(List<Rung> rungs) {}

  private final Engines engines;

  RungsHandler(Engines engines) {
    this.engines = engines;
  }

  @Override
  public JsonNode perform(JsonNode input, Path folder, Signs signs) {
    Rung espeak =
        engines
            .find(EspeakNg.NAME)
            .map(Engine::rung)
            .orElse(new Rung(EspeakNg.NAME, "", Rung.From.MISSING, EspeakNg.PACKAGE));
    Rung freeTts = engines.find(FreeTts.NAME).map(Engine::rung).orElseThrow();
    return SpeechWork.JSON.valueToTree(new Answer(List.of(espeak, freeTts, Encoders.rung())));
  }
}
