package org.titiktutur.braille;

import static org.titiktutur.braille.BrailleBlock.BLANK;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.titiktutur.braille.PageFormat.NumberPosition;
import org.titiktutur.braille.Volumes.Volume;
import org.titiktutur.publication.BookWords;
import org.titiktutur.publication.Metadata;

/**
 * A whole book as volumes of pages: a title page and a table of contents before each, a line at the
 * end that says so. The text is laid out once, part after part, and waits on the disk until it is
 * known how many pages there are; nothing of it is translated again.
 */
public final class BookLayout implements AutoCloseable {

  /** Cells between what stands in the row at the head of a page. */
  private static final int APART = 3;

  /** What is put before the number of a page that stands before the text. */
  private static final char PRELIMINARY = '\u280F';

  private final BookStyle style;
  private final PageFormat format;
  private final Layout layout;
  private final Spool spool;
  private final List<Side.Opening> openings = new ArrayList<>();

  /** For each side, how many rows are left. */
  private final List<Integer> rowsLeft = new ArrayList<>();

  private final List<Contents.Entry> entries = new ArrayList<>();

  private Numerals numerals = Numerals.USUAL;
  private Contents contents;
  private String title = "";
  private String pageWord = "";
  private List<String> titleLines = List.of();
  private String contentsHeading = "";

  /** Brailles lines of ours with the table of the book. */
  @FunctionalInterface
  public interface Lines {

    /** As many lines as are given, in cells; an empty one for a line that has no braille. */
    List<String> braille(List<String> print) throws IOException, BrailleUnavailable;
  }

  /**
   * A book of which nothing is laid out yet.
   *
   * @param scratch a file that is not there yet; it is gone after {@link #close}
   */
  public BookLayout(BookStyle style, Path scratch) throws IOException {
    this.style = style;
    this.format = style.page();
    this.spool = new Spool(scratch);
    this.layout = new Layout(style, new Text());
  }

  /** Takes the sides of text. */
  private final class Text implements Layout.Sink {
    @Override
    public void side(Side side) throws IOException {
      openings.add(side.opening());
      rowsLeft.add(format.textRows() - side.rows().size());
      spool.put(side);
    }

    @Override
    public void heading(int level, String cells) {
      if (level <= Contents.DEEPEST) {
        entries.add(new Contents.Entry(level, cells, null, openings.size()));
      }
    }

    @Override
    public void part(BrailledPart part) {
      String name = part.part().title();
      int level = Math.max(1, part.part().level());
      if (!name.isBlank() && level <= Contents.DEEPEST) {
        entries.add(new Contents.Entry(level, "", name, openings.size()));
      }
    }
  }

  /** Lays out the next part; one that could not be brailled leaves nothing. */
  public void add(BrailledPart part) throws IOException {
    layout.add(part);
  }

  void add(BrailleBlock block) throws IOException {
    layout.add(block);
  }

  void beginChapter() throws IOException {
    layout.beginChapter();
  }

  /**
   * Binds what was laid out, and hands it out; once.
   *
   * @param lines asked twice at most
   */
  public void finish(Metadata book, Lines lines, BookSink sink)
      throws IOException, BrailleUnavailable {
    layout.finish();
    BookWords words = BookWords.in(book.language());
    boolean leaflet = !openings.isEmpty() && openings.size() <= style.sidesOfSheet();
    String endOfBook = brailleWords(book, words, lines);
    List<Volume> volumes =
        leaflet
            ? List.of(new Volume(0, openings.size()))
            : Volumes.of(openings, this::sheets, style.sheets());
    List<String> ofVolumes =
        volumes.size() == 1 ? List.of() : lines.braille(wordsOfVolumes(words, volumes.size()));
    Bound bound = new Bound(volumes, ofVolumes, leaflet ? "" : endOfBook);
    try (Spool.Reader sides = spool.read()) {
      for (int number = 1; number <= volumes.size(); number++) {
        sink.volume(number, volumes.size());
        if (!leaflet) {
          writeFront(bound, number, sink);
        }
        sink.section();
        writeText(bound, number, sides, sink);
      }
    }
  }

