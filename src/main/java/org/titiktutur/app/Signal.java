package org.titiktutur.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in its own words when a signal ends the program (Ctrl-C, SIGTERM): the signal
 * asks it to stop, waits for it, and the program ends with the command's exit code.
 */
final class Signal implements AutoCloseable {

  private static final long MOST_SECONDS = 8;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread atExit;
  private volatile int exit = Exit.FAULT;

  Signal(Runnable stop) {
    atExit =
        new Thread(
            () -> {
              stop.run();
              if (waited()) {
                Runtime.getRuntime().halt(exit);
              }
            },
            "signal");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  private boolean waited() {
    try {
      return ended.await(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** The command has said everything; answers the same exit code. */
  int ended(int code) {
    exit = code;
    ended.countDown();
    return code;
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The program is ending; the thread does the rest.
    }
  }
}
