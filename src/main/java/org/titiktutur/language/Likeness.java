package org.titiktutur.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How the letter e is spoken in words that are on no list, judged by those that are: the letters
 * around it are compared, more of them where the list has words that share more. Endings of loans
 * are known as they are.
 */
final class Likeness {

  /** Letters before and after that are compared, from few to many. */
  private static final int[][] WINDOWS = {
    {0, 1}, {1, 1}, {0, 2}, {1, 2}, {0, 3}, {1, 3}, {2, 2}, {2, 3}, {1, 4}, {2, 4}, {3, 4}
  };

  /** How many cases the judgement of a smaller window counts for. */
  private static final double TRUST = 3;

  /** How often e is full in loans and in all words. */
  private static final double USUAL_IN_LOANS = 0.8;

  private static final double USUAL = 0.4;

  private static final double HALF = 0.5;
  private static final int LONGEST_ENDING = 7;

  /** A power of two, four times the number of windows that occur. */
  private static final int PLACES = 1 << 18;

  private static final int BITS = 5;

  private final Map<String, String> endings = new HashMap<>();

  /** Windows by their hash; 0 where there is none. */
  private final long[] windows = new long[PLACES];

  private final short[] schwas = new short[PLACES];
  private final short[] fulls = new short[PLACES];

  /** Takes a word with é for each full e as an example. */
  void learn(String marked, boolean loan) {
    for (int i = 0; i < marked.length(); i++) {
      char letter = marked.charAt(i);
      if (letter == 'e' || letter == 'é') {
        for (int w = 0; w < WINDOWS.length; w++) {
          count(window(marked, i, w, false), letter);
          if (loan) {
            count(window(marked, i, w, true), letter);
          }
        }
      }
    }
  }

  private void count(long window, char letter) {
    int at = place(window);
    windows[at] = window;
    short[] counts = letter == 'e' ? schwas : fulls;
    if (counts[at] < Short.MAX_VALUE) {
      counts[at]++;
    }
  }

  /** Takes an ending, with é for each full e, that loans have. */
  void learnEnding(String marked) {
    endings.put(IndonesianRoots.unmarked(marked), marked);
  }

  /** The word with é where e is likely to be full. */
  String mark(String word, boolean loan) {
    StringBuilder marked = new StringBuilder(word);
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) == 'e' && full(word, i, loan) > HALF) {
        marked.setCharAt(i, 'é');
      }
    }
    String ending = ending(word, loan ? 1 : 3);
    return marked.substring(0, word.length() - ending.length()) + ending;
  }

  private String ending(String word, int shortest) {
    for (int length = Math.min(LONGEST_ENDING, word.length() - 2); length > 0; length--) {
      String ending = endings.get(word.substring(word.length() - length));
      if (ending != null && (length >= shortest || ending.indexOf('é') < 0)) {
        return ending;
      }
    }
    return "";
  }

  private double full(String word, int at, boolean loan) {
    double full = loan ? USUAL_IN_LOANS : USUAL;
    for (int w = 0; w < WINDOWS.length; w++) {
      int place = place(window(word, at, w, loan));
      int cases = schwas[place] + fulls[place];
      full = (fulls[place] + TRUST * full) / (cases + TRUST);
    }
    return full;
  }

  /** The letters of a window, five bits for each, its number and whether it is of loans. */
  private static long window(String word, int at, int number, boolean loan) {
    long window = loan ? 1 : 2;
    window = (window << BITS) | number;
    for (int i = at - WINDOWS[number][0]; i <= at + WINDOWS[number][1]; i++) {
      window = (window << BITS) | letter(word, i);
    }
    return window;
  }

  private static int letter(String word, int at) {
    if (at < 0 || at >= word.length()) {
      return at < 0 ? 30 : 31;
    }
    char letter = word.charAt(at);
    return letter == 'é' ? 'e' - 'a' : letter >= 'a' && letter <= 'z' ? letter - 'a' : 29;
  }

  private int place(long window) {
    int at = (int) ((window * 0x9E3779B97F4A7C15L) >>> 46);
    while (windows[at] != 0 && windows[at] != window) {
      at = (at + 1) & (PLACES - 1);
    }
    return at;
  }

  /** How many windows are known; for tests of {@link #PLACES}. */
  int size() {
    return (int) Arrays.stream(windows).filter(window -> window != 0).count();
  }
}
