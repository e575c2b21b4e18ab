package org.titiktutur.production;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for work that others do. */
final class Waiting {

  private Waiting() {}

  static <T> T on(CompletableFuture<T> work) throws InterruptedException {
    try {
      return work.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
