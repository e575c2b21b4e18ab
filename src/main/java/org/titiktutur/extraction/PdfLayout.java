package org.titiktutur.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Puts the letters of a page into lines, and the lines into the order in which they are read:
 * column by column where the page has columns.
 */
final class PdfLayout {

  /** Columns inside columns. */
  private static final int DEEPEST = 4;

  private final List<PdfLine> lines = new ArrayList<>();
  private boolean upright = true;
  private int column;

  private PdfLayout() {}

  /** The lines of one page in reading order. */
  static List<PdfLine> lines(PdfEye.Sight sight) {
    PdfLayout layout = new PdfLayout();
    List<PdfGlyph> glyphs = withoutOverprints(sight.glyphs());
    Map<Integer, List<PdfGlyph>> directions = new LinkedHashMap<>();
    for (PdfGlyph glyph : glyphs) {
      long degrees = Math.round(Math.toDegrees(Math.atan2(glyph.dy(), glyph.dx())) / 5) * 5;
      directions
          .computeIfAbsent((int) Math.floorMod(degrees, 360L), d -> new ArrayList<>())
          .add(glyph);
    }
    List<List<PdfGlyph>> groups = new ArrayList<>(directions.values());
    groups.sort(Comparator.comparingInt((List<PdfGlyph> group) -> group.size()).reversed());
    for (List<PdfGlyph> group : groups) {
      if (isTagged(group)) {
        layout.taggedText(group);
      } else {
        layout.freeText(group);
      }
      layout.upright = false;
    }
    return layout.lines;
  }

  private static boolean isTagged(List<PdfGlyph> glyphs) {
    int said = 0;
    for (PdfGlyph glyph : glyphs) {
      said += glyph.tag().role() == PdfTag.Role.NONE ? 0 : 1;
    }
    return said > 0 && said >= glyphs.size() * 0.9;
  }

  /** The same letter painted again over itself is how some programs print bold. */
  private static List<PdfGlyph> withoutOverprints(List<PdfGlyph> glyphs) {
    Map<Long, List<Integer>> cells = new HashMap<>(glyphs.size() * 2);
    List<PdfGlyph> kept = new ArrayList<>(glyphs.size());
    for (PdfGlyph glyph : glyphs) {
      if (glyph.isSpace()) {
        kept.add(glyph);
        continue;
      }
      int cellX = (int) Math.floor(glyph.x() / 3);
      int cellY = (int) Math.floor(glyph.y() / 3);
      int twin = -1;
      search:
      for (int i = cellX - 1; i <= cellX + 1; i++) {
        for (int j = cellY - 1; j <= cellY + 1; j++) {
          for (int index : cells.getOrDefault(cell(i, j), List.of())) {
            PdfGlyph other = kept.get(index);
            float near = Math.min(2.5f, glyph.size() * 0.1f);
            if (Math.abs(other.x() - glyph.x()) < near
                && Math.abs(other.y() - glyph.y()) < near
                && Math.abs(other.size() - glyph.size()) < glyph.size() * 0.1f
                && other.text().equals(glyph.text())) {
              twin = index;
              break search;
            }
          }
        }
      }
      if (twin >= 0) {
        PdfGlyph other = kept.get(twin);
        kept.set(
            twin,
            new PdfGlyph(
                other.text(),
                other.x(),
                other.y(),
                other.dx(),
                other.dy(),
                other.advance(),
                other.size(),
                other.face().bolder(),
                other.tag()));
      } else {
        cells.computeIfAbsent(cell(cellX, cellY), c -> new ArrayList<>(2)).add(kept.size());
        kept.add(glyph);
      }
    }
    return kept;
  }

  private static long cell(int x, int y) {
    return ((long) x << 32) | (y & 0xFFFFFFFFL);
  }

  // --- tagged: the file says what belongs together and in which order

