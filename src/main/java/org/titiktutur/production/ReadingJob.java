package org.titiktutur.production;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.StoredPublication;
import org.titiktutur.extraction.Extraction;
import org.titiktutur.extraction.ExtractionOptions;
import org.titiktutur.extraction.Extractor;
import org.titiktutur.jobs.Job;
import org.titiktutur.jobs.JobHandler;
import org.titiktutur.jobs.Outcome;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Metadata;
import org.titiktutur.publication.Place;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.storage.FullDiskException;

/** Reads the source of an item and puts its text into the store. The subject is the item's id. */
final class ReadingJob implements JobHandler {

  static final String KIND = "read";

  private static final Duration UNTIL_THERE_IS_ROOM = Duration.ofSeconds(10);

  private final Stores stores;
  private final Wishes wishes;
  private final Benches benches;
  private final ExtractionOptions options;

  ReadingJob(Stores stores, Wishes wishes, Benches benches, ExtractionOptions options) {
    this.stores = stores;
    this.wishes = wishes;
    this.benches = benches;
    this.options = options;
  }

  @Override
  public Outcome run(Job job) throws Exception {
    Optional<Item> found = stores.items().find(job.subject());
    if (found.isEmpty() || found.get().state() != Item.State.READING) {
      return Outcome.DONE;
    }
    Item item = found.get();
    try (Benches.Bench bench = benches.open()) {
      Path source =
          Files.createDirectory(bench.folder().resolve("source")).resolve(item.source().name());
      stores.blobs().requireRoom(item.source().bytes());
      stores.blobs().lend(item.source().sha256(), source);
      Path text = bench.folder().resolve("text");
      Extraction extraction =
          new Extractor(bench.workers())
              .read(source, options.asking(item.asked().orElse(null)), text, unit -> {});
      bench.checkRoom();
      if (extraction instanceof Extraction.Refused refused) {
        refuse(item, refused.finding());
      } else {
        keep(item, new PublicationFolder(text), bench);
      }
    } catch (FullDiskException e) {
      return new Outcome.Later(UNTIL_THERE_IS_ROOM);
    } catch (Exception e) {
      FullDiskException.check(e);
      throw e;
    }
    return Outcome.DONE;
  }

  @Override
  public void giveUp(Job job, Throwable last) {
    stores
        .items()
        .find(job.subject())
        .ifPresent(
            item ->
                refuse(
                    item,
                    Finding.of(
                        FindingCode.SOURCE_KILLED_READER, Place.BOOK, item.source().name())));
  }

  private void keep(Item item, PublicationFolder folder, Benches.Bench bench) throws Exception {
    Optional<StoredPublication> before = item.publication().flatMap(stores.publications()::find);
    if (before.isPresent()) {
      Path earlier = bench.folder().resolve("earlier");
      SentenceIds.carryOver(stores.texts().lay(before.get(), earlier), folder);
    }
    Publication index = folder.read();
    StoredPublication stored = stores.texts().take(item.id(), folder);
    Metadata metadata = index.metadata();
    List<Rendition> bound =
        stores
            .database()
            .write(
                handle -> {
                  if (!isStillWanted(item)) {
                    return List.of();
                  }
                  stores.publications().add(stored);
                  before.ifPresent(earlier -> adoptPieces(earlier, stored));
                  stores
                      .publications()
                      .setFindings(stored.id(), StoredFindings.rows(index.findings()));
                  stores
                      .items()
                      .read(
                          item.id(),
                          stored.id(),
                          metadata.title(),
                          metadata.authors(),
                          metadata.language().tag(),
                          StoredFindings.counts(index.findings()));
                  List<Rendition> waiting = wishes.bindAll(item.id());
                  stores.publications().forgetUnused(item.id());
                  return waiting;
                });
    bound.forEach(rendition -> stores.watchers().changed(rendition.id()));
  }

  /** Parts whose text is as it was need not be spoken again. */
  private void adoptPieces(StoredPublication earlier, StoredPublication now) {
    Set<String> texts = new HashSet<>(now.parts().values());
    texts.retainAll(Set.copyOf(earlier.parts().values()));
    for (String text : texts) {
      stores.publications().adoptPieces(earlier.id(), now.id(), SpokenPieces.prefix(text));
    }
  }

  /** Whether nobody changed the source or the language meanwhile; then another job reads that. */
  private boolean isStillWanted(Item item) {
    return stores
        .items()
        .find(item.id())
        .filter(now -> now.state() == Item.State.READING)
        .filter(now -> now.source().equals(item.source()) && now.asked().equals(item.asked()))
        .isPresent();
  }

  private void refuse(Item item, Finding finding) {
    List<Rendition> failed =
        stores
            .database()
            .write(
                handle -> {
                  if (!isStillWanted(item)) {
                    return List.of();
                  }
                  stores.items().refuse(item.id(), StoredFindings.write(finding));
                  return wishes.failAll(item.id());
                });
    failed.forEach(rendition -> stores.watchers().changed(rendition.id()));
  }
}
