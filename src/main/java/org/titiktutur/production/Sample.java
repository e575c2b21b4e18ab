package org.titiktutur.production;

import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A work of the sample library.
 *
 * @param id stable; names the sample in scripts and tests
 * @param fileName what the file is called that {@link #copyTo} writes
 * @param language BCP 47 tag
 * @param rights as the catalog spells them: {@code public-domain}
 * @param showpiece short, and made to be heard and felt first
 * @param files what is packed into the file, in this order; empty where the file is kept as it is
 */
public record Sample(
    String id,
    String fileName,
    String title,
    List<String> authors,
    String language,
    String rights,
    boolean showpiece,
    List<String> files) {

  /** Any time that needs no extra field, which EPUB forbids before {@code mimetype}. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  public Sample {
    authors = List.copyOf(authors);
    files = files == null ? List.of() : List.copyOf(files);
  }

  /** Writes the work as the file that a library would receive: always the same bytes. */
  public void copyTo(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      if (files.isEmpty()) {
        out.write(resource(fileName));
      } else {
        pack(out);
      }
    }
  }

  /**
   * EPUB wants its {@code mimetype} first and stored; the others are stored too, because what a
   * deflater makes differs from one Java to the next.
   */
  private void pack(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : files) {
        byte[] content = resource(fileName + "/" + name);
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
      }
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Samples.resource(name)) {
      if (in == null) {
        throw new FileNotFoundException("sample library: " + name);
      }
      return in.readAllBytes();
    }
  }
}
