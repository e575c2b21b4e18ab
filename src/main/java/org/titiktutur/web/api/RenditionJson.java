package org.titiktutur.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.titiktutur.catalog.FindingCounts;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.RenditionFile;

/**
 * A rendition as the API shows it.
 *
 * @param place in the queue, from 1; null unless it waits
 * @param estimate seconds until it is ready; null where nothing is known
 * @param problem in the reader's words; null if there is none
 */
@JsonPropertyOrder({
  "id",
  "item",
  "format",
  "options",
  "state",
  "stage",
  "percent",
  "place",
  "estimate",
  "problem",
  "files",
  "findings"
})
record RenditionJson(
    @JsonProperty String id,
    @JsonProperty String item,
    @JsonProperty String format,
    @JsonProperty Map<String, String> options,
    @JsonProperty String state,
    @JsonProperty String stage,
    @JsonProperty int percent,
    @JsonProperty Integer place,
    @JsonProperty Long estimate,
    @JsonProperty String problem,
    @JsonProperty List<FileJson> files,
    @JsonProperty FindingCounts findings) {

  /**
   * A file of a rendition.
   *
   * @param seconds how long it plays; null if it does not
   * @param href where it is, on this server
   */
  record FileJson(
      @JsonProperty String name,
      @JsonProperty String mediaType,
      @JsonProperty long bytes,
      @JsonProperty String sha256,
      @JsonProperty Double seconds,
      @JsonProperty String href) {}

  /**
   * What an event tells.
   *
   * @param files how many are whole
   */
  record Progress(
      @JsonProperty String state,
      @JsonProperty String stage,
      @JsonProperty int percent,
      @JsonProperty int files) {
    static Progress of(Rendition rendition) {
      return new Progress(
          rendition.state().code(),
          rendition.stage(),
          rendition.percent(),
          rendition.files().size());
    }
  }

  static RenditionJson of(Rendition rendition, String problem, String address) {
    return new RenditionJson(
        rendition.id(),
        rendition.item(),
        rendition.format(),
        rendition.options(),
        rendition.state().code(),
        rendition.stage(),
        rendition.percent(),
        rendition.place().isPresent() ? rendition.place().getAsInt() : null,
        rendition.estimate().map(java.time.Duration::toSeconds).orElse(null),
        problem,
        rendition.files().stream().map(file -> file(file, address)).toList(),
        rendition.findings());
  }

  private static FileJson file(RenditionFile file, String address) {
    return new FileJson(
        file.name(),
        file.mediaType(),
        file.bytes(),
        file.sha256(),
        file.seconds().isPresent() ? file.seconds().getAsDouble() : null,
        address + "/files/" + Shapes.encoded(file.name()));
  }
}
