package org.titiktutur.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.titiktutur.workshop.NativeStore;
import org.titiktutur.workshop.WorkerPool;

/**
 * A command's workers and its folder for what is needed on the way. Both are gone when the command
 * ends, also when a signal ends it.
 */
final class Scratch implements AutoCloseable {

  private final Path folder;
  private final WorkerPool workers;
  private final Thread atExit = new Thread(this::clear, "scratch-at-exit");

  private Scratch(Path folder, WorkerPool workers) {
    this.folder = folder;
    this.workers = workers;
  }

  static Scratch open() throws IOException {
    Path folder = Files.createTempDirectory("titik");
    Scratch scratch = new Scratch(folder, Workers.pool(Files.createDirectory(folder.resolve("w"))));
    Runtime.getRuntime().addShutdownHook(scratch.atExit);
    scratch.workers.warm();
    return scratch;
  }

  WorkerPool workers() {
    return workers;
  }

  /** A fresh empty folder. */
  Path folder(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  @Override
  public void close() {
    clear();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private void clear() {
    workers.close();
    try {
      NativeStore.deleteTree(folder);
    } catch (IOException e) {
      // A file that appeared while we deleted; try once more, then leave it to the system.
      try {
        NativeStore.deleteTree(folder);
      } catch (IOException again) {
        return;
      }
    }
  }
}
