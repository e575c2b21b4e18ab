package org.titiktutur.workshop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The files of one folder of the class path, in a jar or not. What reads only real files, such as
 * liblouis, needs them unpacked.
 *
 * @param urls by file name
 */
public record Bundle(Map<String, URL> urls) {

  public Bundle {
    urls = Collections.unmodifiableMap(new TreeMap<>(urls));
  }

  /** All files beside one of them. */
  public static Bundle of(URL sample) {
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

  /** Those whose names are wanted. */
  public Bundle only(Predicate<String> wanted) {
    Map<String, URL> left = new TreeMap<>(urls);
    left.keySet().removeIf(wanted.negate());
    return new Bundle(left);
  }

  /** Copies them into a folder. */
  public void unpack(Path folder) throws IOException {
    for (Map.Entry<String, URL> each : urls.entrySet()) {
      try (InputStream in = each.getValue().openStream()) {
        Files.copy(in, folder.resolve(each.getKey()));
      }
    }
  }

  /** Changes with every name and every byte; lower-case hex. */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, URL> each : urls.entrySet()) {
        digest.update((each.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
        try (InputStream in = each.getValue().openStream()) {
          digest.update(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
