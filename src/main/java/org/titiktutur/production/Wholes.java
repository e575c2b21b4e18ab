package org.titiktutur.production;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.RenditionFile;
import org.titiktutur.storage.Blob;
import org.titiktutur.storage.FullDiskException;

/** Renditions of several files as one ZIP each, built once. */
final class Wholes {

  /** The first moment that a ZIP can tell, so that the same files give the same bytes. */
  private static final FileTime ALWAYS = FileTime.from(Instant.parse("1980-01-01T00:00:00Z"));

  private static final int LOCKS = 16;

  private final Stores stores;
  private final Benches benches;
  private final Object[] locks = new Object[LOCKS];

  Wholes(Stores stores, Benches benches) {
    this.stores = stores;
    this.benches = benches;
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new Object();
    }
  }

  Optional<RenditionFile> get(String id) throws IOException {
    Optional<Rendition> found =
        stores.renditions().find(id).filter(each -> each.state() == Rendition.State.READY);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (found.get().files().size() == 1) {
      return Optional.of(found.get().files().get(0));
    }
    synchronized (locks[Math.floorMod(id.hashCode(), LOCKS)]) {
      Optional<RenditionFile> kept = stores.renditions().whole(id);
      return kept.isPresent() ? kept : Optional.of(build(found.get()));
    }
  }

  private RenditionFile build(Rendition rendition) throws IOException {
    String title = stores.items().find(rendition.item()).map(Item::title).orElse("");
    String name = FileNames.of(title, rendition.item()) + "-" + rendition.format() + ".zip";
    try (Benches.Bench bench = benches.open()) {
      stores.blobs().requireRoom(rendition.files().stream().mapToLong(RenditionFile::bytes).sum());
      Path zip = bench.folder().resolve("whole.zip");
      write(rendition, zip);
      Blob blob = stores.blobs().take(zip);
      RenditionFile whole =
          new RenditionFile(
              0, name, name, "application/zip", blob.bytes(), blob.sha256(), seconds(rendition));
      stores.renditions().keepWhole(rendition.id(), whole);
      return whole;
    } catch (IOException e) {
      FullDiskException.check(e);
      throw e;
    }
  }

  private void write(Rendition rendition, Path zip) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip));
        ZipOutputStream entries = new ZipOutputStream(out)) {
      for (RenditionFile file : rendition.files()) {
        ZipEntry entry = new ZipEntry(file.path());
        entry.setLastModifiedTime(ALWAYS);
        // Sound does not get smaller.
        entries.setLevel(file.mediaType().startsWith("audio/") ? 0 : 6);
        entries.putNextEntry(entry);
        Files.copy(stores.blobs().path(file.sha256()), entries);
        entries.closeEntry();
      }
    }
  }

  private static OptionalDouble seconds(Rendition rendition) {
    return rendition.files().stream().anyMatch(file -> file.seconds().isPresent())
        ? OptionalDouble.of(
            rendition.files().stream().mapToDouble(file -> file.seconds().orElse(0)).sum())
        : OptionalDouble.empty();
  }
}
