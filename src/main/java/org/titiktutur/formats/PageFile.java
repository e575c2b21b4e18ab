package org.titiktutur.formats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.titiktutur.braille.Page;
import org.titiktutur.publication.FindingCode;

/**
 * Pages on their way from a worker to its parent: a line of Unicode braille for each row, a line
 * with a form feed behind each page.
 */
final class PageFile {

  /** More than any book has; the parent holds them all in memory. */
  static final int MOST_PAGES = 100_000;

  private static final int MOST_ROWS = 4_000_000;
  private static final long MOST_CELLS = 20_000_000;
  private static final String END = "\f";

  private PageFile() {}

  /** Takes the pages of a stranger's file, as many as a book may have. */
  static final class Sink implements AutoCloseable {

    private final Writer out;
    private final String name;
    private final List<Integer> sheets = new ArrayList<>();
    private final List<Integer> volumes = new ArrayList<>();
    private int pages;
    private int rows;
    private long cells;

    /**
     * Writes to a new file.
     *
     * @param name of the source, for the refusal
     */
    Sink(Path file, String name) throws IOException {
      this.out = Files.newBufferedWriter(file);
      this.name = name;
      volume();
    }

    /** The next page begins a sheet. */
    void sheet() {
      mark(sheets);
    }

    /** The next page begins a volume, as the first of all does anyhow. */
    final void volume() {
      mark(volumes);
    }

    private void mark(List<Integer> begins) {
      if (begins.isEmpty() || begins.get(begins.size() - 1) != pages + 1) {
        begins.add(pages + 1);
      }
    }

    /**
     * Takes a page.
     *
     * @param page its rows; blank cells and rows at the ends are left out
     */
    void page(List<String> page) throws IOException, UnreadableException {
      int last = page.size();
      while (last > 0 && trimmed(page.get(last - 1)).isEmpty()) {
        last--;
      }
      for (String row : page.subList(0, last)) {
        String trimmed = trimmed(row);
        out.write(trimmed);
        out.write('\n');
        rows++;
        cells += trimmed.length();
      }
      out.write(END + "\n");
      pages++;
      if (pages > MOST_PAGES || rows > MOST_ROWS || cells > MOST_CELLS) {
        throw new UnreadableException(FindingCode.SOURCE_TOO_HEAVY, name);
      }
    }

    private static String trimmed(String row) {
      int end = row.length();
      while (end > 0 && row.charAt(end - 1) == '\u2800') {
        end--;
      }
      return row.substring(0, end);
    }

    int pages() {
      return pages;
    }

    /** Pages that begin sheets, counted from 1; a section without pages begins none. */
    List<Integer> sheets() {
      return begun(sheets);
    }

    List<Integer> volumes() {
      return begun(volumes);
    }

    private List<Integer> begun(List<Integer> begins) {
      return begins.stream().filter(page -> page <= pages).toList();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  static List<Page> read(Path file) throws IOException {
    List<Page> pages = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals(END)) {
          pages.add(new Page(rows));
          rows.clear();
        } else {
          rows.add(line);
        }
      }
    }
    return pages;
  }
}
