package org.titiktutur.production;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.StoredPublication;
import org.titiktutur.jobs.Job;
import org.titiktutur.jobs.JobHandler;
import org.titiktutur.jobs.Outcome;
import org.titiktutur.storage.FullDiskException;

/**
 * Finds out which words a book holds, so that whoever mends one is told. The subject is an item.
 */
final class WordsJob implements JobHandler {

  static final String KIND = "words";

  private static final Duration UNTIL_THERE_IS_ROOM = Duration.ofSeconds(60);

  private final Stores stores;
  private final Vocabularies vocabularies;
  private final Benches benches;

  WordsJob(Stores stores, Vocabularies vocabularies, Benches benches) {
    this.stores = stores;
    this.vocabularies = vocabularies;
    this.benches = benches;
  }

  @Override
  public Outcome run(Job job) throws Exception {
    Optional<Item> item = stores.items().find(job.subject());
    Optional<StoredPublication> text =
        item.flatMap(Item::publication).flatMap(stores.publications()::find);
    if (text.isEmpty() || vocabularies.has(text.get().id())) {
      return Outcome.DONE;
    }
    try (Benches.Bench bench = benches.open()) {
      Path folder = bench.folder().resolve("text");
      var laid = stores.texts().lay(text.get(), folder);
      vocabularies.get(
          text.get(),
          laid.path(),
          MakingJob.asCatalogued(stores.texts().index(text.get()), item.get()),
          bench);
    } catch (FullDiskException e) {
      return new Outcome.Later(UNTIL_THERE_IS_ROOM);
    } catch (Exception e) {
      try {
        FullDiskException.check(e);
      } catch (FullDiskException full) {
        return new Outcome.Later(UNTIL_THERE_IS_ROOM);
      }
      throw e;
    }
    return Outcome.DONE;
  }

  /** Then it stays among the books that are not counted. */
  @Override
  public void giveUp(Job job, Throwable last) {}
}
