package org.titiktutur.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which headings of a book begin parts.
 *
 * <p>A part is what a reader would call a chapter. Headings form a tree by their levels. One
 * heading above all others is the title of the book; a heading that only gathers others ("Part
 * One", or hardly a word of its own) is a part of the book and its children are chapters; below
 * chapters, headings stay inside.
 *
 * @param bookTitle empty where no heading is the book's title
 * @param partLevels for each heading, in order, the level of the part that it begins; 0 for one
 *     that stays inside the part before it
 */
record Outline(String bookTitle, List<Integer> partLevels) {

  /**
   * A heading.
   *
   * @param level 1 for the outermost
   * @param ownSize about how many characters follow it, up to the next heading of any level
   */
  record Heading(String title, int level, long ownSize) {}

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

  /** A heading and those below it. */
  private static final class Node {
    final Heading heading;
    final int number;
    final List<Node> children = new ArrayList<>();

    Node(Heading heading, int number) {
      this.heading = heading;
      this.number = number;
    }

    long size() {
      return heading.ownSize + children.stream().mapToLong(Node::size).sum();
    }
  }

  /**
   * The outline of a book.
   *
   * @param sizeBefore about how many characters stand before the first heading
   */
  static Outline of(long sizeBefore, List<Heading> headings) {
    Node top = tree(new Heading("", 0, sizeBefore), headings);
    Integer[] levels = new Integer[headings.size()];
    java.util.Arrays.fill(levels, 0);
    if (top.children.size() == 1 && sizeBefore < HARDLY_A_WORD) {
      Node title = top.children.get(0);
      levels[title.number] = 1;
      if (title.children.size() > 1) {
        title.children.forEach(child -> divide(child, 1, levels));
      }
      return new Outline(title.heading.title, List.of(levels));
    }
    top.children.forEach(child -> divide(child, 1, levels));
    return new Outline("", List.of(levels));
  }

  private static Node tree(Heading before, List<Heading> headings) {
    List<Node> path = new ArrayList<>(List.of(new Node(before, -1)));
    int number = 0;
    for (Heading heading : headings) {
      while (path.size() > 1 && path.get(path.size() - 1).heading.level >= heading.level) {
        path.remove(path.size() - 1);
      }
      Node node = new Node(heading, number++);
      path.get(path.size() - 1).children.add(node);
      path.add(node);
    }
    return path.get(0);
  }

  private static void divide(Node node, int level, Integer[] levels) {
    levels[node.number] = level;
    if (gathers(node)) {
      node.children.forEach(child -> divide(child, level + 1, levels));
    }
  }

  private static boolean gathers(Node node) {
    if (node.children.isEmpty()) {
      return false;
    }
    return GATHERS.matcher(node.heading.title).matches()
        || (node.children.size() > 1
            && node.heading.ownSize < HARDLY_A_WORD
            && node.size() > WORTH_DIVIDING);
  }
}