  private void taggedText(List<PdfGlyph> glyphs) {
    Map<Integer, List<PdfGlyph>> blocks = new LinkedHashMap<>();
    List<PdfGlyph> artifacts = new ArrayList<>();
    for (PdfGlyph glyph : glyphs) {
      if (glyph.tag().role() == PdfTag.Role.ARTIFACT) {
        artifacts.add(glyph);
      } else {
        blocks.computeIfAbsent(glyph.tag().block(), b -> new ArrayList<>()).add(glyph);
      }
    }
    List<PdfRow> all = new ArrayList<>();
    List<List<PdfRow>> byBlock = new ArrayList<>();
    for (List<PdfGlyph> block : blocks.values()) {
      List<PdfRow> rows = rowsAsPainted(block);
      byBlock.add(rows);
      all.addAll(rows);
    }
    float left = (float) all.stream().mapToDouble(PdfRow::start).min().orElse(0);
    float right = (float) all.stream().mapToDouble(PdfRow::end).max().orElse(0);
    for (List<PdfRow> rows : byBlock) {
      for (PdfRow row : rows) {
        lines.add(row.line(left, right, column, upright));
      }
    }
    column++;
    for (PdfRow row : rows(artifacts)) {
      lines.add(row.line(left, right, column, upright));
    }
    column++;
  }

  /** Lines of one block, which may run through several columns, in the order of painting. */
  private static List<PdfRow> rowsAsPainted(List<PdfGlyph> block) {
    List<PdfRow> rows = new ArrayList<>();
    List<PdfGlyph> line = new ArrayList<>();
    float depth = 0;
    float end = 0;
    float size = 0;
    for (PdfGlyph glyph : block) {
      if (glyph.isSpace() && line.isEmpty()) {
        continue;
      }
      float larger = Math.max(size, glyph.size());
      boolean sameLine =
          !line.isEmpty()
              && Math.abs(glyph.across() - depth) < larger * 0.62f
              && glyph.along() > end - larger * 8;
      if (!sameLine && !line.isEmpty()) {
        addRow(rows, line);
        line.clear();
        size = 0;
      }
      line.add(glyph);
      if (line.size() == 1 || glyph.size() >= size) {
        depth = glyph.across();
        size = glyph.size();
      }
      end = glyph.alongEnd();
    }
    addRow(rows, line);
    return rows;
  }

  private static void addRow(List<PdfRow> rows, List<PdfGlyph> line) {
    PdfRow row = line.isEmpty() ? null : PdfRow.of(line);
    if (row != null) {
      rows.add(row);
    }
  }

  // --- not tagged: the eye must find lines and columns

  private void freeText(List<PdfGlyph> glyphs) {
    List<PdfRow> rows = rows(glyphs);
    if (rows.isEmpty()) {
      return;
    }
    int first = 0;
    int last = rows.size();
    float usual = usualStep(rows);
    // running heads and feet stand apart and must not be taken into a column
    while (first < 2 && first < last - 1 && standsApart(rows, first, usual)) {
      emit(rows.subList(first, first + 1));
      first++;
    }
    int foot = last;
    while (last - foot < 2 && foot > first + 1 && standsApart(rows, foot - 2, usual)) {
      foot--;
    }
    columns(rows.subList(first, foot), 0);
    for (int i = foot; i < last; i++) {
      emit(rows.subList(i, i + 1));
    }
  }

  private static boolean standsApart(List<PdfRow> rows, int above, float usual) {
    PdfRow row = rows.get(above);
    PdfRow below = rows.get(above + 1);
    return below.y - row.y > Math.max(usual * 1.35f, Math.max(row.size, below.size) * 1.9f);
  }

  private static float usualStep(List<PdfRow> rows) {
    float[] steps = new float[rows.size()];
    int n = 0;
    for (int i = 1; i < rows.size(); i++) {
      float step = rows.get(i).y - rows.get(i - 1).y;
      if (step > rows.get(i).size * 0.7f) {
        steps[n++] = step;
      }
    }
    if (n == 0) {
      return 12;
    }
    Arrays.sort(steps, 0, n);
    return steps[n / 2];
  }

