package org.titiktutur.production;

import java.io.IOException;
import java.util.List;

/**
 * How one format is made. A recipe knows the makers and its format's standard; it knows nothing of
 * databases or the network, so the command line and the service use the same ones.
 */
public interface Recipe {

  Format format();

  /** Raised when the same order would give other bytes; part of a rendition's key. */
  int version();

  /** What is put behind the order's name to name each result, files and folders: {@code .brf}. */
  List<String> endings();

  /** How long it takes compared with the other formats of one order; text is 1. */
  int weight();

  /**
   * Makes the format into the order's folder.
   *
   * @throws NotHereException when a voice or table that was asked for is not there
   */
  Made make(Order order, Progress progress)
      throws IOException, InterruptedException, NotHereException;
}
