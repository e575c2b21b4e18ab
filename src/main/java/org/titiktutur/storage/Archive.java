package org.titiktutur.storage;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Everything that a library has, in one file: the rows as they were at one moment, and every blob
 * that they point to. It can be written while a service is at work.
 *
 * <p>A ZIP: {@code manifest.json}, then {@code titik.db} (SQLite) or {@code rows.jsonl}
 * (PostgreSQL), then {@code blobs/SHA-256}.
 */
public final class Archive {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FORMAT = 1;
  private static final String MANIFEST = "manifest.json";
  private static final String SQLITE = "titik.db";
  private static final String ROWS = "rows.jsonl";
  private static final String BLOBS = "blobs/";

  private Archive() {}

  /**
   * What an archive says of itself.
   *
   * @param format version of the archive's own form
   * @param schema version of the database
   * @param made ISO 8601
   */
  public record Manifest(int format, String engine, String schema, String made) {}

  /**
   * Writes an archive, whole or not at all.
   *
   * @param blobs root of the store
   * @param file is replaced if it is there
   */
  public static Manifest write(DatabaseSettings settings, Path blobs, Path file)
      throws IOException, InterruptedException {
    Path folder = file.toAbsolutePath().getParent();
    Path rows = folder.resolve("." + file.getFileName() + "." + Ids.next());
    Path aside = folder.resolve("." + file.getFileName() + "." + Ids.next());
    Keeping keeping = Keeping.all(blobs);
    try (Database database = Database.openBeside(settings)) {
      Manifest manifest =
          new Manifest(
              FORMAT,
              settings.isPostgresql() ? "postgresql" : "sqlite",
              Migrations.version(database.engine()).orElse(""),
              Instant.now().toString());
      database.backup(rows);
      zip(aside, manifest, rows, blobs);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return manifest;
    } catch (SQLException e) {
      FullDiskException.check(e);
      throw new IOException("cannot back up " + settings, e);
    } catch (IOException e) {
      FullDiskException.check(e);
      throw e;
    } finally {
      keeping.close();
      Files.deleteIfExists(rows);
      Files.deleteIfExists(aside);
    }
  }

  private static void zip(Path file, Manifest manifest, Path rows, Path blobs) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      entry(zip, MANIFEST, 6);
      zip.write(JSON.writeValueAsBytes(manifest));
      zip.closeEntry();
      entry(zip, manifest.engine().equals("postgresql") ? ROWS : SQLITE, 6);
      Files.copy(rows, zip);
      zip.closeEntry();
      List<String> names = new ArrayList<>();
      BlobStore.each(blobs, names::add);
      for (String name : names) {
        // Most are sound, pictures and ZIPs.
        entry(zip, BLOBS + name, 0);
        Files.copy(BlobStore.path(blobs, name), zip);
        zip.closeEntry();
      }
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * Puts back what an archive holds, into an empty data folder and an empty database of the same
   * kind.
   *
   * @throws NotEmptyException if there is a database already; nothing is changed
   * @throws IOException if the archive is damaged; the database is not there then
   */
  public static Manifest restore(Path file, DatabaseSettings settings, Path blobs)
      throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Manifest manifest = manifest(zip);
      boolean postgresql = manifest.engine().equals("postgresql");
      if (manifest.format() != FORMAT || postgresql != settings.isPostgresql()) {
        throw new IOException(file + " is of " + manifest.engine() + ", form " + manifest.format());
      }
      refuseToOverwrite(settings);
      Files.createDirectories(settings.folder());
      BlobStore store = new BlobStore(blobs, 0);
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName();
        if (name.startsWith(BLOBS)) {
          takeBlob(zip, entry, store);
        }
      }
      if (postgresql) {
        restoreRows(zip, settings);
      } else {
        restoreFile(zip, settings);
      }
      return manifest;
    } catch (SQLException e) {
      throw new IOException("cannot restore " + file, e);
    }
  }

  private static void refuseToOverwrite(DatabaseSettings settings)
      throws IOException, SQLException {
    if (!settings.isPostgresql()) {
      if (Files.exists(settings.file())) {
        throw new NotEmptyException(settings.folder().toString());
      }
      return;
    }
    try (PostgresqlEngine engine = new PostgresqlEngine(settings)) {
      if (Migrations.version(engine).isPresent()) {
        throw new NotEmptyException(settings.toString());
      }
    }
  }

  private static void takeBlob(ZipFile zip, ZipEntry entry, BlobStore store) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      Blob blob = store.take(in, Long.MAX_VALUE);
      if (!entry.getName().equals(BLOBS + blob.sha256())) {
        throw new IOException(entry.getName() + " is damaged in " + zip.getName());
      }
    }
  }

  private static void restoreFile(ZipFile zip, DatabaseSettings settings) throws IOException {
    Path aside = settings.folder().resolve(Ids.next());
    try (InputStream in = zip.getInputStream(required(zip, SQLITE))) {
      Files.copy(in, aside);
      try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.READ)) {
        channel.force(true);
      }
      Files.move(aside, settings.file(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(aside);
    }
    Database.open(settings).close();
  }

  private static void restoreRows(ZipFile zip, DatabaseSettings settings)
      throws IOException, SQLException {
    try (Database database = Database.open(settings);
        Connection connection = database.engine().apart();
        InputStream rows = zip.getInputStream(required(zip, ROWS))) {
      Backup.readBack(connection, rows);
    }
  }

  private static Manifest manifest(ZipFile zip) throws IOException {
    try (InputStream in = zip.getInputStream(required(zip, MANIFEST))) {
      return JSON.readValue(in, Manifest.class);
    }
  }

  private static ZipEntry required(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException(zip.getName() + " is no backup: it has no " + name);
    }
    return entry;
  }

  private static void entry(ZipOutputStream zip, String name, int level) throws IOException {
    zip.setLevel(level);
    zip.putNextEntry(new ZipEntry(name));
  }
}
