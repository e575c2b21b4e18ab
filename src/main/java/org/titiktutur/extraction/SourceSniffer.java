package org.titiktutur.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.titiktutur.publication.FindingCode;

/** Finds out from a file's bytes what kind of source it is; its name only decides between texts. */
final class SourceSniffer {

  private SourceSniffer() {}

  static SourceKind kindOf(Path source, String name) throws IOException, Refusal {
    if (!Files.isRegularFile(source) || !Files.isReadable(source)) {
      throw new Refusal(FindingCode.SOURCE_MISSING, name);
    }
    if (Files.size(source) == 0) {
      throw new Refusal(FindingCode.SOURCE_EMPTY, name);
    }
    for (SourceKind kind : SourceKind.values()) {
      if (kind.fits(name)) {
        return kind;
      }
    }
    return SourceKind.TEXT;
  }
}
