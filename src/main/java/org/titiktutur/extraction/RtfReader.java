package org.titiktutur.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.titiktutur.publication.FindingCode;

/**
 * Reads RTF (Rich Text Format 1.9.1).
 *
 * <p>Tika's parser of it knows no headings, no tables and no notes: a book of six hundred pages
 * would be one part. So it is read here, as a stream: once for what it is made of, once for its
 * text.
 */
final class RtfReader implements SourceReader {

  @Override
  public void read(Reading reading, PublicationBuilder book) throws IOException, Refusal {
    reading.begin("document");
    RtfSurvey survey = new RtfSurvey();
    RtfBody surveying = new RtfBody(OfficeText.unheard(), survey, null);
    try (InputStream in = Files.newInputStream(reading.source())) {
      new RtfTokens(in).tellTo(surveying);
      surveying.end();
    }
    book.title(surveying.title());
    if (!surveying.author().isBlank()) {
      book.author(surveying.author());
    }
    String tag = survey.language();
    if (tag != null) {
      book.language(tag, survey.sample());
    }
    OfficeText text = new OfficeText(book, !survey.hasHeadings());
    RtfBody body = new RtfBody(text, new RtfSurvey(), tag);
    try (InputStream in = Files.newInputStream(reading.source())) {
      boolean whole = new RtfTokens(in).tellTo(body);
      body.end();
      text.end();
      if (!whole) {
        book.foundHere(FindingCode.CHAPTER_REPAIRED, reading.name());
      }
    }
    if (text.guessedHeadings() > 0) {
      book.found(FindingCode.HEADINGS_GUESSED, text.guessedHeadings());
    }
    book.endDocument();
  }
}
