package org.titiktutur.speech;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.titiktutur.workshop.Handler;
import org.titiktutur.workshop.Signs;

/** Lists the voices that load, or looks for one of them. */
final class VoicesHandler implements Handler {

  /**
   * What the parent sends.
   *
   * @param find null for the whole list
   */
  record Input(Voice find) {}

  /** What the worker answers. */
  record Answer(List<VoiceEntry> voices, boolean found) {}

  private final Engines engines;

  VoicesHandler(Engines engines) {
    this.engines = engines;
  }

  @Override
  public JsonNode perform(JsonNode input, Path folder, Signs signs) throws Exception {
    Voice find = SpeechWork.JSON.treeToValue(input, Input.class).find();
    List<VoiceEntry> voices = new ArrayList<>();
    if (find == null) {
      engines.all().forEach(engine -> voices.addAll(engine.voices()));
    }
    boolean found = find != null && engines.has(find);
    return SpeechWork.JSON.valueToTree(new Answer(voices, found));
  }
}
