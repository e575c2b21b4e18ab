package org.titiktutur.extraction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;

/**
 * The pages of a PDF, one after the other. A page is read from the file when its turn comes and let
 * go afterwards; PDFBox's own walk reads all of them first.
 */
final class PdfPageTree {

  /** Nodes above a page; trees of a million pages have five. */
  private static final int DEEPEST = 50;

  /**
   * A page.
   *
   * @param key of its object, by which bookmarks name it; null for a page without one
   */
  record Leaf(COSDictionary dictionary, COSObjectKey key) {}

  private static final class Node {
    final COSArray kids;
    int next;

    Node(COSArray kids) {
      this.kids = kids;
    }
  }

  private final Deque<Node> path = new ArrayDeque<>();
  private final Set<COSDictionary> visited = new HashSet<>();
  private final int declared;
  private Leaf ahead;
  private COSObject passed;
  private int lost;

  PdfPageTree(COSDictionary catalog) {
    COSDictionary root = catalog.getCOSDictionary(COSName.PAGES);
    declared = root == null ? 0 : Math.max(0, root.getInt(COSName.COUNT, 0));
    if (root != null) {
      COSArray kids = root.getCOSArray(COSName.KIDS);
      if (kids != null) {
        visited.add(root);
        path.push(new Node(kids));
      } else if (root.containsKey(COSName.CONTENTS)) {
        ahead = new Leaf(root, null);
      }
    }
  }

  /** How many pages the file says it has. */
  int declared() {
    return declared;
  }

  /** How many pages were named but are not there. */
  int lost() {
    return lost;
  }

  boolean hasNext() {
    if (ahead == null) {
      ahead = find();
    }
    return ahead != null;
  }

  /** The next page; the one before it must not be used any more. */
  Leaf next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Leaf leaf = ahead;
    ahead = null;
    return leaf;
  }

  private Leaf find() {
    if (passed != null) {
      passed.setToNull();
      passed = null;
    }
    while (!path.isEmpty()) {
      Node node = path.peek();
      if (node.next >= node.kids.size()) {
        path.pop();
        continue;
      }
      COSBase item = node.kids.get(node.next++);
      COSBase kid = item instanceof COSObject object ? object.getObject() : item;
      if (!(kid instanceof COSDictionary dictionary)) {
        lost++;
        continue;
      }
      COSArray kids = dictionary.getCOSArray(COSName.KIDS);
      if (kids != null) {
        if (path.size() < DEEPEST && visited.add(dictionary)) {
          path.push(new Node(kids));
        }
        continue;
      }
      passed = item instanceof COSObject object ? object : null;
      return new Leaf(dictionary, passed == null ? null : passed.getKey());
    }
    return null;
  }
}
