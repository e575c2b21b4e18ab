package org.titiktutur.production;

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
}
