package org.titiktutur.production;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.titiktutur.catalog.Items;
import org.titiktutur.catalog.Publications;
import org.titiktutur.catalog.Renditions;
import org.titiktutur.extraction.ExtractionOptions;
import org.titiktutur.jobs.Jobs;
import org.titiktutur.storage.BlobStore;
import org.titiktutur.storage.Database;
import org.titiktutur.workshop.WorkerPool;

/**
 * The service's work, whole: what comes in is read, what is wished for is made. Doors get its parts
 * from here.
 */
public final class Production implements AutoCloseable {

  private final Items items;
  private final Renditions renditions;
  private final Shelf shelf;
  private final Wishes wishes;
  private final Lexicons lexicons;
  private final Interpreter interpreter;
  private final Benches benches;
  private final Jobs jobs;
  private final EmbossingDesk embossingDesk;
  private final Housekeeping housekeeping;

  /** Bytes of spoken sentences that are kept where nothing else is said. */
  private static final long SOUNDS = 1L << 30;

  /** A service without embossers. */
  public Production(Database database, BlobStore blobs, WorkerPool pool, int workers, Path scratch)
      throws IOException {
    this(database, blobs, pool, workers, scratch, List.of());
  }

  /** A service that keeps spoken sentences beside its scratch folder. */
  public Production(
      Database database,
      BlobStore blobs,
      WorkerPool pool,
      int workers,
      Path scratch,
      List<Embosser> embossers)
      throws IOException {
    this(
        database,
        blobs,
        pool,
        workers,
        scratch,
        scratch.resolveSibling("sounds"),
        SOUNDS,
        embossers);
  }

  /**
   * Nothing is done before {@link #start}.
   *
   * @param workers how many the pool has, for estimates
   * @param scratch belongs to this; what lies in it is thrown away now
   * @param sounds where spoken sentences are kept; belongs to this
   * @param soundsLimit most bytes of them; 0: none are kept
   * @param embossers those that the administrator configured
   */
  public Production(
      Database database,
      BlobStore blobs,
      WorkerPool pool,
      int workers,
      Path scratch,
      Path sounds,
      long soundsLimit,
      List<Embosser> embossers)
      throws IOException {
    items = new Items(database);
    renditions = new Renditions(database, workers);
    Publications publications = new Publications(database);
    Stores stores =
        new Stores(
            database,
            blobs,
            new SentenceSounds(sounds, soundsLimit, blobs::hasRoom),
            items,
            publications,
            renditions,
            new Texts(publications, blobs),
            new Watchers(renditions),
            new Stores.JobsLater());
    benches = new Benches(pool, scratch);
    shelf = new Shelf(stores);
    Vocabularies vocabularies = new Vocabularies(stores);
    lexicons = new Lexicons(stores, vocabularies, benches);
    wishes = new Wishes(stores, benches, lexicons);
    interpreter = new Interpreter(benches, lexicons);
    jobs =
        new Jobs(
            database,
            Map.of(
                ReadingJob.KIND,
                new ReadingJob(stores, wishes, benches, ExtractionOptions.STANDARD),
                MakingJob.KIND,
                new MakingJob(stores, benches, wishes, lexicons),
                WordsJob.KIND,
                new WordsJob(stores, vocabularies, benches)));
    stores.jobs().set(jobs);
    embossingDesk = new EmbossingDesk(stores, benches, embossers);
    housekeeping = new Housekeeping(stores);
  }

  /** Takes up what was cut off, and begins. */
  public void start() {
    jobs.start();
    embossingDesk.start();
    housekeeping.start();
  }

  public Items items() {
    return items;
  }

  public Renditions renditions() {
    return renditions;
  }

  public Shelf shelf() {
    return shelf;
  }

  public Wishes wishes() {
    return wishes;
  }

  public Lexicons lexicons() {
    return lexicons;
  }

  public Interpreter interpreter() {
    return interpreter;
  }

  public EmbossingDesk embossingDesk() {
    return embossingDesk;
  }

  /** How much there is to do; for whoever watches the service. */
  public Jobs jobs() {
    return jobs;
  }

  /** Cuts off what is being done, which goes on after the next start; ends within seconds. */
  @Override
  public void close() {
    housekeeping.close();
    jobs.interrupt();
    embossingDesk.close();
    benches.close();
    jobs.close();
    benches.clear();
  }
}
