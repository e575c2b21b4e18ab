package org.titiktutur.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.RenditionFile;
import org.titiktutur.catalog.StoredPublication;
import org.titiktutur.jobs.Job;
import org.titiktutur.jobs.JobHandler;
import org.titiktutur.jobs.Outcome;
import org.titiktutur.language.Vocabulary;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Metadata;
import org.titiktutur.publication.Origin;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.storage.Blob;
import org.titiktutur.storage.FullDiskException;

/** Makes a rendition. The subject is its id. */
final class MakingJob implements JobHandler {

  static final String KIND = "make";

  private static final Logger LOG = LoggerFactory.getLogger(MakingJob.class);
  private static final Duration UNTIL_THERE_IS_ROOM = Duration.ofSeconds(10);

  private final Stores stores;
  private final Benches benches;
  private final Wishes wishes;
  private final Lexicons lexicons;

  MakingJob(Stores stores, Benches benches, Wishes wishes, Lexicons lexicons) {
    this.stores = stores;
    this.benches = benches;
    this.wishes = wishes;
    this.lexicons = lexicons;
  }

  @Override
  public Outcome run(Job job) throws Exception {
    String id = job.subject();
    Optional<Rendition> found = stores.renditions().find(id);
    Optional<Item> item = found.flatMap(each -> stores.items().find(each.item()));
    Optional<StoredPublication> text =
        found.flatMap(Rendition::publication).flatMap(stores.publications()::find);
    if (item.isEmpty() || text.isEmpty() || !stores.renditions().begin(id)) {
      return Outcome.DONE;
    }
    stores.watchers().changed(id);
    try (Benches.Bench bench = benches.open()) {
      make(found.get(), item.get(), text.get(), bench);
    } catch (NotHereException e) {
      stores.renditions().fail(id, Problem.of(e).json());
    } catch (FullDiskException e) {
      return postpone(id);
    } catch (Exception e) {
      try {
        FullDiskException.check(e);
      } catch (FullDiskException full) {
        return postpone(id);
      }
      throw e;
    }
    stores.watchers().changed(id);
    return Outcome.DONE;
  }

  @Override
  public void giveUp(Job job, Throwable last) {
    stores.renditions().fail(job.subject(), Problem.of(Problem.Code.GIVEN_UP).json());
    stores.watchers().changed(job.subject());
  }

  private Outcome postpone(String id) {
    stores.renditions().postpone(id, Problem.of(Problem.Code.DISK_FULL).json());
    stores.watchers().changed(id);
    return new Outcome.Later(UNTIL_THERE_IS_ROOM);
  }

  private void make(Rendition rendition, Item item, StoredPublication text, Benches.Bench bench)
      throws IOException, InterruptedException, NotHereException, BadOptionException {
    Recipe recipe = Wishes.recipe(rendition);
    stores.blobs().requireRoom(text.characters());
    PublicationFolder folder = stores.texts().lay(text, bench.folder().resolve("text"));
    Path made = Files.createDirectory(bench.folder().resolve("made"));
    Publication publication = asCatalogued(stores.texts().index(text), item);
    BookLexicon lexicon = lexicon(rendition, item, text, folder, publication, bench);
    Order order =
        new Order(
            publication,
            folder,
            WishOptions.parse(rendition.options()),
            Set.of(recipe.format()),
            bench.workers(),
            new StoredCheckpoints(
                stores.publications(),
                stores.blobs(),
                text.id(),
                stores.sounds().of(item.id()),
                bench.folder().resolve("pieces")),
            lexicon::documents,
            FileNames.of(item.title(), item.id()),
            Files.createDirectory(bench.folder().resolve("making")),
            made);
    StoredProgress progress = new StoredProgress(stores, rendition.id(), text.id(), made);
    Made result = recipe.make(order, progress);
    bench.checkRoom();
    List<RenditionFile> files = take(made, result, progress.whole());
    boolean wanted =
        stores
            .database()
            .write(
                handle -> {
                  boolean finished =
                      stores
                          .renditions()
                          .finish(
                              rendition.id(),
                              files,
                              StoredFindings.counts(result.findings()),
                              StoredFindings.rows(result.findings()));
                  if (finished) {
                    removeOlder(rendition);
                    stores
                        .renditions()
                        .learn(rendition.format(), text.characters(), bench.worked());
                  }
                  return finished;
                });
    if (wanted) {
      stores.watchers().changed(rendition.id());
      stores.publications().forgetUnused(item.id());
      preparePages(rendition.id());
    }
  }

