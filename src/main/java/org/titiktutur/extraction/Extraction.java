package org.titiktutur.extraction;

import org.titiktutur.publication.Finding;
import org.titiktutur.publication.Publication;

/** What became of a source. */
public sealed interface Extraction {

  /** It is a publication now; its parts lie in the folder that was given. */
  record Read(Publication publication) implements Extraction {}

  /** It cannot be made into a publication; the folder is empty. */
  record Refused(Finding finding) implements Extraction {}
}
