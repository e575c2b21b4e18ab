package org.titiktutur.braille;

import java.io.IOException;
import java.util.List;

/** Takes the pages of a book, volume by volume. */
public interface BookSink {

  /**
   * A volume begins.
   *
   * @param number from 1
   * @param of how many there are
   */
  void volume(int number, int of) throws IOException;

  /** A section of the volume begins, on the front of a sheet. */
  void section() throws IOException;

  /**
   * The next page.
   *
   * @param runs for each row which cells are of which sentence; rows of ours have none
   */
  void page(Page page, List<List<Run>> runs) throws IOException;
}
