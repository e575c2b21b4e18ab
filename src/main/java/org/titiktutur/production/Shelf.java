package org.titiktutur.production;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.titiktutur.catalog.Details;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Items;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.Source;
import org.titiktutur.jobs.Lane;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.Language;
import org.titiktutur.storage.Blob;

/** Puts books on the shelf, and tends them. Safe for any thread. */
public final class Shelf {

  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final Stores stores;

  Shelf(Stores stores) {
    this.stores = stores;
  }

  /**
   * Takes a file from its sender into the store; nothing is on the shelf yet.
   *
   * @param limit most bytes
   * @throws org.titiktutur.storage.TooLargeException if there are more
   * @throws org.titiktutur.storage.FullDiskException if there is no room
   */
  public Upload receive(InputStream in, String name, Optional<String> mediaType, long limit)
      throws IOException {
    Blob blob = stores.blobs().take(in, limit);
    return new Upload(blob, name, mediaType);
  }

  /** A new item; it is being read from now on. */
  public Item add(Upload upload, Details details) throws BadOptionException {
    check(details);
    return stores
        .database()
        .write(
            handle -> {
              Item item = stores.items().add(source(upload), details, baseName(upload.name()));
              stores.jobs().submit(ReadingJob.KIND, item.id(), Lane.PROMPT);
              return item;
            });
  }

  /** Another file for an item, which is read anew; empty if there is no such item. */
  public Optional<Item> replaceSource(String item, Upload upload) {
    return stores
        .database()
        .write(
            handle -> {
              Optional<Item> replaced = stores.items().replaceSource(item, source(upload));
              replaced.ifPresent(
                  found -> stores.jobs().submit(ReadingJob.KIND, found.id(), Lane.PROMPT));
              return replaced;
            });
  }

  /** Reads the source of a refused item once more; empty if there is no such item. */
  public Optional<Item> readAgain(String item) {
    return stores
        .database()
        .write(
            handle -> {
              if (stores.items().find(item).isPresent()) {
                stores.items().reading(item);
                stores.jobs().submit(ReadingJob.KIND, item, Lane.PROMPT);
              }
              return stores.items().find(item);
            });
  }

  /**
   * Writes down what a person says of an item; another language makes its source be read again.
   *
   * @param expected version that the person saw; empty: whatever it is
   * @throws org.titiktutur.catalog.ChangedException if it is at another version by now
   */
  public Optional<Item> mend(String item, OptionalLong expected, Details details)
      throws BadOptionException {
    check(details);
    return stores
        .database()
        .write(
            handle -> {
              Optional<Item> before = stores.items().find(item);
              Optional<Item> mended = stores.items().mend(item, expected, details);
              if (mended.isPresent()
                  && !mended.get().asked().equals(before.orElseThrow().asked())) {
                return readAgain(item);
              }
              return mended;
            });
  }

  /** Takes an item off the shelf and ends what is being made of it; false if there is none. */
  public boolean delete(String item) {
    List<Rendition> renditions = stores.renditions().ofItem(item);
    boolean deleted =
        stores
            .database()
            .write(
                handle -> {
                  renditions.forEach(each -> stores.renditions().cancel(each.id()));
                  return stores.items().delete(item);
                });
    renditions.forEach(each -> stores.jobs().stop(MakingJob.KIND, each.id()));
    return deleted;
  }

  /** Brings back what was deleted in the last {@link Items#UNDO}; empty if there is none. */
  public Optional<Item> restore(String item) {
    return stores
        .database()
        .write(
            handle -> {
              Optional<Item> restored = stores.items().restore(item);
              if (restored.isPresent() && restored.get().state() == Item.State.READING) {
                stores.jobs().submit(ReadingJob.KIND, item, Lane.PROMPT);
              }
              return restored;
            });
  }

  /** The text of an item as it was read last; empty before that. */
  public Optional<PublicationView> publication(String item) {
    return stores
        .items()
        .find(item)
        .flatMap(Item::publication)
        .flatMap(publication -> stores.texts().view(publication));
  }

  /**
   * What was found about an item: on the way in, and in its renditions that are ready, each thing
   * once.
   *
   * @param words findings as {@link Phrases} has them
   */
  public List<Report.Entry> findings(String item, Phrases words) {
    Optional<Item> found = stores.items().find(item);
    if (found.isEmpty()) {
      return List.of();
    }
    List<Finding> all = new ArrayList<>();
    if (found.get().refusal().isPresent()) {
      all.add(StoredFindings.read(found.get().refusal().get()));
    } else {
      found.get().publication().ifPresent(owner -> all.addAll(findingsOf(owner)));
      for (Rendition rendition : stores.renditions().ofItem(item)) {
        findingsOf(rendition.id()).stream().filter(each -> !all.contains(each)).forEach(all::add);
      }
    }
    return Report.entries(all, words);
  }

  /** Why an item was refused, as one sentence; empty if it was not. */
  public Optional<String> refusal(Item item, Phrases words) {
    return item.refusal().map(StoredFindings::read).map(words::refuse);
  }

  private List<Finding> findingsOf(String owner) {
    return StoredFindings.findings(stores.publications().findings(owner));
  }

  private static void check(Details details) throws BadOptionException {
    if (details.language().isPresent()
        && !details.language().get().isEmpty()
        && !Language.isTag(details.language().get())) {
      throw new BadOptionException("language", details.language().get());
    }
  }

  private static Source source(Upload upload) {
    return new Source(
        upload.name(),
        upload.mediaType().orElse(UNKNOWN_TYPE),
        upload.blob().bytes(),
        upload.blob().sha256());
  }

  static String baseName(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
