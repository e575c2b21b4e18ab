package org.titiktutur.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.titiktutur.jobs.Lane;
import org.titiktutur.patrons.People;
import org.titiktutur.patrons.Repeats;
import org.titiktutur.production.Production;
import org.titiktutur.storage.BlobStore;
import org.titiktutur.storage.Database;
import org.titiktutur.storage.FullDiskException;
import org.titiktutur.web.Forms;
import org.titiktutur.web.Health;
import org.titiktutur.web.Metrics;
import org.titiktutur.web.Server;
import org.titiktutur.web.WebSettings;
import org.titiktutur.web.api.EmbossingResource;
import org.titiktutur.web.api.Events;
import org.titiktutur.web.api.ItemResource;
import org.titiktutur.web.api.OpenApiResource;
import org.titiktutur.web.api.RenditionResource;
import org.titiktutur.web.api.TextResource;
import org.titiktutur.web.pages.Pages;
import org.titiktutur.workshop.NativeStore;
import org.titiktutur.workshop.WorkerPool;

/**
 * The service, whole: every room made by a constructor call and handed to those who need it. What
 * was opened last is closed first.
 */
final class Service implements AutoCloseable {

  /** Bytes that stay free on the disk, so that the database can always write. */
  static final long RESERVE = 32L << 20;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Production production;
  private final Server server;
  private final List<Object> resources;
  private final People people;
  private final Optional<People.Introduction> introduction;

  /** An address that strangers reach, and nobody who could keep them in check. */
  static final class NoAdministratorException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Opens everything; nothing is served yet.
   *
   * @param token of the administrator, from the environment
   * @throws NoAdministratorException where the address is not loopback and no administrator has
   *     chosen a password
   */
  Service(Configuration configuration, Optional<String> token)
      throws IOException, NoAdministratorException {
    boolean whole = false;
    try {
      Path data = configuration.data();
      makePrivate(data);
      if (System.getProperty(NativeStore.PROPERTY) == null) {
        System.setProperty(NativeStore.PROPERTY, data.resolve("natives").toString());
      }
      Database database = opened(Database.open(configuration.database()));
      people = new People(database);
      if (!isLoopback(configuration.host()) && !people.administratorHasPassword()) {
        throw new NoAdministratorException();
      }
      introduction = people.begin(token);
      makePrivate(data.resolve("blobs"));
      BlobStore blobs = new BlobStore(data.resolve("blobs"), RESERVE);
      Path uploads = empty(data.resolve("scratch").resolve("uploads"));
      Path sockets = Files.createTempDirectory("titik");
      opened(() -> NativeStore.deleteTree(sockets));
      WorkerPool pool = opened(Workers.pool(sockets));
      production =
          opened(
              new Production(
                  database,
                  blobs,
                  pool,
                  configuration.workers(),
                  data.resolve("scratch").resolve("work"),
                  data.resolve("sounds"),
                  configuration.soundsLimit(),
                  configuration.embossers()));
      Events events = opened(new Events(production));
      WebSettings settings = configuration.web(uploads);
      Pages pages = new Pages(production, people, new Forms(settings), settings.uploadLimit());
      resources = resources(settings, new Repeats(database), events, blobs);
      resources.addAll(pages.resources());
      server =
          opened(
              new Server(settings, people, pages, FullDiskException.class::isInstance, resources));
      whole = true;
    } finally {
      if (!whole) {
        close();
      }
    }
  }

  private List<Object> resources(
      WebSettings settings, Repeats repeats, Events events, BlobStore blobs) {
    List<Object> resources = new ArrayList<>();
    resources.add(new Health(() -> production.items().find("-").isEmpty(), blobs::hasRoom));
    Map<String, IntSupplier> waiting = new HashMap<>();
    for (Lane lane : Lane.values()) {
      waiting.put(lane.name().toLowerCase(Locale.ROOT), () -> production.jobs().waiting(lane));
    }
    resources.add(new Metrics(settings, waiting));
    resources.add(new ItemResource(production, repeats, new Forms(settings)));
    resources.add(new RenditionResource(production, events));
    resources.add(new TextResource(production));
    resources.add(new EmbossingResource(production.embossingDesk(), repeats));
    resources.add(new OpenApiResource());
    return resources;
  }

  /** Begins to serve, then takes up what was cut off. */
  void start() throws IOException {
    server.start();
    production.start();
  }

  URI address() {
    return server.address();
  }

  /** What answers at our doors. */
  List<Object> resources() {
    return List.copyOf(resources);
  }

  People people() {
    return people;
  }

  Production production() {
    return production;
  }

  /** How the administrator gets in, if this is the first start. */
  Optional<People.Introduction> introduction() {
    return introduction;
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  private static void makePrivate(Path data) throws IOException {
    Files.createDirectories(data);
    if (Files.getFileStore(data).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static Path empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      NativeStore.deleteTree(folder);
    }
    return Files.createDirectories(folder);
  }

  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Ends within seconds, whatever is under way; may be called again. */
  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        org.slf4j.LoggerFactory.getLogger(Service.class).error("while stopping", e);
      }
    }
  }
}
