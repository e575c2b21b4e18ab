package org.titiktutur.extraction;

/**
 * A letter where the page paints it. Lengths are in points of the page as printed; {@code x} and
 * {@code y} are the letter's origin on its base line, seen from the upper left corner of the page
 * as a reader holds it, {@code y} growing downwards.
 *
 * @param text one or more letters (a ligature)
 * @param dx where the writing goes, with {@code dy} a vector of length 1; {@code (1, 0)} for text
 *     that stands upright
 * @param advance width, along the direction of writing
 * @param size of the type
 * @param tag of the marked content that the letter belongs to
 */
record PdfGlyph(
    String text,
    float x,
    float y,
    float dx,
    float dy,
    float advance,
    float size,
    PdfFace face,
    PdfTag tag) {

  /** Place along the line, from wherever lines of this direction begin. */
  float along() {
    return x * dx + y * dy;
  }

  /** Depth of the base line, across the direction of writing. */
  float across() {
    return y * dx - x * dy;
  }

  float alongEnd() {
    return along() + advance;
  }

  boolean isSpace() {
    return text.isBlank();
  }

  PdfGlyph saying(String other) {
    return new PdfGlyph(other, x, y, dx, dy, advance, size, face, tag);
  }
}
