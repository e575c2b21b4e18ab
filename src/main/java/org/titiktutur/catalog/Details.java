package org.titiktutur.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * What a person says of an item; empty: nothing, so what the source says or what was said before
 * stands.
 *
 * @param language BCP 47, or empty text: let the reading find out
 */
public record Details(
    Optional<String> title,
    Optional<List<String>> authors,
    Optional<String> language,
    Optional<Rights> rights) {

  public static final Details NONE =
      new Details(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Details {
    title = title.map(String::strip).filter(text -> !text.isEmpty());
    authors =
        authors.map(
            names -> names.stream().map(String::strip).filter(name -> !name.isEmpty()).toList());
    language = language.map(String::strip);
  }

  /** These, and where they say nothing, what was said before. */
  Said over(Said before) {
    return new Said(
        title.orElse(before.title()),
        authors.orElse(before.authors()),
        language.map(tag -> tag.isEmpty() ? null : tag).orElse(keep(before)));
  }

  private String keep(Said before) {
    return language.isPresent() ? null : before.language();
  }

  /**
   * What has been said of an item so far.
   *
   * @param title null: nobody said
   * @param authors null: nobody said
   * @param language BCP 47; null: nobody said
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Said(String title, List<String> authors, String language) {
    static final Said NOTHING = new Said(null, null, null);
  }
}
