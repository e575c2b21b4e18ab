package org.titiktutur.formats;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Tables that no page of large print is wide enough for, told row by row: each cell below the
 * other, its header before it.
 */
final class WideTables {

  /** Between the margins of A4, in points. */
  private static final double WIDTH = 493;

  /** A letter of the bold type takes this much of its size, or a little less. */
  private static final double LETTER = 0.7;

  /** Letters that a column needs beyond its longest word, for its rules and padding. */
  private static final double AROUND = 1.2;

  private WideTables() {}

  /**
   * Replaces those of a page.
   *
   * @param points the size of its type
   */
  static void unfold(Document page, int points) {
    for (Element table : elements(page.getDocumentElement(), "table")) {
      List<Element> rows = elements(table, "tr");
      double letters = longest(rows).stream().mapToDouble(word -> word + AROUND).sum();
      if (letters * LETTER * points > WIDTH) {
        table.getParentNode().replaceChild(unfolded(page, table, rows), table);
      }
    }
  }

  /** Letters of the longest word of each column; a cell over several columns counts in none. */
  private static List<Integer> longest(List<Element> rows) {
    List<Integer> longest = new ArrayList<>();
    for (Element row : rows) {
      int column = 0;
      for (Element cell : cells(row)) {
        while (longest.size() < column + columns(cell)) {
          longest.add(0);
        }
        if (columns(cell) == 1) {
          for (String word : cell.getTextContent().strip().split("\\s+")) {
            longest.set(column, Math.max(longest.get(column), word.length()));
          }
        }
        column += columns(cell);
      }
    }
    return longest;
  }

  private static Element unfolded(Document page, Element table, List<Element> rows) {
    Element told = page.createElement("div");
    for (Element caption : elements(table, "caption")) {
      told.appendChild(moved(page, caption, "p"));
    }
    List<String> headers = List.of();
    for (Element row : rows) {
      List<Element> cells = cells(row);
      if (cells.stream().allMatch(cell -> cell.getTagName().equals("th"))) {
        headers = headers(cells);
        if (rows.size() > 1) {
          continue;
        }
      }
      Element block = page.createElement("div");
      block.setAttribute("class", "row");
      int column = 0;
      for (Element cell : cells) {
        Element line = moved(page, cell, "div");
        if (column < headers.size() && !headers.get(column).isBlank()) {
          Element header = page.createElement("strong");
          header.setTextContent(headers.get(column) + ": ");
          line.insertBefore(header, line.getFirstChild());
        }
        block.appendChild(line);
        column += columns(cell);
      }
      told.appendChild(block);
    }
    return told;
  }

  private static List<String> headers(List<Element> cells) {
    List<String> headers = new ArrayList<>();
    for (Element cell : cells) {
      for (int i = 0; i < columns(cell); i++) {
        headers.add(cell.getTextContent().strip());
      }
    }
    return headers;
  }

  private static Element moved(Document page, Element from, String name) {
    Element to = page.createElement(name);
    while (from.getFirstChild() != null) {
      to.appendChild(from.getFirstChild());
    }
    return to;
  }

  private static int columns(Element cell) {
    return cell.hasAttribute("colspan") ? Integer.parseInt(cell.getAttribute("colspan")) : 1;
  }

  private static List<Element> cells(Element row) {
    List<Element> cells = new ArrayList<>();
    for (Node each = row.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element cell) {
        cells.add(cell);
      }
    }
    return cells;
  }

  /** In document order, as they are now: what is moved later stays in the list. */
  static List<Element> elements(Element within, String name) {
    NodeList found = within.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
