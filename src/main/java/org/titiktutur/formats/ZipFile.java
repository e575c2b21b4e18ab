package org.titiktutur.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP archive that is the same for the same content: every entry bears the same date, and none an
 * extra field. Sound is stored as it is.
 */
public final class ZipFile implements AutoCloseable {

  /** A day that ZIP can note without an extra field, wherever it is written. */
  private static final LocalDateTime WHEN = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final ZipOutputStream zip;

  public ZipFile(OutputStream out) {
    zip = new ZipOutputStream(out);
  }

  /** Begins a compressed entry; it lasts until the next one begins. */
  public OutputStream begin(String name) throws IOException {
    zip.putNextEntry(entry(name));
    return zip;
  }

  public void add(String name, byte[] content) throws IOException {
    begin(name).write(content);
    zip.closeEntry();
  }

  public void store(String name, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    stored(name, content.length, sum.getValue());
    zip.write(content);
    zip.closeEntry();
  }

  public void store(String name, Path file) throws IOException {
    CRC32 sum = new CRC32();
    byte[] piece = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        sum.update(piece, 0, read);
      }
    }
    stored(name, Files.size(file), sum.getValue());
    Files.copy(file, zip);
    zip.closeEntry();
  }

  private void stored(String name, long size, long sum) throws IOException {
    ZipEntry entry = entry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCompressedSize(size);
    entry.setCrc(sum);
    zip.putNextEntry(entry);
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(WHEN);
    return entry;
  }

  /** Writes the list of entries; the stream below stays open. */
  public void finish() throws IOException {
    zip.finish();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