  /** Everything that does not depend on the number of volumes; says how the book ends. */
  private String brailleWords(Metadata book, BookWords words, Lines lines)
      throws IOException, BrailleUnavailable {
    List<String> print = new ArrayList<>();
    print.add(Numerals.SPECIMEN);
    print.add(words.contents());
    print.add(words.endOfBook());
    print.add(words.pages());
    print.add(book.title());
    print.addAll(book.authors());
    print.add(book.authors().contains(book.publisher()) ? "" : book.publisher());
    print.add(book.date().matches("\\d{4}(-.*)?") ? book.date().substring(0, 4) : "");
    int titlePage = print.size();
    entries.stream()
        .filter(each -> each.print() != null)
        .map(Contents.Entry::print)
        .forEach(print::add);
    Iterator<String> cells = lines.braille(print).iterator();
    numerals = Numerals.of(cells.next());
    contentsHeading = cells.next();
    String endOfBook = cells.next();
    pageWord = cells.next();
    title = oneLine(cells.next());
    titleLines = new ArrayList<>();
    titleLines.add(title);
    for (int i = 5; i < titlePage; i++) {
      titleLines.add(cells.next());
    }
    entries.replaceAll(
        each ->
            each.print() == null
                ? each
                : new Contents.Entry(each.level(), oneLine(cells.next()), null, each.side()));
    entries.removeIf(each -> each.cells().isEmpty());
    contents = new Contents(format.cells(), entries);
    return endOfBook;
  }

  /** For each volume what it is called, which of how many it is, and how it ends. */
  private static List<String> wordsOfVolumes(BookWords words, int volumes) {
    List<String> print = new ArrayList<>();
    for (int number = 1; number <= volumes; number++) {
      print.add(words.volume(number));
      print.add(words.volumeOf(number, volumes));
      print.add(words.endOfVolume(number));
    }
    return print;
  }

  /** The volumes, with what they are called and the numbers of their pages. */
  private final class Bound {
    private final List<Volume> volumes;
    private final List<String> words;

    /** The lines that each ends with. */
    private final List<List<Row>> ends = new ArrayList<>();

    /** What is added to a side's place in the book to get the number of its page, by volume. */
    private final List<Integer> offsets = new ArrayList<>();

    /**
     * Numbers the pages.
     *
     * @param words three for each volume, or none
     * @param endOfBook empty if nothing is said at the ends
     */
    Bound(List<Volume> volumes, List<String> words, String endOfBook) {
      this.volumes = volumes;
      this.words = words;
      int offset = 1;
      for (int i = 0; i < volumes.size(); i++) {
        if (style.numbering() == BookStyle.Numbering.VOLUME) {
          offset = 1 - volumes.get(i).from();
        }
        offsets.add(offset);
        String end = i < volumes.size() - 1 ? words.get(3 * i + 2) : endOfBook;
        ends.add(centred(end).stream().limit(format.textRows()).toList());
        offset += endTakesAPage(i + 1) ? 1 : 0;
      }
    }

    Volume volume(int number) {
      return volumes.get(number - 1);
    }

    List<Row> end(int number) {
      return ends.get(number - 1);
    }

    boolean endTakesAPage(int number) {
      Volume volume = volume(number);
      int rows = end(number).size();
      return rows > 0 && (volume.to() == volume.from() || rowsLeft.get(volume.to() - 1) < rows + 1);
    }

    int page(int side) {
      for (int number = 1; number <= volumes.size(); number++) {
        if (side < volume(number).to()) {
          return page(number, side);
        }
      }
      throw new IllegalArgumentException("no side " + side);
    }

    int page(int number, int side) {
      return side + offsets.get(number - 1);
    }

    int sides(int number) {
      return volume(number).to() - volume(number).from() + (endTakesAPage(number) ? 1 : 0);
    }

    boolean several() {
      return volumes.size() > 1;
    }

    /** {@code Jilid 2}. */
    String name(int number) {
      return words.get(3 * (number - 1));
    }

    /** {@code Jilid 2 dari 3}. */
    String nameOf(int number) {
      return words.get(3 * (number - 1) + 1);
    }

    /** {@code Halaman 84-160}. */
    String pages(int number) {
      int first = page(number, volume(number).from());
      return pageWord
          + BLANK
          + numerals.of(first)
          + LineBreaker.HYPHEN_CELL
          + numerals.of(first + sides(number) - 1);
    }
  }

