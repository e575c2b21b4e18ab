package org.titiktutur.braille;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Sentence;

/** Which column each cell of a table stands in, when cells span rows and columns. */
final class TableGrid {

  /**
   * A cell in its place.
   *
   * @param column counts from 0
   */
  record Placed(int column, Block.Cell cell) {}

  /** A hostile table cannot make us count further. */
  private static final int MOST_COLUMNS = 1000;

  private final Map<Integer, String> headings = new TreeMap<>();
  private final List<List<Placed>> head = new ArrayList<>();
  private final List<List<Placed>> body = new ArrayList<>();

  TableGrid(List<Block.Row> rows) {
    Map<Integer, Integer> takenFor = new TreeMap<>();
    for (Block.Row row : rows) {
      List<Placed> placed = place(row, takenFor);
      boolean headsOnly = placed.stream().allMatch(each -> each.cell().header());
      if (headsOnly && body.isEmpty()) {
        head.add(placed);
        placed.forEach(this::addHeading);
      } else {
        body.add(placed);
      }
    }
  }

  /** Puts each cell into the next column that no cell from above reaches into. */
  private static List<Placed> place(Block.Row row, Map<Integer, Integer> takenFor) {
    List<Placed> placed = new ArrayList<>();
    int column = 0;
    for (Block.Cell cell : row.cells()) {
      while (takenFor.getOrDefault(column, 0) > 0) {
        takenFor.merge(column++, -1, Integer::sum);
      }
      placed.add(new Placed(column, cell));
      for (int i = 0; i < cell.columns() && column < MOST_COLUMNS; i++) {
        takenFor.put(column++, cell.rows() - 1);
      }
    }
    int last = column;
    takenFor.replaceAll((at, rows) -> at >= last && rows > 0 ? rows - 1 : rows);
    return placed;
  }

  private void addHeading(Placed placed) {
    String text =
        Sentence.joined(placed.cell().blocks().stream().flatMap(Block::sentences).toList());
    for (int i = 0; i < placed.cell().columns() && placed.column() + i < MOST_COLUMNS; i++) {
      headings.merge(
          placed.column() + i,
          text,
          (above, below) -> below.isEmpty() || above.equals(below) ? above : above + ", " + below);
    }
  }

  /** The rows at the top that are headings only. */
  List<List<Placed>> head() {
    return head;
  }

  /** The rows below. */
  List<List<Placed>> body() {
    return body;
  }

  /** What stands over a column; empty if nothing does. */
  String heading(int column) {
    return headings.getOrDefault(column, "");
  }
}
