package org.titiktutur.web.api;

/** What a downloaded file is called on the reader's machine. */
final class DownloadNames {

  private static final int LONGEST_TITLE = 80;

  private DownloadNames() {}

  /** The title, then the name of the file; once, where that already begins with the title. */
  static String of(String title, String file) {
    String clean =
        title.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", " ").replaceAll("\\s+", " ").strip();
    if (clean.codePointCount(0, clean.length()) > LONGEST_TITLE) {
      clean = clean.substring(0, clean.offsetByCodePoints(0, LONGEST_TITLE)).strip();
    }
    return clean.isEmpty() || file.startsWith(clean) ? file : clean + " - " + file;
  }
}
