package org.titiktutur.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Puts lines together into paragraphs, by indentation, spacing, the length of lines and the look of
 * the type; where the file is tagged, by its tags. A paragraph may go on in the next column or on
 * the next page.
 */
final class PdfParagraphs {

  private static final Pattern ENDS_SENTENCE =
      Pattern.compile(".*[.!?:;\u2026][\\p{Pf}\\p{Pe}\"'\u201D\u2019)\\]\\d]*\\s*$");

  private static final Pattern LEADER = Pattern.compile(".*(?:\\.\\s?){4,}\\s*[\\divxlc]*\\s*$");

  /** Beginning of an item of a list, with its sign; also of a numbered heading. */
  static final Pattern MARKER =
      Pattern.compile(
          "^\\s*(?:([\u2022\u25E6\u25AA\u25CF\u25CB\u25A0\u25A1\u2023\u2043\u25BA\u25C6\u27A2\u2713\u2714\u00B7*\u2013\u2014-])"
              + "|\\(?(\\d{1,3})[.)](?!\\d)|\\(?([a-zA-Z])[.)](?![\\p{L}\\d.])|\\(?([ivx]{1,5})[.)](?!\\p{L})"
              + "|((?:\\d{1,2}\\.){1,5}\\d{1,2}\\.?)(?=\\s))\\s*");

  private final PdfType type;
  private final Consumer<PdfParagraph> finished;
  private PdfParagraph open;
  private float lastRight;
  private List<String> pagesBegun = new ArrayList<>();

  PdfParagraphs(PdfType type, Consumer<PdfParagraph> finished) {
    this.type = type;
    this.finished = finished;
  }

  /** A page begins; its label is put before the next line, wherever that will stand. */
  void pageBegins(String label) {
    if (label != null) {
      pagesBegun.add(label);
    }
  }

  /** Labels of pages that began since the last line. */
  List<String> takePages() {
    List<String> taken = pagesBegun;
    pagesBegun = new ArrayList<>();
    return taken;
  }

  boolean isOpen() {
    return open != null;
  }

  /**
   * Adds some lines of one column of a page, or of a tagged page.
   *
   * @param lines all of the column
   */
  void add(List<PdfLine> lines, int from, int to, PdfPage page, boolean opensPage) {
    if (from == to) {
      return;
    }
    Column column = Column.of(lines, type, page.width());
    for (int i = from; i < to; i++) {
      PdfLine line = lines.get(i);
      PdfLine next = i + 1 < lines.size() ? lines.get(i + 1) : null;
      PdfLine above = i > 0 ? lines.get(i - 1) : null;
      add(line, above, next, page.index(), column, opensPage && i == from);
    }
  }

  private void add(
      PdfLine line, PdfLine above, PdfLine next, int page, Column column, boolean opensPage) {
    boolean begins = open == null || begins(line, above, next, page, column);
    PdfParagraph.Printed printed = new PdfParagraph.Printed(line, page, takePages());
    if (begins) {
      end();
      boolean setOff = above == null || line.y() - above.y() > type.step(line.size()) * 1.3f;
      open = new PdfParagraph(printed, setOff, opensPage);
    } else {
      open.lines.add(printed);
    }
    lastRight = column.right();
  }

  /** The paragraph that is open ends here. */
  void end() {
    if (open != null) {
      PdfParagraph done = open;
      open = null;
      finished.accept(done);
    }
  }

  /** The edges between which the lines of a column stand. */
  private record Column(float left, float right, boolean ragged) {

