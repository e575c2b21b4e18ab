package org.titiktutur.production;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.titiktutur.catalog.BlobUse;
import org.titiktutur.storage.BlobStore;
import org.titiktutur.storage.Database;

/**
 * What is wrong with a library's data.
 *
 * @param database what the database says of itself; empty if all is well
 * @param lost blobs that rows point to and that are not there
 * @param damaged blobs whose bytes are not those that their names say
 * @param blobs how many there are
 */
public record Checkup(List<String> database, List<String> lost, List<String> damaged, long blobs) {

  public Checkup {
    database = List.copyOf(database);
    lost = List.copyOf(lost);
    damaged = List.copyOf(damaged);
  }

  public boolean isWell() {
    return database.isEmpty() && lost.isEmpty() && damaged.isEmpty();
  }

  /**
   * Looks; a service may be at work meanwhile.
   *
   * @param everyByte whether every blob is read through, which takes as long as that takes
   */
  public static Checkup of(Database database, BlobStore blobs, boolean everyByte)
      throws IOException {
    List<String> lost = new ArrayList<>();
    new BlobUse(database)
        .each(
            blob -> {
              if (!blobs.has(blob)) {
                lost.add(blob);
              }
            });
    List<String> names = new ArrayList<>();
    blobs.each(names::add);
    List<String> damaged = new ArrayList<>();
    if (everyByte) {
      for (String name : names) {
        if (blobs.has(name) && !blobs.isSound(name)) {
          damaged.add(name);
        }
      }
    }
    return new Checkup(database.check(), lost.stream().distinct().toList(), damaged, names.size());
  }
}
