package org.titiktutur.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The small words of each language, of {@code resources/lexicons/common-words.txt}: a cheap and,
 * for kindred languages, better guess than statistics of letters.
 */
final class CommonWords {

  /** For each word a set of languages, as bits in their order. */
  private final Map<String, Integer> languagesOf = new HashMap<>();

  private final String[] tags;
  private int listed;

  /** The words of these languages; one that the list does not have is never counted. */
  CommonWords(List<String> primaryTags) {
    tags = primaryTags.stream().limit(30).toArray(String[]::new);
    InputStream list = CommonWords.class.getResourceAsStream("/lexicons/common-words.txt");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int space = line.indexOf(' ');
        int language = space < 0 ? -1 : Arrays.asList(tags).indexOf(line.substring(0, space));
        if (language >= 0) {
          listed |= 1 << language;
          for (String word : line.substring(space + 1).split(" ", -1)) {
            languagesOf.merge(word, 1 << language, (old, bit) -> old | bit);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the list has words of this language. */
  boolean knows(String tag) {
    int language = Arrays.asList(tags).indexOf(tag);
    return language >= 0 && (listed >> language & 1) == 1;
  }

  /** How often small words of each language stand in some text, and among how many words. */
  final class Count {
    private final int[] hits = new int[tags.length];
    private int words;

    Count add(String text) {
      int start = -1;
      for (int i = 0; i <= text.length(); i++) {
        boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
        if (letter && start < 0) {
          start = i;
        } else if (!letter && start >= 0) {
          word(text, start, i);
          start = -1;
        }
      }
      return this;
    }

    private void word(String text, int start, int end) {
      words++;
      if (end - start > 12 || isTechnical(text, start, end)) {
        return;
      }
      Integer bits = languagesOf.get(text.substring(start, end).toLowerCase(Locale.ROOT));
      for (int language = 0; bits != null && language < hits.length; language++) {
        hits[language] += bits >> language & 1;
      }
    }

    /** Part of a name for machines, or a label: neither "in-addr.arpa" nor "A." is English. */
    private static boolean isTechnical(String text, int start, int end) {
      boolean label = end - start == 1 && end < text.length() && text.charAt(end) == '.';
      return label
          || (start > 0 && "-./_@:\\0123456789".indexOf(text.charAt(start - 1)) >= 0)
          || (end < text.length() && "-/_@\\0123456789".indexOf(text.charAt(end)) >= 0)
          || (end + 1 < text.length()
              && text.charAt(end) == '.'
              && Character.isLetter(text.charAt(end + 1)));
    }

    int words() {
      return words;
    }

    int hits(String tag) {
      int language = Arrays.asList(tags).indexOf(tag);
      return language < 0 ? 0 : hits[language];
    }

    /** The language with most hits; null where there are none. */
    String best() {
      int best = -1;
      for (int i = 0; i < hits.length; i++) {
        if (hits[i] > 0 && (best < 0 || hits[i] > hits[best])) {
          best = i;
        }
      }
      return best < 0 ? null : tags[best];
    }

    /** Most hits that any language but this one has. */
    int hitsBeside(String tag) {
      int most = 0;
      for (int i = 0; i < hits.length; i++) {
        if (!tags[i].equals(tag)) {
          most = Math.max(most, hits[i]);
        }
      }
      return most;
    }
  }
}
