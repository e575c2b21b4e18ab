package org.titiktutur.production;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which lines of a new text are which of an old one, in order: lines that occur once in both hold
 * the rest in place (patience diff). Takes time about in proportion to the length.
 */
final class Alignment {

  private final List<String> old;
  private final List<String> now;
  private final int[] oldOfNew;

  Alignment(List<String> old, List<String> now) {
    this.old = old;
    this.now = now;
    this.oldOfNew = new int[now.size()];
    Arrays.fill(oldOfNew, -1);
    align(0, old.size(), 0, now.size());
  }

  /** For each new line the old one that it is, or -1. */
  int[] oldOfNew() {
    return oldOfNew;
  }

  private void align(int oldFrom, int oldTo, int newFrom, int newTo) {
    int oldStart = oldFrom;
    int newStart = newFrom;
    while (oldStart < oldTo && newStart < newTo && same(oldStart, newStart)) {
      oldOfNew[newStart++] = oldStart++;
    }
    int oldEnd = oldTo;
    int newEnd = newTo;
    while (oldEnd > oldStart && newEnd > newStart && same(oldEnd - 1, newEnd - 1)) {
      oldOfNew[--newEnd] = --oldEnd;
    }
    if (oldStart == oldEnd || newStart == newEnd) {
      return;
    }
    int lastOld = oldStart;
    int lastNew = newStart;
    for (int[] anchor : anchors(oldStart, oldEnd, newStart, newEnd)) {
      align(lastOld, anchor[0], lastNew, anchor[1]);
      oldOfNew[anchor[1]] = anchor[0];
      lastOld = anchor[0] + 1;
      lastNew = anchor[1] + 1;
    }
    if (lastNew > newStart) {
      align(lastOld, oldEnd, lastNew, newEnd);
    }
  }

  /** Pairs of lines that occur once in both, as many of them as stand in the same order. */
  private int[][] anchors(int oldFrom, int oldTo, int newFrom, int newTo) {
    Map<String, Integer> once = onceIn(old, oldFrom, oldTo);
    Map<String, Integer> onceNow = onceIn(now, newFrom, newTo);
    int[][] pairs =
        onceNow.entrySet().stream()
            .filter(entry -> entry.getValue() >= 0 && once.getOrDefault(entry.getKey(), -1) >= 0)
            .map(entry -> new int[] {once.get(entry.getKey()), entry.getValue()})
            .sorted((one, other) -> Integer.compare(one[1], other[1]))
            .toArray(int[][]::new);
    return longestRising(pairs);
  }

  /** Where each line is; -1 for those that occur more than once. */
  private static Map<String, Integer> onceIn(List<String> lines, int from, int to) {
    Map<String, Integer> where = new HashMap<>();
    for (int i = from; i < to; i++) {
      where.merge(lines.get(i), i, (first, again) -> -1);
    }
    return where;
  }

  private static int[][] longestRising(int[][] pairs) {
    int[] tops = new int[pairs.length];
    int[] before = new int[pairs.length];
    int length = 0;
    for (int i = 0; i < pairs.length; i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (pairs[tops[middle]][0] < pairs[i][0]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[i] = low > 0 ? tops[low - 1] : -1;
      tops[low] = i;
      length = Math.max(length, low + 1);
    }
    int[][] rising = new int[length][];
    int at = length > 0 ? tops[length - 1] : -1;
    for (int i = length - 1; i >= 0; i--) {
      rising[i] = pairs[at];
      at = before[at];
    }
    return rising;
  }

  private boolean same(int oldLine, int newLine) {
    return old.get(oldLine).equals(now.get(newLine));
  }
}
