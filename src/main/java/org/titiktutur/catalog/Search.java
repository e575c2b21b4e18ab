package org.titiktutur.catalog;

import java.util.Optional;
import java.util.Set;

/**
 * What is looked for on the shelf. Answers come newest first.
 *
 * @param words beginnings of words of title and authors, all of which must be there; may be empty
 * @param language BCP 47; {@code en} finds {@code en-GB} too
 * @param format code of a format that is ready to be had
 * @param visible rights that the asker may see
 * @param limit 1 to {@value #MOST}
 * @param cursor where the page before ended
 */
public record Search(
    String words,
    Optional<String> language,
    Optional<String> format,
    Set<Rights> visible,
    int limit,
    Optional<String> cursor) {

  public static final int MOST = 100;
  public static final int USUAL = 20;

  public Search {
    visible = Set.copyOf(visible);
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit " + limit);
    }
  }

  /** All that there is to see, from the start. */
  public static Search everything(Set<Rights> visible) {
    return new Search("", Optional.empty(), Optional.empty(), visible, USUAL, Optional.empty());
  }
}
