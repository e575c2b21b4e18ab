package org.titiktutur.extraction;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiTransform;
import com.ibm.icu.text.BidiTransform.Mirroring;
import com.ibm.icu.text.BidiTransform.Order;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Letters on one base line, from left to right, cut into segments where the white between them is
 * wider than between words. Whether that is the white between two columns, other rows decide.
 */
final class PdfRow {

  /** White of this many ems cuts a row into segments. */
  private static final float SEGMENT_GAP = 0.85f;

  /** Letters of one row without wide white inside. */
  record Segment(float start, float end, List<PdfLine.Run> runs, int letters) {
    String text() {
      StringBuilder text = new StringBuilder();
      for (PdfLine.Run run : runs) {
        text.append(run.text());
      }
      return text.toString();
    }
  }

  final float y;
  final float size;
  final PdfTag tag;
  final List<Segment> segments;

  private PdfRow(float y, float size, PdfTag tag, List<Segment> segments) {
    this.y = y;
    this.size = size;
    this.tag = tag;
    this.segments = segments;
  }

  float start() {
    return segments.get(0).start();
  }

  float end() {
    return segments.get(segments.size() - 1).end();
  }

  int letters() {
    int letters = 0;
    for (Segment segment : segments) {
      letters += segment.letters();
    }
    return letters;
  }

  /** The same row with these segments alone. */
  PdfRow with(List<Segment> some) {
    return new PdfRow(y, size, tag, List.copyOf(some));
  }

  PdfLine line(float left, float right, int column, boolean upright) {
    List<PdfLine.Run> runs = new ArrayList<>();
    for (Segment segment : segments) {
      boolean first = !runs.isEmpty();
      for (PdfLine.Run run : segment.runs()) {
        if (first) {
          first = false;
          PdfLine.Run before = runs.get(runs.size() - 1);
          String gap = run.text().startsWith(" ") || before.text().endsWith(" ") ? "" : " ";
          runs.add(new PdfLine.Run(run.x(), run.style() | PdfLine.APART, gap + run.text()));
        } else {
          runs.add(run);
        }
      }
    }
    return new PdfLine(start(), end(), y, size, left, right, column, upright, tag, runs);
  }

  /**
   * A row of these letters.
   *
   * @return null if they are all white
   */
  static PdfRow of(List<PdfGlyph> letters) {
    List<PdfGlyph> row = new ArrayList<>(letters);
    row.sort(Comparator.comparingDouble(PdfGlyph::along));
    float size = commonSize(row);
    if (size == 0) {
      return null;
    }
    float y = commonDepth(row, size);
    joinAccents(row);
    Spacing spacing = Spacing.of(row, size);
    List<Segment> segments = new ArrayList<>();
    List<PdfLine.Run> runs = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int style = 0;
    float runStart = 0;
    float segmentStart = 0;
    int count = 0;
    PdfGlyph before = null;
    boolean spaceSeen = false;
    for (PdfGlyph glyph : row) {
      if (glyph.isSpace()) {
        spaceSeen = true;
        continue;
      }
      boolean raised = glyph.size() <= size * 0.85f && y - glyph.across() >= size * 0.15f;
      int look =
          (glyph.face().bold() ? PdfLine.BOLD : 0)
              | (glyph.face().italic() ? PdfLine.ITALIC : 0)
              | (glyph.face().mono() ? PdfLine.MONO : 0)
              | (raised ? PdfLine.RAISED : 0);
      if (before == null) {
        runStart = glyph.along();
        segmentStart = runStart;
        style = look;
      } else {
        float gap = (glyph.along() - before.alongEnd()) / size;
        if (gap >= SEGMENT_GAP + spacing.letterGap()) {
          runs.add(new PdfLine.Run(runStart, style, text.toString()));
          text.setLength(0);
          segments.add(new Segment(segmentStart, before.alongEnd(), List.copyOf(runs), count));
          runs.clear();
          count = 0;
          runStart = glyph.along();
          segmentStart = runStart;
          style = look;
        } else {
          boolean besideRaised = look != style && ((look | style) & PdfLine.RAISED) != 0;
          boolean space = spacing.isSpace(gap, spaceSeen || besideRaised);
          if (look != style) {
            // a space between two looks belongs to neither; it closes the first run
            if (space) {
              text.append(' ');
            }
            runs.add(new PdfLine.Run(runStart, style, text.toString()));
            text.setLength(0);
            runStart = glyph.along();
            style = look;
          } else if (space) {
            text.append(' ');
          }
        }
      }
      text.append(PdfLetters.readable(glyph.text()));
      count += glyph.text().length();
      before = glyph;
      spaceSeen = false;
    }
    if (before == null) {
      return null;
    }
    runs.add(new PdfLine.Run(runStart, style, text.toString()));
    segments.add(new Segment(segmentStart, before.alongEnd(), List.copyOf(runs), count));
    segments.replaceAll(PdfRow::logical);
    return new PdfRow(y, size, row.get(0).tag(), segments);
  }

