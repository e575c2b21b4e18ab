package org.titiktutur.formats;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.titiktutur.publication.Metadata;

/** What a book is called among all books. */
public final class Identifiers {

  private Identifiers() {}

  /** The book's own, or one that is the same for the same title, authors and language. */
  public static String of(Metadata metadata) {
    if (!metadata.identifier().isBlank()) {
      return metadata.identifier().strip();
    }
    String name =
        String.join(
            "\n",
            metadata.title(),
            String.join("\n", metadata.authors()),
            metadata.language().tag());
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
