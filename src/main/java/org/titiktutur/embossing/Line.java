package org.titiktutur.embossing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * A way to a device, used once, by one thread. Nothing here blocks longer than it is told to, so
 * that its user can change their mind.
 */
interface Line {

  static Line to(Address address) {
    if (address instanceof Address.Tcp tcp) {
      return new TcpLine(tcp);
    }
    return new FileLine(((Address.File) address).path());
  }

  /** It cannot be used, or no longer. */
  final class BrokenException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Outcome.Cause cause;

    BrokenException(Outcome.Cause cause, IOException why) {
      super(why.toString(), why);
      this.cause = cause;
    }

    Outcome.Cause why() {
      return cause;
    }
  }

  /**
   * Goes on with opening.
   *
   * @return whether it is open now
   */
  boolean open(long millis) throws BrokenException;

  /**
   * Hands over some bytes, as many as are taken at once.
   *
   * @param bytes may be empty, to wait for what is {@link #held}
   */
  void offer(ByteBuffer bytes, long millis) throws BrokenException;

  /** How many of the bytes that were taken are still on this side, as far as we can know. */
  long held() throws BrokenException;

  /** Waits, and notices if the device goes away meanwhile. */
  void idle(long millis) throws BrokenException;

  /** Waits a moment for news that what was taken did not arrive, where such news is possible. */
  void settle(Duration time) throws BrokenException;

  /**
   * Goes on with saying that this was all.
   *
   * @return whether the device, or the disk, has said that it has everything
   */
  boolean finish(long millis) throws BrokenException;

  /** Ends it when nothing is held, and leaves the device all it was given. */
  void close();

  /** Ends it in the middle; what is still on this side is thrown away, never sent later. */
  void abort();
}
