package org.titiktutur.embossing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.titiktutur.braille.BrailleBook;

/**
 * Pages of a book, counted from 1.
 *
 * @param last empty for the last there is
 */
public record PageRange(int first, OptionalInt last) {

  public static final PageRange ALL = new PageRange(1, OptionalInt.empty());

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})(?:(-)(\\d{1,6})?)?");

  public PageRange {
    if (first < 1 || (last.isPresent() && last.getAsInt() < first)) {
      throw new IllegalArgumentException(first + " to " + last);
    }
  }

  /**
   * A range as people write it: {@code 3-7}, {@code 7-} for all from there, {@code 5} for one page.
   *
   * @return empty if it is none
   */
  public static Optional<PageRange> parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(written.group(1));
    OptionalInt last =
        written.group(2) == null
            ? OptionalInt.of(first)
            : written.group(3) == null
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(written.group(3)));
    return first < 1 || (last.isPresent() && last.getAsInt() < first)
        ? Optional.empty()
        : Optional.of(new PageRange(first, last));
  }

  /**
   * The pages of one volume.
   *
   * @param volume from 1
   * @throws IllegalArgumentException if the book has no such volume
   */
  public static PageRange ofVolume(BrailleBook book, int volume) {
    List<Integer> begins = List.copyOf(book.volumes());
    if (volume < 1 || volume > begins.size()) {
      throw new IllegalArgumentException("no volume " + volume);
    }
    int last = volume == begins.size() ? book.pages().size() : begins.get(volume) - 1;
    return new PageRange(begins.get(volume - 1), OptionalInt.of(last));
  }

  /** What is left of it from a page on. */
  public PageRange from(int page) {
    return new PageRange(page, last);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    if (last.isPresent() && last.getAsInt() == first) {
      return String.valueOf(first);
    }
    return first + "-" + (last.isPresent() ? last.getAsInt() : "");
  }
}
