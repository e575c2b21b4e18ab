package org.titiktutur.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The unit that text, clips and cells share: one place in the book in every format.
 *
 * @param id opaque, unique in the publication, kept when the source is extracted anew
 * @param text never blank, NFC, no line ends and no control characters, no unpaired surrogates
 * @param marks in order of their start
 */
public record Sentence(
    String id, String text, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mark> marks) {

  public Sentence {
    if (id.isBlank() || text.isBlank()) {
      throw new IllegalArgumentException("a sentence needs an id and words: " + id);
    }
    marks = marks == null ? List.of() : List.copyOf(marks);
    for (Mark mark : marks) {
      if (mark.start() < 0 || mark.start() > mark.end() || mark.end() > text.length()) {
        throw new IllegalArgumentException(mark + " is outside sentence " + id);
      }
    }
  }
}
