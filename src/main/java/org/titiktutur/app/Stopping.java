package org.titiktutur.app;

import java.util.concurrent.CancellationException;
import org.titiktutur.storage.Archive;

/** Ends work with an archive at its next word about how far it is. */
final class Stopping {

  private volatile boolean stopped;

  void stop() {
    stopped = true;
  }

  Archive.Progress around(Archive.Progress progress) {
    return (bytes, all) -> {
      if (stopped) {
        throw new CancellationException();
      }
      progress.at(bytes, all);
    };
  }
}