  /** The size of most letters, in points; 0 if there are none. */
  static float commonSize(List<PdfGlyph> row) {
    float[] sizes = new float[row.size()];
    int n = 0;
    for (PdfGlyph glyph : row) {
      if (!glyph.isSpace()) {
        sizes[n++] = glyph.size();
      }
    }
    if (n == 0) {
      return 0;
    }
    Arrays.sort(sizes, 0, n);
    float best = sizes[n / 2];
    int most = 0;
    for (int i = 0; i < n; ) {
      int j = i;
      while (j < n && sizes[j] - sizes[i] < 0.25f) {
        j++;
      }
      if (j - i > most) {
        most = j - i;
        best = sizes[j - 1];
      }
      i = j;
    }
    return best;
  }

  private static float commonDepth(List<PdfGlyph> row, float size) {
    float[] depths = new float[row.size()];
    int n = 0;
    for (PdfGlyph glyph : row) {
      if (!glyph.isSpace() && Math.abs(glyph.size() - size) < size * 0.1f) {
        depths[n++] = glyph.across();
      }
    }
    Arrays.sort(depths, 0, n);
    return n == 0 ? row.get(0).across() : depths[n / 2];
  }

  /** Old typesetting prints an accent and a letter over each other. */
  private static void joinAccents(List<PdfGlyph> row) {
    for (int i = 0; i < row.size(); i++) {
      PdfGlyph accent = row.get(i);
      char combining = accent.text().length() == 1 ? combining(accent.text().charAt(0)) : 0;
      if (combining == 0) {
        continue;
      }
      for (int j = Math.max(0, i - 1); j <= i + 1 && j < row.size(); j++) {
        PdfGlyph letter = row.get(j);
        float overlap =
            Math.min(accent.alongEnd(), letter.alongEnd())
                - Math.max(accent.along(), letter.along());
        if (j != i
            && Character.isLetter(letter.text().charAt(0))
            && overlap > 0.5f * Math.min(accent.advance(), letter.advance())
            && overlap > 0) {
          row.set(
              j,
              letter.saying(Normalizer.normalize(letter.text() + combining, Normalizer.Form.NFC)));
          row.remove(i);
          i--;
          break;
        }
      }
    }
  }

  private static char combining(char accent) {
    return switch (accent) {
      case '`' -> '\u0300';
      case '\u00B4' -> '\u0301';
      case '\u02C6' -> '\u0302';
      case '\u02DC' -> '\u0303';
      case '\u00AF' -> '\u0304';
      case '\u02D8' -> '\u0306';
      case '\u00A8' -> '\u0308';
      case '\u02DA' -> '\u030A';
      case '\u02C7' -> '\u030C';
      case '\u00B8' -> '\u0327';
      default -> 0;
    };
  }

  /** Right-to-left script is painted as it looks and must be turned to be read. */
  private static Segment logical(Segment segment) {
    String seen = segment.text();
    int rightToLeft = 0;
    int leftToRight = 0;
    for (int i = 0; i < seen.length(); i++) {
      byte direction = Character.getDirectionality(seen.charAt(i));
      if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
          || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
        rightToLeft++;
      } else if (direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
        leftToRight++;
      }
    }
    if (rightToLeft == 0) {
      return segment;
    }
    byte level = rightToLeft > leftToRight ? Bidi.RTL : Bidi.LTR;
    String read =
        new BidiTransform()
            .transform(seen, level, Order.VISUAL, level, Order.LOGICAL, Mirroring.ON, 0);
    PdfLine.Run first = segment.runs().get(0);
    return new Segment(
        segment.start(),
        segment.end(),
        List.of(new PdfLine.Run(first.x(), first.style() & ~PdfLine.RAISED, read)),
        segment.letters());
  }

  /**
   * How wide the white between two letters must be to part words.
   *
   * @param wordGap in ems
   * @param letterGap between letters that are spread out for show, in ems; 0 where they are not
   */
  private record Spacing(float wordGap, float letterGap) {

    /** Set without space characters, as TeX does: shrunk spaces are above 0.2 em, kerns below. */
    private static final float WITHOUT_SPACES = 0.17f;

    /** Spaces that lie on top of letters, as LibreOffice paints some, part nothing. */
    private static final float NO_GAP = 0.04f;

    /** Where words have spaces of their own, only a leap is one too. */
    private static final float BESIDE_SPACES = 0.4f;

    static Spacing of(List<PdfGlyph> row, float size) {
      float[] gaps = new float[row.size()];
      int n = 0;
      int spaces = 0;
      int apart = 0;
      int letters = 0;
      boolean space = false;
      PdfGlyph before = null;
      for (PdfGlyph glyph : row) {
        if (glyph.isSpace()) {
          space = before != null;
          continue;
        }
        letters++;
        if (before != null) {
          float gap = (glyph.along() - before.alongEnd()) / size;
          gaps[n++] = gap;
          boolean real = space && gap > NO_GAP;
          spaces += real ? 1 : 0;
          if (real || gap > 0.08f) {
            apart++;
          }
        }
        before = glyph;
        space = false;
      }
      if (n >= 4 && apart >= n * 0.8f) {
        Arrays.sort(gaps, 0, n);
        float median = gaps[n / 2];
        if (median > 0.06f) {
          return new Spacing(median * 1.45f + 0.08f, median);
        }
      }
      return new Spacing(spaces * 15 >= letters ? BESIDE_SPACES : WITHOUT_SPACES, 0);
    }

    boolean isSpace(float gap, boolean spaceSeen) {
      return letterGap > 0 ? gap > wordGap : (spaceSeen && gap > NO_GAP) || gap > wordGap;
    }
  }
}
