package org.titiktutur.braille;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A book as finished pages of braille. Pages are counted from 1 through all volumes.
 *
 * @param title empty if it is not known
 * @param sheets pages that must stand on the front of a sheet, the first among them
 * @param volumes first pages of the volumes; each begins a sheet
 */
public record BrailleBook(
    String title, List<Page> pages, SortedSet<Integer> sheets, SortedSet<Integer> volumes) {

  public BrailleBook {
    requireNonNull(title);
    pages = List.copyOf(pages);
    NavigableSet<Integer> begins = new TreeSet<>(sheets);
    begins.addAll(volumes);
    if (pages.isEmpty()
        || !volumes.contains(1)
        || begins.first() < 1
        || begins.last() > pages.size()) {
      throw new IllegalArgumentException(
          pages.size() + " pages, sheets at " + sheets + ", volumes at " + volumes);
    }
    sheets = Collections.unmodifiableSortedSet(begins);
    volumes = Collections.unmodifiableSortedSet(new TreeSet<>(volumes));
  }

  /** One volume, each page on the next side of paper. */
  public static BrailleBook of(List<Page> pages) {
    SortedSet<Integer> first = new TreeSet<>(List.of(1));
    return new BrailleBook("", pages, first, first);
  }

  /**
   * A page by its number.
   *
   * @param number from 1
   */
  public Page page(int number) {
    return pages.get(number - 1);
  }

  /** Cells of the longest row there is. */
  public int cells() {
    return pages.stream().mapToInt(Page::cells).max().orElseThrow();
  }

  /** Rows of the fullest page there is. */
  public int rows() {
    return pages.stream().mapToInt(page -> page.rows().size()).max().orElseThrow();
  }
}