  /** As {@link Volumes} asks, before anything of it is written. */
  private int sheets(int number, Volume volume) {
    List<Volume> guess = new ArrayList<>();
    for (int i = 1; i < number; i++) {
      guess.add(new Volume(0, 0));
    }
    guess.add(volume);
    if (volume.to() < openings.size()) {
      // the whole contents name all volumes, of which we do not know the number yet
      int rest = openings.size() - volume.to();
      int each = style.sidesOfSheet() * Math.max(1, style.sheets() / 2);
      for (int from = volume.to(); rest > 0; from += each, rest -= each) {
        guess.add(new Volume(from, Math.min(from + each, openings.size())));
      }
    }
    String name = String.valueOf(Numerals.SIGN).repeat(format.cells() / 2);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 3 * guess.size(); i++) {
      words.add(name);
    }
    Bound bound = new Bound(guess, words, name);
    int sides = style.sidesOfSheet();
    int front = (front(bound, number).size() + sides - 1) / sides;
    return front + (bound.sides(number) + sides - 1) / sides;
  }

  /** The pages before the text of a volume: its title page, then its contents. */
  private List<List<Row>> front(Bound bound, int number) {
    List<List<Row>> pages = new ArrayList<>(paginated(titlePage(bound, number)));
    if (entries.size() > 1) {
      pages.addAll(paginated(contents(bound, number)));
    }
    return pages;
  }

  /** Rows that belong together stand in one list; a blank row stands between those. */
  private List<List<Row>> titlePage(Bound bound, int number) {
    List<List<Row>> groups = new ArrayList<>();
    groups.add(List.of(Row.ours("")));
    Stream<String> lines = titleLines.stream();
    if (bound.several()) {
      lines = Stream.concat(lines, Stream.of(bound.nameOf(number), bound.pages(number)));
    }
    lines
        .filter(line -> !oneLine(line).isEmpty())
        .forEach(
            line -> {
              groups.add(centred(line));
              groups.add(List.of(Row.ours("")));
            });
    return groups;
  }

  /** All of it in the first volume, and in each of the others what stands in it. */
  private List<List<Row>> contents(Bound bound, int number) {
    List<List<Row>> groups = new ArrayList<>();
    groups.add(centred(contentsHeading));
    groups.add(List.of(Row.ours("")));
    for (int volume = 1; volume <= bound.volumes.size(); volume++) {
      if (number != 1 && volume != number) {
        continue;
      }
      Volume of = bound.volume(volume);
      List<Contents.Entry> inside = entries.subList(entryFrom(of.from()), entryFrom(of.to()));
      List<Row> group = new ArrayList<>();
      if (bound.several() && !inside.isEmpty()) {
        if (groups.size() > 2) {
          group.add(Row.ours(""));
        }
        group.addAll(centred(bound.name(volume)));
      }
      for (Contents.Entry entry : inside) {
        String page = numerals.of(bound.page(entry.side()));
        group.addAll(contents.rows(entry.level(), entry.cells(), page));
        groups.add(group);
        group = new ArrayList<>();
      }
    }
    return groups;
  }

  /** The first entry of those on a side and behind it. */
  private int entryFrom(int side) {
    int from = 0;
    int to = entries.size();
    while (from < to) {
      int middle = (from + to) / 2;
      if (entries.get(middle).side() < side) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** Words with one blank cell between them. */
  private static String oneLine(String cells) {
    return LineBreaker.lines(
            cells,
            0,
            cells.length(),
            new LineBreaker.Measure(Integer.MAX_VALUE / 2, 0, 0, false, false))
        .stream()
        .map(LineBreaker.Line::cells)
        .findFirst()
        .orElse("");
  }

  private List<Row> centred(String cells) {
    int width = Math.max(format.cells() - 6, format.cells() / 2);
    return LineBreaker.lines(
            cells, 0, cells.length(), new LineBreaker.Measure(width, 0, 0, false, false))
        .stream()
        .map(LineBreaker.Line::cells)
        .map(line -> Row.ours(Layout.blanks((format.cells() - line.length()) / 2) + line))
        .toList();
  }

  /** Groups of rows that stay together, if a page has room for them. */
  private List<List<Row>> paginated(List<List<Row>> groups) {
    List<List<Row>> pages = new ArrayList<>();
    List<Row> page = new ArrayList<>();
    for (List<Row> group : groups) {
      if (page.size() + group.size() > format.textRows() && !page.isEmpty()) {
        pages.add(withoutBlankEnd(page));
        page = new ArrayList<>();
      }
      for (Row row : group) {
        if (page.size() == format.textRows()) {
          pages.add(withoutBlankEnd(page));
          page = new ArrayList<>();
        }
        if (!row.isBlank() || !page.isEmpty() || pages.isEmpty()) {
          page.add(row);
        }
      }
    }
    page = withoutBlankEnd(page);
    if (!page.isEmpty()) {
      pages.add(page);
    }
    return pages;
  }

  private static List<Row> withoutBlankEnd(List<Row> rows) {
    int end = rows.size();
    while (end > 0 && rows.get(end - 1).isBlank()) {
      end--;
    }
    return new ArrayList<>(rows.subList(0, end));
  }

  private void writeFront(Bound bound, int number, BookSink sink) throws IOException {
    List<List<Row>> pages = front(bound, number);
    sink.section();
    for (int i = 0; i < pages.size(); i++) {
      // a title page bears no title above itself, and contents are no text of the book
      write(new Side(pages.get(i), Side.Opening.NOTHING, ""), "", preliminary(i + 1), sink);
    }
  }

  private String preliminary(int number) {
    return PRELIMINARY + numerals.of(number);
  }

  private void writeText(Bound bound, int number, Spool.Reader sides, BookSink sink)
      throws IOException {
    Volume volume = bound.volume(number);
    List<Row> end = bound.end(number);
    for (int i = volume.from(); i < volume.to(); i++) {
      Side side = sides.next();
      boolean last = i == volume.to() - 1 && !bound.endTakesAPage(number);
      write(last ? ended(side, end) : side, title, numerals.of(bound.page(number, i)), sink);
    }
    if (bound.endTakesAPage(number)) {
      String page = numerals.of(bound.page(number, volume.to()));
      write(new Side(end, Side.Opening.NOTHING, ""), title, page, sink);
    }
  }

  private static Side ended(Side side, List<Row> end) {
    if (end.isEmpty()) {
      return side;
    }
    List<Row> rows = new ArrayList<>(side.rows());
    rows.add(Row.ours(""));
    rows.addAll(end);
    return new Side(rows, side.opening(), side.printPage());
  }

  /** Writes a side with what its edges say. */
  private void write(Side side, String title, String number, BookSink sink) throws IOException {
    List<String> rows = new ArrayList<>();
    List<List<Run>> runs = new ArrayList<>();
    if (format.number() == NumberPosition.TOP_RIGHT) {
      rows.add(head(side.printPage(), title, number));
      runs.add(List.of());
    }
    for (Row row : side.rows()) {
      rows.add(row.cells());
      runs.add(row.runs());
    }
    if (format.number() == NumberPosition.BOTTOM_RIGHT) {
      while (rows.size() < format.textRows()) {
        rows.add("");
        runs.add(List.of());
      }
      rows.add(Layout.blanks(format.cells() - number.length()) + number);
      runs.add(List.of());
    }
    sink.page(new Page(rows), runs);
  }

  /** The page of print at the left, the title in the middle, the number at the right. */
  private String head(String printPage, String title, String number) {
    int right = format.cells() - number.length();
    int most = Math.max(0, right / 2 - APART);
    String left = printPage.length() > most ? printPage.substring(0, most) : printPage;
    int from = left.isEmpty() ? 0 : left.length() + APART;
    String shown = shortened(title, right - APART - from);
    int at =
        Math.max(
            from, Math.min((format.cells() - shown.length()) / 2, right - APART - shown.length()));
    StringBuilder row = new StringBuilder(left);
    if (!shown.isEmpty()) {
      row.append(Layout.blanks(at - row.length())).append(shown);
    }
    return row.append(Layout.blanks(right - row.length())).append(number).toString();
  }

  /** As many whole words as fit. */
  private static String shortened(String title, int most) {
    if (title.length() <= most) {
      return title;
    }
    int end = title.lastIndexOf(BLANK, Math.max(0, most));
    while (end > 0 && title.charAt(end - 1) == BLANK) {
      end--;
    }
    return end <= 0 ? "" : title.substring(0, end);
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
