package org.titiktutur.braille;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.titiktutur.workshop.Bundle;
import org.titiktutur.workshop.NativeStore;

/**
 * Where liblouis lies: the library that we bring, or one of the system on machines that ours does
 * not run on.
 *
 * <p>Tables and library must be of one version (newer tables do not compile on an older library),
 * so a system's library is used with the system's tables.
 */
final class LiblouisLibrary {

  /** Version of the artifact that carries library and tables of liblouis 3.33. */
  private static final String BUNDLE = "liblouis-utils-6.3.2";

  private static final String NATIVE = "native/linux/x86_64/liblouis.so";

  private static final List<String> SYSTEM_TABLES =
      List.of(
          "/usr/share/liblouis/tables",
          "/usr/local/share/liblouis/tables",
          "/opt/homebrew/share/liblouis/tables");

  private LiblouisLibrary() {}

  /** Liblouis' own tables. */
  static Path tables(NativeStore store) {
    if (runsHere()) {
      return bundle(store).resolve("tables");
    }
    return SYSTEM_TABLES.stream()
        .map(Path::of)
        .filter(Files::isDirectory)
        .findFirst()
        .orElseGet(() -> bundle(store).resolve("tables"));
  }

  /** The library to load; empty where the system is to find its own. */
  static Optional<Path> file(NativeStore store) {
    return runsHere() ? Optional.of(bundle(store).resolve("liblouis.so")) : Optional.empty();
  }

  private static boolean runsHere() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64");
  }

  private static Path bundle(NativeStore store) {
    return store.folder(
        BUNDLE,
        into -> {
          Bundle.of(resource("default-tables/unicode.dis"))
              .unpack(Files.createDirectory(into.resolve("tables")));
          try (InputStream in = resource(NATIVE).openStream()) {
            Files.copy(in, into.resolve("liblouis.so"));
          }
        });
  }

  private static URL resource(String name) throws IOException {
    URL url = LiblouisLibrary.class.getClassLoader().getResource(name);
    if (url == null) {
      throw new IOException("the jar of " + BUNDLE + " has no " + name);
    }
    return url;
  }
}
