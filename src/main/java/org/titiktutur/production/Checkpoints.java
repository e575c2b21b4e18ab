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

  /**
   * The folder kept last under a key that begins so; none where nothing outlives the order.
   *
   * @param prefix what the piece is, without all that it depends on
   */
  default Optional<Path> findLike(String prefix) throws IOException {
    return Optional.empty();
  }

  /** Where sounds of sentences lie that were spoken before; none where they are not kept. */
  default Optional<Path> sounds() throws IOException {
    return Optional.empty();
  }

  /** Whether later orders find what this one keeps. */
  default boolean areLasting() {
    return false;
  }

  /** Keeps a pack of sounds if there is room for it; it is moved away from where it is. */
  default void keepSounds(Path pack) throws IOException {}

  /** Keeps a folder, whole; it is moved away from where it is. Answers where it now lies. */
  Path keep(String key, Path folder) throws IOException;
}
