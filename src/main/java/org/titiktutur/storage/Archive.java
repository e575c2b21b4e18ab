package org.titiktutur.storage;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Everything that a library has, in one file: the rows as they were at one moment, and every blob
 * that they point to. It can be written while a service is at work, and is restored to either
 * engine.
 *
 * <p>A ZIP: {@code rows.jsonl}, {@code blobs/SHA-256…}, then {@code manifest.json}.
 */
public final class Archive {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FORMAT = 1;
  private static final String MANIFEST = "manifest.json";
  private static final String ROWS = "rows.jsonl";
  private static final String BLOBS = "blobs/";
  private static final int BUFFER = 1 << 16;

  /** Where a backup lies, and its data, are the only things that it needs to know of a library. */
  private final DatabaseSettings settings;

  private final Path blobs;
  private final Set<String> blobColumns;

  /**
   * Of one library.
   *
   * @param blobs root of the store
   * @param blobColumns every column that names a blob, as {@code table.column}
   */
  public Archive(DatabaseSettings settings, Path blobs, Set<String> blobColumns) {
    this.settings = settings;
    this.blobs = blobs;
    this.blobColumns = Set.copyOf(blobColumns);
  }

  /**
   * What an archive says of itself.
   *
   * @param format version of the archive's own form
   * @param schema version of the database
   * @param made ISO 8601
   * @param rows how many
   * @param rowsSha256 of {@code rows.jsonl}
   * @param blobs how many
   * @param bytes of all blobs
   * @param lost blobs that rows point to but that were not there, or not sound
   */
  public record Manifest(
      int format,
      String schema,
      String made,
      long rows,
      String rowsSha256,
      long blobs,
      long bytes,
      List<String> lost) {

    public Manifest {
      lost = lost == null ? List.of() : List.copyOf(lost);
    }
  }

  /** Hears how far it is; whatever it throws ends the work, which then leaves nothing. */
  @FunctionalInterface
  public interface Progress {
    /**
     * So much is done.
     *
     * @param bytes of blobs, so far
     * @param all of them
     */
    void at(long bytes, long all);
  }

