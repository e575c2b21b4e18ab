package org.titiktutur.extraction;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.xml.sax.SAXException;

/** Reads RTF as Tika understands it: paragraphs and emphasis; it has no headings and no tables. */
final class RtfReader implements SourceReader {

  @Override
  public void read(Reading reading, PublicationBuilder book) throws IOException, Refusal {
    reading.begin("document");
    ParseContext context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, new LenientHtml.NothingEmbedded());
    Metadata metadata = new Metadata();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(reading.source()))) {
      new RTFParser().parse(in, new XhtmlHandler(book), metadata, context);
    } catch (SAXException | TikaException e) {
      throw new IOException(e);
    }
    String title = metadata.get(TikaCoreProperties.TITLE);
    if (title != null) {
      book.title(title);
    }
    for (String author : metadata.getValues(TikaCoreProperties.CREATOR)) {
      book.author(author);
    }
    book.endDocument();
  }
}
