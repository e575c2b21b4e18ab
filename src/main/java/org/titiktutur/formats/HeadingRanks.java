package org.titiktutur.formats;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The ranks of headings on an HTML page, 1 to 6. Books leave levels out, from a chapter straight to
 * a sub-subsection; a page must not, or those who walk by headings look for what is not there.
 */
public final class HeadingRanks {

  private static final int LOWEST = 6;

  private final int first;
  private final int others;
  private final Deque<Integer> above = new ArrayDeque<>();
  private boolean begun;

  /**
   * Nothing was written yet.
   *
   * @param first rank of the first heading
   * @param others highest rank of those that follow
   */
  public HeadingRanks(int first, int others) {
    this.first = first;
    this.others = others;
  }

  /** The rank of the next heading, of this level in the book. */
  public int of(int level) {
    if (!begun) {
      begun = true;
      if (first == others) {
        above.push(level);
      }
      return first;
    }
    while (!above.isEmpty() && above.peek() >= level) {
      above.pop();
    }
    above.push(level);
    return Math.min(LOWEST, others + above.size() - 1);
  }
}