  /**
   * Writes an archive, whole or not at all, that only its owner may read: it holds what passwords
   * are checked with.
   *
   * @param file is replaced if it is there
   * @throws java.nio.file.NoSuchFileException if there is no library to back up
   */
  public Manifest write(Path file, Progress progress) throws IOException, InterruptedException {
    Path folder = file.toAbsolutePath().getParent();
    Path aside = folder.resolve("." + file.getFileName() + "." + Ids.next());
    Manifest manifest;
    try (Database database = Database.openBeside(settings)) {
      Keeping keeping = Keeping.all(blobs);
      try (FileChannel channel = forOwnerOnly(aside);
          ZipOutputStream zip =
              new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)))) {
        manifest = write(database.engine(), zip, progress);
        zip.finish();
        zip.flush();
        channel.force(true);
      } finally {
        keeping.close();
      }
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      BlobStore.syncFolder(folder);
      return manifest;
    } catch (SQLException e) {
      FullDiskException.check(e);
      throw new IOException("cannot back up " + settings, e);
    } catch (IOException e) {
      FullDiskException.check(e);
      throw e;
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /**
   * Reads an archive through and checks every byte.
   *
   * @throws UnusableArchiveException if it is not whole, not ours or too new
   */
  public Manifest verify(Path file, Progress progress) throws IOException {
    try (ZipFile zip = open(file)) {
      return verify(zip, progress);
    }
  }

  /**
   * Puts back what an archive holds. An archive that cannot be used changes nothing.
   *
   * @param replace whether a library that is there may go; its rows stay in the folder {@code
   *     backups}, its blobs for a day
   * @return what came back, and where the former rows are
   * @throws UnusableArchiveException if it is not whole, not ours or too new
   * @throws NotEmptyException if there is a library and it may not go
   * @throws InUseException if a service is at work there
   */
  public Restored restore(Path file, boolean replace, Progress progress) throws IOException {
    try (ZipFile zip = open(file)) {
      boolean made = Files.notExists(settings.folder());
      boolean done = false;
      createForOwnerOnly(settings.folder());
      Database.Closing lock = Database.lockFolder(settings.folder());
      try {
        refuseToOverwrite(replace);
        Manifest manifest = verify(zip, (bytes, all) -> progress.at(bytes / 2, all));
        BlobStore store = new BlobStore(blobs, 0);
        store.requireRoom(manifest.bytes());
        takeBlobs(zip, manifest, store, progress);
        Optional<Path> former =
            settings.isPostgresql() ? intoServer(zip, manifest) : intoFile(zip, manifest);
        giveToOwner(settings.folder());
        done = true;
        return new Restored(manifest, former);
      } finally {
        lock.close();
        if (made && !done) {
          deleteEmpty(settings.folder());
        }
      }
    } catch (SQLException e) {
      FullDiskException.check(e);
      throw new IOException("cannot restore " + file, e);
    } catch (IOException e) {
      FullDiskException.check(e);
      throw e;
    }
  }

  /**
   * What came back.
   *
   * @param former where the rows are that were there before
   */
  public record Restored(Manifest manifest, Optional<Path> former) {}

  private Manifest write(Engine engine, ZipOutputStream zip, Progress progress)
      throws SQLException, IOException {
    Set<String> used = new TreeSet<>();
    MessageDigest digest = BlobStore.sha256();
    String schema;
    long rows;
    try (Connection connection = engine.apart()) {
      engine.beginSnapshot(connection);
      try {
        schema =
            Migrations.version(connection)
                .orElseThrow(() -> new NoSuchFileException(settings.toString()));
        entry(zip, ROWS, 6);
        OutputStream out =
            new BufferedOutputStream(new DigestOutputStream(new Unclosed(zip), digest));
        rows = Rows.write(connection, out, blobColumns, used::add);
        out.flush();
        zip.closeEntry();
      } finally {
        engine.endSnapshot(connection);
      }
    }
    List<String> lost = new ArrayList<>();
    long all = 0;
    for (String blob : used) {
      Path path = BlobStore.path(blobs, blob);
      all += Files.isRegularFile(path) ? Files.size(path) : 0;
    }
    long bytes = 0;
    for (String blob : used) {
      Path path = BlobStore.path(blobs, blob);
      if (!Files.isRegularFile(path)) {
        lost.add(blob);
        continue;
      }
      // Most are sound, pictures and ZIPs already.
      entry(zip, BLOBS + blob, 0);
      Copied copied;
      try (InputStream in = Files.newInputStream(path)) {
        copied = copy(in, zip, bytes, all, progress);
      }
      zip.closeEntry();
      bytes += copied.bytes();
      if (!copied.sha256().equals(blob)) {
        lost.add(blob);
      }
    }
    Manifest manifest =
        new Manifest(
            FORMAT,
            schema,
            Instant.now().toString(),
            rows,
            HexFormat.of().formatHex(digest.digest()),
            used.size() - (long) lost.size(),
            bytes,
            lost);
    entry(zip, MANIFEST, 6);
    zip.write(JSON.writeValueAsBytes(manifest));
    zip.closeEntry();
    return manifest;
  }

  private Manifest verify(ZipFile zip, Progress progress) throws IOException {
    try {
      Manifest manifest = manifest(zip);
      Set<String> here = new TreeSet<>();
      long bytes = 0;
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName();
        if (name.startsWith(BLOBS) && Blob.isName(name.substring(BLOBS.length()))) {
          String blob = name.substring(BLOBS.length());
          Copied read;
          try (InputStream in = zip.getInputStream(entry)) {
            read = copy(in, OutputStream.nullOutputStream(), bytes, manifest.bytes(), progress);
          }
          bytes += read.bytes();
          if (read.sha256().equals(blob)) {
            here.add(blob);
          } else if (!manifest.lost().contains(blob)) {
            throw unusable(UnusableArchiveException.Reason.DAMAGED, zip);
          }
        } else if (!name.equals(ROWS) && !name.equals(MANIFEST)) {
          throw unusable(UnusableArchiveException.Reason.FOREIGN, zip);
        }
      }
      here.addAll(manifest.lost());
      checkRows(zip, manifest, here);
      return manifest;
    } catch (ZipException | java.io.EOFException e) {
      throw unusable(UnusableArchiveException.Reason.DAMAGED, zip);
    }
  }

  private void checkRows(ZipFile zip, Manifest manifest, Set<String> here) throws IOException {
    MessageDigest digest = BlobStore.sha256();
    try (InputStream in = rows(zip)) {
      copy(
          new DigestInputStream(in, digest),
          OutputStream.nullOutputStream(),
          0,
          0,
          (at, all) -> {});
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(manifest.rowsSha256())) {
      throw unusable(UnusableArchiveException.Reason.DAMAGED, zip);
    }
    Set<String> missing = new TreeSet<>();
    try (InputStream in = rows(zip)) {
      Rows.scan(
          in,
          blobColumns,
          blob -> {
            if (!here.contains(blob)) {
              missing.add(blob);
            }
          });
    }
    if (!missing.isEmpty()) {
      throw unusable(UnusableArchiveException.Reason.DAMAGED, zip);
    }
  }

  private void refuseToOverwrite(boolean replace) throws IOException, SQLException {
    if (replace) {
      return;
    }
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

  private static void takeBlobs(ZipFile zip, Manifest manifest, BlobStore store, Progress progress)
      throws IOException {
    long bytes = 0;
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      if (!entry.getName().startsWith(BLOBS)) {
        continue;
      }
      String blob = entry.getName().substring(BLOBS.length());
      if (!manifest.lost().contains(blob)) {
        try (InputStream in = zip.getInputStream(entry)) {
          bytes += store.take(in, Long.MAX_VALUE).bytes();
        }
        progress.at(manifest.bytes() / 2 + bytes / 2, manifest.bytes());
      }
    }
  }

  /** Built beside and moved into place; a start brings it up to date. */
  private Optional<Path> intoFile(ZipFile zip, Manifest manifest) throws IOException, SQLException {
    Path folder = settings.folder();
    Path staging = Files.createDirectory(folder.resolve(".restore-" + Ids.next()));
    try {
      SqliteEngine.unpackNative(folder.resolve("natives"));
      DatabaseSettings staged = DatabaseSettings.sqlite(staging);
      try (SqliteEngine engine = new SqliteEngine(staged)) {
        fill(engine, zip, manifest);
      }
      try (FileChannel channel = FileChannel.open(staged.file(), StandardOpenOption.READ)) {
        channel.force(true);
      }
      Optional<Path> former = Optional.empty();
      if (Files.exists(settings.file())) {
        former = Optional.of(setAside());
      }
      Files.move(staged.file(), settings.file(), StandardCopyOption.ATOMIC_MOVE);
      BlobStore.syncFolder(folder);
      return former;
    } finally {
      for (Path left : BlobStore.list(staging)) {
        Files.delete(left);
      }
      Files.delete(staging);
    }
  }

  /** Moves the files as they are: what cannot be read any more may be why somebody restores. */
  private Path setAside() throws IOException {
    Path former = settings.folder().resolve("backups").resolve("before-restore-" + Ids.next());
    Files.createDirectories(former);
    String name = settings.file().getFileName().toString();
    for (String each : List.of(name + "-shm", name + "-wal", name)) {
      Path file = settings.folder().resolve(each);
      if (Files.exists(file)) {
        Files.move(file, former.resolve(each), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return former;
  }

  private Optional<Path> intoServer(ZipFile zip, Manifest manifest)
      throws IOException, SQLException {
    Database.Closing lock = () -> {};
    try (PostgresqlEngine engine = new PostgresqlEngine(settings)) {
      lock = Database.lockServer(engine, lock);
      Optional<Path> former = Optional.empty();
      if (Migrations.version(engine).isPresent()) {
        Path folder = Files.createDirectories(settings.folder().resolve("backups"));
        Path rows = folder.resolve("before-restore-" + Ids.next() + Backup.ending(settings));
        Backup.write(settings, engine, rows);
        former = Optional.of(rows);
        dropAll(engine);
      }
      fill(engine, zip, manifest);
      return former;
    } finally {
      lock.close();
    }
  }

  /** The library's tables may be of another version than the archive's. */
  private static void dropAll(Engine engine) throws SQLException {
    try (Connection connection = engine.apart();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String table : Rows.tables(connection)) {
        statement.execute("DROP TABLE " + Rows.quoted(table) + " CASCADE");
      }
      connection.commit();
    }
  }

  private static void fill(Engine engine, ZipFile zip, Manifest manifest)
      throws IOException, SQLException {
    Migrations.to(manifest.schema(), engine);
    try (Connection connection = engine.apart();
        InputStream in = rows(zip)) {
      Rows.replace(connection, in);
    }
  }

  private static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new UnusableArchiveException(
          beginsLikeOurs(file)
              ? UnusableArchiveException.Reason.DAMAGED
              : UnusableArchiveException.Reason.FOREIGN,
          file.toString());
    }
  }

  /** A ZIP that is cut off has lost its table of contents, but not its first entry. */
  private static boolean beginsLikeOurs(Path file) throws IOException {
    byte[] start = new byte[30 + ROWS.length()];
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.readNBytes(start, 0, start.length);
      return read == start.length
          && start[0] == 'P'
          && start[1] == 'K'
          && new String(start, 30, ROWS.length(), java.nio.charset.StandardCharsets.US_ASCII)
              .equals(ROWS);
    }
  }

  private static Manifest manifest(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(MANIFEST);
    if (entry == null || zip.getEntry(ROWS) == null || entry.getSize() > BUFFER * 1024L) {
      throw unusable(UnusableArchiveException.Reason.FOREIGN, zip);
    }
    Manifest manifest;
    try (InputStream in = zip.getInputStream(entry)) {
      manifest =
          JSON.readerFor(Manifest.class)
              .without(
                  com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .readValue(in);
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw unusable(UnusableArchiveException.Reason.FOREIGN, zip);
    }
    if (manifest.schema() == null || !manifest.schema().matches("[1-9][0-9]{0,5}")) {
      throw unusable(UnusableArchiveException.Reason.FOREIGN, zip);
    }
    if (manifest.format() > FORMAT || Migrations.isNewer(manifest.schema())) {
      throw unusable(UnusableArchiveException.Reason.NEWER, zip);
    }
    return manifest;
  }

  private static InputStream rows(ZipFile zip) throws IOException {
    return new BufferedInputStream(zip.getInputStream(zip.getEntry(ROWS)), BUFFER);
  }

  private static UnusableArchiveException unusable(
      UnusableArchiveException.Reason reason, ZipFile zip) {
    return new UnusableArchiveException(reason, zip.getName());
  }

  private record Copied(String sha256, long bytes) {}

  private static Copied copy(
      InputStream in, OutputStream out, long before, long all, Progress progress)
      throws IOException {
    MessageDigest digest = BlobStore.sha256();
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
      out.write(buffer, 0, read);
      bytes += read;
      progress.at(before + bytes, all);
    }
    return new Copied(HexFormat.of().formatHex(digest.digest()), bytes);
  }

  private static FileChannel forOwnerOnly(Path file) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      return FileChannel.open(
          file,
          options,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (UnsupportedOperationException e) {
      // A disk without such permissions.
      return FileChannel.open(file, options);
    }
  }

  private static void createForOwnerOnly(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder);
    try {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    } catch (UnsupportedOperationException e) {
      // A disk without such permissions.
    }
  }

  /** An administrator may restore what belongs to the service's own user. */
  private static void giveToOwner(Path folder) throws IOException {
    String me = System.getProperty("user.name");
    UserPrincipal owner = Files.getOwner(folder);
    if (owner.getName().equals(me)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) tree::iterator) {
        if (!Files.isSymbolicLink(path) && Files.getOwner(path).getName().equals(me)) {
          Files.setOwner(path, owner);
        }
      }
    }
  }

  /** A folder that was made for a restore that came to nothing. */
  private static void deleteEmpty(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve("lock"));
    if (BlobStore.list(folder).isEmpty()) {
      Files.delete(folder);
    }
  }

  private static void entry(ZipOutputStream zip, String name, int level) throws IOException {
    zip.setLevel(level);
    zip.putNextEntry(new ZipEntry(name));
  }

  /** Passes on, and stays open for the next entry. */
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
