package org.titiktutur.extraction;

import java.util.Map;
import java.util.function.Supplier;
import org.titiktutur.workshop.Handler;

/** What a worker can do of this room. */
public final class ExtractionWork {

  /** The kind of step that reads a source. */
  static final String EXTRACT = "extract";

  private ExtractionWork() {}

  /** Handlers by kind of step; each is built when first needed. */
  public static Map<String, Supplier<Handler>> handlers() {
    return Map.of(EXTRACT, ExtractHandler::new);
  }
}
