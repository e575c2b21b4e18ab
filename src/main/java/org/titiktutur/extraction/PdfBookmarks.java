package org.titiktutur.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The bookmarks of a PDF by page: what its maker calls the headings. */
final class PdfBookmarks {

  /** A bookmark: letters and digits of its title, and how deep it stands, 1 for the outermost. */
  private record Mark(String title, int level) {}

  private final Map<Integer, List<Mark>> byPage = new HashMap<>();
  private boolean tagsHaveHeadings;
  private int marks;

  void add(int page, String title, int level) {
    String plain = plain(title);
    if (!plain.isEmpty() && marks < 50_000) {
      byPage.computeIfAbsent(page, p -> new ArrayList<>()).add(new Mark(plain, level));
      marks++;
    }
  }

  /** The file's tags know headings, so that what they call text is text. */
  void tagsHaveHeadings(boolean yes) {
    tagsHaveHeadings = yes;
  }

  boolean tagsHaveHeadings() {
    return tagsHaveHeadings;
  }

  /** The level of a heading of this page, 0 if the bookmarks name none like it. */
  int level(int page, String text) {
    String plain = plain(text);
    if (plain.length() < 2) {
      return 0;
    }
    for (int near = page - 1; near <= page + 1; near++) {
      for (Mark mark : byPage.getOrDefault(near, List.of())) {
        boolean same = mark.title.equals(plain);
        // the number may stand in one and not in the other
        boolean numbered =
            plain.length() >= 4
                && mark.title.length() >= 4
                && Math.abs(mark.title.length() - plain.length()) <= 8
                && (mark.title.endsWith(plain) || plain.endsWith(mark.title));
        if (same || (near == page && numbered)) {
          return Math.min(6, mark.level);
        }
      }
    }
    return 0;
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(200)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
