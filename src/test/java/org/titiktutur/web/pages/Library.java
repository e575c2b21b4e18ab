package org.titiktutur.web.pages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.titiktutur.catalog.Details;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rights;
import org.titiktutur.catalog.Search;
import org.titiktutur.patrons.People;
import org.titiktutur.production.BadOptionException;
import org.titiktutur.production.Embosser;
import org.titiktutur.production.EmbossingState;
import org.titiktutur.production.Format;
import org.titiktutur.production.Production;
import org.titiktutur.production.Shelf;
import org.titiktutur.production.Upload;
import org.titiktutur.storage.BlobStore;
import org.titiktutur.storage.Database;
import org.titiktutur.storage.DatabaseSettings;
import org.titiktutur.web.Forms;
import org.titiktutur.web.Proxies;
import org.titiktutur.web.Server;
import org.titiktutur.web.WebSettings;
import org.titiktutur.web.api.Events;
import org.titiktutur.web.api.RenditionResource;
import org.titiktutur.workshop.WorkerPool;

/** A library with its doors open: real database, workers, engines and server, behind a prefix. */
final class Library implements AutoCloseable {

  private static final long HEAP = 384L << 20;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Database database;
  private final WorkerPool pool;
  private final Production production;
  private final Server server;
  private final People.Introduction introduction;

  /**
   * Opens them.
   *
   * @param paper what an embosser is sent
   */
  Library(Path data, Path paper) throws IOException, BadOptionException {
    database = Database.open(DatabaseSettings.sqlite(data));
    pool = pool(Files.createDirectories(data.resolve("w")));
    production =
        new Production(
            database,
            new BlobStore(data.resolve("blobs"), 0),
            pool,
            2,
            data.resolve("scratch"),
            List.of(
                Embosser.of(
                    "ruang-baca",
                    Optional.of("Ruang baca"),
                    "file:" + paper,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty())));
    People people = new People(database);
    introduction = people.begin(Optional.empty()).orElseThrow();
    WebSettings settings =
        new WebSettings(
            "127.0.0.1",
            0,
            "/titik",
            Proxies.NONE,
            10 << 20,
            0,
            false,
            Files.createDirectories(data.resolve("incoming")));
    Pages pages = new Pages(production, people, new Forms(settings), settings.uploadLimit());
    List<Object> resources = new ArrayList<>(pages.resources());
    resources.add(new RenditionResource(production, new Events(production)));
    server = new Server(settings, people, pages, failure -> false, resources);
    server.start();
    production.start();
  }

  private static WorkerPool pool(Path scratch) {
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
    return new WorkerPool(
        new WorkerPool.Settings(
            command, 2, HEAP, scratch, Duration.ofMinutes(1), Duration.ofSeconds(2)));
  }

  String address(String path) {
    return server.address().resolve(path.substring(1)).toString();
  }

  /** How the administrator gets in for the first time. */
  People.Introduction introduction() {
    return introduction;
  }

  /** Waits until nothing is being read. */
  void allRead() {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                production
                    .items()
                    .list(Search.everything(EnumSet.allOf(Rights.class)))
                    .items()
                    .stream()
                    .noneMatch(item -> item.state() == Item.State.READING));
  }

  /** Waits until nothing is being made. */
  void allMade() {
    Awaitility.await().atMost(PATIENCE).until(() -> production.renditions().unfinished().isEmpty());
  }

  /** Waits until the embosser has taken all that it was sent. */
  void allEmbossed() {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                production.embossingDesk().latest(10).stream()
                    .allMatch(run -> run.state() == EmbossingState.SENT));
  }

  /** Puts a book on the shelf that is open to all, and wishes for it; the id of the rendition. */
  String add(String name, String text, String format) throws Exception {
    Shelf shelf = production.shelf();
    Upload upload =
        shelf.receive(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            name,
            Optional.empty(),
            1 << 20);
    Item item =
        shelf.add(
            upload,
            new Details(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Rights.PUBLIC_DOMAIN)));
    return production
        .wishes()
        .wish(item.id(), Format.find(format).orElseThrow(), Map.of())
        .orElseThrow()
        .rendition()
        .id();
  }

  @Override
  public void close() {
    server.close();
    production.close();
    pool.close();
    database.close();
  }
}
