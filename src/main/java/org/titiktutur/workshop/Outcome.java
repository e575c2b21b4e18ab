package org.titiktutur.workshop;

import com.fasterxml.jackson.databind.JsonNode;

/** How a step ended. */
public sealed interface Outcome {

  record Done(JsonNode answer) implements Outcome {}

  /**
   * It did not get done, and was tried as often as makes sense.
   *
   * @param detail for the log, never for a reader
   * @param lastSign the last sign of life of the last try, or null
   */
  record Failed(Reason reason, String detail, JsonNode lastSign) implements Outcome {}

  /** Why a step failed. */
  enum Reason {
    /** The handler threw; the worker lives. */
    THREW,
    /** The process ended. */
    DIED,
    /** No sign of life within the step's patience. */
    STALLED,
    /** Still busy at the deadline. */
    OVERDUE,
    /** Heap or resident memory beyond the limit. */
    OUT_OF_MEMORY,
    /** More written than allowed. */
    TOO_MUCH_OUTPUT,
    /** The caller cancelled it or the pool was closed. */
    CANCELLED
  }
}
