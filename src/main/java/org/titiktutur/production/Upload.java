package org.titiktutur.production;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.titiktutur.storage.Blob;

/**
 * A file that somebody sent, already in the store.
 *
 * @param name as its sender calls it; a path in front of it is cut off, nothing is left blank
 * @param mediaType as its sender says, else by the ending of its name
 */
public record Upload(Blob blob, String name, Optional<String> mediaType) {

  /** For senders who do not say, which is most of them, by the ending of the name. */
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "epub", "application/epub+zip",
          "pdf", "application/pdf",
          "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "odt", "application/vnd.oasis.opendocument.text",
          "rtf", "application/rtf",
          "html", "text/html",
          "htm", "text/html",
          "xhtml", "application/xhtml+xml",
          "md", "text/markdown",
          "txt", "text/plain");

  private static final int LONGEST_NAME = 180;

  public Upload {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").strip();
    if (clean.length() > LONGEST_NAME) {
      clean = clean.substring(clean.length() - LONGEST_NAME).strip();
    }
    name = clean.matches("\\.*") ? "source" : clean;
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    mediaType =
        mediaType
            .filter(type -> !type.startsWith("application/octet-stream"))
            .or(() -> Optional.ofNullable(MEDIA_TYPES.get(ending)));
  }
}
