package org.titiktutur.extraction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.titiktutur.publication.FindingCode;
import org.xml.sax.SAXException;

/** Reads one HTML page. */
final class HtmlReader implements SourceReader {

  /** Bytes; a page is held in memory as a tree many times its size. */
  private static final long MAX_PAGE = 24L << 20;

  private static final Pattern XML_LANG =
      Pattern.compile("(?is)<html\\s[^>]{0,500}?xml:lang\\s*=\\s*[\"']([a-z0-9_-]{2,35})[\"']");

  private static final Pattern SCRIPT = Pattern.compile("(?i)<script[\\s>]");
  private static final Pattern STYLE = Pattern.compile("(?i)<style(?:\\s[^>]{0,300})?>");

  @Override
  public void read(Reading reading, PublicationBuilder book) throws IOException, Refusal {
    if (Files.size(reading.source()) > MAX_PAGE) {
      throw new Refusal(FindingCode.SOURCE_TOO_LARGE, reading.name(), MAX_PAGE >> 20);
    }
    byte[] bytes = Files.readAllBytes(reading.source());
    TextDecoding decoding = LenientHtml.decoding(bytes);
    if (decoding.guessed()) {
      String encoding = decoding.charset().displayName(Locale.ROOT);
      book.found(FindingCode.ENCODING_GUESSED, encoding);
    }
    reading.begin("page");
    XhtmlHandler handler = new XhtmlHandler(book, hiding(bytes, decoding));
    try {
      about(LenientHtml.parse(bytes, decoding, handler), book);
    } catch (SAXException e) {
      throw new IOException(e);
    }
    String head = new String(bytes, 0, Math.min(2048, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher lang = XML_LANG.matcher(head);
    if (lang.find()) {
      book.language(lang.group(1));
    }
  }

  /**
   * What its style elements hide. A page with scripts may show it again when somebody presses a
   * button, so there it counts as shown.
   */
  private static HidingRules hiding(byte[] bytes, TextDecoding decoding) {
    int mark = decoding.mark();
    String page = new String(bytes, mark, bytes.length - mark, decoding.charset());
    HidingRules rules = new HidingRules();
    if (!SCRIPT.matcher(page).find()) {
      Matcher style = STYLE.matcher(page);
      for (int from = 0; style.find(from); ) {
        int end = page.indexOf("</", style.end());
        rules.add(page.substring(style.end(), end < 0 ? page.length() : end));
        from = end < 0 ? page.length() : end;
      }
    }
    return rules;
  }

  /** What the head of a page says of it. */
  static void about(Metadata head, PublicationBuilder book) {
    book.title(first(head, TikaCoreProperties.TITLE.getName(), "DC.title", "dcterms.title"));
    for (String name :
        new String[] {TikaCoreProperties.CREATOR.getName(), "DC.creator", "dcterms.creator"}) {
      for (String author : head.getValues(name)) {
        book.author(author);
      }
    }
    book.language(
        first(head, Metadata.CONTENT_LANGUAGE, "content-language", "DC.language", "language"));
    book.publisher(first(head, "DC.publisher", "dcterms.publisher"));
    book.identifier(first(head, "DC.identifier", "dcterms.identifier"));
    book.date(first(head, "DC.date", "dcterms.date"));
  }

  private static String first(Metadata head, String... names) {
    for (String name : names) {
      for (String variant : new String[] {name, name.toLowerCase(Locale.ROOT)}) {
        String value = head.get(variant);
        if (value != null && !value.isBlank()) {
          return value;
        }
      }
    }
    return "";
  }
}
