package org.titiktutur.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is being made and what waits, in order.
 *
 * @param works those being made first
 */
record Queue(List<Work> works) {

  /**
   * Work that is left of one rendition.
   *
   * @param millis of one worker; empty if such work was never done here
   */
  record Work(String id, boolean making, OptionalDouble millis) {}

  /** From 1, among those that wait. */
  OptionalInt place(String id) {
    int place = 0;
    for (Work work : works) {
      place += work.making() ? 0 : 1;
      if (work.id().equals(id)) {
        return OptionalInt.of(Math.max(1, place));
      }
    }
    return OptionalInt.empty();
  }

  /**
   * How long until one is ready. Those being made share the workers evenly, so a long one takes no
   * more from a short one than the short one needs; what waits comes after all before it.
   */
  Optional<Duration> estimate(String id, int workers) {
    Optional<Work> found = works.stream().filter(work -> work.id().equals(id)).findFirst();
    if (found.isEmpty() || found.get().millis().isEmpty()) {
      return Optional.empty();
    }
    Work mine = found.get();
    double left = mine.millis().getAsDouble();
    double all = left;
    for (Work work : works) {
      if (work.id().equals(id)) {
        if (mine.making()) {
          continue;
        }
        break;
      }
      if (mine.making() && !work.making()) {
        break;
      }
      if (work.millis().isEmpty()) {
        return Optional.empty();
      }
      double other = work.millis().getAsDouble();
      all += mine.making() ? Math.min(other, left) : other;
    }
    return Optional.of(Duration.ofMillis((long) (all / workers)));
  }
}
