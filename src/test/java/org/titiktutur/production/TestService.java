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
import org.awaitility.Awaitility;
import org.titiktutur.catalog.Details;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.storage.BlobStore;
import org.titiktutur.storage.Database;
import org.titiktutur.storage.DatabaseSettings;
import org.titiktutur.workshop.WorkerPool;

/** The service without its doors: real database, real blobs, real workers and engines. */
final class TestService implements AutoCloseable {

  private static final long HEAP = 384L << 20;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Database database;
  private final BlobStore blobs;
  private final WorkerPool pool;
  private final Production production;

  private TestService(DatabaseSettings settings, long reserve) throws IOException {
    Path data = settings.folder();
    database = Database.open(settings);
    blobs = new BlobStore(data.resolve("blobs"), reserve);
    pool = pool(Files.createDirectories(data.resolve("w")));
    production = new Production(database, blobs, pool, 2, data.resolve("scratch"));
    production.start();
  }

  static TestService open(DatabaseSettings settings) throws IOException {
    return new TestService(settings, 0);
  }

  static TestService open(DatabaseSettings settings, long reserve) throws IOException {
    return new TestService(settings, reserve);
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

  Production production() {
    return production;
  }

  Database database() {
    return database;
  }

  BlobStore blobs() {
    return blobs;
  }

  Upload upload(String name, String text) throws IOException {
    return production
        .shelf()
        .receive(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            name,
            Optional.of("text/plain"),
            1 << 20);
  }

  Item add(String name, String text) throws IOException, BadOptionException {
    return production.shelf().add(upload(name, text), Details.NONE);
  }

  Item read(Item item) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> production.items().find(item.id()).orElseThrow(),
            now -> now.state() != Item.State.READING);
  }

  Wish wish(Item item, String format, Map<String, String> options) throws Exception {
    return production
        .wishes()
        .wish(item.id(), Format.find(format).orElseThrow(), options)
        .orElseThrow();
  }

  Rendition made(Rendition rendition) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> production.renditions().find(rendition.id()).orElseThrow(),
            now -> now.state().isFinal());
  }

  @Override
  public void close() {
    production.close();
    pool.close();
    database.close();
  }
}
