package org.titiktutur.extraction;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of source file that can become a publication. */
enum SourceKind {
  EPUB("EPUB", "epub"),
  PDF("PDF", "pdf"),
  DOCX("DOCX", "docx docm dotx"),
  ODT("ODT", "odt ott fodt"),
  RTF("RTF", "rtf"),
  HTML("HTML", "html htm xhtml xht"),
  MARKDOWN("Markdown", "md markdown"),
  TEXT("TXT", "txt text");

  private final String label;
  private final String extensions;

  SourceKind(String label, String extensions) {
    this.label = label;
    this.extensions = extensions;
  }

  /** As people call it. */
  String label() {
    return label;
  }

  /** Whether such files are ZIPs. */
  boolean isZip() {
    return this == EPUB || this == DOCX || this == ODT;
  }

  /** Whether a file of this kind may be called so. */
  boolean fits(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String extension = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    return dot >= 0 && Arrays.asList(extensions.split(" ", -1)).contains(extension);
  }
}
