package org.titiktutur.app;

import java.util.Comparator;
import java.util.stream.Stream;

/** What somebody who mistyped a name may have meant. */
final class Nearest {

  private Nearest() {}

  /** One of the names, of which there is at least one. */
  static String of(String written, Stream<String> names) {
    return names.min(Comparator.comparingInt(name -> distance(name, written))).orElseThrow();
  }

  /** Levenshtein's. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? diagonal : diagonal + 1;
        row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[right.length()];
  }
}