  /** What is said of the book's words at this moment, which is what it is made with. */
  private BookLexicon lexicon(
      Rendition rendition,
      Item item,
      StoredPublication text,
      PublicationFolder folder,
      Publication publication,
      Benches.Bench bench)
      throws IOException, InterruptedException {
    if (WishOptions.kind(Wishes.recipe(rendition).format()) != WishOptions.Kind.SPEECH) {
      return BookLexicon.NONE;
    }
    BookLexicon lexicon = BookLexicon.NONE;
    if (lexicons.hasAny(item.id())) {
      Vocabulary words = lexicons.vocabularies().get(text, folder.path(), publication, bench);
      lexicon = lexicons.of(item.id(), Optional.of(words));
    }
    wishes.isMadeWith(rendition, lexicon.hash());
    return lexicon;
  }

  /** So that nobody has to wait for them; if it does not work now, whoever asks waits. */
  private void preparePages(String id) {
    try {
      Optional<Rendition> ready = stores.renditions().find(id);
      if (ready.isPresent()) {
        BraillePages.of(ready.get(), stores, benches);
      }
    } catch (CancellationException e) {
      LOG.info("the service ends before the pages to look at of {} are there", id);
    } catch (IOException | RuntimeException e) {
      LOG.warn("no pages to look at for {} yet", id, e);
    }
  }

  /** What the same wish came to for an earlier text or title. */
  private void removeOlder(Rendition rendition) {
    stores.renditions().ofItem(rendition.item()).stream()
        .filter(other -> !other.id().equals(rendition.id()))
        .filter(other -> other.state() == Rendition.State.READY)
        .filter(other -> other.format().equals(rendition.format()))
        .filter(other -> other.options().equals(rendition.options()))
        .forEach(other -> stores.renditions().remove(other.id()));
  }

  /** Puts what has not been taken yet into the store; what has keeps its number. */
  private List<RenditionFile> take(Path made, Made result, List<RenditionFile> taken)
      throws IOException {
    List<Path> paths = new ArrayList<>();
    for (Path file : result.files()) {
      try (Stream<Path> below = Files.walk(made.resolve(file))) {
        below.filter(Files::isRegularFile).sorted().forEach(paths::add);
      }
    }
    List<RenditionFile> files = new ArrayList<>(taken);
    int number = taken.stream().mapToInt(RenditionFile::number).max().orElse(0);
    for (Path path : paths) {
      Path place = made.relativize(path);
      files.add(take(stores, made, ++number, place, result.secondsOf(place)));
    }
    return files;
  }

  private static RenditionFile take(
      Stores stores, Path made, int number, Path place, OptionalDouble seconds) throws IOException {
    String name = place.getFileName().toString();
    Blob blob = stores.blobs().take(made.resolve(place));
    return new RenditionFile(
        number,
        name,
        place.toString().replace('\\', '/'),
        FileNames.mediaType(name),
        blob.bytes(),
        blob.sha256(),
        seconds);
  }

  /** The publication with what the catalog says of it. */
  static Publication asCatalogued(Publication read, Item item) {
    Metadata metadata = read.metadata();
    Language language =
        metadata.language().tag().equals(item.language()) || !Language.isTag(item.language())
            ? metadata.language()
            : new Language(item.language(), Origin.ASKED);
    return new Publication(
        read.schema(),
        new Metadata(
            item.title(),
            item.authors(),
            language,
            metadata.identifier(),
            metadata.publisher(),
            metadata.date()),
        read.parts(),
        read.findings());
  }

  /** Progress as it is stored: once a second at most, and whenever the stage changes. */
  private static final class StoredProgress implements Progress {
    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final Stores stores;
    private final String id;
    private final String text;
    private final Path made;
    private final Map<Integer, RenditionFile> whole = new TreeMap<>();
    private Stage last;
    private int percent = -1;
    private long at;

    StoredProgress(Stores stores, String id, String text, Path made) {
      this.stores = stores;
      this.id = id;
      this.text = text;
      this.made = made;
    }

    /** What has been handed out already, in order. */
    synchronized List<RenditionFile> whole() {
      return List.copyOf(whole.values());
    }

    @Override
    public void whole(int number, Path place, double seconds) throws IOException {
      RenditionFile file = take(stores, made, number, place, OptionalDouble.of(seconds));
      synchronized (this) {
        whole.put(number, file);
      }
      stores.renditions().add(id, text, file);
      stores.watchers().changed(id);
    }

    @Override
    public void at(Stage stage, int part, int parts, double share) {
      int now = (int) (share * 100);
      synchronized (this) {
        boolean soon = System.nanoTime() - at < NANOS;
        if (stage == last && (soon || now <= percent)) {
          return;
        }
        last = stage;
        percent = Math.max(percent, now);
        at = System.nanoTime();
      }
      stores.renditions().progress(id, stage.name().toLowerCase(Locale.ROOT), now);
      stores.watchers().changed(id);
    }
  }
}
