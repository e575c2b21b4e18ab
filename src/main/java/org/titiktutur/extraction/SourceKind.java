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
  DAISY202("DAISY 2.02", "zip daisy"),
  DAISY3("DAISY 3", "zip daisy"),
  DTBOOK("DTBook", "xml"),
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

  /** Whether such files are ZIPs whose name says so. */
  boolean isZip() {
    return this == EPUB || this == DOCX || this == ODT;
  }

  /** Whether files of this kind are usually called so. */
  boolean fits(String fileName) {
    return Arrays.asList(extensions.split(" ", -1)).contains(extension(fileName));
  }

  /**
   * Whether the name promises something else. A name without an extension promises nothing, and
   * texts are called anything.
   */
  boolean isDeniedBy(String fileName) {
    if (fits(fileName) || extension(fileName).isEmpty()) {
      return false;
    }
    return this != TEXT || Arrays.stream(values()).anyMatch(kind -> kind.fits(fileName));
  }

  private static String extension(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
