package org.titiktutur.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.titiktutur.braille.BrailleBook;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.embossing.DoesNotFitException;
import org.titiktutur.embossing.PageRange;
import org.titiktutur.embossing.Patience;
import org.titiktutur.embossing.Plan;
import org.titiktutur.formats.BrailleFile;
import org.titiktutur.formats.BrailleFiles;

/**
 * Where staff send braille to the embossers that the administrator configured. Safe for any thread.
 *
 * <p>One run at a time at each device. Each page is stored as handed over before the next one is
 * begun, so whatever ends the service, the run then stands at the first page that is not stored so;
 * it is never taken up by itself. Not the jobs' work: those are repeated, and a sheet must not be.
 */
public final class EmbossingDesk {

  static final String STOPPED = "interrupted.service-stopped";
  static final String DIED = "interrupted.service-died";
  static final String FAULT = "interrupted.fault";
  static final String NOT_BEGUN = "failed.fault";

  /** How long an answer waits for a run to do as it was told. */
  private static final long PROMPT = TimeUnit.SECONDS.toNanos(3);

  private final Stores stores;
  private final Benches benches;
  private final EmbossingRuns runs;
  private final Map<String, Embosser> embossers = new LinkedHashMap<>();
  private final Map<String, EmbossingQueue> queues = new LinkedHashMap<>();
  private final Object change = new Object();
  private volatile boolean started;

  /** Interrupts what an earlier process left in mid-run, before anybody can ask. */
  EmbossingDesk(Stores stores, Benches benches, List<Embosser> configured) {
    this.stores = stores;
    this.benches = benches;
    this.runs = new EmbossingRuns(stores.database());
    for (Embosser each : configured) {
      if (embossers.put(each.id(), each) != null) {
        throw new IllegalArgumentException("two embossers " + each.id());
      }
      queues.put(each.id(), new EmbossingQueue(this, runs, Patience.STANDARD, each.id()));
    }
    runs.interruptAll(new EmbossingRun.Cause(DIED, List.of()));
  }

  /** Begins what waits; nothing begins before. */
  void start() {
    for (EmbossingRun run : runs.waiting()) {
      if (!embossers.containsKey(run.embosser())) {
        runs.change(
            run.id(),
            EmbossingAction.FAIL,
            Optional.empty(),
            Optional.of(
                new CannotEmbossException(CannotEmbossException.Reason.NO_EMBOSSER, run.embosser())
                    .asCause()));
      }
    }
    started = true;
    queues.values().forEach(EmbossingQueue::wake);
  }