  /** The rows of letters that share a base line, from top to bottom. */
  private static List<PdfRow> rows(List<PdfGlyph> glyphs) {
    List<Strip> strips = strips(glyphs);
    strips.sort(Comparator.comparingDouble((Strip strip) -> strip.size).reversed());
    TreeMap<Float, List<Strip>> rows = new TreeMap<>();
    Map<Float, Float> sizes = new HashMap<>();
    List<Strip> initials = new ArrayList<>();
    float common = PdfRow.commonSize(glyphs);
    for (Strip strip : strips) {
      if (strip.isInitial(common)) {
        initials.add(strip);
        continue;
      }
      Float best = null;
      float bestDistance = Float.MAX_VALUE;
      float reach = strip.size * 2;
      for (Float depth :
          rows.subMap(strip.depth - reach, true, strip.depth + reach, true).keySet()) {
        float size = sizes.get(depth);
        float below = depth - strip.depth;
        boolean smaller = strip.size < size * 0.87f;
        boolean fits =
            smaller
                ? below > -0.35f * size && below < 0.6f * size
                : Math.abs(below) < 0.22f * Math.min(size, strip.size);
        if (fits && Math.abs(below) < bestDistance) {
          boolean level = Math.abs(below) < 0.05f * size;
          if (level || !smaller || strip.touches(rows.get(depth), size)) {
            best = depth;
            bestDistance = Math.abs(below);
          }
        }
      }
      if (best == null) {
        best = strip.depth;
        while (rows.containsKey(best)) {
          best = Math.nextUp(best);
        }
        rows.put(best, new ArrayList<>());
        sizes.put(best, strip.size);
      }
      rows.get(best).add(strip);
    }
    for (Strip initial : initials) {
      place(initial, rows, sizes);
    }
    List<PdfRow> result = new ArrayList<>();
    for (Collection<Strip> row : rows.values()) {
      List<PdfGlyph> letters = new ArrayList<>();
      row.forEach(strip -> letters.addAll(strip.glyphs));
      addRow(result, letters);
    }
    result.sort(Comparator.comparingDouble(row -> row.y));
    return result;
  }

  /** A letter two or three lines high begins the uppermost line beside it. */
  private static void place(
      Strip initial, NavigableMap<Float, List<Strip>> rows, Map<Float, Float> sizes) {
    float top = initial.depth - initial.size * 0.75f;
    for (Map.Entry<Float, List<Strip>> row :
        rows.subMap(top, true, initial.depth + initial.size * 0.3f, true).entrySet()) {
      float size = sizes.get(row.getKey());
      float start = Float.MAX_VALUE;
      for (Strip strip : row.getValue()) {
        start = Math.min(start, strip.start);
      }
      if (start > initial.end - size * 0.3f && start < initial.end + size * 1.5f) {
        PdfGlyph letter = initial.glyphs.get(0);
        float depth = row.getKey();
        float dx = letter.dx();
        float dy = letter.dy();
        // on that line, touching what follows, in its size
        float along = start - size * 0.1f;
        row.getValue()
            .add(
                new Strip(
                    List.of(
                        new PdfGlyph(
                            letter.text(),
                            along * dx - depth * dy,
                            along * dy + depth * dx,
                            dx,
                            dy,
                            size * 0.1f,
                            size,
                            letter.face(),
                            letter.tag()))));
        return;
      }
    }
    float depth = initial.depth;
    while (rows.containsKey(depth)) {
      depth = Math.nextUp(depth);
    }
    rows.put(depth, new ArrayList<>(List.of(initial)));
    sizes.put(depth, initial.size);
  }

