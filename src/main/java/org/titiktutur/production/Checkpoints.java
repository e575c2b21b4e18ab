package org.titiktutur.production;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finished pieces of a rendition, so that work that was cut off, or that two formats share, is not
 * done again.
 */
public interface Checkpoints {

  /**
   * The folder kept under this key.
   *
   * @param key names the piece and everything it depends on
   */
  Optional<Path> find(String key) throws IOException;

  /** Keeps a folder, whole; it is moved away from where it is. Answers where it now lies. */
  Path keep(String key, Path folder) throws IOException;
}
