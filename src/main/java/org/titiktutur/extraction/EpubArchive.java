package org.titiktutur.extraction;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.titiktutur.publication.FindingCode;

/**
 * The files inside an EPUB, by their paths from its root. Nothing is ever unpacked to disk, and
 * only so much is unpacked at all.
 */
final class EpubArchive implements Closeable {

  /** Bytes of one document; the longest novel is a tenth of it. */
  private static final int MAX_DOCUMENT = 24 << 20;

  /** Bytes of all that is read from one book. */
  private static final long MAX_ALL = 400L << 20;

  /** A file as far as it could be read: not whole where its compressed form is damaged. */
  static final class Content {
    private final byte[] bytes;
    private final boolean whole;

    private Content(byte[] bytes, boolean whole) {
      this.bytes = bytes;
      this.whole = whole;
    }

    byte[] bytes() {
      return bytes;
    }

    boolean isWhole() {
      return whole;
    }
  }

  private final ZipFile zip;
  private final String name;
  private final Map<String, ZipEntry> entries = new HashMap<>();
  private final Map<String, ZipEntry> loosely = new HashMap<>();
  private long unpacked;

  /**
   * Opens it.
   *
   * @param name for refusals
   */
  EpubArchive(Path file, String name) throws IOException {
    this.zip = new ZipFile(file.toFile());
    this.name = name;
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (!entry.isDirectory()) {
        String path = entry.getName().replace('\\', '/');
        entries.putIfAbsent(path, entry);
        loosely.putIfAbsent(loose(path), entry);
      }
    }
  }

  private static String loose(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private ZipEntry find(String path) {
    ZipEntry entry = entries.get(path);
    return entry != null ? entry : loosely.get(loose(path));
  }

  boolean has(String path) {
    return find(path) != null;
  }

  /** The first path that ends so; null if none does. */
  String firstEndingWith(String end) {
    return entries.keySet().stream()
        .filter(path -> path.toLowerCase(Locale.ROOT).endsWith(end))
        .sorted()
        .findFirst()
        .orElse(null);
  }

  /** How many files have a path that matches all of this pattern. */
  int count(String pattern) {
    return (int) entries.keySet().stream().filter(path -> path.matches(pattern)).count();
  }

  /** Unpacked size in bytes as the directory says; 0 if it is not there. */
  long size(String path) {
    ZipEntry entry = find(path);
    return entry == null ? 0 : Math.max(0, entry.getSize());
  }

  /**
   * Unpacks one file.
   *
   * @return null if it is not there
   * @throws Refusal when it unpacks to more than any book holds
   */
  Content read(String path) throws Refusal {
    ZipEntry entry = find(path);
    if (entry == null) {
      return null;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 14];
    try (InputStream in = zip.getInputStream(entry)) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        unpacked += read;
        if (out.size() > MAX_DOCUMENT || unpacked > MAX_ALL) {
          throw new Refusal(FindingCode.SOURCE_BOMB, name);
        }
      }
      return new Content(out.toByteArray(), true);
    } catch (IOException e) {
      return new Content(out.toByteArray(), false);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /**
   * The path that a reference in a file of the book names, without its fragment.
   *
   * @param folder of the file that refers, "" or ending in "/"
   * @return null where it names something outside the book
   */
  static String resolve(String folder, String reference) {
    String path = reference.replaceFirst("[#?].*", "").replace('\\', '/');
    if (path.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*") || path.startsWith("/")) {
      return null;
    }
    try {
      path = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A per cent sign that stands for itself.
    }
    Deque<String> steps = new ArrayDeque<>();
    for (String step : (folder + path).split("/", -1)) {
      if (step.equals("..")) {
        if (steps.pollLast() == null) {
          return null;
        }
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }

  /** What follows {@code #} in a reference; empty if nothing does. */
  static String fragment(String reference) {
    int hash = reference.indexOf('#');
    return hash < 0 ? "" : reference.substring(hash + 1);
  }

  /** The folder of a file, "" or ending in "/". */
  static String folderOf(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
