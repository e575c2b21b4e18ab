package org.titiktutur.production;

import java.io.IOException;
import java.nio.file.Path;

/** Told how far the work is. Called from any thread, often; must be quick. */
@FunctionalInterface
public interface Progress {

  /** What is being done. */
  enum Stage {
    READING,
    SPEAKING,
    BRAILLING,
    WRITING
  }

  /**
   * Work went on.
   *
   * @param part that was last worked on, counting from 1; 0 if none
   * @param share of all the work, 0 to 1; never falls
   */
  void at(Stage stage, int part, int parts, double share);

  /**
   * A file of the result is whole while others are still being made. Nobody writes it any more, and
   * it may be moved away.
   *
   * @param number its place in reading order, from 1, final
   * @param file relative to the order's folder
   * @param seconds how long it plays
   */
  default void whole(int number, Path file, double seconds) throws IOException {}
}
