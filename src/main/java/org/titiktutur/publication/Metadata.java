package org.titiktutur.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a catalog would say of the book.
 *
 * @param title never blank: the file's base name where the source has none
 * @param identifier ISBN, URN or what the source calls itself; empty if it does not
 * @param publisher empty if unknown
 * @param date as the source gives it; empty if unknown
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Metadata(
    String title,
    List<String> authors,
    Language language,
    String identifier,
    String publisher,
    String date) {

  public Metadata {
    if (title.isBlank()) {
      throw new IllegalArgumentException("a publication needs a title");
    }
    authors = authors == null ? List.of() : List.copyOf(authors);
    identifier = identifier == null ? "" : identifier;
    publisher = publisher == null ? "" : publisher;
    date = date == null ? "" : date;
  }
}
