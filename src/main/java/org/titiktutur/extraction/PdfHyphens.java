package org.titiktutur.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides whether a hyphen at the end of a line belongs to the word, as in {@code anak-anak}, or
 * was put there by the line. The rest of the book knows most of its words.
 */
final class PdfHyphens {

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}]+(?:[-'\u2019][\\p{L}\\p{M}\\d]+)*");
  private static final Pattern LAST_PIECE = Pattern.compile("[\\p{L}\\p{M}\\d'\u2019-]+$");
  private static final Pattern FIRST_PIECE = Pattern.compile("^[\\p{L}\\p{M}\\d'\u2019-]+");

  /** Different words; a book of half a million words has some forty thousand. */
  private static final int MOST_WORDS = 150_000;

  /** Hyphens at line ends that tell whether a book breaks words at all, and as many as are kept. */
  private static final int ENOUGH_ENDS = 20;

  private static final int MOST_ENDS = 5_000;

  private final Set<String> known = new HashSet<>();
  private final List<String[]> ends = new ArrayList<>();
  private String lastPiece;
  private Boolean breaksWords;

  /** Learns the words of a line; its last one may be broken and is left out. */
  void learn(String line) {
    boolean broken = line.endsWith("-");
    end(line, broken);
    if (known.size() >= MOST_WORDS) {
      return;
    }
    Matcher words = WORD.matcher(line);
    while (words.find()) {
      if (words.end() - words.start() <= 60 && !(broken && words.end() >= line.length() - 1)) {
        known.add(words.group().toLowerCase(Locale.ROOT));
      }
    }
  }

  private void end(String line, boolean broken) {
    Matcher first = FIRST_PIECE.matcher(line);
    if (lastPiece != null && first.find() && ends.size() < MOST_ENDS) {
      ends.add(new String[] {lastPiece, first.group().toLowerCase(Locale.ROOT)});
    }
    lastPiece = null;
    if (broken) {
      Matcher last = LAST_PIECE.matcher(line.substring(0, line.length() - 1));
      lastPiece = last.find() ? last.group().toLowerCase(Locale.ROOT) : null;
    }
  }

  /**
   * Whether the book breaks words at the ends of lines. Where it does, many broken words stand
   * unbroken elsewhere; where it does not, those hyphens are the author's, and many of those words
   * have them elsewhere too.
   */
  private boolean breaksWords() {
    if (breaksWords == null) {
      int whole = 0;
      int hyphened = 0;
      for (String[] end : ends) {
        whole += known.contains(end[0] + end[1]) ? 1 : 0;
        hyphened += known.contains(end[0] + '-' + end[1]) ? 1 : 0;
      }
      breaksWords = ends.size() < ENOUGH_ENDS || whole * 4 >= hyphened;
    }
    return breaksWords;
  }

  /**
   * Whether the hyphen stays.
   *
   * @param before text up to and without the hyphen
   * @param after text of the next line
   */
  boolean stays(CharSequence before, CharSequence after) {
    Matcher lastPiece =
        LAST_PIECE.matcher(before.subSequence(Math.max(0, before.length() - 60), before.length()));
    Matcher firstPiece = FIRST_PIECE.matcher(after.subSequence(0, Math.min(60, after.length())));
    if (!lastPiece.find() || !firstPiece.find()) {
      return true;
    }
    String left = lastPiece.group();
    String right = firstPiece.group();
    if (Character.isDigit(left.charAt(left.length() - 1)) || Character.isDigit(right.charAt(0))) {
      return true;
    }
    boolean shouted = left.equals(left.toUpperCase(Locale.ROOT)) && left.length() > 1;
    if (Character.isUpperCase(right.charAt(0)) && !shouted) {
      return true;
    }
    left = left.toLowerCase(Locale.ROOT);
    right = right.toLowerCase(Locale.ROOT);
    if (known.contains(left + '-' + right)) {
      return true;
    }
    if (known.contains(left + right)) {
      return false;
    }
    // doubled words: anak-anak, anak-anaknya, berlari-lari, tolong-menolong
    int shorter = Math.min(left.length(), right.length());
    if (shorter >= 3 && (right.startsWith(left) || left.endsWith(right) || right.endsWith(left))) {
      return true;
    }
    if (!breaksWords()) {
      return true;
    }
    // a compound of words that the book uses by themselves
    return left.length() >= 4
        && right.length() >= 4
        && known.contains(left)
        && known.contains(right);
  }
}
