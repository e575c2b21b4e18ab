package org.titiktutur.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.titiktutur.catalog.Publications;
import org.titiktutur.storage.BlobStore;
import org.titiktutur.workshop.NativeStore;

/** Finished pieces of one publication, which outlive the process. */
final class StoredCheckpoints implements Checkpoints {

  private final Publications publications;
  private final BlobStore blobs;
  private final String publication;
  private final SentenceSounds.OfItem sounds;
  private final Path scratch;
  private int laid;

  /**
   * The pieces of a publication.
   *
   * @param sounds of the sentences of its item
   * @param scratch where pieces are laid out for use
   */
  StoredCheckpoints(
      Publications publications,
      BlobStore blobs,
      String publication,
      SentenceSounds.OfItem sounds,
      Path scratch) {
    this.publications = publications;
    this.blobs = blobs;
    this.publication = publication;
    this.sounds = sounds;
    this.scratch = scratch;
  }

  @Override
  public Optional<Path> find(String key) throws IOException {
    return laid(publications.piece(publication, key));
  }

  @Override
  public Optional<Path> findLike(String prefix) throws IOException {
    Optional<String> key = publications.newestPiece(publication, prefix);
    return key.isPresent() ? find(key.get()) : Optional.empty();
  }

  @Override
  public boolean areLasting() {
    return true;
  }

  @Override
  public Optional<Path> sounds() throws IOException {
    return sounds.folder();
  }

  @Override
  public void keepSounds(Path pack) throws IOException {
    sounds.keep(pack);
  }

  private Optional<Path> laid(Map<String, String> files) throws IOException {
    if (files.isEmpty() || !files.values().stream().allMatch(blobs::has)) {
      return Optional.empty();
    }
    return Optional.of(lay(files));
  }

  @Override
  public Path keep(String key, Path folder) throws IOException {
    List<Path> made;
    try (Stream<Path> list = Files.list(folder)) {
      made = list.filter(Files::isRegularFile).toList();
    }
    Map<String, String> files = new TreeMap<>();
    for (Path file : made) {
      files.put(file.getFileName().toString(), blobs.take(file).sha256());
    }
    publications.keepPiece(publication, key, files);
    NativeStore.deleteTree(folder);
    return lay(files);
  }

  private Path lay(Map<String, String> files) throws IOException {
    Path place;
    synchronized (this) {
      place = Files.createDirectories(scratch.resolve(String.valueOf(laid++)));
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      blobs.lend(file.getValue(), place.resolve(file.getKey()));
    }
    return place;
  }
}
