package org.titiktutur.language;

import java.util.List;

/**
 * A text as it is said: words and the marks that a voice hears as pauses, each with the characters
 * that it came from. Put together, the tokens are what an engine is given.
 */
public record Spoken(List<Token> tokens) {

  public Spoken {
    tokens = List.copyOf(tokens);
  }

  /**
   * A word, a mark or a space.
   *
   * @param start first UTF-16 unit of the written text that this says
   * @param end exclusive; several tokens may say the same characters
   */
  public record Token(String said, int start, int end) {
    public Token {
      if (said.isEmpty() || start < 0 || end < start) {
        throw new IllegalArgumentException("“" + said + "” from " + start + " to " + end);
      }
    }

    /** Whether a voice says it: it holds a letter or a digit. */
    public boolean isWord() {
      return said.codePoints().anyMatch(Character::isLetterOrDigit);
    }
  }

  /** What is said, in one piece. */
  public String text() {
    StringBuilder text = new StringBuilder();
    tokens.forEach(token -> text.append(token.said()));
    return text.toString();
  }

  /** The words alone. */
  public List<Token> words() {
    return tokens.stream().filter(Token::isWord).toList();
  }
}
