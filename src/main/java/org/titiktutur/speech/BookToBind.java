package org.titiktutur.speech;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.File;
import java.util.List;

/**
 * Spoken parts that shall be one file.
 *
 * @param author may be empty
 * @param language BCP 47
 */
public record BookToBind(String title, String author, String language, List<Chapter> chapters) {

  /**
   * A part.
   *
   * @param file its sound in {@link Codec#AAC}
   */
  public record Chapter(String title, String file) {}

  public BookToBind {
    chapters = List.copyOf(chapters);
    if (chapters.isEmpty()) {
      throw new IllegalArgumentException("a book without chapters");
    }
  }

  /** How much sound there is. */
  @JsonIgnore
  long bytes() {
    return chapters.stream().mapToLong(chapter -> new File(chapter.file()).length()).sum();
  }
}
