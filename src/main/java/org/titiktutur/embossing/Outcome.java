package org.titiktutur.embossing;

/** How a handover ended. */
public sealed interface Outcome {

  /** The device took every byte. Whether it embossed them, only somebody who looks can say. */
  record Sent() implements Outcome {}

  /**
   * The rest could not be handed over, and is not tried again.
   *
   * @param detail for the log, in the system's own words
   */
  record Interrupted(Stop at, Cause cause, String detail) implements Outcome {}

  record Cancelled(Stop at) implements Outcome {}

  /** What interrupts; each has a sentence in {@code resources/messages/embossing_*.properties}. */
  enum Cause {
    HOST_UNKNOWN,
    /** Nothing listens at that port, or it is busy with another. */
    REFUSED,
    /** No answer in time, or no way there. */
    UNREACHABLE,
    /** Closed or broken while it was in use. */
    LOST,
    /** It takes nothing more. */
    STALLED,
    /** The file is not there, or not ours to write. */
    NOT_OPENED,
    /** Writing the file failed: no room, or the device went away. */
    NOT_WRITTEN;

    /** The name of its sentence. */
    public String key() {
      return "interrupted." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
