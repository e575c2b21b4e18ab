package org.titiktutur.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.titiktutur.production.Phrases;
import org.titiktutur.production.Tongue;

/**
 * Something went wrong for one request.
 *
 * @param arguments what the sentences of its kind have places for
 * @param reference the same that the log carries
 */
public record Problem(ProblemKind kind, List<String> arguments, String reference) {

  public Problem {
    arguments = List.copyOf(arguments);
  }

  public String title(Tongue tongue) {
    return words(tongue).say(kind.code() + ".title");
  }

  /** What went wrong and what to do. */
  public String detail(Tongue tongue) {
    return words(tongue).say(kind.code(), arguments.toArray())
        + " "
        + words(tongue).say(kind.code() + ".do", arguments.toArray());
  }

  /** The problem document of RFC 9457. */
  Document document(Tongue tongue, String prefix) {
    return new Document(
        prefix + "/problems/" + kind.code(),
        title(tongue),
        kind.status(),
        detail(tongue),
        reference);
  }

  static Phrases words(Tongue tongue) {
    return tongue == Tongue.INDONESIAN ? Words.INDONESIAN : Words.ENGLISH;
  }

  @JsonPropertyOrder({"type", "title", "status", "detail", "reference"})
  record Document(
      @JsonProperty String type,
      @JsonProperty String title,
      @JsonProperty int status,
      @JsonProperty String detail,
      @JsonProperty String reference) {}

  private static final class Words {
    static final Phrases INDONESIAN = new Phrases("problems", Tongue.INDONESIAN);
    static final Phrases ENGLISH = new Phrases("problems", Tongue.ENGLISH);
  }
}
