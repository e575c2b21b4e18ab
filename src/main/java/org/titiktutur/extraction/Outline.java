package org.titiktutur.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the parts of a book begin, when only its headings tell.
 *
 * <p>A part is what a reader would call a chapter. Headings form a tree by their levels. One
 * heading above all others is the title of the book; a heading that only gathers others ("Part
 * One", or hardly a word of its own) is a part of the book and its children are chapters; below
 * chapters, headings stay inside.
 */
record Outline(String bookTitle, List<Piece> pieces) {

  /** What becomes one part. */
  record Piece(String title, int level, List<Draft> blocks) {}

  /** A heading that has this little before the first one below it only gathers those. */
  private static final int HARDLY_A_WORD = 600;

  /** A stretch shorter than this is not divided into chapters for size alone. */
  private static final int WORTH_DIVIDING = 60_000;

  private static final Pattern GATHERS =
      Pattern.compile(
          "(?iu)(part|book|volume|bagian|buku|jilid)\\s+"
              + "([0-9]+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten"
              + "|pertama|kesatu|satu|kedua|dua|ketiga|tiga|keempat|empat|kelima|lima"
              + "|keenam|enam|ketujuh|tujuh)\\b.*");

  private static final Pattern BARE_LABEL =
      Pattern.compile(
          "(?iu)((chapter|bab|part|bagian|pasal)\\s+)?([0-9]{1,3}|[ivxlc]{1,7})[.:]?"
              + "|(chapter|bab|part|bagian|pasal)\\s+\\p{L}{1,12}(\\s\\p{L}{1,12})?");

  /** A heading and all up to the next one at its level or above. */
  private static final class Node {
    final String title;
    final int level;
    final List<Draft> own = new ArrayList<>();
    final List<Node> children = new ArrayList<>();
    long ownSize;

    Node(String title, int level) {
      this.title = title;
      this.level = level;
    }

    long size() {
      return ownSize + children.stream().mapToLong(Node::size).sum();
    }

    void gather(List<Draft> into) {
      into.addAll(own);
      children.forEach(child -> child.gather(into));
    }
  }

  /** The parts of a book, from its top-level blocks. */
  static Outline of(List<Draft> blocks) {
    Node top = tree(blocks);
    if (top.children.isEmpty()) {
      return new Outline("", List.of(new Piece("", 1, blocks)));
    }
    List<Piece> pieces = new ArrayList<>();
    String bookTitle = "";
    Node first = top.children.get(0);
    if (top.children.size() == 1 && top.ownSize < HARDLY_A_WORD) {
      bookTitle = first.title;
      if (first.children.size() > 1) {
        List<Draft> front = new ArrayList<>(top.own);
        front.addAll(first.own);
        pieces.add(new Piece(first.title, 1, front));
        first.children.forEach(child -> divide(child, 1, pieces));
        return new Outline(bookTitle, pieces);
      }
    }
    if (!top.own.isEmpty()) {
      pieces.add(new Piece("", 1, top.own));
    }
    top.children.forEach(child -> divide(child, 1, pieces));
    return new Outline(bookTitle, pieces);
  }

  private static Node tree(List<Draft> blocks) {
    Node top = new Node("", 0);
    List<Node> path = new ArrayList<>(List.of(top));
    Node bare = null;
    for (Draft block : blocks) {
      Node here = path.get(path.size() - 1);
      if (block instanceof Draft.Words words && words.role() == Draft.Role.HEADING) {
        String title = words.text().finish().text();
        if (bare != null && bare.level == words.level()) {
          // "CHAPTER I", and below it, as another heading, its name.
          path.set(path.size() - 1, renamed(bare, path.get(path.size() - 2), title));
          here = path.get(path.size() - 1);
          bare = null;
        } else {
          while (path.get(path.size() - 1).level >= words.level()) {
            path.remove(path.size() - 1);
          }
          here = new Node(title, words.level());
          path.get(path.size() - 1).children.add(here);
          path.add(here);
          bare = BARE_LABEL.matcher(title).matches() ? here : null;
        }
      } else if (!(block instanceof Draft.PageStart)) {
        bare = null;
      }
      here.own.add(block);
      here.ownSize += size(block);
    }
    return top;
  }

  private static Node renamed(Node node, Node parent, String more) {
    Node renamed = new Node(node.title + " " + more, node.level);
    renamed.own.addAll(node.own);
    renamed.ownSize = node.ownSize;
    parent.children.set(parent.children.size() - 1, renamed);
    return renamed;
  }

  private static void divide(Node node, int level, List<Piece> pieces) {
    if (gathers(node.title, node.ownSize, node.size(), node.children.size())) {
      pieces.add(new Piece(node.title, level, node.own));
      node.children.forEach(child -> divide(child, level + 1, pieces));
    } else {
      List<Draft> all = new ArrayList<>();
      node.gather(all);
      pieces.add(new Piece(node.title, level, all));
    }
  }

  /** Whether a heading only gathers those below it, which are the chapters then. */
  static boolean gathers(String title, long ownSize, long size, int children) {
    if (children == 0) {
      return false;
    }
    return GATHERS.matcher(title).matches()
        || (children > 1 && ownSize < HARDLY_A_WORD && size > WORTH_DIVIDING);
  }

  /** About how many characters a block holds. */
  static long size(Draft block) {
    if (block instanceof Draft.Words words) {
      return words.text().length();
    } else if (block instanceof Draft.Listing list) {
      return list.items().stream().mapToLong(Outline::size).sum();
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
    return blocks.stream().mapToLong(Outline::size).sum();
  }
}
