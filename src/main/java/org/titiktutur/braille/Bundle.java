package org.titiktutur.braille;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.titiktutur.workshop.NativeStore;

/**
 * The files of one folder of the class path, in a jar or not: liblouis reads only real files, so
 * they have to be unpacked.
 *
 * @param urls by file name
 */
record Bundle(Map<String, URL> urls) {

  /** The folder of this project's tables, filled when one of them is new or was edited. */
  static Path ourTables(NativeStore store) {
    String folder = "braille-tables/";
    URL sample = Bundle.class.getClassLoader().getResource(folder + "id-g1.ctb");
    if (sample == null) {
      throw new IllegalStateException("our jar has no " + folder);
    }
    Bundle tables = of(sample);
    return store.folder("braille-tables-" + tables.fingerprint(), tables::unpack);
  }

  /** All files beside one of them. */
  static Bundle of(URL sample) {
    try {
      return new Bundle(
          sample.getProtocol().equals("jar")
              ? besideInJar((JarURLConnection) sample.openConnection())
              : besideInFolder(Path.of(URI.create(sample.toString()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, URL> besideInJar(JarURLConnection sample) throws IOException {
    JarFile jar = sample.getJarFile();
    String entry = sample.getEntryName();
    String folder = entry.substring(0, entry.lastIndexOf('/') + 1);
    String all = sample.getURL().toString();
    String root = all.substring(0, all.length() - entry.length());
    Map<String, URL> urls = new TreeMap<>();
    for (JarEntry each : Collections.list(jar.entries())) {
      String name = each.getName();
      if (name.startsWith(folder)
          && name.indexOf('/', folder.length()) < 0
          && !each.isDirectory()) {
        urls.put(name.substring(folder.length()), URI.create(root + name).toURL());
      }
    }
    return urls;
  }

  private static Map<String, URL> besideInFolder(Path sample) throws IOException {
    Map<String, URL> urls = new TreeMap<>();
    try (Stream<Path> files = Files.list(sample.getParent())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        urls.put(file.getFileName().toString(), file.toUri().toURL());
      }
    }
    return urls;
  }

  void unpack(Path folder) throws IOException {
    for (Map.Entry<String, URL> each : urls.entrySet()) {
      try (InputStream in = each.getValue().openStream()) {
        Files.copy(in, folder.resolve(each.getKey()));
      }
    }
  }

  /** Changes with every name and every byte. */
  private String fingerprint() {
    CRC32 sum = new CRC32();
    try {
      for (Map.Entry<String, URL> each : urls.entrySet()) {
        sum.update(each.getKey().getBytes(StandardCharsets.UTF_8));
        try (InputStream in = each.getValue().openStream()) {
          sum.update(in.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Long.toHexString(sum.getValue());
  }
}
