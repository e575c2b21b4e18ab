package org.titiktutur.extraction;

import java.util.ArrayList;
import java.util.List;

/** Lines that are read as one, perhaps over the end of a page. */
final class PdfParagraph {

  /**
   * A line in its place.
   *
   * @param page index of the page
   * @param pagesBefore labels of the pages that begin before this line
   */
  record Printed(PdfLine line, int page, List<String> pagesBefore) {}

  final List<Printed> lines = new ArrayList<>();

  /** White above it is wider than between lines. */
  final boolean setOff;

  /** First of its page, below the running head. */
  final boolean opensPage;

  PdfParagraph(Printed first, boolean setOff, boolean opensPage) {
    lines.add(first);
    this.setOff = setOff;
    this.opensPage = opensPage;
  }

  PdfLine first() {
    return lines.get(0).line();
  }

  PdfLine last() {
    return lines.get(lines.size() - 1).line();
  }

  int page() {
    return lines.get(0).page();
  }

  /** Its text as it stands, with a space at each line end. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Printed printed : lines) {
      if (!text.isEmpty()) {
        text.append(' ');
      }
      text.append(printed.line().text());
      if (text.length() > 2_000) {
        break;
      }
    }
    return text.toString();
  }

  boolean mostly(int flag) {
    for (Printed printed : lines) {
      if (!printed.line().mostly(flag)) {
        return false;
      }
    }
    return true;
  }

  /** Every line stands in the middle of its column, away from both edges. */
  boolean isCentred() {
    for (Printed printed : lines) {
      if (!isCentred(printed.line())) {
        return false;
      }
    }
    return true;
  }

  static boolean isCentred(PdfLine line) {
    float before = line.x() - line.left();
    float after = line.right() - line.end();
    return before > line.size()
        && after > line.size()
        && Math.abs(before - after) < Math.max(3, line.size() * 0.6f);
  }
}
