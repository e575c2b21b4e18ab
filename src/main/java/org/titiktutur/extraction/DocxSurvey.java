package org.titiktutur.extraction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A first look through a document, for what has to be known before it is told: whether styles make
 * headings, how many rows merged cells span, and words enough to tell a language.
 */
final class DocxSurvey extends DefaultHandler {

  private static final int SAMPLE = 20_000;

  /** A table that is open: for each column, which merged cell reaches down to here. */
  private static final class Table {
    final Map<Integer, Integer> merged = new HashMap<>();
    int column;
    int span = 1;
    boolean merges;
  }

  private final DocxStyles styles;
  private final Map<String, Boolean> headingStyles = new HashMap<>();
  private final Deque<Table> tables = new ArrayDeque<>();
  private final List<Integer> rowSpans = new ArrayList<>();
  private final StringBuilder sample = new StringBuilder();
  private boolean hasHeadings;
  private boolean inText;

  DocxSurvey(DocxStyles styles) {
    this.styles = styles;
  }

  boolean hasHeadings() {
    return hasHeadings;
  }

  String sample() {
    return sample.toString();
  }

  /** Rows that merged cells span, in the order in which those begin. */
  List<Integer> rowSpans() {
    return rowSpans;
  }

  @Override
  public void startElement(String uri, String local, String qName, Attributes attributes) {
    switch (local) {
      case "pStyle" ->
          hasHeadings |=
              headingStyles.computeIfAbsent(
                  Ooxml.value(attributes), style -> styles.headingLevel(style) > 0);
      case "outlineLvl" -> hasHeadings |= Ooxml.number(Ooxml.value(attributes), 9) < 9;
      case "t" -> inText = sample.length() < SAMPLE;
      case "tbl" -> tables.push(new Table());
      case "tr" -> {
        if (!tables.isEmpty()) {
          tables.peek().column = 0;
        }
      }
      case "tc" -> {
        if (!tables.isEmpty()) {
          tables.peek().span = 1;
          tables.peek().merges = false;
        }
      }
      case "gridSpan" -> {
        if (!tables.isEmpty()) {
          tables.peek().span = Math.max(1, Ooxml.number(Ooxml.value(attributes), 1));
        }
      }
      case "vMerge" -> {
        if (!tables.isEmpty()) {
          merge(tables.peek(), Ooxml.value(attributes).equals("restart"));
        }
      }
      default -> {}
    }
  }

  @Override
  public void characters(char[] text, int from, int length) {
    if (inText) {
      sample.append(text, from, length);
    }
  }

  @Override
  public void endElement(String uri, String local, String qName) {
    switch (local) {
      case "t" -> inText = false;
      case "p" -> {
        if (sample.length() < SAMPLE) {
          sample.append('\n');
        }
      }
      case "tc" -> endCell();
      case "tbl" -> tables.poll();
      default -> {}
    }
  }

  private void merge(Table table, boolean restarts) {
    table.merges = true;
    Integer above = table.merged.get(table.column);
    if (restarts) {
      table.merged.put(table.column, rowSpans.size());
      rowSpans.add(1);
    } else if (above != null) {
      rowSpans.set(above, rowSpans.get(above) + 1);
    }
  }

  private void endCell() {
    Table table = tables.peek();
    if (table == null) {
      return;
    }
    if (!table.merges) {
      table.merged.remove(table.column);
    }
    table.column += table.span;
  }
}
