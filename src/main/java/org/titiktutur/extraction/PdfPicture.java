package org.titiktutur.extraction;

/**
 * A picture on a page, in points from the page's upper left corner.
 *
 * @param key the same for the same picture painted elsewhere; empty for one inside the page's text
 * @param description empty where the file has none
 */
record PdfPicture(String key, float x, float y, float width, float height, String description) {

  float area() {
    return width * height;
  }
}