  /** Letters painted one after the other on one base line in one size. */
  private static List<Strip> strips(List<PdfGlyph> glyphs) {
    List<Strip> strips = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= glyphs.size(); i++) {
      if (i == glyphs.size() || !follows(glyphs.get(i - 1), glyphs.get(i))) {
        strips.add(new Strip(glyphs.subList(from, i)));
        from = i;
      }
    }
    return strips;
  }

  private static boolean follows(PdfGlyph before, PdfGlyph glyph) {
    float gap = glyph.along() - before.alongEnd();
    return Math.abs(glyph.across() - before.across()) < before.size() * 0.04f
        && Math.abs(glyph.size() - before.size()) < before.size() * 0.04f
        && gap > -before.size() * 0.6f
        && gap < before.size() * 2;
  }

  private static final class Strip {
    final List<PdfGlyph> glyphs;
    final float depth;
    final float size;
    final float start;
    final float end;

    Strip(List<PdfGlyph> glyphs) {
      this.glyphs = glyphs;
      PdfGlyph first = glyphs.get(0);
      this.depth = first.across();
      this.size = first.size();
      this.start = first.along();
      this.end = glyphs.get(glyphs.size() - 1).alongEnd();
    }

    boolean isInitial(float common) {
      return size > common * 1.8f
          && glyphs.size() == 1
          && Character.isLetter(glyphs.get(0).text().charAt(0));
    }

    /** Whether it stands beside one of these, as the number of a note does. */
    boolean touches(List<Strip> row, float size) {
      for (Strip other : row) {
        boolean overlaps = start < other.end - size * 0.1f && end > other.start + size * 0.1f;
        if (overlaps && !(start > other.start && end < other.end + size)) {
          return false;
        }
        if (start < other.end + size * 0.5f && end > other.start - size * 0.5f) {
          return true;
        }
      }
      return false;
    }
  }

  private void emit(List<PdfRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    float left = (float) rows.stream().mapToDouble(PdfRow::start).min().orElse(0);
    float right = (float) rows.stream().mapToDouble(PdfRow::end).max().orElse(0);
    for (PdfRow row : rows) {
      lines.add(row.line(left, right, column, upright));
    }
    column++;
  }

  /** Reads these rows column by column, as far as they stand in columns. */
  private void columns(List<PdfRow> rows, int depth) {
    Gutter gutter = depth < DEEPEST && rows.size() >= 4 ? Gutter.find(rows) : null;
    if (gutter == null) {
      emit(rows);
      return;
    }
    columns(rows.subList(0, gutter.from()), depth + 1);
    List<PdfRow> leftRows = new ArrayList<>();
    List<PdfRow> rightRows = new ArrayList<>();
    for (PdfRow row : rows.subList(gutter.from(), gutter.to())) {
      gutter.part(row, leftRows, rightRows);
    }
    columns(leftRows, depth + 1);
    columns(rightRows, depth + 1);
    columns(rows.subList(gutter.to(), rows.size()), depth + 1);
  }

  /**
   * White between two columns.
   *
   * @param at where it stands
   * @param from first row that it parts
   * @param to row after the last that it parts
   */
  private record Gutter(float at, int from, int to) {

    private static final int FEWEST_ROWS = 4;

    /** The longest stretch of rows that one strip of white parts into two columns of prose. */
    static Gutter find(List<PdfRow> rows) {
      Gutter best = null;
      for (float at : candidates(rows)) {
        int from = -1;
        for (int i = 0; i <= rows.size(); i++) {
          boolean open = i < rows.size() && !crosses(rows.get(i), at);
          if (open && from < 0) {
            from = i;
          } else if (!open && from >= 0) {
            Gutter found = new Gutter(at, from, i).trimmed(rows);
            from = -1;
            if ((best == null || found.to - found.from > best.to - best.from)
                && found.partsProse(rows)) {
              best = found;
            }
          }
        }
      }
      return best;
    }

    /** The middles of white that many rows leave free, the freest first. */
    private static List<Float> candidates(List<PdfRow> rows) {
      float left = (float) rows.stream().mapToDouble(PdfRow::start).min().orElse(0);
      float right = (float) rows.stream().mapToDouble(PdfRow::end).max().orElse(0);
      int width = (int) Math.min(5_000, right - left);
      int[] covered = new int[width + 2];
      for (PdfRow row : rows) {
        for (PdfRow.Segment segment : row.segments) {
          int from = Math.max(0, (int) Math.ceil(segment.start() - left));
          int to = Math.min(width, (int) Math.floor(segment.end() - left));
          for (int x = from; x <= to; x++) {
            covered[x]++;
          }
        }
      }
      List<Float> best = new ArrayList<>();
      for (int pick = 0; pick < 4; pick++) {
        int least = Integer.MAX_VALUE;
        for (int x = width / 8; x <= width * 7 / 8; x++) {
          least = Math.min(least, covered[x]);
        }
        if (least > rows.size() * 0.6) {
          break;
        }
        int bestStart = 0;
        int bestLength = 0;
        for (int x = width / 8; x <= width * 7 / 8; x++) {
          int start = x;
          while (x <= width * 7 / 8 && covered[x] <= least + rows.size() / 50) {
            x++;
          }
          if (x - start > bestLength) {
            bestLength = x - start;
            bestStart = start;
          }
        }
        best.add(left + bestStart + (bestLength - 1) / 2f);
        for (int x = Math.max(0, bestStart - 4);
            x < Math.min(covered.length, bestStart + bestLength + 4);
            x++) {
          covered[x] = Integer.MAX_VALUE / 2;
        }
      }
      return best;
    }

    private static boolean crosses(PdfRow row, float at) {
      for (PdfRow.Segment segment : row.segments) {
        if (segment.start() < at && segment.end() > at) {
          return true;
        }
      }
      return false;
    }

    /**
     * Only where text stands on both sides; one column may be longer than the other, as long as its
     * lines follow at the usual step.
     */
    private Gutter trimmed(List<PdfRow> rows) {
      int first = Math.max(first(rows, true), first(rows, false));
      int last = Math.min(last(rows, true), last(rows, false));
      if (first >= last) {
        return new Gutter(at, from, from);
      }
      while (last < to && near(rows, last - 1, last)) {
        last++;
      }
      while (first > from && near(rows, first, first - 1)) {
        first--;
      }
      return new Gutter(at, first, last);
    }

    private int first(List<PdfRow> rows, boolean leftSide) {
      int row = from;
      while (row < to && !standsOn(rows.get(row), leftSide)) {
        row++;
      }
      return row;
    }

    private int last(List<PdfRow> rows, boolean leftSide) {
      int row = to;
      while (row > from && !standsOn(rows.get(row - 1), leftSide)) {
        row--;
      }
      return row;
    }

    private boolean standsOn(PdfRow row, boolean leftSide) {
      return leftSide ? row.start() < at : row.end() > at;
    }

    private static boolean near(List<PdfRow> rows, int inside, int outside) {
      PdfRow one = rows.get(inside);
      PdfRow other = rows.get(outside);
      return Math.abs(other.y - one.y) < other.size * 1.9f && Math.abs(one.size - other.size) < 1;
    }

    void part(PdfRow row, List<PdfRow> left, List<PdfRow> right) {
      List<PdfRow.Segment> before = new ArrayList<>();
      List<PdfRow.Segment> after = new ArrayList<>();
      for (PdfRow.Segment segment : row.segments) {
        (segment.start() < at ? before : after).add(segment);
      }
      if (!before.isEmpty()) {
        left.add(row.with(before));
      }
      if (!after.isEmpty()) {
        right.add(row.with(after));
      }
    }

    /** A table is read row by row; columns of prose are filled with words. */
    private boolean partsProse(List<PdfRow> rows) {
      List<PdfRow> left = new ArrayList<>();
      List<PdfRow> right = new ArrayList<>();
      for (PdfRow row : rows.subList(from, to)) {
        part(row, left, right);
      }
      if (left.size() < FEWEST_ROWS || right.size() < FEWEST_ROWS - 1) {
        return false;
      }
      float leftEnd = (float) left.stream().mapToDouble(PdfRow::end).max().orElse(0);
      float rightStart = (float) right.stream().mapToDouble(PdfRow::start).min().orElse(0);
      float size = left.get(left.size() / 2).size;
      if (rightStart - leftEnd < size * 0.6f) {
        return false;
      }
      return (isProse(left) && isProse(right)) || (isIndex(left) && isIndex(right));
    }

    private static boolean isProse(List<PdfRow> rows) {
      float start = (float) rows.stream().mapToDouble(PdfRow::start).min().orElse(0);
      float end = (float) rows.stream().mapToDouble(PdfRow::end).max().orElse(0);
      int letters = 0;
      int full = 0;
      int whole = 0;
      for (PdfRow row : rows) {
        letters += row.letters();
        full += row.end() - row.start() > (end - start) * 0.65f ? 1 : 0;
        whole += row.segments.size() == 1 ? 1 : 0;
      }
      boolean words = whole * 4 >= rows.size() || letters >= rows.size() * 28;
      return letters >= rows.size() * 14 && full * 2 >= rows.size() && words;
    }

    /** Words with page numbers after them, as at the end of a book. */
    private static boolean isIndex(List<PdfRow> rows) {
      int entries = 0;
      for (PdfRow row : rows) {
        String text = row.segments.get(row.segments.size() - 1).text();
        entries +=
            Character.isDigit(text.charAt(text.length() - 1))
                    && Character.isLetter(row.segments.get(0).text().charAt(0))
                ? 1
                : 0;
      }
      return rows.size() >= 8 && entries * 2 >= rows.size();
    }
  }
}
