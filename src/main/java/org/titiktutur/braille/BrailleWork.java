package org.titiktutur.braille;

import java.util.Map;
import java.util.function.Supplier;
import org.titiktutur.workshop.Handler;

/** What a worker can do of this room. */
public final class BrailleWork {

  /** The kind of step that brailles a part. */
  static final String PART = "braille";

  /** The kind of step that translates lines either way. */
  static final String TEXT = "braille-text";

  /** The kind of step that says which liblouis there is. */
  static final String ENGINE = "braille-engine";

  private BrailleWork() {}

  /** Handlers by kind of step; each is built when first needed, and they share one liblouis. */
  public static Map<String, Supplier<Handler>> handlers() {
    LazyLiblouis liblouis = new LazyLiblouis();
    return Map.of(
        PART, () -> new BrailleHandler(liblouis),
        TEXT, () -> new TextHandler(liblouis),
        ENGINE, () -> new EngineHandler(liblouis));
  }
}
