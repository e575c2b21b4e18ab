package org.titiktutur.app;

/** Exit codes of the command line; scripts depend on them. */
final class Exit {
  /** Made, whatever its findings. */
  static final int MADE = 0;

  /** A fault of ours. */
  static final int FAULT = 1;

  static final int USAGE = 2;

  /** The source was refused. */
  static final int REFUSED = 3;

  /** An engine, table or format that was asked for is not there. */
  static final int NOT_HERE = 4;

  /** A device is out of reach, or a run was interrupted; the last line names the page. */
  static final int INTERRUPTED = 5;

  private Exit() {}
}
