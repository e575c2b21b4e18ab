package org.titiktutur.extraction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.titiktutur.publication.Language;

/**
 * What the library wants of an extraction.
 *
 * @param language BCP 47 tag that a person asked for, or null: then the file's, else detected
 * @param languages tags that detection considers, most likely first. Malay and Indonesian cannot be
 *     told apart by it: configure one of them
 * @param fallback tag of what the file does not say and detection cannot tell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExtractionOptions(String language, List<String> languages, String fallback) {

  /** As a library in Indonesia wants it. */
  public static final ExtractionOptions STANDARD =
      new ExtractionOptions(null, List.of("id", "en", "jv", "su", "ar"), Language.DEFAULT.tag());

  public ExtractionOptions {
    languages = List.copyOf(languages);
    if (language != null && !Language.isTag(language)) {
      throw new IllegalArgumentException("not a language tag: " + language);
    }
    if (!Language.isTag(fallback)) {
      throw new IllegalArgumentException("not a language tag: " + fallback);
    }
  }

  /** The same for a book whose language a person knows; null: nobody does. */
  public ExtractionOptions asking(String tag) {
    return new ExtractionOptions(tag, languages, fallback);
  }
}
