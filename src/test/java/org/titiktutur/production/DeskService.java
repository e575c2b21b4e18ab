package org.titiktutur.production;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.titiktutur.catalog.Details;
import org.titiktutur.catalog.FindingCounts;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.RenditionFile;
import org.titiktutur.catalog.Source;
import org.titiktutur.storage.Blob;
import org.titiktutur.storage.BlobStore;
import org.titiktutur.storage.Database;
import org.titiktutur.storage.DatabaseSettings;
import org.titiktutur.workshop.WorkerPool;

/** The service with embossers at hand, and with braille on its shelf as if it had been made. */
public final class DeskService implements AutoCloseable {

  private static final long HEAP = 256L << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ROWS = 90;

  private final Database database;
  private final BlobStore blobs;
  private final WorkerPool pool;
  private final Production production;

  private DeskService(DatabaseSettings settings, List<Embosser> embossers) throws IOException {
    Path data = settings.folder();
    database = Database.open(settings);
    blobs = new BlobStore(data.resolve("blobs"), 0);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + HEAP,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "org.titiktutur.app.Main",
            "worker");
    pool =
        new WorkerPool(
            new WorkerPool.Settings(
                command,
                1,
                HEAP,
                Files.createDirectories(data.resolve("w")),
                Duration.ofMinutes(1),
                Duration.ofSeconds(2)));
    production = new Production(database, blobs, pool, 1, data.resolve("scratch"), embossers);
  }

  /** Without beginning anything. */
  public static DeskService still(DatabaseSettings settings, List<Embosser> embossers)
      throws IOException {
    return new DeskService(settings, embossers);
  }

  public static DeskService open(DatabaseSettings settings, List<Embosser> embossers)
      throws IOException {
    DeskService service = new DeskService(settings, embossers);
    service.production.start();
    return service;
  }

  /** A generic embosser with paper for the largest page. */
  public static Embosser embosser(String id, Machine machine) throws BadOptionException {
    return Embosser.of(
        id,
        Optional.empty(),
        machine.address(),
        Optional.empty(),
        Optional.of("100x90"),
        false,
        Optional.empty());
  }

  /** Pages, each larger than what systems hold of a connection, no two alike. */
  public static String book(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(
            page ->
                IntStream.rangeClosed(1, ROWS)
                    .mapToObj(row -> String.format("P%03dR%02d", page, row) + "=".repeat(90))
                    .collect(Collectors.joining("\r\n", "", "\r\n\f")))
        .collect(Collectors.joining());
  }

  public EmbossingDesk desk() {
    return production.embossingDesk();
  }

  public Production production() {
    return production;
  }

  public Database database() {
    return database;
  }

  /** A rendition in BRF that is ready. */
  public Rendition braille(int pages) throws IOException {
    Rendition waiting = waiting("brf");
    production.renditions().begin(waiting.id());
    Blob blob =
        blobs.take(
            new ByteArrayInputStream(book(1, pages).getBytes(StandardCharsets.US_ASCII)), 1 << 24);
    production
        .renditions()
        .finish(
            waiting.id(),
            List.of(
                new RenditionFile(
                    1,
                    "buku.brf",
                    "buku.brf",
                    "text/plain",
                    blob.bytes(),
                    blob.sha256(),
                    OptionalDouble.empty())),
            new FindingCounts(0, 0, 0),
            List.of());
    return production.renditions().find(waiting.id()).orElseThrow();
  }

  /** A rendition that is still to be made. */
  public Rendition waiting(String format) {
    Item item =
        production
            .items()
            .add(new Source("buku.txt", "text/plain", 1, "0".repeat(64)), Details.NONE, "Buku");
    return production
        .renditions()
        .add(item.id(), item.id() + format, format, Map.of())
        .orElseThrow();
  }

  public EmbossingRun emboss(Rendition rendition, String embosser) throws Exception {
    return emboss(order(rendition, embosser, null, 1));
  }

  public EmbossingRun emboss(EmbossingOrder order) throws Exception {
    return desk().begin(desk().plan(order), "Sari");
  }

  public static EmbossingOrder order(
      Rendition rendition, String embosser, String pages, int copies) {
    return new EmbossingOrder(
        rendition.id(), embosser, Optional.ofNullable(pages), Optional.empty(), copies);
  }

  public EmbossingRun now(EmbossingRun run) {
    return desk().find(run.id()).orElseThrow();
  }

  public EmbossingRun await(EmbossingRun run, Predicate<EmbossingRun> wanted) {
    return Awaitility.await().atMost(PATIENCE).until(() -> now(run), wanted);
  }

  public EmbossingRun await(EmbossingRun run, EmbossingState state) {
    return await(run, now -> now.state() == state);
  }

  public EmbossingRun awaitHandedOver(EmbossingRun run, int pages) {
    return await(run, now -> now.pagesHandedOver() == pages);
  }

  @Override
  public void close() {
    production.close();
    pool.close();
    database.close();
  }
}
