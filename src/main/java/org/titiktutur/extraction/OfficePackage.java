package org.titiktutur.extraction;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.titiktutur.publication.FindingCode;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The parts inside a DOCX or ODT. A part is read as a stream, never unpacked to disk or memory, and
 * only so much of it.
 */
final class OfficePackage implements Closeable {

  /** Bytes of one part; a million words take some fifty million at the most. */
  private static final long MOST_OF_PART = 256L << 20;

  /** Part of the message of an exception; never seen by a reader. */
  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final ZipFile zip;
  private final String name;
  private final Map<String, ZipEntry> entries = new HashMap<>();

  /**
   * Opens it.
   *
   * @param name for refusals
   */
  OfficePackage(Path file, String name) throws IOException {
    this.zip = new ZipFile(file.toFile());
    this.name = name;
    for (ZipEntry entry : Collections.list(zip.entries())) {
      entries.putIfAbsent(key(entry.getName()), entry);
    }
  }

  /** Names of parts do not tell upper from lower case (ECMA-376 part 2, 6.2). */
  private static String key(String path) {
    String plain = path.replace('\\', '/').toLowerCase(Locale.ROOT);
    return plain.startsWith("/") ? plain.substring(1) : plain;
  }

  boolean has(String part) {
    return entries.containsKey(key(part));
  }

  /**
   * Parses a part.
   *
   * @return false if it is not there
   * @throws SAXException where it is not well-formed; what stands before that has been told
   * @throws Refusal when it unpacks to more than any book holds
   */
  boolean parse(String part, DefaultHandler handler) throws IOException, SAXException, Refusal {
    ZipEntry entry = entries.get(key(part));
    if (entry == null) {
      return false;
    }
    if (entry.getSize() > MOST_OF_PART) {
      throw new Refusal(FindingCode.SOURCE_BOMB, name);
    }
    try (InputStream in = new Bounded(zip.getInputStream(entry))) {
      SafeXml.parse(in, handler);
      return true;
    } catch (TooMuch | SafeXml.Swelling e) {
      throw new Refusal(FindingCode.SOURCE_BOMB, name);
    }
  }

  /** The same for a part that the book can do without: damage means that it says nothing more. */
  void parseIfSound(String part, DefaultHandler handler) throws IOException, Refusal {
    try {
      parse(part, handler);
    } catch (SAXException e) {
      // what it said before it broke stands
      return;
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** A directory may lie about sizes; this counts what really comes. */
  private static final class Bounded extends FilterInputStream {
    private long left = MOST_OF_PART;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count(read);
      return read;
    }

    private void count(int read) throws IOException {
      left -= Math.max(0, read);
      if (left < 0) {
        throw new TooMuch();
      }
    }
  }
}