    static Column of(List<PdfLine> lines, PdfType type, float pageWidth) {
      float[] starts = new float[lines.size()];
      float[] ends = new float[lines.size()];
      int n = 0;
      for (PdfLine line : lines) {
        if (Math.abs(line.size() - type.body()) < type.body() * 0.12f || lines.size() < 4) {
          starts[n] = line.x();
          ends[n++] = line.end();
        }
      }
      if (n == 0) {
        PdfLine first = lines.get(0);
        return new Column(
            first.left(), Math.max(first.right(), type.rightEdge(first.left())), true);
      }
      Arrays.sort(starts, 0, n);
      Arrays.sort(ends, 0, n);
      // the leftmost edge that several lines share; a lone line outside is an accident
      float left = starts[0];
      for (int i = 0; i + 1 < n; i++) {
        if (starts[i + 1] - starts[i] < 1.5f) {
          left = starts[i];
          break;
        }
      }
      float right = ends[n - 1];
      if (n < 12) {
        right = Math.max(right, type.rightEdge(left));
      }
      if (n < 4) {
        // too few to show where they would have ended: margins are alike on both sides
        right = Math.max(right, type.rightEdge(left) > 0 ? 0 : pageWidth - left);
      }
      int full = 0;
      for (int i = 0; i < n; i++) {
        full += right - ends[i] < 2.5f ? 1 : 0;
      }
      return new Column(left, right, n < 4 || full * 2 < n);
    }
  }

  private boolean begins(PdfLine line, PdfLine above, PdfLine next, int page, Column column) {

    PdfLine last = open.last();
    if (last.tag().role() == PdfTag.Role.LABEL && line.tag().item() == last.tag().item()) {
      return false;
    }
    if (line.tag().block() != 0 || last.tag().block() != 0) {
      return line.tag().block() != last.tag().block() || line.tag().cell() != last.tag().cell();
    }
    if (line.upright() != last.upright()) {
      return true;
    }
    if (Math.abs(line.size() - last.size()) > Math.max(0.6f, type.body() * 0.07f)) {
      // a sentence goes on over a line of formulas or small capitals
      return !(type.isLarger(line) == type.isLarger(last)
          && type.isSmaller(line) == type.isSmaller(last)
          && startsLow(line)
          && !endsSentence(last));
    }
    if (line.mostly(PdfLine.MONO) != last.mostly(PdfLine.MONO)
        && Math.max(line.text().length(), last.text().length()) > 3) {
      return true;
    }
    boolean bold = line.mostly(PdfLine.BOLD);
    if (bold != last.mostly(PdfLine.BOLD)
        && line.text().length() > 3
        && last.text().length() > 3
        && (bold || open.mostly(PdfLine.BOLD))) {
      // a sentence that begins in bold goes on in small letters; a title does not
      boolean runsOn = startsLow(line) && last.end() > column.right() - last.size() * 3;
      return !runsOn;
    }
    if (LEADER.matcher(last.text()).matches()) {
      return true;
    }
    boolean sameColumn = last.equals(above);
    return sameColumn
        ? beginsBelow(line, last, next, column)
        : beginsElsewhere(line, last, next, page, column);
  }

  /** On the next page or in the next column: it goes on unless something says that it ended. */
  private boolean beginsElsewhere(
      PdfLine line, PdfLine last, PdfLine next, int page, Column column) {
    if (type.isLarger(line) || type.isLarger(last)) {
      boolean below = line.y() > last.y() && line.y() - last.y() < line.size() * 1.75f;
      return !below || lastPage() != page || type.isLarger(line) != type.isLarger(last);
    }
    if (endsSentence(last)) {
      return isIndented(line, next, column)
          || endsShort(last, line, lastRight)
          || !line.upright()
          || MARKER.matcher(line.text()).find();
    }
    return !startsLow(line)
        && (isIndented(line, next, column)
            || last.end() < lastRight - (lastRight - last.left()) * 0.3f
            || PdfParagraph.isCentred(last)
            || MARKER.matcher(line.text()).find());
  }

  private int lastPage() {
    return open.lines.get(open.lines.size() - 1).page();
  }

