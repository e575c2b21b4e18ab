package org.titiktutur.extraction;

import java.io.IOException;
import java.nio.file.Files;

/** Reads plain text. */
final class TextReader implements SourceReader {

  @Override
  public void read(Reading reading, PublicationBuilder book) throws IOException, Refusal {
    for (String paragraph : Files.readString(reading.source()).split("\\R\\s*\\R", -1)) {
      book.openParagraph();
      book.text(paragraph);
      book.close();
    }
  }
}
