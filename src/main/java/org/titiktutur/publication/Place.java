package org.titiktutur.publication;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A place in the book. What is not known is null.
 *
 * @param part counts from 1; null for the book as a whole
 * @param page label of the print page, or number of the PDF page
 * @param sentence id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Place(Integer part, String page, String sentence) {

  public static final Place BOOK = new Place(null, null, null);

  public static Place part(int part) {
    return new Place(part, null, null);
  }

  public static Place page(String page) {
    return new Place(null, page, null);
  }

  public static Place sentence(int part, String sentence) {
    return new Place(part, null, sentence);
  }

  /** The same place, said to be in this part. */
  public Place in(int part) {
    return new Place(part, page, sentence);
  }
}
