package org.titiktutur.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The pictures of a page that a reader would want described, pieces of one put together. */
final class PdfPictures {

  /** A picture of the text, with the name by which findings speak of it. */
  record Shown(PdfPicture picture, String name) {

    /** Whether a reader comes to it before this line. */
    boolean isAbove(PdfLine line) {
      return line.upright()
          && picture.y() + picture.height() * 0.5f < line.y()
          && picture.x() < line.right()
          && picture.x() + picture.width() > line.left();
    }
  }

  private PdfPictures() {}

  /**
   * Those of a page.
   *
   * @param use on how many pages a picture is painted, by its key
   */
  static List<Shown> of(PdfPage page, Map<String, Integer> use) {
    float sheet = page.width() * page.height();
    List<PdfPicture> pieces = new ArrayList<>();
    for (PdfPicture picture : page.pictures()) {
      boolean ornament = use.getOrDefault(picture.key(), 1) >= 3;
      // under text, a picture of the whole page is its paper, or the scan that was recognised
      boolean paper = picture.area() > sheet * 0.5f && isUnderText(picture, page);
      boolean speck = picture.width() < 3 || picture.height() < 3;
      if (!ornament && !paper && !speck) {
        pieces.add(picture);
      }
    }
    if (pieces.size() <= 300) {
      join(pieces);
    }
    pieces.removeIf(
        picture ->
            picture.area() < sheet * 0.012f || picture.width() < 24 || picture.height() < 24);
    pieces.sort(Comparator.comparingDouble(PdfPicture::y).thenComparingDouble(PdfPicture::x));
    List<Shown> shown = new ArrayList<>();
    for (PdfPicture picture : pieces) {
      String name = "p" + (page.index() + 1) + "-" + (shown.size() + 1);
      shown.add(new Shown(picture, name));
      if (shown.size() == 50) {
        break;
      }
    }
    return page.letters() == 0 ? List.of() : shown;
  }

  private static boolean isUnderText(PdfPicture picture, PdfPage page) {
    int on = 0;
    for (PdfLine line : page.lines()) {
      float middle = (line.x() + line.end()) / 2;
      on +=
          line.upright()
                  && middle > picture.x()
                  && middle < picture.x() + picture.width()
                  && line.y() > picture.y()
                  && line.y() < picture.y() + picture.height()
              ? 1
              : 0;
    }
    return on * 2 > page.lines().size();
  }

  /** Pictures that touch are strips of one. */
  private static void join(List<PdfPicture> pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      for (int j = 0; j < pieces.size(); j++) {
        if (i != j && touch(pieces.get(i), pieces.get(j))) {
          pieces.set(i, union(pieces.get(i), pieces.get(j)));
          pieces.remove(j);
          // what it now touches may stand earlier in the list
          j = -1;
          i = Math.min(i, pieces.size() - 1);
        }
      }
    }
  }

  private static boolean touch(PdfPicture one, PdfPicture other) {
    float overlapX =
        Math.min(one.x() + one.width(), other.x() + other.width()) - Math.max(one.x(), other.x());
    float overlapY =
        Math.min(one.y() + one.height(), other.y() + other.height()) - Math.max(one.y(), other.y());
    return overlapX > -2 && overlapY > -2;
  }

  private static PdfPicture union(PdfPicture one, PdfPicture other) {
    float x = Math.min(one.x(), other.x());
    float y = Math.min(one.y(), other.y());
    float end = Math.max(one.x() + one.width(), other.x() + other.width());
    float bottom = Math.max(one.y() + one.height(), other.y() + other.height());
    return new PdfPicture(
        one.key(),
        x,
        y,
        end - x,
        bottom - y,
        one.description().isEmpty() ? other.description() : one.description());
  }
}
