package org.titiktutur.speech;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.titiktutur.language.PronunciationLexicon;
import org.titiktutur.workshop.Handler;
import org.titiktutur.workshop.Signs;

/** Says whether a pronunciation lexicon can be used. */
final class LexiconHandler implements Handler {

  /** What the parent sends: a PLS document. */
  record Input(String lexicon) {}

  /** What the worker answers; null where there is no fault. */
  record Answer(LexiconFault fault) {}

  @Override
  public JsonNode perform(JsonNode input, Path folder, Signs signs) throws Exception {
    String lexicon = SpeechWork.JSON.treeToValue(input, Input.class).lexicon();
    LexiconFault fault = null;
    try {
      var unused = PronunciationLexicon.read(lexicon);
    } catch (PronunciationLexicon.Fault e) {
      fault = new LexiconFault(e.line(), e.getMessage());
    }
    return SpeechWork.JSON.valueToTree(new Answer(fault));
  }
}
