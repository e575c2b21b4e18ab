package org.titiktutur.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Files named by the SHA-256 of their bytes: {@code ab/abcd…}. Once there, a file never changes.
 * Safe for any thread.
 *
 * <p>A blob is on the disk, name and all, before {@code take} answers; only then may a row point to
 * it. The same bytes twice are one blob. What nothing points to is swept away later.
 */
public final class BlobStore {

  private static final int BUFFER = 1 << 16;

  private final Path root;
  private final Path incoming;
  private final long reserve;

  /** Held for reading while a blob is taken, for writing while one is thrown away. */
  private final ReadWriteLock sweeping = new ReentrantReadWriteLock();

  /**
   * Opens the store, empty if it is new; what an earlier process did not finish is thrown away.
   *
   * @param root belongs to the store
   * @param reserve bytes that stay free on the disk, so that the database can always write
   */
  public BlobStore(Path root, long reserve) throws IOException {
    this(reserve, root);
    Files.createDirectories(incoming);
    if (Files.notExists(root.resolve(Keeping.FILE))) {
      Files.createFile(root.resolve(Keeping.FILE));
    }
    for (Path left : list(incoming)) {
      Files.delete(left);
    }
  }

  private BlobStore(long reserve, Path root) {
    this.root = root;
    this.incoming = root.resolve("incoming");
    this.reserve = reserve;
  }

  /** Opens a store that a service may have open too, only to look at it. */
  public static BlobStore beside(Path root) {
    return new BlobStore(0, root);
  }

  /**
   * Keeps what a stream gives.
   *
   * @param limit most bytes
   * @throws TooLargeException if there are more
   * @throws FullDiskException if there is no room
   */
  public Blob take(InputStream in, long limit) throws IOException {
    return arrive(
        aside -> {
          MessageDigest digest = sha256();
          long bytes = 0;
          try (FileChannel file =
                  FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
              OutputStream out = new DigestOutputStream(Channels.newOutputStream(file), digest)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
              bytes += read;
              if (bytes > limit) {
                throw new TooLargeException(limit);
              }
              requireRoom(read);
              out.write(buffer, 0, read);
            }
            file.force(true);
          }
          return new Blob(HexFormat.of().formatHex(digest.digest()), bytes);
        });
  }

  /**
   * Keeps a file, moving it away from where it is if it lies on the same disk.
   *
   * @param file whole, and written by nobody any more
   */
  public Blob take(Path file) throws IOException {
    Path aside = incoming.resolve(Ids.next());
    try {
      Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Blob blob;
      try (InputStream in = Files.newInputStream(file)) {
        blob = take(in, Long.MAX_VALUE);
      }
      Files.delete(file);
      return blob;
    }
    return arrive(aside, ignored -> digestAndSync(aside));
  }

  /** Where a blob lies. The file must not be changed. */
  public Path path(String sha256) {
    return path(root, sha256);
  }

  static Path path(Path root, String sha256) {
    if (!Blob.isName(sha256)) {
      throw new IllegalArgumentException("not a blob: " + sha256);
    }
    return root.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  public boolean has(String sha256) {
    return Files.isRegularFile(path(sha256));
  }

  /**
   * Gives a blob another name in a folder, without copying it where the disk can do that. Nobody
   * may write into that file.
   */
  public void lend(String sha256, Path as) throws IOException {
    Path blob = path(sha256);
    try {
      Files.createLink(as, blob);
    } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
      if (!Files.isRegularFile(blob)) {
        throw e instanceof IOException io ? io : new NoSuchFileException(blob.toString());
      }
      Files.copy(blob, as);
    }
  }

  /**
   * Throws away what nothing points to.
   *
   * @param inUse asked for each blob that is old enough
   * @param age younger blobs stay: their rows may be about to be written
   * @return how many were thrown away; none while somebody {@link Keeping keeps all}
   */
  public int sweep(Predicate<String> inUse, Duration age) throws IOException {
    try (Keeping alone = Keeping.alone(root)) {
      return alone == null ? 0 : sweepOlder(inUse, Instant.now().minus(age));
    }
  }

  private int sweepOlder(Predicate<String> inUse, Instant before) throws IOException {
    int swept = 0;
    for (Path folder : list(root)) {
      if (folder.equals(incoming) || !Files.isDirectory(folder)) {
        continue;
      }
      for (Path blob : list(folder)) {
        if (isOlder(blob, before) && !inUse.test(blob.getFileName().toString())) {
          swept += throwAway(blob, before) ? 1 : 0;
        }
      }
    }
    return swept;
  }

  /** Names of all blobs there are, in no order. */
  public void each(Consumer<String> blob) throws IOException {
    each(root, blob);
  }

  static void each(Path root, Consumer<String> blob) throws IOException {
    try (Stream<Path> files = Files.walk(root, 2)) {
      files.map(path -> path.getFileName().toString()).filter(Blob::isName).forEach(blob);
    }
  }

  /** Whether a blob's bytes are still those that its name says. */
  public boolean isSound(String sha256) throws IOException {
    return has(sha256) && digest(path(sha256)).sha256().equals(sha256);
  }

  /**
   * Complains before the disk is full.
   *
   * @param bytes about to be written anywhere on the store's disk
   */
  public void requireRoom(long bytes) throws IOException {
    if (Files.getFileStore(root).getUsableSpace() - bytes < reserve) {
      throw new FullDiskException("less than " + reserve + " bytes left for " + root);
    }
  }

  /** Whether {@link #requireRoom} would let anything in. */
  public boolean hasRoom() {
    try {
      return Files.getFileStore(root).getUsableSpace() >= reserve;
    } catch (IOException e) {
      return false;
    }
  }

  /** Fills a file whose name is for this moment only. */
  @FunctionalInterface
  private interface Arrival {
    Blob into(Path aside) throws IOException;
  }

  private Blob arrive(Arrival arrival) throws IOException {
    return arrive(incoming.resolve(Ids.next()), arrival);
  }

  private Blob arrive(Path aside, Arrival arrival) throws IOException {
    sweeping.readLock().lock();
    try {
      Blob blob = arrival.into(aside);
      Path place = path(blob.sha256());
      if (Files.isRegularFile(place)) {
        Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
        return blob;
      }
      Files.setLastModifiedTime(aside, FileTime.from(Instant.now()));
      forbidWriting(aside);
      if (!Files.isDirectory(place.getParent())) {
        Files.createDirectories(place.getParent());
        syncFolder(root);
      }
      Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
      syncFolder(place.getParent());
      return blob;
    } catch (IOException e) {
      FullDiskException.check(e);
      throw e;
    } finally {
      Files.deleteIfExists(aside);
      sweeping.readLock().unlock();
    }
  }

  private boolean throwAway(Path blob, Instant before) throws IOException {
    sweeping.writeLock().lock();
    try {
      // Taken again while we asked: then somebody is about to point to it.
      return isOlder(blob, before) && Files.deleteIfExists(blob);
    } finally {
      sweeping.writeLock().unlock();
    }
  }

  private static boolean isOlder(Path blob, Instant than) throws IOException {
    try {
      return Files.getLastModifiedTime(blob).toInstant().isBefore(than);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static Blob digestAndSync(Path file) throws IOException {
    Blob blob = digest(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
    return blob;
  }

  private static Blob digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    long bytes = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        bytes += read;
      }
    }
    return new Blob(HexFormat.of().formatHex(digest.digest()), bytes);
  }

  private static void forbidWriting(Path file) throws IOException {
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    } catch (UnsupportedOperationException e) {
      // A disk without such permissions.
    }
  }

  static void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
