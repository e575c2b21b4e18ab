package org.titiktutur.formats;

import java.util.List;
import org.titiktutur.braille.BrailleBook;
import org.titiktutur.publication.Finding;

/** What became of a braille file. */
public sealed interface BrailleFile {

  /**
   * It was read.
   *
   * @param findings what of it pages of cells cannot hold
   */
  record Read(BrailleBook book, List<Finding> findings) implements BrailleFile {
    public Read {
      findings = List.copyOf(findings);
    }
  }

  /** It holds no pages that we can read. */
  record Refused(Finding finding) implements BrailleFile {}
}
