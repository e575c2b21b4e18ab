package org.titiktutur.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Sentence;

/**
 * A table laid out in columns, so that each cell knows its headers, and how much of them is said.
 *
 * <p>The headers of the columns are read as the rows that they are, and then said with each cell in
 * the first {@value #HEADED} rows: until a listener knows which is which. After that every {@value
 * #HEADED}th row says its number and its headers again, for whoever comes in the middle or has lost
 * the thread; a table of a hundred rows would be hard to bear otherwise. The header of a row is
 * heard once, where the row begins.
 */
final class TableGrid {

  private static final int HEADED = 5;

  /** A header of more characters is not said again: its column's number is. */
  private static final int LONGEST_HEADER = 60;

  /** How the header of its column is said with a cell. */
  enum Heard {
    NOT,
    IN_FULL,
    AS_A_NUMBER
  }

  /**
   * A cell.
   *
   * @param column of its first, from 1
   * @param header of its column; empty if there is none
   * @param rowHeaders of cells that reach down from rows above, said before it
   */
  record Place(Block.Cell cell, int column, String header, Heard heard, List<String> rowHeaders) {}

  /**
   * A row.
   *
   * @param number from 1, of those that are no headers; 0 for headers
   * @param isReminder whether it says its number
   */
  record Row(int number, boolean isReminder, List<Place> places) {}

  /** A cell of a row above that reaches into this one. */
  private record Reaching(Block.Cell cell, int firstColumn, int rowsLeft) {}

  private final List<Row> rows = new ArrayList<>();
  private final List<StringBuilder> headers = new ArrayList<>();
  private final int columns;
  private final int cells;

  TableGrid(Block.Table table) {
    List<Reaching> reaching = new ArrayList<>();
    int widest = 0;
    int all = 0;
    int number = 0;
    boolean body = false;
    for (Block.Row row : table.rows()) {
      body |= row.cells().stream().anyMatch(cell -> !cell.header());
      number += body ? 1 : 0;
      boolean reminder = number > HEADED && number % HEADED == 0;
      boolean headed = body && (number <= HEADED || reminder);
      List<Place> places = new ArrayList<>();
      List<String> fromAbove = new ArrayList<>();
      int column = 0;
      for (Block.Cell cell : row.cells()) {
        column = passReaching(reaching, column, body ? fromAbove : null);
        String header = headed && !cell.header() ? header(column) : "";
        places.add(new Place(cell, column + 1, header, heard(header), List.copyOf(fromAbove)));
        fromAbove.clear();
        int first = column;
        for (int i = 0; i < cell.columns(); i++) {
          set(reaching, column, new Reaching(cell, first, cell.rows()));
          if (!body) {
            addHeader(column, text(cell));
          }
          column++;
        }
        all++;
      }
      passReaching(reaching, column, null);
      widest = Math.max(widest, reaching.size());
      reaching.replaceAll(
          each ->
              each == null || each.rowsLeft() <= 1
                  ? null
                  : new Reaching(each.cell(), each.firstColumn(), each.rowsLeft() - 1));
      rows.add(new Row(number, reminder, places));
    }
    columns = widest;
    cells = all;
  }

  List<Row> rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** A single cell is a frame around something, and no table. */
  boolean isTable() {
    return cells > 1;
  }

  /** The next column that no cell from above reaches into. */
  private static int passReaching(List<Reaching> reaching, int from, List<String> headers) {
    int column = from;
    while (column < reaching.size() && reaching.get(column) != null) {
      Reaching above = reaching.get(column);
      boolean begins = above.firstColumn() == column;
      if (headers != null && begins && above.cell().header() && !text(above.cell()).isEmpty()) {
        headers.add(text(above.cell()));
      }
      column++;
    }
    return column;
  }

  private static void set(List<Reaching> reaching, int column, Reaching cell) {
    while (reaching.size() <= column) {
      reaching.add(null);
    }
    reaching.set(column, cell);
  }

  private void addHeader(int column, String text) {
    while (headers.size() <= column) {
      headers.add(new StringBuilder());
    }
    if (!text.isEmpty()) {
      headers.get(column).append(headers.get(column).isEmpty() ? "" : ", ").append(text);
    }
  }

  private String header(int column) {
    return column < headers.size() ? headers.get(column).toString() : "";
  }

  private static Heard heard(String header) {
    if (header.isEmpty()) {
      return Heard.NOT;
    }
    return header.length() > LONGEST_HEADER ? Heard.AS_A_NUMBER : Heard.IN_FULL;
  }

  /** Without the signs that call notes and a mark at its end. */
  private static String text(Block.Cell cell) {
    return cell.blocks().stream()
        .flatMap(Block::sentences)
        .map(TableGrid::text)
        .collect(Collectors.joining(" "))
        .replaceFirst("[\\s.:;,]+$", "");
  }

  private static String text(Sentence sentence) {
    StringBuilder text = new StringBuilder(sentence.text());
    List<Mark> marks = sentence.marks();
    for (int i = marks.size() - 1; i >= 0; i--) {
      if (marks.get(i) instanceof Mark.NoteReference call && call.end() <= text.length()) {
        text.delete(call.start(), call.end());
      }
    }
    return text.toString().strip();
  }
}
