package org.titiktutur.jobs;

import java.time.Duration;

/** How a job ended that did not fail. */
public sealed interface Outcome {

  Outcome DONE = new Done();

  /** Nothing is left to do. */
  record Done() implements Outcome {}

  /** It has to wait for something that comes without our doing. */
  record Later(Duration after) implements Outcome {}
}
