package org.titiktutur.braille;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads words of contracted Indonesian braille better than its table can: one cell each stands for
 * {@code an} and {@code am}, {@code in} and {@code im}, {@code un} and {@code um}, {@code kan} and
 * {@code kam}. Of the readings of a word one is taken whose root is known, prefixes and suffixes
 * stripped; if none is, the table's stays.
 */
final class WordReadings {

  private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

  /** With more cells of two readings a word is left as the table has it. */
  private static final int MOST_CELLS = 8;

  /** Prefixes and the first letters that the root loses behind them: men- and tanam, menanam. */
  private record Prefix(String letters, String lost) {}

  private static final List<Prefix> PREFIXES =
      List.of(
          new Prefix("di", ""),
          new Prefix("ke", ""),
          new Prefix("se", ""),
          new Prefix("ber", ""),
          new Prefix("ter", ""),
          new Prefix("per", ""),
          new Prefix("me", ""),
          new Prefix("mem", "p"),
          new Prefix("men", "t"),
          new Prefix("meng", "k"),
          new Prefix("meny", "s"),
          new Prefix("pe", ""),
          new Prefix("pem", "p"),
          new Prefix("pen", "t"),
          new Prefix("peng", "k"),
          new Prefix("peny", "s"));

  private static final List<String> SUFFIXES =
      List.of("nya", "lah", "kah", "pun", "ku", "mu", "kan", "an", "i");

  private static final int MOST_PREFIXES = 3;
  private static final int MOST_SUFFIXES = 3;

  private final Set<String> roots;

  private WordReadings(Set<String> roots) {
    this.roots = roots;
  }

  /** Those for a table, if a list of words lies beside it: for id-g2 its id-g2-words.txt. */
  static Optional<WordReadings> of(BrailleTables tables, String table) {
    return tables.included(table + "-words.txt", null).map(file -> new WordReadings(words(file)));
  }

  private static Set<String> words(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      Set<String> words = new HashSet<>();
      lines
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> words.addAll(Arrays.asList(line.strip().split("\\s+"))));
      words.remove("");
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The text with other letters where another reading is a word.
   *
   * @param cells what was read
   * @param print what the table made of it, with positions
   */
  Liblouis.Print choose(String cells, Liblouis.Print print) {
    StringBuilder text = new StringBuilder(print.text());
    Matcher words = WORD.matcher(print.text());
    int before = -1;
    while (words.find()) {
      List<Integer> open = openLetters(cells, print, words.start(), words.end());
      if (before >= 0 && repeats(print.text(), before, words.start(), words.end())) {
        repeat(text, before, words.start(), words.end());
      } else if (!open.isEmpty() && open.size() <= MOST_CELLS) {
        text.replace(words.start(), words.end(), reading(words.group(), words.start(), open));
      }
      before = words.start();
    }
    return new Liblouis.Print(text.toString(), print.sources());
  }

  /** Whether a word is the one before it again, which braille has only once: kupu-kupu. */
  private static boolean repeats(String text, int before, int start, int end) {
    return start - before == end - start + 1
        && text.charAt(start - 1) == '-'
        && text.regionMatches(true, before, text, start, end - start);
  }

  private static void repeat(StringBuilder text, int before, int start, int end) {
    for (int i = 0; i < end - start; i++) {
      char letter = text.charAt(before + i);
      text.setCharAt(
          start + i,
          Character.isUpperCase(text.charAt(start + i))
              ? Character.toUpperCase(letter)
              : Character.toLowerCase(letter));
    }
  }

  /** Places of letters that could as well be m instead of n, or n instead of m. */
  private static List<Integer> openLetters(String cells, Liblouis.Print print, int start, int end) {
    List<Integer> open = new ArrayList<>();
    if (print.sources().of(start) == print.sources().of(end - 1)) {
      // of a word that is repeated liblouis says only where it begins
      for (int at = start + 1; at < end; at++) {
        if (isEither(print.text().charAt(at))
            && "aiuAIU".indexOf(print.text().charAt(at - 1)) >= 0) {
          open.add(at);
        }
      }
      return open;
    }
    for (int at = start; at < end; at++) {
      int source = print.sources().of(at);
      boolean begins = at == start || print.sources().of(at - 1) != source;
      int letter = begins ? at + lettersBefore(sign(cells, source), print.text(), at) : at;
      if (letter > at && letter < end && isEither(print.text().charAt(letter))) {
        open.add(letter);
      }
    }
    return open;
  }

  /** The cell behind signs of capitals and letters, at the first of which liblouis sees a word. */
  private static char sign(String cells, int source) {
    int at = source;
    while (at < cells.length() - 1 && "\u2820\u2830".indexOf(cells.charAt(at)) >= 0) {
      at++;
    }
    return cells.charAt(at);
  }

  private static boolean isEither(char letter) {
    return "nmNM".indexOf(letter) >= 0;
  }

  /** How many letters of a sign stand before its n or m; 0 if the cell is no sign with two. */
  private static int lettersBefore(char cell, String text, int at) {
    String letters =
        switch (cell) {
          case '\u281C' -> "a";
          case '\u2836' -> "i";
          case '\u2826' -> "u";
          case '\u2837' -> "ka";
          default -> "";
        };
    return text.regionMatches(true, at, letters, 0, letters.length()) ? letters.length() : 0;
  }

  private String reading(String word, int start, List<Integer> open) {
    List<String> readings = new ArrayList<>();
    for (int choice = 0; choice < 1 << open.size(); choice++) {
      StringBuilder reading = new StringBuilder(word);
      for (int i = 0; i < open.size(); i++) {
        if ((choice >> i & 1) == 1) {
          int at = open.get(i) - start;
          reading.setCharAt(at, other(word.charAt(at)));
        }
      }
      readings.add(reading.toString());
    }
    return readings.stream()
        .filter(reading -> roots.contains(reading.toLowerCase(Locale.ROOT)))
        .findFirst()
        .or(
            () ->
                readings.stream()
                    .filter(reading -> isDerived(reading.toLowerCase(Locale.ROOT)))
                    .findFirst())
        .orElse(word);
  }

  private static char other(char letter) {
    return switch (letter) {
      case 'n' -> 'm';
      case 'm' -> 'n';
      case 'N' -> 'M';
      default -> 'N';
    };
  }

  private boolean isDerived(String word) {
    return withoutPrefixes(word, MOST_PREFIXES).anyMatch(stem -> hasKnownRoot(stem, MOST_SUFFIXES));
  }

  /** The word, and what is left of it without up to some prefixes. */
  private static Stream<String> withoutPrefixes(String word, int most) {
    Stream<String> itself = Stream.of(word);
    if (most == 0) {
      return itself;
    }
    return Stream.concat(
        itself,
        PREFIXES.stream()
            .filter(prefix -> word.startsWith(prefix.letters()))
            .flatMap(
                prefix -> {
                  String rest = word.substring(prefix.letters().length());
                  return prefix.lost().isEmpty()
                      ? Stream.of(rest)
                      : Stream.of(rest, prefix.lost() + rest);
                })
            .flatMap(rest -> withoutPrefixes(rest, most - 1)));
  }

  private boolean hasKnownRoot(String stem, int mostSuffixes) {
    return roots.contains(stem)
        || (mostSuffixes > 0
            && SUFFIXES.stream()
                .filter(stem::endsWith)
                .anyMatch(
                    suffix ->
                        hasKnownRoot(
                            stem.substring(0, stem.length() - suffix.length()), mostSuffixes - 1)));
  }
}
