package org.titiktutur.workshop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The private folder where native libraries and their data lie unpacked, each set once for each
 * version.
 *
 * <p>It is not the temporary folder, which may forbid native code and must be empty after every
 * command. Processes may unpack the same set at once: each fills a folder of its own, and the first
 * to finish is kept.
 */
public final class NativeStore {

  /** System property by which a parent tells its workers where the store is. */
  public static final String PROPERTY = "titik.natives";

  private final Path root;

  public NativeStore(Path root) {
    this.root = root;
  }

  /**
   * The store of this process: {@value #PROPERTY} where it is set, else {@code
   * $XDG_CACHE_HOME/titik-tutur/natives}.
   */
  public static NativeStore standard() {
    String property = System.getProperty(PROPERTY);
    return new NativeStore(property != null ? Path.of(property) : cacheFolder().resolve("natives"));
  }

  /** {@code $XDG_CACHE_HOME/titik-tutur}, by default {@code ~/.cache/titik-tutur}. */
  public static Path cacheFolder() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path base =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return base.resolve("titik-tutur");
  }

  public Path root() {
    return root;
  }

  /** Fills an empty folder. */
  @FunctionalInterface
  public interface Filling {
    void into(Path folder) throws IOException;
  }

  /**
   * The folder of one set, filled if this is the first time.
   *
   * @param key name and version of the set, fit for a file name: {@code liblouis-6.3.2}
   */
  public Path folder(String key, Filling filling) {
    Path target = root.resolve(key);
    if (Files.isDirectory(target)) {
      return target;
    }
    try {
      Files.createDirectories(root);
      Path aside =
          Files.createTempDirectory(
              root,
              "." + key,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      filling.into(aside);
      try {
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        deleteTree(aside);
        if (!Files.isDirectory(target)) {
          throw e;
        }
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + key + " into " + root, e);
    }
  }

  /**
   * Makes JNA load its own stub from this store, not from the temporary folder. Call it before JNA
   * is touched.
   */
  public void prepareJna() {
    String stub = "/com/sun/jna/linux-x86-64/libjnidispatch.so";
    boolean linux = System.getProperty("os.name").equals("Linux");
    if (!linux || !System.getProperty("os.arch").equals("amd64")) {
      return;
    }
    Path folder =
        folder(
            "jna-5.17.0",
            into -> {
              try (InputStream in = NativeStore.class.getResourceAsStream(stub)) {
                if (in == null) {
                  throw new IOException("JNA's jar has no " + stub);
                }
                Files.copy(in, into.resolve("libjnidispatch.so"));
              }
            });
    System.setProperty("jna.boot.library.path", folder.toString());
    System.setProperty("jna.nounpack", "true");
    // Where JNA looks before it leaves a name to the system; without this it asks ldconfig first.
    System.setProperty(
        "jna.platform.library.path", "/usr/lib/x86_64-linux-gnu:/usr/lib64:/usr/lib");
  }

  /** Deletes a folder and all below it; symbolic links are deleted, not followed. */
  public static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
