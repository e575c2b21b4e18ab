package org.titiktutur.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.parser.html.JSoupParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** HTML of any quality, read by Tika's JSoup parser with nothing filtered and nothing embedded. */
final class LenientHtml {

  private static final int HEAD = 4096;

  private static final Pattern META_CHARSET =
      Pattern.compile("(?is)<meta\\s[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]{2,40})");

  /** Nothing inside a page (frames, data addresses) is parsed as a document of its own. */
  static final class NothingEmbedded implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
  }

  private LenientHtml() {}

  /** How the bytes of a page are letters: its bytes decide, and what they leave open it says. */
  static TextDecoding decoding(byte[] bytes) {
    TextDecoding decoding = TextDecoding.of(bytes);
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher meta = META_CHARSET.matcher(head);
    Charset said = meta.find() ? charset(meta.group(1)) : null;
    boolean wide = said != null && said.name().startsWith("UTF-");
    boolean escapes = said != null && said.name().startsWith("ISO-2022") && head.contains("\u001b");
    return said != null && !wide && (decoding.guessed() || escapes)
        ? new TextDecoding(said, 0, false)
        : decoding;
  }

  private static Charset charset(String name) {
    try {
      // What calls itself Latin-1 is Windows-1252 on the web, as browsers have it.
      String real = name.matches("(?i)iso-?8859-?1|latin-?1|us-ascii") ? "windows-1252" : name;
      return Charset.forName(real);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** Parses a page; answers what its head says. */
  static Metadata parse(byte[] bytes, TextDecoding decoding, ContentHandler handler)
      throws IOException, SAXException {
    EncodingDetector known = (stream, metadata) -> decoding.charset();
    int mark = decoding.mark();
    InputStream in = new ByteArrayInputStream(bytes, mark, bytes.length - mark);
    Metadata metadata = new Metadata();
    try {
      new JSoupParser(known).parse(in, handler, metadata, context());
    } catch (TikaException e) {
      throw new IOException(e);
    }
    return metadata;
  }

  /** Parses a page that is text already. */
  static Metadata parse(String html, ContentHandler handler) throws SAXException {
    Metadata metadata = new Metadata();
    new JSoupParser((stream, about) -> StandardCharsets.UTF_8)
        .parseString(html, handler, metadata, context());
    return metadata;
  }

  private static ParseContext context() {
    ParseContext context = new ParseContext();
    context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
    context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
    return context;
  }
}
