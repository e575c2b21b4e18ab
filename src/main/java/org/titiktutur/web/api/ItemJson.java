package org.titiktutur.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.titiktutur.catalog.FindingCounts;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rights;

/**
 * An item as the API shows it.
 *
 * @param language BCP 47; empty until the source has been read
 * @param refusal in the reader's words; null if it was not refused
 */
@JsonPropertyOrder({
  "id",
  "title",
  "authors",
  "language",
  "rights",
  "source",
  "state",
  "refusal",
  "findings",
  "renditions"
})
record ItemJson(
    @JsonProperty String id,
    @JsonProperty String title,
    @JsonProperty List<String> authors,
    @JsonProperty String language,
    @JsonProperty Rights rights,
    @JsonProperty SourceJson source,
    @JsonProperty String state,
    @JsonProperty String refusal,
    @JsonProperty FindingCounts findings,
    @JsonProperty List<RenditionJson> renditions) {

  /** The file that an item came as. */
  record SourceJson(
      @JsonProperty String name,
      @JsonProperty String mediaType,
      @JsonProperty long bytes,
      @JsonProperty String sha256) {}

  static ItemJson of(Item item, String refusal, List<RenditionJson> renditions) {
    return new ItemJson(
        item.id(),
        item.title(),
        item.authors(),
        item.language(),
        item.rights(),
        new SourceJson(
            item.source().name(),
            item.source().mediaType(),
            item.source().bytes(),
            item.source().sha256()),
        item.state().code(),
        refusal,
        item.findings(),
        renditions);
  }
}
