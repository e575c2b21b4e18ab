package org.titiktutur.extraction;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.titiktutur.publication.FindingCode;

/**
 * Reads plain text, which says nothing about itself: how its letters are encoded, whether its lines
 * are paragraphs or were wrapped to fit a screen, and which of them are headings is seen from all
 * of it in a first pass. The second pass tells the builder.
 */
final class TextReader implements SourceReader {

  /** Lines that were wrapped to fit a screen or paper are no longer than this. */
  private static final int WIDEST_WRAP = 132;

  /** A file with more headings than this has none worth the name. */
  private static final int MAX_HEADINGS = 20_000;

  /** Characters that follow a heading at least, on average. */
  private static final int TEXT_OF_A_HEADING = 200;

  /** Blocks of more lines than this are told piece by piece. */
  private static final int MAX_BLOCK = 400;

  private static final Pattern ABOUT =
      Pattern.compile(
          "(?iu)(title|judul|author|penulis|pengarang|language|bahasa)\\s*:\\s*(\\S.{0,200})");

  private static final Pattern BULLET =
      Pattern.compile("([-*•·–o]|\\(?\\d{1,3}[.)]|[a-z][.)])\\s+(?=\\S)");

  /** What the first pass saw. */
  private static final class Survey {
    final List<Outline.Heading> headings = new ArrayList<>();
    final int[] lengths = new int[WIDEST_WRAP + 2];
    long sizeBefore;
    int lines;

    void line(int length) {
      lines++;
      lengths[Math.min(length, WIDEST_WRAP + 1)]++;
    }

    void size(long more) {
      int last = headings.size() - 1;
      if (last < 0) {
        sizeBefore += more;
      } else {
        Outline.Heading heading = headings.get(last);
        headings.set(
            last, new Outline.Heading(heading.title(), heading.level(), heading.ownSize() + more));
      }
    }

    /** The heading seen last has a second line. */
    void rename(String more) {
      int last = headings.size() - 1;
      Outline.Heading heading = headings.get(last);
      headings.set(last, new Outline.Heading(heading.title() + " " + more, heading.level(), 0));
    }

    /** The width that lines were wrapped to; 0 where each line is a paragraph. */
    int wrap() {
      if (lengths[WIDEST_WRAP + 1] * 50L > lines) {
        return 0;
      }
      long wanted = lines / 10;
      int width = WIDEST_WRAP + 1;
      for (long seen = 0; width > 0 && seen <= wanted; ) {
        seen += lengths[--width];
      }
      return width < 40 ? 0 : width;
    }

    /**
     * Which candidates are headings. A line of the table of contents comes again with its text, and
     * the items of a list have numbers but hardly any text.
     */
    List<Boolean> kept() {
      Map<String, Integer> lastAt = new HashMap<>();
      long numbered = 0;
      long numberedSize = 0;
      for (int i = 0; i < headings.size(); i++) {
        lastAt.put(key(headings.get(i)), i);
        if (isNumbered(headings.get(i))) {
          numbered++;
          numberedSize += headings.get(i).ownSize();
        }
      }
      boolean keepNumbered = numberedSize >= numbered * TEXT_OF_A_HEADING;
      List<Boolean> kept = new ArrayList<>();
      for (int i = 0; i < headings.size(); i++) {
        Outline.Heading heading = headings.get(i);
        boolean again = lastAt.get(key(heading)) > i && heading.ownSize() < TEXT_OF_A_HEADING;
        kept.add(!again && (keepNumbered || !isNumbered(heading)));
      }
      return kept;
    }

    private static String key(Outline.Heading heading) {
      return heading.title().toLowerCase(Locale.ROOT);
    }

    private static boolean isNumbered(Outline.Heading heading) {
      return Character.isDigit(heading.title().charAt(0));
    }
  }

  /** Lines between two blank ones. */
  private interface BlockSink {
    void block(List<String> lines, boolean ends);
  }

  private PublicationBuilder book;
  private Deque<Told> headings;
  private int wrap;

  /** The level of the label without a name ("BAB I") that the last block was; 0 if it was none. */
  private int bare;

  /**
   * What to do with a heading when it comes again in the second pass.
   *
   * @param level 0 where it turned out to be none
   * @param partLevel 0 where it stays inside its part
   */
  private record Told(String title, int level, int partLevel) {}

