package org.titiktutur.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The typography of a whole book: the size of its running text, how far its lines are apart, and
 * which sizes and weights are those of headings.
 */
final class PdfType {

  /**
   * A look that headings may have.
   *
   * @param halfPoints size in half points
   */
  private record Look(int halfPoints, boolean bold) {}

  /** Where and how often a look is seen. */
  private static final class Use {
    int lines;
    int letters;
    int lastPage = -1;
    int pages;
  }

  private static final int MOST_LEVELS = 6;

  private final Map<Integer, Long> letters = new HashMap<>();
  private final Map<Integer, TreeMap<Integer, Integer>> steps = new HashMap<>();
  private final Map<Look, Use> looks = new HashMap<>();
  private final Map<Integer, Map<Integer, Integer>> edges = new HashMap<>();
  private long allLetters;
  private long boldLetters;
  private long tagged;
  private long artifacts;

  private float body;
  private List<Look> headings = List.of();

  void learn(PdfPage page, List<PdfLine> text) {
    learnEdges(text);
    PdfLine before = null;
    for (PdfLine line : text) {
      int length = line.text().length();
      int size = halfPoints(line.size());
      letters.merge(size, (long) length, Long::sum);
      allLetters += length;
      boolean bold = line.mostly(PdfLine.BOLD);
      boldLetters += bold ? length : 0;
      if (line.tag().role() != PdfTag.Role.NONE) {
        tagged += length;
        artifacts += line.tag().role() == PdfTag.Role.ARTIFACT ? length : 0;
      }
      if (line.upright() && line.tag().role() != PdfTag.Role.ARTIFACT) {
        Use use = looks.computeIfAbsent(new Look(size, bold), look -> new Use());
        use.lines++;
        use.letters += length;
        if (use.lastPage != page.index()) {
          use.lastPage = page.index();
          use.pages++;
        }
      }
      if (before != null
          && before.column() == line.column()
          && halfPoints(before.size()) == size
          && line.y() > before.y()) {
        steps
            .computeIfAbsent(size, s -> new TreeMap<>())
            .merge(Math.round((line.y() - before.y()) * 4), 1, Integer::sum);
      }
      before = line;
    }
  }

  /** Only columns with many lines tell where lines end. */
  private void learnEdges(List<PdfLine> text) {
    for (int from = 0; from < text.size(); ) {
      int to = from;
      float left = Float.MAX_VALUE;
      float right = 0;
      while (to < text.size() && text.get(to).column() == text.get(from).column()) {
        left = Math.min(left, text.get(to).x());
        right = Math.max(right, text.get(to).end());
        to++;
      }
      if (to - from >= 12) {
        edges
            .computeIfAbsent(Math.round(left / 6), l -> new HashMap<>())
            .merge(Math.round(right), 1, Integer::sum);
      }
      from = to;
    }
  }

  /** Where lines end in columns that begin at {@code left}; 0 if no other column begins there. */
  float rightEdge(float left) {
    Map<Integer, Integer> rights = edges.getOrDefault(Math.round(left / 6), Map.of());
    return rights.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  /** Draws the conclusions; call it when all pages are learnt. */
  void conclude() {
    int best = 24;
    long most = 0;
    for (Map.Entry<Integer, Long> size : letters.entrySet()) {
      if (size.getValue() > most) {
        most = size.getValue();
        best = size.getKey();
      }
    }
    body = best / 2f;
    List<Look> candidates = new ArrayList<>();
    for (Map.Entry<Look, Use> entry : looks.entrySet()) {
      Look look = entry.getKey();
      Use use = entry.getValue();
      boolean larger = look.halfPoints() >= best * 1.11f;
      boolean rare = use.letters < Math.max(400, allLetters * 0.12);
      // the title page has sizes of its own, which say nothing about chapters
      boolean titleOnly = use.lastPage < 3 && use.pages == 1 && use.lines < 8;
      if (larger && rare && !titleOnly && use.letters >= 3) {
        candidates.add(look);
      }
    }
    candidates.sort(Comparator.comparingInt(Look::halfPoints).thenComparing(Look::bold).reversed());
    headings = candidates;
  }

  /** Size of the running text, in points. */
  float body() {
    return body;
  }

  /** Most of the book is bold, so that bold says nothing. */
  boolean isBoldThroughout() {
    return boldLetters * 2 > allLetters;
  }

  /** The file calls most of its own text an ornament, which cannot be. */
  boolean liesAboutArtifacts() {
    return artifacts * 2 > tagged && tagged * 2 > allLetters;
  }

  boolean isLarger(PdfLine line) {
    return line.size() >= body * 1.11f;
  }

  boolean isSmaller(PdfLine line) {
    return line.size() <= body * 0.93f;
  }

  /**
   * The level of a heading that looks like this: sizes of headings are ranked, those within half a
   * point being one.
   *
   * @return 1 to 6
   */
  int level(PdfLine line) {
    int size = halfPoints(line.size());
    boolean bold = line.mostly(PdfLine.BOLD);
    int level = 0;
    Look last = null;
    for (Look look : headings) {
      boolean another =
          last == null
              || last.halfPoints() - look.halfPoints() > 1
              || (last.bold() != look.bold() && last.halfPoints() == look.halfPoints());
      if (another) {
        level++;
        last = look;
      }
      if (look.halfPoints() < size || (look.halfPoints() == size && look.bold() == bold)) {
        break;
      }
    }
    if (!isLarger(line)) {
      level++;
    }
    return Math.min(MOST_LEVELS, Math.max(1, level));
  }

  /** How far apart the base lines of one paragraph in this size usually are, in points. */
  float step(float size) {
    TreeMap<Integer, Integer> seen = steps.get(halfPoints(size));
    if (seen == null) {
      return size * 1.2f;
    }
    int best = 0;
    int most = 0;
    for (Map.Entry<Integer, Integer> step : seen.entrySet()) {
      int near = step.getValue() + seen.getOrDefault(step.getKey() + 1, 0);
      if (near > most) {
        most = near;
        best = step.getKey();
      }
    }
    float step = best / 4f;
    return most < 4 || step < size * 0.8f || step > size * 3.2f ? size * 1.25f : step;
  }

  private static int halfPoints(float size) {
    return Math.round(size * 2);
  }
}
