package org.titiktutur.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A whole book divided at its headings, for formats that do not tell where its parts begin.
 *
 * @param bookTitle empty where no heading is the book's title
 */
record HeadedParts(String bookTitle, List<Piece> pieces) {

  /** What becomes one part. */
  record Piece(String title, int level, List<Draft> blocks) {}

  /** "CHAPTER I": a label whose name may follow as another heading. */
  private static final Pattern BARE_LABEL =
      Pattern.compile(
          "(?iu)((chapter|bab|part|bagian|pasal)\\s+)?([0-9]{1,3}|[ivxlc]{1,7})[.:]?"
              + "|(chapter|bab|part|bagian|pasal)\\s+\\p{L}{1,12}(\\s\\p{L}{1,12})?");

  static boolean isBareLabel(String heading) {
    return BARE_LABEL.matcher(heading).matches();
  }

  /** Divides the top-level blocks of a book. */
  static HeadedParts of(List<Draft> blocks) {
    List<Outline.Heading> headings = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    long sizeBefore = 0;
    boolean bare = false;
    for (int i = 0; i < blocks.size(); i++) {
      Draft block = blocks.get(i);
      int last = headings.size() - 1;
      if (block instanceof Draft.Words words && words.role() == Draft.Role.HEADING) {
        String title = words.text().finish().text();
        if (bare && headings.get(last).level() == words.level()) {
          String both = headings.get(last).title() + " " + title;
          headings.set(last, new Outline.Heading(both, words.level(), 0));
          bare = false;
        } else {
          headings.add(new Outline.Heading(title, words.level(), 0));
          starts.add(i);
          bare = isBareLabel(title);
        }
      } else {
        bare &= block instanceof Draft.PageStart;
        if (last < 0) {
          sizeBefore += size(block);
        } else {
          Outline.Heading heading = headings.get(last);
          long size = heading.ownSize() + size(block);
          headings.set(last, new Outline.Heading(heading.title(), heading.level(), size));
        }
      }
    }
    return cut(blocks, headings, starts, Outline.of(sizeBefore, headings));
  }

  private static HeadedParts cut(
      List<Draft> blocks, List<Outline.Heading> headings, List<Integer> starts, Outline outline) {
    List<Piece> pieces = new ArrayList<>();
    String title = "";
    int level = 1;
    int from = 0;
    for (int i = 0; i < headings.size(); i++) {
      int partLevel = outline.partLevels().get(i);
      if (partLevel > 0) {
        pieces.add(new Piece(title, level, blocks.subList(from, starts.get(i))));
        title = headings.get(i).title();
        level = partLevel;
        from = starts.get(i);
      }
    }
    pieces.add(new Piece(title, level, blocks.subList(from, blocks.size())));
    return new HeadedParts(outline.bookTitle(), pieces);
  }

  /** About how many characters a block holds. */
  static long size(Draft block) {
    if (block instanceof Draft.Words words) {
      return words.text().length();
    } else if (block instanceof Draft.Listing list) {
      return list.items().stream().mapToLong(HeadedParts::size).sum();
    } else if (block instanceof Draft.Table table) {
      return table.rows().stream()
          .flatMap(List::stream)
          .mapToLong(cell -> size(cell.blocks()))
          .sum();
    } else if (block instanceof Draft.Quotation quotation) {
      return size(quotation.blocks());
    } else if (block instanceof Draft.Note note) {
      return size(note.blocks());
    } else if (block instanceof Draft.Picture picture) {
      return picture.description().length();
    }
    return 0;
  }

  private static long size(List<Draft> blocks) {
    return blocks.stream().mapToLong(HeadedParts::size).sum();
  }
}
