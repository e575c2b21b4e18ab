package org.titiktutur.extraction;

import java.util.List;

/**
 * What stands on a page, before anything is known of the rest of the book.
 *
 * @param index counts from 0
 * @param label that the file gives this page, or null
 * @param lines in reading order
 * @param drawn lines and areas drawn, a measure of how much there is to see beside the text
 * @param whole false where the rest of the page could not be read
 */
record PdfPage(
    int index,
    String label,
    float width,
    float height,
    List<PdfLine> lines,
    List<PdfPicture> pictures,
    int drawn,
    boolean whole) {

  PdfPage {
    lines = List.copyOf(lines);
    pictures = List.copyOf(pictures);
  }

  int letters() {
    int letters = 0;
    for (PdfLine line : lines) {
      for (PdfLine.Run run : line.runs()) {
        letters += run.text().length();
      }
    }
    return letters;
  }

  /** Whether one picture, or several side by side, cover most of it. */
  boolean isPicture() {
    float covered = 0;
    for (PdfPicture picture : pictures) {
      covered += Math.min(picture.area(), width * height);
    }
    return covered >= width * height * 0.5f;
  }

  /** Whether there is anything to see on it. */
  boolean isBlank() {
    return letters() == 0 && drawn < 200 && !hasLargePicture();
  }

  private boolean hasLargePicture() {
    for (PdfPicture picture : pictures) {
      if (picture.area() > width * height * 0.1f) {
        return true;
      }
    }
    return false;
  }
}
