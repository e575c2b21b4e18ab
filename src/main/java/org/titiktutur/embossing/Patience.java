package org.titiktutur.embossing;

import java.time.Duration;

/**
 * How long a handover waits.
 *
 * @param opening for the way to the device to open
 * @param stall for a device that takes nothing; slow machines with a small memory may be silent for
 *     a minute
 * @param settling after a page was taken, for news that it was not
 * @param farewell for the device to say that it has read everything; it need not
 * @param ending for the page under way to be finished when somebody cancels
 */
public record Patience(
    Duration opening, Duration stall, Duration settling, Duration farewell, Duration ending) {

  public static final Patience STANDARD =
      new Patience(
          Duration.ofSeconds(10),
          Duration.ofSeconds(90),
          Duration.ofMillis(25),
          Duration.ofSeconds(5),
          Duration.ofSeconds(2));

  public Patience withStall(Duration other) {
    return new Patience(opening, other, settling, farewell, ending);
  }
}
