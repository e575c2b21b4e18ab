package org.titiktutur.extraction;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The pages of a book between the first look at them and the second, on disk, so that memory does
 * not grow with the book.
 */
final class PdfPageFile implements Closeable {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
          .build();

  private final Path file;
  private SequenceWriter writer;

  PdfPageFile(Path file) throws IOException {
    this.file = file;
    this.writer = JSON.writerFor(PdfPage.class).writeValues(file.toFile());
  }

  void add(PdfPage page) throws IOException {
    writer.write(page);
  }

  /** All pages in order; nothing can be added any more. */
  MappingIterator<PdfPage> pages() throws IOException {
    writer.close();
    return JSON.readerFor(PdfPage.class).readValues(file.toFile());
  }

  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(file);
  }
}
