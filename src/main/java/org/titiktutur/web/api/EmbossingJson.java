package org.titiktutur.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.titiktutur.production.EmbossingRun;
import org.titiktutur.production.Tongue;

/**
 * A run of the embossing desk as the API shows it.
 *
 * @param pages of all copies
 * @param pagesHandedOver of these, those that the device's side has acknowledged at least once
 * @param range pages counted through the book
 * @param volumes as asked for; null if none were
 * @param copy in which it goes on; null when no page is left, like the two that follow
 * @param page first that is not recorded as handed over, counted through the book
 * @param resumeFrom where to go on so that no page is missing: the first page of its sheet
 * @param cause why it was interrupted or has failed, a stable code; null if nothing is the matter
 * @param problem the same in the reader's words, with what to do
 * @param decidedBy who paused, resumed, cancelled or confirmed it last; null if nobody did
 * @param asked ISO 8601, like {@code changed}, when its state last did
 */
@JsonPropertyOrder({
  "id",
  "rendition",
  "title",
  "embosser",
  "state",
  "pagesHandedOver",
  "pages",
  "range",
  "volumes",
  "copies",
  "sheets",
  "copy",
  "page",
  "resumeFrom",
  "cause",
  "problem",
  "askedBy",
  "decidedBy",
  "asked",
  "changed"
})
record EmbossingJson(
    @JsonProperty String id,
    @JsonProperty String rendition,
    @JsonProperty String title,
    @JsonProperty String embosser,
    @JsonProperty String state,
    @JsonProperty int pagesHandedOver,
    @JsonProperty int pages,
    @JsonProperty String range,
    @JsonProperty String volumes,
    @JsonProperty int copies,
    @JsonProperty int sheets,
    @JsonProperty Integer copy,
    @JsonProperty Integer page,
    @JsonProperty Integer resumeFrom,
    @JsonProperty String cause,
    @JsonProperty String problem,
    @JsonProperty String askedBy,
    @JsonProperty String decidedBy,
    @JsonProperty String asked,
    @JsonProperty String changed) {

  static EmbossingJson of(EmbossingRun run, Tongue tongue) {
    return new EmbossingJson(
        run.id(),
        run.rendition(),
        run.title(),
        run.embosser(),
        run.state().code(),
        run.pagesHandedOver(),
        run.pages(),
        run.firstPage() + "-" + run.lastPage(),
        run.volumes().orElse(null),
        run.copies(),
        run.sheets(),
        run.at().map(EmbossingRun.Point::copy).orElse(null),
        run.at().map(EmbossingRun.Point::page).orElse(null),
        run.at().map(EmbossingRun.Point::resumeFrom).orElse(null),
        run.cause().map(EmbossingRun.Cause::code).orElse(null),
        run.cause().map(cause -> cause.say(Shapes.Words.embossing(tongue))).orElse(null),
        run.who(),
        run.decidedBy().orElse(null),
        run.asked().toString(),
        run.changed().toString());
  }
}
