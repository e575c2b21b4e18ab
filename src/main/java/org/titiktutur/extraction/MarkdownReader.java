package org.titiktutur.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.titiktutur.publication.FindingCode;
import org.xml.sax.SAXException;

/** Reads Markdown: commonmark makes a page of it, so that HTML inside it is understood too. */
final class MarkdownReader implements SourceReader {

  /** Bytes of a text that is held in memory several times over. */
  private static final long MAX_TEXT = 24L << 20;

  @Override
  public void read(Reading reading, PublicationBuilder book) throws IOException, Refusal {
    if (Files.size(reading.source()) > MAX_TEXT) {
      throw new Refusal(FindingCode.SOURCE_TOO_LARGE, reading.name(), MAX_TEXT >> 20);
    }
    TextDecoding decoding = TextDecoding.of(reading.source());
    if (decoding == null) {
      throw new Refusal(FindingCode.SOURCE_UNKNOWN, reading.name());
    }
    if (decoding.guessed()) {
      book.found(FindingCode.ENCODING_GUESSED, decoding.charset().displayName(Locale.ROOT));
    }
    reading.begin("text");
    List<Extension> extensions =
        List.of(
            TablesExtension.create(),
            FootnotesExtension.create(),
            YamlFrontMatterExtension.create());
    Node document;
    try (BufferedReader in = new BufferedReader(decoding.open(reading.source()));
        Reader plain = PandocMarkdown.plain(in)) {
      document =
          Parser.builder()
              .extensions(extensions)
              .maxOpenBlockParsers(MAX_OPEN)
              .build()
              .parseReader(plain);
    }
    about(document, book);
    String html = HtmlRenderer.builder().extensions(extensions).build().render(document);
    try {
      LenientHtml.parse("<html><body>" + html + "</body></html>", new XhtmlHandler(book));
    } catch (SAXException e) {
      throw new IOException(e);
    }
  }

  /** A backslash before a sign means the sign (CommonMark 2.4). */
  private static String unescaped(String value) {
    return value.replaceAll("\\\\(?=\\p{Punct})", "");
  }

  /** Blocks inside each other; quotations of quotations come from hostile files alone. */
  private static final int MAX_OPEN = 200;

  private static void about(Node document, PublicationBuilder book) {
    YamlFrontMatterVisitor visitor = new YamlFrontMatterVisitor();
    document.accept(visitor);
    for (Map.Entry<String, List<String>> line : visitor.getData().entrySet()) {
      for (String value : line.getValue()) {
        switch (line.getKey().toLowerCase(Locale.ROOT)) {
          case "title", "judul" -> book.title(unescaped(value));
          case "author", "authors", "creator", "penulis", "pengarang" ->
              book.author(unescaped(value));
          case "lang", "language", "bahasa" -> book.language(value);
          case "publisher", "penerbit" -> book.publisher(value);
          case "date", "tanggal" -> book.date(value);
          case "identifier", "isbn" -> book.identifier(value);
          default -> {}
        }
      }
    }
  }
}