  @Override
  public void read(Reading reading, PublicationBuilder told) throws IOException, Refusal {
    book = told;
    TextDecoding decoding = TextDecoding.of(reading.source());
    if (decoding == null) {
      throw new Refusal(FindingCode.SOURCE_UNKNOWN, reading.name());
    }
    if (decoding.guessed()) {
      book.found(FindingCode.ENCODING_GUESSED, decoding.charset().displayName(Locale.ROOT));
    }
    reading.begin("text");
    Survey survey = survey(reading, decoding);
    wrap = survey.wrap();
    headings = decide(survey);
    bare = 0;
    book.partsAreGiven();
    eachBlock(reading, decoding, this::tell);
  }

  private Deque<Told> decide(Survey survey) {
    List<Boolean> kept = survey.kept();
    List<Outline.Heading> real = new ArrayList<>();
    long sizeBefore = survey.sizeBefore;
    for (int i = 0; i < kept.size(); i++) {
      if (kept.get(i)) {
        real.add(survey.headings.get(i));
      }
    }
    Outline outline = Outline.of(sizeBefore, real);
    book.title(outline.bookTitle());
    if (!real.isEmpty()) {
      book.found(FindingCode.HEADINGS_GUESSED, real.size());
    }
    Deque<Integer> levels = new ArrayDeque<>(outline.partLevels());
    Deque<Told> decided = new ArrayDeque<>();
    for (int i = 0; i < kept.size(); i++) {
      Outline.Heading heading = survey.headings.get(i);
      decided.add(
          kept.get(i)
              ? new Told(heading.title(), heading.level(), levels.remove())
              : new Told(heading.title(), 0, 0));
    }
    return decided;
  }

