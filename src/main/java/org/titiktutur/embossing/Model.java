package org.titiktutur.embossing;

import org.titiktutur.braille.Page;

/**
 * A kind of machine, set up: which bytes it wants. What it sends for a run is {@link #start}, every
 * page in order, {@link #end}.
 */
public interface Model {

  /** The largest page that goes on a paper, when the model's own margins are taken off. */
  Paper room(Paper paper);

  /** Whether it embosses dots 7 and 8. */
  boolean hasEightDots();

  /** What stands before the first page of a run. */
  byte[] start();

  /**
   * One page with what ends it.
   *
   * @param page fits {@link #room}, and has eight dots only if the model has them
   */
  byte[] page(Page page);

  /** What stands behind the last page of a run. */
  byte[] end();
}
