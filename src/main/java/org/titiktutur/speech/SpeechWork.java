package org.titiktutur.speech;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.function.Supplier;
import org.titiktutur.workshop.Handler;

/** What a worker can do of this room. */
public final class SpeechWork {

  /** Speaks one part of a book into an MP3 file. */
  static final String SPEAK = "speak";

  /** Speaks, or writes out, a few lines. */
  static final String SAY = "say";

  /** Puts spoken parts together. */
  static final String BIND = "bind";

  /** Lists voices, or looks for one. */
  static final String VOICES = "voices";

  /** Says which libraries are at work. */
  static final String RUNGS = "speech-rungs";

  /** Collects the words of a book. */
  static final String WORDS = "words";

  /** Reads a pronunciation lexicon. */
  static final String LEXICON = "lexicon";

  static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private SpeechWork() {}

  /** Handlers by kind of step; each is built when first needed. */
  public static Map<String, Supplier<Handler>> handlers() {
    Engines engines = new Engines();
    return Map.of(
        SPEAK, () -> new SpeakHandler(engines),
        SAY, () -> new SayHandler(engines),
        WORDS, () -> new WordsHandler(engines),
        BIND, BindHandler::new,
        VOICES, () -> new VoicesHandler(engines),
        RUNGS, () -> new RungsHandler(engines),
        LEXICON, LexiconHandler::new);
  }
}