  private static void eachBlock(Reading reading, TextDecoding decoding, BlockSink sink)
      throws IOException {
    try (TextLines lines = new TextLines(decoding.open(reading.source()))) {
      List<String> block = new ArrayList<>();
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (!line.isBlank()) {
          block.add(line);
        }
        if (line.isBlank() || block.size() >= MAX_BLOCK) {
          end(block, line.isBlank(), sink);
        }
      }
      end(block, true, sink);
    }
  }

  private static void end(List<String> block, boolean ends, BlockSink sink) {
    if (!block.isEmpty()) {
      sink.block(block, ends);
      block.clear();
    }
  }

  // The first pass.

  private Survey survey(Reading reading, TextDecoding decoding) throws IOException {
    Survey survey = new Survey();
    eachBlock(
        reading,
        decoding,
        (lines, ends) -> {
          lines.forEach(line -> survey.line(line.length()));
          if (survey.lines < 60) {
            lines.forEach(this::about);
          }
          if (isNameOfLabel(lines, ends)) {
            survey.rename(title(lines));
            bare = 0;
            return;
          }
          int level = ends && survey.headings.size() < MAX_HEADINGS ? headingLevel(lines) : 0;
          bare = level > 0 && HeadedParts.isBareLabel(title(lines)) ? level : 0;
          if (level > 0) {
            survey.headings.add(new Outline.Heading(title(lines), level, 0));
          } else {
            survey.size(lines.stream().mapToLong(String::length).sum());
          }
        });
    return survey;
  }

  /** "PERTEMUAN", after a block that says only "BAB I". */
  private boolean isNameOfLabel(List<String> lines, boolean ends) {
    String line = lines.get(0).strip();
    return bare > 0
        && ends
        && lines.size() == 1
        && line.length() <= 60
        && Character.isLetterOrDigit(line.charAt(0))
        && !endsSentence(lines)
        && !HeadedParts.isBareLabel(line);
  }

  /** "Title: …", as the heads of files from digital libraries have it. */
  private void about(String line) {
    Matcher about = ABOUT.matcher(line.strip());
    if (about.matches()) {
      switch (about.group(1).toLowerCase(Locale.ROOT)) {
        case "title", "judul" -> book.title(about.group(2));
        case "language", "bahasa" -> {}
        default -> book.author(about.group(2));
      }
    }
  }

  /** The level of a block that is a heading, else 0. */
  private static int headingLevel(List<String> lines) {
    String first = lines.get(0).strip();
    if (lines.size() > 3 || TextHeadings.isSceneBreak(first)) {
      return 0;
    }
    if (lines.size() == 2 && first.length() <= TextHeadings.LONGEST) {
      int underlined = TextHeadings.underline(lines.get(1).strip());
      if (underlined > 0) {
        return underlined;
      }
    }
    int level = TextHeadings.level(first);
    if (lines.size() == 1 || level == 0) {
      return level;
    }
    // "BAB I", and on the next line its name.
    boolean short2 = lines.stream().allMatch(line -> line.strip().length() <= 60);
    return HeadedParts.isBareLabel(first) && short2 && !endsSentence(lines) ? level : 0;
  }

  private static boolean endsSentence(List<String> lines) {
    String last = lines.get(lines.size() - 1);
    return ".,;:!?…\"”'".indexOf(last.charAt(last.length() - 1)) >= 0;
  }

  private static String title(List<String> lines) {
    List<String> words = new ArrayList<>();
    for (String line : lines) {
      if (TextHeadings.underline(line.strip()) == 0) {
        words.add(line.strip());
      }
    }
    return String.join(" ", words);
  }

  // The second pass.

  private int told;

  private void tell(List<String> lines, boolean ends) {
    if (isNameOfLabel(lines, ends)) {
      heading(lines, bare);
      bare = 0;
      return;
    }
    int level = ends && told < MAX_HEADINGS ? headingLevel(lines) : 0;
    bare = level > 0 && HeadedParts.isBareLabel(title(lines)) ? level : 0;
    if (level > 0) {
      told++;
      Told heading = headings.remove();
      if (heading.partLevel() > 0) {
        book.startPart(heading.title(), heading.partLevel());
      }
      if (heading.level() > 0) {
        heading(lines, heading.level());
        return;
      }
      bare = 0;
    }
    if (lines.size() == 1 && TextHeadings.isSceneBreak(lines.get(0).strip())) {
      book.sceneBreak();
    } else if (isVerse(lines)) {
      book.openLines(false);
      lines.forEach(line -> book.text(line + "\n"));
      book.close();
    } else {
      paragraphs(lines);
    }
  }

  private void heading(List<String> lines, int level) {
    book.openHeading(level);
    for (String line : lines) {
      if (TextHeadings.underline(line.strip()) == 0) {
        book.text(line);
        book.lineBreak();
      }
    }
    book.close();
  }

  /** Several lines, all short, few of which end a sentence: verse, an address, a title page. */
  private boolean isVerse(List<String> lines) {
    if (lines.size() < 2) {
      return false;
    }
    int widest = wrap == 0 ? 60 : wrap * 7 / 10;
    long ending = lines.stream().filter(line -> endsSentence(List.of(line))).count();
    boolean prose = wrap == 0 && ending * 2 > lines.size();
    return !prose
        && lines.stream().allMatch(line -> line.strip().length() <= widest)
        && lines.stream().noneMatch(line -> BULLET.matcher(line.strip()).lookingAt());
  }

  private void paragraphs(List<String> lines) {
    boolean inList = false;
    String previous = null;
    for (String line : lines) {
      String text = line.strip();
      Matcher bullet = BULLET.matcher(text);
      boolean item = lines.size() > 1 && bullet.lookingAt() && beginsAnew(previous, line, true);
      if (item) {
        end(previous != null);
        if (!inList) {
          book.openList(Character.isDigit(text.charAt(0)), number(bullet.group(1)));
          inList = true;
        }
        book.openItem();
        text = text.substring(bullet.end());
      } else if (beginsAnew(previous, line, inList)) {
        end(previous != null);
        if (inList) {
          book.close();
          inList = false;
        }
        book.openParagraph();
      } else if (!previous.endsWith("-")) {
        book.text(" ");
      }
      book.text(text);
      previous = line;
    }
    end(previous != null);
    if (inList) {
      book.close();
    }
  }

  private void end(boolean isOpen) {
    if (isOpen) {
      book.close();
    }
  }

  private static int number(String label) {
    String digits = label.replaceAll("\\D", "");
    return digits.isEmpty() ? 1 : Integer.parseInt(digits);
  }

  /** Whether a line does not go on with the sentence or paragraph of the one before it. */
  private boolean beginsAnew(String previous, String line, boolean item) {
    if (previous == null || wrap == 0) {
      return true;
    }
    int indent = indent(line);
    if (!item && indent >= 2 && indent > indent(previous)) {
      return true;
    }
    if (item && BULLET.matcher(line.strip()).lookingAt()) {
      return true;
    }
    // The next word would have fitted: the writer, not the wrapping, ended that line.
    String text = line.strip();
    int space = text.indexOf(' ');
    int firstWord = space < 0 ? text.length() : space;
    boolean hadRoom = previous.length() + 1 + firstWord < wrap * 9 / 10;
    return hadRoom && endsSentence(List.of(previous));
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && Inline.isSpace(line.charAt(indent))) {
      indent++;
    }
    return indent;
  }
}
