package org.titiktutur.extraction;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.titiktutur.publication.FindingCode;
import org.xml.sax.SAXException;

/** Reads a DTBook document that stands alone, as it streams by. */
final class DtbookReader implements SourceReader {

  /** Bytes; far more than the text that a book may have. */
  private static final long MAX_FILE = 200L << 20;

  @Override
  public void read(Reading reading, PublicationBuilder book) throws IOException, Refusal {
    if (Files.size(reading.source()) > MAX_FILE) {
      throw new Refusal(FindingCode.SOURCE_TOO_LARGE, reading.name(), MAX_FILE >> 20);
    }
    reading.begin("book");
    DtbookHandler text = new DtbookHandler(book, "");
    try (InputStream in = new BufferedInputStream(Files.newInputStream(reading.source()))) {
      SafeXml.parse(in, text);
      text.release();
    } catch (SafeXml.Swelling e) {
      throw reading.swelling();
    } catch (SAXException e) {
      throw new IOException(e);
    }
  }
}
