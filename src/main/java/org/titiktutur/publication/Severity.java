package org.titiktutur.publication;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much a finding matters to the reader of the book. */
public enum Severity {
  /** Nothing is lost; a person may want to know. */
  @JsonProperty("info")
  INFO,
  /** Something is doubtful or poorer than in print. */
  @JsonProperty("warning")
  WARNING,
  /** Something of the book is missing, or the book was refused. */
  @JsonProperty("error")
  ERROR
}
