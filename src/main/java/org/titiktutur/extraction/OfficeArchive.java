package org.titiktutur.extraction;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.titiktutur.publication.FindingCode;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * The XML parts of a word processor's file. They are read as streams, never unpacked to disk or
 * held in memory, and only so much of them at all.
 */
final class OfficeArchive implements Closeable {

  /** Bytes of all parts that are read; the text of a thousand novels. */
  private static final long MAX_ALL = 256L << 20;

  private final ZipFile zip;
  private long unpacked;

  OfficeArchive(Reading reading) throws IOException {
    zip = new ZipFile(reading.source().toFile());
  }

  boolean has(String part) {
    return zip.getEntry(part) != null;
  }

  /**
   * Reads one part.
   *
   * @return false if it is not there
   * @throws Refusal if it unpacks to more than any book holds
   */
  boolean read(String part, ContentHandler handler, String name) throws IOException, Refusal {
    ZipEntry entry = zip.getEntry(part);
    if (entry == null) {
      return false;
    }
    try (InputStream in = new Measured(zip.getInputStream(entry))) {
      SafeXml.parse(in, handler);
      return true;
    } catch (UncheckedIOException e) {
      throw new Refusal(FindingCode.SOURCE_BOMB, name);
    } catch (SAXException e) {
      throw new IOException(part, e);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private final class Measured extends FilterInputStream {
    Measured(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int bytes) {
      unpacked += bytes;
      if (unpacked > MAX_ALL) {
        throw new UncheckedIOException(new IOException("more than " + MAX_ALL + " bytes"));
      }
    }
  }
}
