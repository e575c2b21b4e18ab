package org.titiktutur.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.storage.BlobStore;

/** A stored text: what it is, and its parts one by one. */
public final class PublicationView {

  private final Publication index;
  private final Map<Integer, String> parts;
  private final BlobStore blobs;

  PublicationView(Publication index, Map<Integer, String> parts, BlobStore blobs) {
    this.index = index;
    this.parts = parts;
    this.blobs = blobs;
  }

  public Publication index() {
    return index;
  }

  /**
   * Reads one part.
   *
   * @param number counts from 1
   * @throws IllegalArgumentException if there is no such part
   */
  public Part part(int number) {
    String sha256 = parts.get(number);
    if (sha256 == null) {
      throw new IllegalArgumentException("no part " + number);
    }
    try {
      return PublicationFolder.readPart(blobs.path(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
