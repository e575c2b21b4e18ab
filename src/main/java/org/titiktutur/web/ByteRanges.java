package org.titiktutur.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code Range} header of RFC 9110, section 14, for bytes. */
final class ByteRanges {

  /** Beyond this many a request is not that of a player. */
  private static final int MOST = 16;

  private static final Pattern RANGE = Pattern.compile("\\d{1,18}-\\d{0,18}|-\\d{1,18}");

  /**
   * A stretch of a file, both ends inside it.
   *
   * @param last of its bytes, from 0
   */
  record Range(long first, long last) {
    long length() {
      return last - first + 1;
    }
  }

  private ByteRanges() {}

  /**
   * What is asked for of a file.
   *
   * @return empty where the header is to be ignored (another unit, malformed, too many), a list
   *     without elements where nothing of it lies inside the file
   */
  static Optional<List<Range>> parse(String header, long bytes) {
    if (header == null || !header.startsWith("bytes=")) {
      return Optional.empty();
    }
    String[] wanted = header.substring(6).split(",", -1);
    if (wanted.length > MOST) {
      return Optional.empty();
    }
    List<Range> ranges = new ArrayList<>();
    for (String each : wanted) {
      String range = each.strip();
      if (!RANGE.matcher(range).matches()) {
        return Optional.empty();
      }
      int dash = range.indexOf('-');
      String from = range.substring(0, dash);
      String to = range.substring(dash + 1);
      long first;
      long last;
      if (from.isEmpty()) {
        first = Math.max(0, bytes - Long.parseLong(to));
        last = to.matches("0+") ? -1 : bytes - 1;
      } else {
        first = Long.parseLong(from);
        last = to.isEmpty() ? bytes - 1 : Long.parseLong(to);
        if (last < first && !to.isEmpty()) {
          return Optional.empty();
        }
        last = Math.min(last, bytes - 1);
      }
      if (first <= last) {
        ranges.add(new Range(first, last));
      }
    }
    // The same bytes many times over are not sent.
    long sum = ranges.stream().mapToLong(Range::length).sum();
    return ranges.size() > 1 && sum > bytes ? Optional.empty() : Optional.of(ranges);
  }
}
