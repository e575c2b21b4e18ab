package org.titiktutur.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Checkpoints that last as long as one command: what one format made, the next need not make again.
 */
public final class ScratchCheckpoints implements Checkpoints {

  private final Path folder;
  private final Map<String, Path> kept = new HashMap<>();

  public ScratchCheckpoints(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  @Override
  public synchronized Optional<Path> find(String key) {
    return Optional.ofNullable(kept.get(key));
  }

  @Override
  public synchronized Path keep(String key, Path made) throws IOException {
    Path place = folder.resolve(String.valueOf(kept.size()));
    Files.move(made, place);
    kept.put(key, place);
    return place;
  }
}
