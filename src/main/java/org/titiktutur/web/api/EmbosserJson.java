package org.titiktutur.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.titiktutur.production.Embosser;

/**
 * An embosser as the API shows it.
 *
 * @param paper cells and rows of one side
 * @param duplex whether it embosses both sides of a sheet
 * @param address null for those who are not staff
 */
@JsonPropertyOrder({"id", "name", "model", "paper", "duplex", "pagesPerHour", "address"})
record EmbosserJson(
    @JsonProperty String id,
    @JsonProperty String name,
    @JsonProperty String model,
    @JsonProperty String paper,
    @JsonProperty boolean duplex,
    @JsonProperty int pagesPerHour,
    @JsonProperty String address) {

  static EmbosserJson of(Embosser embosser, boolean staff) {
    return new EmbosserJson(
        embosser.id(),
        embosser.name(),
        embosser.model(),
        embosser.paper(),
        embosser.duplex(),
        embosser.pagesPerHour(),
        staff ? embosser.address() : null);
  }
}
