package org.titiktutur.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How the letter e is spoken in words that are on no list, judged by those that are: a log-linear
 * model of traits that a letter e can have (the letters around it, which syllable it is in and how
 * that one is closed, the vowels that follow, how the word begins and ends, whether it looks like a
 * loan), with one weight for each, learnt from all words of the list when it is first needed.
 */
final class Likeness {

  /** Letters before and after that are traits together. */
  private static final int[][] WINDOWS = {
    {0, 1}, {1, 1}, {0, 2}, {1, 2}, {2, 1}, {0, 3}, {1, 3}, {2, 2}, {2, 3}, {1, 4}
  };

  private static final int TRAITS = 24;
  private static final int BITS = 17;
  private static final int ROUNDS = 4;
  private static final float STEP = 0.12f;
  private static final float SMALLEST = 1e-6f;
  private static final int MOST_VOWELS = 3;
  private static final String VOWELS = "aeiou";
  private static final char EDGE = '|';

  /** By the hash of a trait; the few that share a place share a weight. */
  private final float[] weights = new float[1 << BITS];

  /** Learns from words with é for each full e. The same words in the same order teach the same. */
  Likeness(Collection<String> marked) {
    List<int[]> cases = new ArrayList<>();
    for (String word : marked) {
      String plain = IndonesianRoots.unmarked(word);
      boolean foreign = Foreign.looks(plain);
      for (int at = plain.indexOf('e'); at >= 0; at = plain.indexOf('e', at + 1)) {
        int[] traitsAndFull = Arrays.copyOf(traits(plain, at, foreign), TRAITS + 1);
        traitsAndFull[TRAITS] = word.charAt(at) == 'é' ? 1 : 0;
        cases.add(traitsAndFull);
      }
    }
    Random random = new Random(1);
    float[] squares = new float[weights.length];
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(cases, random);
      for (int[] one : cases) {
        learn(one, squares);
      }
    }
  }

  /** One step of AdaGrad. */
  private void learn(int[] traitsAndFull, float[] squares) {
    float wrong = (float) (1 / (1 + Math.exp(-sum(traitsAndFull)))) - traitsAndFull[TRAITS];
    float square = wrong * wrong;
    for (int i = 0; i < TRAITS; i++) {
      int trait = traitsAndFull[i];
      squares[trait] += square;
      weights[trait] -= STEP * wrong / (float) Math.sqrt(squares[trait] + SMALLEST);
    }
  }

  private float sum(int[] traits) {
    float sum = 0;
    for (int i = 0; i < TRAITS; i++) {
      sum += weights[traits[i]];
    }
    return sum;
  }

  /** The word with é where e is likely to be full. */
  String mark(String word) {
    StringBuilder marked = new StringBuilder(word);
    boolean foreign = Foreign.looks(word);
    for (int at = word.indexOf('e'); at >= 0; at = word.indexOf('e', at + 1)) {
      if (sum(traits(word, at, foreign)) > 0) {
        marked.setCharAt(at, 'é');
      }
    }
    return marked.toString();
  }

  private static int[] traits(String word, int at, boolean foreign) {
    int[] traits = new int[TRAITS];
    int count = 0;
    int length = word.length();
    for (int[] window : WINDOWS) {
      traits[count] = hash(count, word, at - window[0], at + window[1] + 1, 0);
      count++;
    }
    int before = Math.min(vowels(word, 0, at), MOST_VOWELS);
    int after = Math.min(vowels(word, at + 1, length), MOST_VOWELS);
    int place = before * (MOST_VOWELS + 1) + after;
    int next = nextVowel(word, at + 1);
    int closed = sounds(word, at + 1, next) * 32 + (next < length ? word.charAt(next) - 'a' : 31);
    int coda = nextVowel(word, Math.min(next + 1, length));
    int loan = foreign ? 1 : 2;
    traits[count++] = hash(count, word, 0, 0, closed * 64 + place);
    traits[count++] = hash(count, followers(word, at + 1), 0, MOST_VOWELS, before);
    traits[count++] = hash(count, word, next, coda + (coda == length ? 1 : 0), closed);
    traits[count++] = hash(count, word, at, length, 0);
    traits[count++] = hash(count, word, 0, at + 2, 0);
    traits[count++] = hash(count, word, length - 2, length, after);
    traits[count++] = hash(count, word, length - 3, length, after);
    traits[count++] = hash(count, word, length - 4, length, after);
    traits[count++] = hash(count, word, 0, 2, before);
    traits[count++] = hash(count, word, 0, 3, before);
    traits[count++] = hash(count, word, 0, 0, loan * 64 + place);
    traits[count++] = hash(count, word, 0, 0, loan * 4096 + closed);
    traits[count++] = hash(count, word, at + 1, at + 3, loan);
    traits[count] = hash(count, word, 0, 0, 0);
    return traits;
  }

  /** A place for the number of a trait, the letters from one place to another and a number. */
  private static int hash(int trait, String word, int from, int to, int more) {
    long hash = trait * 0x9E3779B97F4A7C15L + more;
    for (int i = from; i < to; i++) {
      char letter = i < 0 || i >= word.length() ? EDGE : word.charAt(i);
      hash = (hash ^ letter) * 0x100000001B3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
    return (int) (hash >>> (Long.SIZE - BITS));
  }

  private static int vowels(String word, int from, int to) {
    int vowels = 0;
    for (int i = from; i < to; i++) {
      vowels += VOWELS.indexOf(word.charAt(i)) >= 0 ? 1 : 0;
    }
    return vowels;
  }

  private static int nextVowel(String word, int from) {
    int at = from;
    while (at < word.length() && VOWELS.indexOf(word.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static String followers(String word, int from) {
    StringBuilder vowels = new StringBuilder(MOST_VOWELS);
    for (int at = nextVowel(word, from); at < word.length(); at = nextVowel(word, at + 1)) {
      vowels.append(word.charAt(at));
    }
    return vowels.toString();
  }

  /** Consonants between two vowels, two at most; ng, ny, sy and kh are one. */
  private static int sounds(String word, int from, int to) {
    int sounds = 0;
    for (int i = from; i < to && sounds < 2; i++) {
      String two = word.substring(i, Math.min(i + 2, to));
      i += two.equals("ng") || two.equals("ny") || two.equals("sy") || two.equals("kh") ? 1 : 0;
      sounds++;
    }
    return sounds;
  }
}
