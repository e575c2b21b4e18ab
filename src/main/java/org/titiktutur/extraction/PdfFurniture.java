package org.titiktutur.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands at the head or foot of pages for the sake of the page: running heads, running feet
 * and page numbers.
 *
 * <p>A line is taken for that if it comes back at the same height on several pages near each other,
 * word for word or with a number in it that grows with the pages. Numbers that do not (BAB 1, BAB
 * 2) make no running head. Once the heights and the counting of pages are known, a line at such a
 * height with the right number is enough.
 */
final class PdfFurniture {

  /** Lines looked at from the head and from the foot of each page. */
  private static final int EDGE_LINES = 3;

  /**
   * Pages apart at which a line still comes back: left and right pages differ, pictures lie
   * between.
   */
  private static final int NEAR = 5;

  private static final int MOST_MEMORIES = 300_000;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\d.,])(\\d{1,5}|[ivxlcdm]{1,8}|[IVXLCDM]{1,8})(?![\\p{L}\\d]|[.,]\\d)");

  /** A line that says nothing but its page. */
  private static final Pattern ONLY_NUMBER =
      Pattern.compile(
          "(?iu)[\\s\\p{Pd}\\u2022|/~\\[\\]().:]*(?:(?:halaman|hal|hlm|page|p|laman|muka surat)[.:\\s]*)?#"
              + "[\\s\\p{Pd}\\u2022|/~\\[\\]().:]*(?:(?:dari|of|/)\\s*\\d{1,5})?[\\s\\p{Pd}\\u2022|\\])~.]*");

  /** How often a memory came back, counted only where it came back soon. */
  private static final class Tally {
    int last = Integer.MIN_VALUE / 2;
    int near;
    int all;

    void on(int page) {
      if (page != last) {
        near += page - last <= NEAR ? 1 : 0;
        all++;
        last = page;
      }
    }
  }

  /** A number in a line and the line without it. */
  private record Numbered(int number, boolean roman, String printed, String rest) {}

  private final Map<Long, Tally> memories = new HashMap<>();
  private final Map<Integer, Integer> offsets = new HashMap<>();
  private final Map<Integer, Integer> heights = new HashMap<>();
  private final Map<Integer, Integer> linesAt = new HashMap<>();
  private int pages;
  private int emptied;

  /** Remembers the edges of a page. */
  void learn(PdfPage page) {
    pages++;
    edges(page).forEach(edge -> learn(page, edge.line(), edge.top()));
  }

  private void learn(PdfPage page, PdfLine line, boolean top) {
    String text = normal(line.text());
    if (text.isEmpty()) {
      return;
    }
    remember(key(top, line, text, Integer.MIN_VALUE), page.index());
    for (Numbered numbered : numbers(text)) {
      remember(key(top, line, numbered.rest(), offset(numbered, page)), page.index());
    }
  }

  private void remember(long key, int page) {
    Tally tally = memories.get(key);
    if (tally == null && memories.size() < MOST_MEMORIES) {
      tally = new Tally();
      memories.put(key, tally);
    }
    if (tally != null) {
      tally.on(page);
    }
  }

  /** Learns heights and counting from what came back; call it when all pages are learnt. */
  void conclude(PdfPage page) {
    int back = 0;
    for (Edge edge : edges(page)) {
      back += comesBack(edge) ? 1 : 0;
      int height = height(edge.top(), edge.line());
      linesAt.merge(height, 1, Integer::sum);
      Numbered counted = comesBackCounting(page, edge.line(), edge.top());
      if (counted != null) {
        offsets.merge(offset(counted, page), 1, Integer::sum);
      }
      if (counted != null || comesBack(edge)) {
        heights.merge(height, 1, Integer::sum);
      }
    }
    emptied += back > 0 && back == page.lines().size() ? 1 : 0;
  }

  /** Pages that are all alike have no furniture but their numbers. */
  private boolean pagesAreAlike() {
    return emptied * 2 > pages;
  }

  /**
   * The furniture of a page.
   *
   * @param lines to leave out of the text
   * @param number printed on the page, or null
   */
  record Found(List<PdfLine> lines, String number) {}

  Found of(PdfPage page) {
    return of(page, true);
  }

  /** The same for a file whose tags are not to be believed. */
  Found ofUntagged(PdfPage page) {
    return of(page, false);
  }

  /** Whether the pages have printed numbers. */
  boolean countsPages() {
    int counted = offsets.values().stream().mapToInt(n -> n).sum();
    return counted >= 3 && counted * 3 >= pages;
  }

  private Found of(PdfPage page, boolean believesTags) {
    List<PdfLine> lines = new ArrayList<>();
    String number = null;
    for (Edge edge : edges(page)) {
      PdfLine line = edge.line();
      boolean top = edge.top();
      Numbered counted = comesBackCounting(page, line, top);
      if (counted == null) {
        counted = countsAsOthers(page, line, top);
      }
      if (counted != null) {
        number = counted.printed();
        lines.add(line);
      } else if ((believesTags && line.tag().role() == PdfTag.Role.ARTIFACT)
          || (!pagesAreAlike() && (comesBack(edge) || standsWhereOthersDo(line, top)))) {
        lines.add(line);
      }
    }
    return new Found(lines, number);
  }

  /** Program output comes back too, but stands in the text. */
  private boolean comesBack(Edge edge) {
    String text = normal(edge.line().text());
    return !text.isEmpty()
        && recalled(edge.top(), edge.line(), text, Integer.MIN_VALUE) >= (edge.apart() ? 2 : 8);
  }

  private Numbered comesBackCounting(PdfPage page, PdfLine line, boolean top) {
    for (Numbered numbered : numbers(normal(line.text()))) {
      int needed = isOnlyNumber(numbered) && pages < 6 ? 1 : 2;
      if (recalled(top, line, numbered.rest(), offset(numbered, page)) >= needed) {
        return numbered;
      }
    }
    return null;
  }

  /** A page number, counted as those of other pages are, on a page that is built another way. */
  private Numbered countsAsOthers(PdfPage page, PdfLine line, boolean top) {
    for (Numbered numbered : numbers(normal(line.text()))) {
      int others = offsets.getOrDefault(offset(numbered, page), 0);
      boolean there = heights.getOrDefault(height(top, line), 0) >= 3;
      if (others >= 3 && (isOnlyNumber(numbered) || (there && standsAtAnEnd(numbered)))) {
        return numbered;
      }
    }
    return null;
  }

  /** Heads that change on every page stand where other heads stand, apart from the text. */
  private boolean standsWhereOthersDo(PdfLine line, boolean top) {
    int sure = heights.getOrDefault(height(top, line), 0);
    int all = linesAt.getOrDefault(height(top, line), 0);
    return sure >= 5 && sure * 2 >= all && line.text().length() < 120;
  }

  private static boolean isOnlyNumber(Numbered numbered) {
    return ONLY_NUMBER.matcher(numbered.rest()).matches();
  }

  private static boolean standsAtAnEnd(Numbered numbered) {
    return numbered.rest().startsWith("#") || numbered.rest().endsWith("#");
  }

  private static int offset(Numbered numbered, PdfPage page) {
    return numbered.number() - page.index() + (numbered.roman() ? 1_000_000 : 0);
  }

  private int recalled(boolean top, PdfLine line, String text, int offset) {
    int near = 0;
    int seen = 0;
    for (int step = -1; step <= 1; step++) {
      Tally tally = memories.get(key(top, height(line) + step, text, offset));
      if (tally != null) {
        near += tally.near;
        seen += tally.all;
      }
    }
    // left and right pages, or a height between two steps, may hide that it came back soon
    return Math.max(near, seen >= 4 && seen * NEAR >= pages ? seen - 1 : 0);
  }

  private static long key(boolean top, PdfLine line, String text, int offset) {
    return key(top, height(line), text, offset);
  }

  private static long key(boolean top, int height, String text, int offset) {
    long hash = 1125899906842597L;
    for (int i = 0; i < text.length() && i < 200; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return ((hash * 31 + height) * 1_000_003 + offset) * 2 + (top ? 1 : 0);
  }

  private static int height(PdfLine line) {
    return (int) Math.floor(line.y() / 4);
  }

  private static int height(boolean top, PdfLine line) {
    return height(line) * 2 + (top ? 1 : 0);
  }

  /**
   * A line at the head or foot of a page.
   *
   * @param apart white, wider than between lines, lies between it and the text
   */
  private record Edge(PdfLine line, boolean top, boolean apart) {}

  private static List<Edge> edges(PdfPage page) {
    List<PdfLine> byHeight = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (PdfLine line : page.lines()) {
      if (line.tag().role() == PdfTag.Role.ARTIFACT) {
        edges.add(new Edge(line, line.y() < page.height() / 2, true));
      } else if (line.upright()) {
        byHeight.add(line);
      } else {
        edges.add(new Edge(line, true, true));
      }
    }
    byHeight.sort(Comparator.comparingDouble(PdfLine::y));
    float wide = 1.3f * usualStep(byHeight);
    int last = byHeight.size() - 1;
    boolean apart = false;
    for (int i = Math.min(EDGE_LINES, byHeight.size()) - 1; i >= 0; i--) {
      PdfLine line = byHeight.get(i);
      apart |= i == last || byHeight.get(i + 1).y() - line.y() > wide;
      if (line.y() < page.height() * 0.2f) {
        edges.add(new Edge(line, true, apart));
      }
    }
    apart = false;
    for (int i = Math.max(EDGE_LINES, last - EDGE_LINES + 1); i <= last; i++) {
      PdfLine line = byHeight.get(i);
      apart |= line.y() - byHeight.get(i - 1).y() > wide;
      if (line.y() > page.height() * 0.8f) {
        edges.add(new Edge(line, false, apart));
      }
    }
    return edges;
  }

  private static float usualStep(List<PdfLine> byHeight) {
    float[] steps = new float[byHeight.size()];
    int n = 0;
    for (int i = 1; i < byHeight.size(); i++) {
      float step = byHeight.get(i).y() - byHeight.get(i - 1).y();
      if (step > byHeight.get(i).size() * 0.7f) {
        steps[n++] = step;
      }
    }
    Arrays.sort(steps, 0, n);
    return n < 5 ? 0 : steps[n / 2];
  }

  private static String normal(String text) {
    String trimmed = text.strip();
    return trimmed.length() > 200 ? "" : trimmed.replaceAll("\\s+", " ");
  }

  private static List<Numbered> numbers(String text) {
    List<Numbered> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find() && numbers.size() < 4) {
      String printed = matcher.group(1);
      boolean roman = !Character.isDigit(printed.charAt(0));
      int value =
          roman ? Numerals.ofRoman(printed.toLowerCase(Locale.ROOT)) : Integer.parseInt(printed);
      if (value > 0) {
        numbers.add(
            new Numbered(
                value,
                roman,
                printed,
                text.substring(0, matcher.start(1)) + "#" + text.substring(matcher.end(1))));
      }
    }
    return numbers;
  }
}
