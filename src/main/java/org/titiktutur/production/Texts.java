package org.titiktutur.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.titiktutur.catalog.Publications;
import org.titiktutur.catalog.StoredPublication;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.storage.BlobStore;
import org.titiktutur.storage.Ids;

/** Publications as blobs, and back. */
final class Texts {

  private final Publications publications;
  private final BlobStore blobs;

  Texts(Publications publications, BlobStore blobs) {
    this.publications = publications;
    this.blobs = blobs;
  }

  /** Moves a publication's files into the store; its row is still to be written. */
  StoredPublication take(String item, PublicationFolder folder) throws IOException {
    Publication index = folder.read();
    Map<Integer, String> parts = new HashMap<>();
    for (Publication.Entry part : index.parts()) {
      parts.put(part.number(), blobs.take(folder.partFile(part.number())).sha256());
    }
    return new StoredPublication(
        Ids.next(),
        item,
        index.schema(),
        blobs.take(folder.index()).sha256(),
        parts,
        index.characters());
  }

  Optional<PublicationView> view(String publication) {
    return publications
        .find(publication)
        .map(
            stored -> {
              try {
                return new PublicationView(index(stored), stored.parts(), blobs);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  Publication index(StoredPublication stored) throws IOException {
    return PublicationFolder.readIndex(blobs.path(stored.sha256()));
  }

  /** Lays a stored publication into a folder for workers to read. */
  PublicationFolder lay(StoredPublication stored, Path path) throws IOException {
    PublicationFolder folder = new PublicationFolder(Files.createDirectories(path));
    for (Map.Entry<Integer, String> part : stored.parts().entrySet()) {
      blobs.lend(part.getValue(), folder.partFile(part.getKey()));
    }
    blobs.lend(stored.sha256(), folder.index());
    return folder;
  }
}
