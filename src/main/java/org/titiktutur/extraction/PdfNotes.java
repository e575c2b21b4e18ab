package org.titiktutur.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Footnotes of a page: lines in smaller type at its foot that begin with a sign which a raised sign
 * in the text above calls. What is not certain stays a paragraph.
 */
final class PdfNotes {

  private static final Pattern SIGN =
      Pattern.compile(
          "^\\s*(\\d{1,3}|[*\u2020\u2021\u00A7]{1,3}|[a-z])(?:[.)]|\\s|(?=\\p{Lu}))\\s*");

  /**
   * A footnote.
   *
   * @param key unique in the book
   * @param label as printed
   * @param signLength letters of the label at the beginning of the paragraph
   */
  record Note(String key, String label, int signLength, PdfParagraph paragraph) {}

  /**
   * The notes of a page and the lines that are left.
   *
   * @param lines of the page without those of its notes, in order
   */
  record Parted(List<PdfLine> lines, List<Note> notes) {}

  private PdfNotes() {}

  static String key(int page, String label) {
    return "page " + page + " note " + label;
  }

  static String plainLabel(String label) {
    return label.replaceAll("[\\s().\\[\\]]", "");
  }

  static Parted part(List<PdfLine> lines, PdfPage page, PdfType type) {
    Set<String> called = new HashSet<>();
    for (PdfLine line : lines) {
      for (PdfLine.Run run : line.runs().subList(1, line.runs().size())) {
        if (run.is(PdfLine.RAISED)) {
          called.add(plainLabel(run.text()));
        }
      }
    }
    if (called.isEmpty()) {
      return new Parted(lines, List.of());
    }
    List<PdfLine> kept = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    for (int from = 0; from < lines.size(); ) {
      int to = from;
      while (to < lines.size() && lines.get(to).column() == lines.get(from).column()) {
        to++;
      }
      partColumn(lines.subList(from, to), page, type, called, kept, notes);
      from = to;
    }
    return new Parted(kept, notes);
  }

  private static void partColumn(
      List<PdfLine> column,
      PdfPage page,
      PdfType type,
      Set<String> called,
      List<PdfLine> kept,
      List<Note> notes) {
    int first = column.size();
    while (first > 0 && type.isSmaller(column.get(first - 1)) && column.get(first - 1).upright()) {
      first--;
    }
    while (first < column.size() && !called.contains(labelOf(column.get(first)))) {
      first++;
    }
    kept.addAll(column.subList(0, first));
    Note open = null;
    for (PdfLine line : column.subList(first, column.size())) {
      String label = labelOf(line);
      PdfParagraph.Printed printed = new PdfParagraph.Printed(line, page.index(), List.of());
      if (called.contains(label) || (open != null && isNext(open.label(), label))) {
        int sign = signLength(line);
        open =
            new Note(
                key(page.index(), label), label, sign, new PdfParagraph(printed, false, false));
        notes.add(open);
      } else if (open != null) {
        open.paragraph().lines.add(printed);
      }
    }
  }

  private static boolean isNext(String label, String next) {
    return label.matches("\\d{1,3}")
        && next.matches("\\d{1,3}")
        && Integer.parseInt(next) == Integer.parseInt(label) + 1;
  }

  private static String labelOf(PdfLine line) {
    PdfLine.Run first = line.runs().get(0);
    if (first.is(PdfLine.RAISED)) {
      return plainLabel(first.text());
    }
    Matcher sign = SIGN.matcher(line.text());
    return sign.find() ? sign.group(1) : "";
  }

  private static int signLength(PdfLine line) {
    PdfLine.Run first = line.runs().get(0);
    if (first.is(PdfLine.RAISED)) {
      return first.text().length();
    }
    Matcher sign = SIGN.matcher(line.text());
    return sign.find() ? sign.end() : 0;
  }
}