  private boolean beginsBelow(PdfLine line, PdfLine last, PdfLine next, Column column) {
    float step = line.y() - last.y();
    float usual = type.step(line.size());
    if (step > usual * 1.4f + 1 || step < -line.size()) {
      // two lines of one heading may stand further apart than lines of text
      return !(type.isLarger(line)
          && type.isLarger(last)
          && step > 0
          && step < line.size() * 1.75f);
    }
    if (line.mostly(PdfLine.MONO) && last.mostly(PdfLine.MONO)) {
      return false;
    }
    boolean centred = PdfParagraph.isCentred(line) && PdfParagraph.isCentred(last);
    if (type.isLarger(line)) {
      return false;
    }
    if (centred) {
      return endsSentence(last) || !startsLow(line);
    }
    boolean widerStep = step > usual * 1.12f + 0.5f;
    boolean marked = MARKER.matcher(line.text()).find();
    boolean shortBefore = endsShort(last, line, column.right());
    if (marked
        && (shortBefore || endsSentence(last) || Math.abs(line.x() - open.first().x()) < 2)) {
      return !isNumberInSentence(line, last, column) || shortBefore;
    }
    if (hangs(line, last, shortBefore)) {
      return false;
    }
    if (isIndented(line, next, column) && line.x() > open.last().x() + line.size() * 0.5f) {
      return true;
    }
    if (line.x() < last.x() - line.size() * 0.7f && open.lines.size() > 1) {
      return true;
    }
    if (shortBefore) {
      return endsSentence(last) || (!startsLow(line) && isFarFromEnd(last, column));
    }
    return widerStep && endsSentence(last);
  }

  /** The lines of an item hang below its text, right of its sign. */
  private boolean hangs(PdfLine line, PdfLine last, boolean shortBefore) {
    PdfLine first = open.first();
    if (!MARKER.matcher(first.text()).find()) {
      return false;
    }
    if (first.runs().size() > 1 && first.runs().get(1).is(PdfLine.APART)) {
      return Math.abs(line.x() - first.runs().get(1).x()) < 4;
    }
    return line.x() > first.x() + line.size() * 0.5f
        && line.x() < first.x() + line.size() * 4
        && !(shortBefore && endsSentence(last));
  }

  /**
   * Where lines end unevenly, one that does not end a sentence must be short to end a paragraph.
   */
  private static boolean isFarFromEnd(PdfLine last, Column column) {
    float room = column.right() - last.end();
    return room > last.size() * (column.ragged() ? 8 : 4);
  }

  /** "… pada tahun\n1998. Sesudah itu": a number that happens to begin a line. */
  private static boolean isNumberInSentence(PdfLine line, PdfLine last, Column column) {
    return !endsSentence(last)
        && last.end() > column.right() - line.size() * 2
        && Math.abs(line.x() - last.x()) < 2;
  }

  /** The first word of {@code line} would have found room at the end of {@code last}. */
  private static boolean endsShort(PdfLine last, PdfLine line, float right) {
    String text = line.text().strip();
    int space = text.indexOf(' ');
    int word = space < 0 ? text.length() : space;
    float perLetter = Math.min(line.size() * 0.6f, line.width() / Math.max(1, text.length()));
    float needed = Math.max(line.size() * 1.6f, (word + 1) * perLetter + line.size() * 0.4f);
    return last.end() + needed < right;
  }

  private boolean isIndented(PdfLine line, PdfLine next, Column column) {
    float indent = line.x() - column.left();
    if (indent < line.size() * 0.7f || indent > line.size() * 6) {
      return false;
    }
    // not if all that follows stands there too: a quotation, or the hanging lines of an item
    return next == null
        || next.x() < line.x() - line.size() * 0.5f
        || Math.abs(line.y() - next.y()) > type.step(line.size()) * 1.4f
        || (Math.abs(next.x() - line.x()) < 2 && endsShort(line, next, column.right()));
  }

  static boolean endsSentence(PdfLine line) {
    return ENDS_SENTENCE.matcher(line.text()).matches();
  }

  private static boolean startsLow(PdfLine line) {
    String text = line.text().strip();
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    return Character.isLowerCase(first) || first == ',' || first == ')';
  }
}
