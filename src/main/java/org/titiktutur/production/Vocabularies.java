package org.titiktutur.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.titiktutur.catalog.StoredPublication;
import org.titiktutur.language.Vocabulary;
import org.titiktutur.publication.Publication;
import org.titiktutur.speech.Narrator;

/** Which words the books hold; found out once for each text, and kept beside its other pieces. */
final class Vocabularies {

  private static final String PREFIX = "words/";

  /** Raised when the same text would hold other words. */
  private static final int VERSION = 1;

  private static final String FILE = "words";

  private final Stores stores;

  /** Texts whose words were found out; asked often. */
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  Vocabularies(Stores stores) {
    this.stores = stores;
  }

  /** Depends on how things are read aloud: an abbreviation holds the words that it stands for. */
  private static String key() {
    return PREFIX + VERSION + "-" + Foundations.lexicons();
  }

  /** Of a text, if it was found out already. */
  Optional<Vocabulary> find(String publication) {
    String blob = stores.publications().piece(publication, key()).get(FILE);
    if (blob == null || !stores.blobs().has(blob)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Vocabulary.read(Files.readAllBytes(stores.blobs().path(blob))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String publication) {
    return known.contains(publication)
        || (stores.publications().piece(publication, key()).containsKey(FILE)
            && known.add(publication));
  }

  /**
   * Of a text; finds it out and keeps it if that was not done yet.
   *
   * @param text where the publication lies
   * @param index of it, with the language that it is spoken in
   */
  Vocabulary get(StoredPublication publication, Path text, Publication index, Benches.Bench bench)
      throws IOException, InterruptedException {
    Optional<Vocabulary> known = find(publication.id());
    if (known.isPresent()) {
      return known.get();
    }
    List<Publication.Entry> parts =
        index.parts().stream().filter(part -> part.sentences() > 0).toList();
    Path words =
        Waiting.on(
            new Narrator(bench.workers())
                .words(
                    text,
                    index.metadata().language().tag(),
                    parts,
                    Files.createDirectory(bench.folder().resolve(FILE))));
    Vocabulary found = Vocabulary.read(Files.readAllBytes(words));
    String blob = stores.blobs().take(words).sha256();
    stores
        .database()
        .change(
            handle -> {
              stores.publications().forgetPieces(publication.id(), PREFIX);
              if (stores.publications().find(publication.id()).isPresent()) {
                stores.publications().keepPiece(publication.id(), key(), Map.of(FILE, blob));
              }
            });
    return found;
  }
}
