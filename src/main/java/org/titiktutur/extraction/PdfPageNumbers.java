package org.titiktutur.extraction;

/**
 * The label of each page: the file's own, else the number printed on it, counted on over pages that
 * have none; for a book without printed numbers, the number of the sheet.
 */
final class PdfPageNumbers {

  private final boolean counted;
  private int last;

  /**
   * Labels for one book.
   *
   * @param counted its pages have printed numbers
   */
  PdfPageNumbers(boolean counted) {
    this.counted = counted;
  }

  /**
   * The label of the next page.
   *
   * @param printed the number on it, or null
   * @return null if it has none and none can be told
   */
  String label(PdfPage page, String printed) {
    if (page.label() != null) {
      return page.label();
    }
    if (!counted) {
      return String.valueOf(page.index() + 1);
    }
    if (printed != null) {
      last = printed.matches("\\d{1,6}") ? Integer.parseInt(printed) : 0;
      return printed;
    }
    return last > 0 ? String.valueOf(++last) : null;
  }
}
