package org.titiktutur.production;

import java.util.Optional;
import org.titiktutur.storage.Blob;

/**
 * A file that somebody sent, already in the store.
 *
 * @param name as its sender calls it; a path in front of it is cut off, nothing is left blank
 * @param mediaType as its sender says
 */
public record Upload(Blob blob, String name, Optional<String> mediaType) {

  private static final int LONGEST_NAME = 180;

  public Upload {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").strip();
    if (clean.length() > LONGEST_NAME) {
      clean = clean.substring(clean.length() - LONGEST_NAME).strip();
    }
    name = clean.matches("\\.*") ? "source" : clean;
  }
}
