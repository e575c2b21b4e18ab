package org.titiktutur.formats;

import java.util.Map;
import java.util.function.Supplier;
import org.titiktutur.workshop.Handler;

/** What a worker can do of this room. */
public final class FormatsWork {

  /** The kind of step that reads a braille file. */
  static final String READ = "read-braille-file";

  /** The kind of step that sets a volume in large type. */
  static final String SET = "set-large-print";

  private FormatsWork() {}

  /** Handlers by kind of step; each is built when first needed. */
  public static Map<String, Supplier<Handler>> handlers() {
    return Map.of(READ, BrailleFileHandler::new, SET, LargePrintHandler::new);
  }
}