  /** Interrupts what is at the devices; ends within seconds. */
  void close() {
    List<Thread> closing =
        queues.values().stream().map(queue -> new Thread(queue::close, "embossers-end")).toList();
    closing.forEach(Thread::start);
    for (Thread each : closing) {
      try {
        each.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The devices there are, as configured. */
  public List<Embosser> embossers() {
    return List.copyOf(embossers.values());
  }

  /**
   * Looks at an order; takes a moment, and sends nothing.
   *
   * @throws BadOptionException names what is not well formed: {@code pages}, {@code volumes} or
   *     {@code copies}
   */
  public EmbossingPlan plan(EmbossingOrder order)
      throws CannotEmbossException, BadOptionException, IOException {
    Optional<PageRange> pages = range("pages", order.pages());
    Optional<PageRange> volumes = range("volumes", order.volumes());
    if (pages.isPresent() && volumes.isPresent()) {
      throw new BadOptionException("volumes", volumes.get().toString());
    }
    if (order.copies() < 1 || order.copies() > EmbossingOrder.MOST_COPIES) {
      throw new BadOptionException("copies", String.valueOf(order.copies()));
    }
    Embosser embosser = embosser(order.embosser());
    Optional<Rendition> found = stores.renditions().find(order.rendition());
    Optional<Item> item = found.flatMap(each -> stores.items().find(each.item()));
    if (item.isEmpty()) {
      throw new CannotEmbossException(CannotEmbossException.Reason.NO_RENDITION, order.rendition());
    }
    Rendition rendition = found.get();
    if (!isBraille(rendition)) {
      throw new CannotEmbossException(CannotEmbossException.Reason.NOT_BRAILLE, rendition.format());
    }
    if (rendition.state() != Rendition.State.READY) {
      throw new CannotEmbossException(CannotEmbossException.Reason.NOT_READY, rendition.id());
    }
    BrailleBook book = read(rendition.files().get(0).sha256());
    PageRange range =
        volumes.isPresent() ? ofVolumes(book, volumes.get()) : pages.orElse(PageRange.ALL);
    try {
      return new EmbossingPlan(
          order,
          item.get().title(),
          rendition.files().get(0),
          embosser,
          Plan.of(embosser.device(), book, range, order.copies()));
    } catch (DoesNotFitException e) {
      throw new CannotEmbossException(e);
    }
  }

  /**
   * Writes an order down as a run, which begins by itself when its turn comes. May be part of the
   * caller's transaction.
   *
   * @param who asks for it, by name
   */
  public EmbossingRun begin(EmbossingPlan plan, String who) {
    return stores
        .database()
        .write(
            handle -> {
              String id = runs.add(plan, who);
              stores.database().afterwards(() -> wake(plan.embosser().id()));
              return runs.find(id).orElseThrow();
            });
  }

  public Optional<EmbossingRun> find(String id) {
    return runs.find(id);
  }

  /** The latest runs, the last asked for first. */
  public List<EmbossingRun> latest(int limit) {
    return runs.latest(limit);
  }

  /**
   * Has a run stand still before its next page; empty if there is no such run. It is told so within
   * seconds or at the end of the page under way.
   */
  public Optional<EmbossingRun> pause(String id, String who) throws NotNowException {
    Optional<EmbossingRun> found = allowed(id, EmbossingAction.PAUSE);
    if (found.isEmpty()) {
      return found;
    }
    runs.decidedBy(id, who);
    if (!queues.get(found.get().embosser()).pause(id)) {
      throw notNow(id, EmbossingAction.PAUSE);
    }
    return prompt(id, found.get().state());
  }

  /**
   * Has a run go on; empty if there is no such run. Pages that were handed over before are sent
   * again if this is what is asked for here, and never else.
   *
   * @param fromPage of the copy at which it stood, or of the last one if all was sent; empty only
   *     for a run that is paused: where it stands
   * @throws BadOptionException if {@code fromPage} is missing or none of the run's pages
   */
  public Optional<EmbossingRun> resume(String id, OptionalInt fromPage, String who)
      throws NotNowException, BadOptionException, CannotEmbossException {
    Optional<EmbossingRun> found = allowed(id, EmbossingAction.RESUME);
    if (found.isEmpty()) {
      return found;
    }
    EmbossingRun run = found.get();
    boolean paused = run.state() == EmbossingState.PAUSED;
    if (fromPage.isEmpty() ? !paused : !hasPage(run, fromPage.getAsInt())) {
      throw new BadOptionException(
          "fromPage", fromPage.isEmpty() ? "" : String.valueOf(fromPage.getAsInt()));
    }
    embosser(run.embosser());
    runs.decidedBy(id, who);
    if (paused) {
      if (!queues.get(run.embosser()).resume(id, fromPage)) {
        throw notNow(id, EmbossingAction.RESUME);
      }
      return prompt(id, run.state());
    }
    int page = fromPage.getAsInt();
    int copy = run.at().map(EmbossingRun.Point::copy).orElse(run.copies());
    EmbossingRun.Point from = new EmbossingRun.Point(copy, page, page);
    if (!runs.change(id, EmbossingAction.RESUME, Optional.of(from), Optional.empty())) {
      throw notNow(id, EmbossingAction.RESUME);
    }
    wake(run.embosser());
    return runs.find(id);
  }

  /** Somebody has looked at the pages of a run that was sent; empty if there is no such run. */
  public Optional<EmbossingRun> confirm(String id, String who) throws NotNowException {
    Optional<EmbossingRun> found = allowed(id, EmbossingAction.CONFIRM);
    if (found.isEmpty()) {
      return found;
    }
    if (!runs.change(id, EmbossingAction.CONFIRM)) {
      throw notNow(id, EmbossingAction.CONFIRM);
    }
    runs.decidedBy(id, who);
    return runs.find(id);
  }

  /**
   * Gives a run up; empty if there is no such run. A page under way is finished if it goes through.
   */
  public Optional<EmbossingRun> cancel(String id, String who) throws NotNowException {
    Optional<EmbossingRun> found = allowed(id, EmbossingAction.CANCEL);
    if (found.isEmpty()) {
      return found;
    }
    runs.decidedBy(id, who);
    Optional<EmbossingQueue> queue = Optional.ofNullable(queues.get(found.get().embosser()));
    if (queue.isPresent() && queue.get().cancel(id)) {
      return prompt(id, found.get().state());
    }
    if (!runs.change(id, EmbossingAction.CANCEL)) {
      throw notNow(id, EmbossingAction.CANCEL);
    }
    wake(found.get().embosser());
    return runs.find(id);
  }

  /** For the queue: what a run sends, as its bytes and its device are today. */
  Plan plan(EmbossingRun run) throws CannotEmbossException {
    PageRange range = new PageRange(run.firstPage(), OptionalInt.of(run.lastPage()));
    try {
      return Plan.of(embosser(run.embosser()).device(), read(run.sha256()), range, run.copies());
    } catch (DoesNotFitException e) {
      throw new CannotEmbossException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void wake(String embosser) {
    EmbossingQueue queue = queues.get(embosser);
    if (started && queue != null) {
      queue.wake();
    }
  }

  /** Some run's row has changed. */
  void changed() {
    synchronized (change) {
      change.notifyAll();
    }
  }

  /** The run when it has left a state, or after a moment. */
  private Optional<EmbossingRun> prompt(String id, EmbossingState state) {
    long end = System.nanoTime() + PROMPT;
    synchronized (change) {
      Optional<EmbossingRun> run = runs.find(id);
      long left = PROMPT;
      while (left > 0 && run.isPresent() && run.get().state() == state) {
        try {
          TimeUnit.NANOSECONDS.timedWait(change, left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return run;
        }
        run = runs.find(id);
        left = end - System.nanoTime();
      }
      return run;
    }
  }

  private Optional<EmbossingRun> allowed(String id, EmbossingAction action) throws NotNowException {
    Optional<EmbossingRun> found = runs.find(id);
    if (found.isPresent() && !found.get().state().allows(action)) {
      throw new NotNowException(found.get().state(), action);
    }
    return found;
  }

  private NotNowException notNow(String id, EmbossingAction action) {
    return new NotNowException(runs.find(id).orElseThrow().state(), action);
  }

  private static boolean hasPage(EmbossingRun run, int page) {
    return page >= run.firstPage() && page <= run.lastPage();
  }

  private Embosser embosser(String id) throws CannotEmbossException {
    Embosser found = embossers.get(id);
    if (found == null) {
      throw new CannotEmbossException(CannotEmbossException.Reason.NO_EMBOSSER, id);
    }
    return found;
  }

  private static boolean isBraille(Rendition rendition) {
    return rendition.format().equals(Format.BRF.code())
        || rendition.format().equals(Format.PEF.code());
  }

  private static Optional<PageRange> range(String option, Optional<String> text)
      throws BadOptionException {
    if (text.filter(some -> !some.isBlank()).isEmpty()) {
      return Optional.empty();
    }
    Optional<PageRange> range = PageRange.parse(text.get().strip());
    if (range.isEmpty()) {
      throw new BadOptionException(option, text.get());
    }
    return range;
  }

  private static PageRange ofVolumes(BrailleBook book, PageRange volumes)
      throws CannotEmbossException {
    int last = volumes.last().orElse(book.volumes().size());
    if (volumes.first() > last || last > book.volumes().size()) {
      throw new CannotEmbossException(
          CannotEmbossException.Reason.NO_SUCH_VOLUMES, volumes, book.volumes().size());
    }
    return new PageRange(
        PageRange.ofVolume(book, volumes.first()).first(), PageRange.ofVolume(book, last).last());
  }

  private BrailleBook read(String sha256) throws CannotEmbossException, IOException {
    try (Benches.Bench bench = benches.open()) {
      BrailleFile file =
          new BrailleFiles(bench.workers())
              .read(
                  stores.blobs().path(sha256),
                  Files.createDirectory(bench.folder().resolve("pages")));
      if (file instanceof BrailleFile.Read read) {
        return read.book();
      }
      throw new CannotEmbossException(CannotEmbossException.Reason.UNREADABLE);
    }
  }
}
