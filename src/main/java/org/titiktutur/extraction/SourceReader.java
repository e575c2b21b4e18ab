package org.titiktutur.extraction;

import java.io.IOException;

/**
 * Reads one kind of source file: tells a {@link PublicationBuilder} what stands in it, in order.
 */
@FunctionalInterface
interface SourceReader {

  /**
   * Reads all of the source.
   *
   * @throws IOException when the file is damaged: it is then refused as such
   * @throws Refusal when it is refused for another reason
   */
  void read(Reading reading, PublicationBuilder book) throws IOException, Refusal;
}
