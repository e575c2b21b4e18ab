package org.titiktutur.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the words of one language are pronounced: as lexicons say, and in Indonesian as its spelling
 * leaves open. What an engine gets right from the spelling is left to it. One for each thread.
 */
public final class Pronunciation {

  /**
   * A stretch of text.
   *
   * @param ipa how it is said; empty where the spelling is left to the engine
   */
  public record Piece(String text, String ipa) {}

  /** Words whose sounds are remembered; a long novel has thirty thousand. */
  private static final int REMEMBERED = 40_000;

  private final List<PronunciationLexicon> layers;
  private final IndonesianWords indonesian;
  private final Map<String, String> remembered = new HashMap<>();
  private final int longestPhrase;

  private Pronunciation(List<PronunciationLexicon> layers, IndonesianWords indonesian) {
    this.layers = layers;
    this.indonesian = indonesian;
    longestPhrase = layers.stream().mapToInt(PronunciationLexicon::longestPhrase).max().orElse(0);
  }

  /**
   * The pronunciation of a language.
   *
   * @param tag BCP 47
   * @param lexicons for any language, the most special last: what a later one says of a word counts
   */
  public static Pronunciation forLanguage(String tag, List<PronunciationLexicon> lexicons) {
    String language = Locale.forLanguageTag(tag).getLanguage();
    boolean indonesian = language.equals("id") || language.equals("in");
    List<PronunciationLexicon> layers = new ArrayList<>();
    PronunciationLexicon.builtIn(indonesian ? "id" : language).ifPresent(layers::add);
    for (PronunciationLexicon lexicon : lexicons) {
      if (lexicon.isFor(tag)) {
        layers.add(lexicon);
      }
    }
    return new Pronunciation(layers, indonesian ? new IndonesianWords() : null);
  }

  /** The text with the aliases of lexicons in place of what they stand for. */
  public String withAliases(String text) {
    if (layers.stream().noneMatch(PronunciationLexicon::hasAliases)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int end = Words.end(text, at);
      if (end > at) {
        Found found = longer(find(text, at, end, true), findOdd(text, at, end));
        out.append(found == null ? text.substring(at, end) : found.said());
        at = found == null ? end : found.end();
      } else {
        out.append(text.charAt(at++));
      }
    }
    return out.toString();
  }

  /** The text in order, cut where the engine is told how to say a word. */
  public List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    int left = 0;
    for (int at = 0; at < text.length(); ) {
      int end = Words.end(text, at);
      if (end == at) {
        at++;
        continue;
      }
      Found found = find(text, at, end, false);
      if (found == null) {
        String ipa = indonesian == null ? "" : spelled(text.substring(at, end));
        found = ipa.isEmpty() ? null : new Found(ipa, end);
      }
      if (found != null) {
        if (at > left) {
          pieces.add(new Piece(text.substring(left, at), ""));
        }
        pieces.add(new Piece(text.substring(at, found.end()), found.said()));
        left = found.end();
      }
      at = found == null ? end : found.end();
    }
    if (left < text.length()) {
      pieces.add(new Piece(text.substring(left), ""));
    }
    return pieces;
  }

  private String spelled(String word) {
    String known = remembered.get(word);
    if (known == null) {
      if (remembered.size() >= REMEMBERED) {
        remembered.clear();
      }
      known = indonesian.ipa(word);
      remembered.put(word, known);
    }
    return known;
  }

  private record Found(String said, int end) {}

  private static Found longer(Found phrase, Found odd) {
    return phrase == null || (odd != null && odd.end() > phrase.end()) ? odd : phrase;
  }

  /** The longest alias from a word on that stands for more than words: {@code Jl. Mawar}. */
  private Found findOdd(String text, int from, int firstEnd) {
    Found longest = null;
    for (PronunciationLexicon layer : layers) {
      String found = layer.findOdd(text, from, firstEnd);
      if (found != null && (longest == null || from + found.length() >= longest.end())) {
        longest = new Found(layer.find(found).said(), from + found.length());
      }
    }
    return longest;
  }

  /** The longest phrase from a word on that the most special lexicon has. */
  private Found find(String text, int from, int firstEnd, boolean alias) {
    if (layers.isEmpty()) {
      return null;
    }
    List<Integer> ends = new ArrayList<>(List.of(firstEnd));
    while (ends.size() < longestPhrase) {
      int blank = ends.get(ends.size() - 1);
      int end = blank < text.length() ? Words.end(text, blank + 1) : blank;
      if (end <= blank + 1 || !Words.isJoint(text.charAt(blank))) {
        break;
      }
      ends.add(end);
    }
    for (int i = ends.size() - 1; i >= 0; i--) {
      String phrase = text.substring(from, ends.get(i));
      for (int layer = layers.size() - 1; layer >= 0; layer--) {
        PronunciationLexicon.Lexeme lexeme = layers.get(layer).find(phrase);
        if (lexeme != null) {
          return lexeme.isAlias() == alias ? new Found(lexeme.said(), ends.get(i)) : null;
        }
      }
    }
    return null;
  }
}
