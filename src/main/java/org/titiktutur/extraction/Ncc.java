package org.titiktutur.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The navigation control centre of a DAISY 2.02 book: what it is, and what can be jumped to. */
final class Ncc {

  private static final int MOST = 50_000;

  /** A meta element. */
  private record Meta(String name, String content) {}

  /**
   * Something to jump to.
   *
   * @param level of a heading; 0 for all others
   * @param kind its class in lower case; may be empty
   */
  record Entry(int level, String kind, String text, String href) {
    boolean isPage() {
      return level == 0 && kind.startsWith("page");
    }
  }

  private final List<Meta> metas = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private String title = "";
  private String language = "";

  private Ncc() {}

  /**
   * Reads it, well-formed or not.
   *
   * @throws SafeXml.Swelling where its entities would fill the memory
   * @throws SAXException where it cannot be read at all
   */
  static Ncc parse(byte[] bytes) throws IOException, SAXException {
    Ncc ncc = new Ncc();
    try {
      SafeXml.parse(new ByteArrayInputStream(bytes), ncc.new Handler());
    } catch (SafeXml.Swelling e) {
      throw e;
    } catch (SAXException e) {
      ncc = new Ncc();
      LenientHtml.parse(bytes, LenientHtml.decoding(bytes), ncc.new Handler());
    }
    return ncc;
  }

  List<Entry> entries() {
    return entries;
  }

  void describe(PublicationBuilder book) {
    for (Meta meta : metas) {
      switch (meta.name.toLowerCase(Locale.ROOT)) {
        case "dc:title" -> book.title(meta.content);
        case "dc:creator" -> book.author(meta.content);
        case "dc:language" -> book.language(meta.content);
        case "dc:publisher" -> book.publisher(meta.content);
        case "dc:date" -> book.date(meta.content);
        case "dc:identifier" -> book.identifier(meta.content);
        default -> {}
      }
    }
    book.title(title);
    if (!language.isEmpty()) {
      book.language(language);
    }
  }

  private final class Handler extends DefaultHandler {
    private int level = -1;
    private String kind = "";
    private String href = "";
    private StringBuilder text;
    private boolean inTitle;

    @Override
    public void startElement(String uri, String local, String qName, Attributes attributes) {
      String name = (local.isEmpty() ? qName : local).toLowerCase(Locale.ROOT);
      switch (name) {
        case "html" -> {
          String tag = attributes.getValue("xml:lang");
          tag = tag == null ? attributes.getValue("lang") : tag;
          language = tag == null ? "" : tag;
        }
        case "title" -> {
          inTitle = true;
          text = new StringBuilder();
        }
        case "meta" -> {
          String content = attributes.getValue("content");
          if (attributes.getValue("name") != null && content != null && metas.size() < 1000) {
            metas.add(new Meta(attributes.getValue("name"), content));
          }
        }
        case "h1", "h2", "h3", "h4", "h5", "h6" -> begin(name.charAt(1) - '0', attributes);
        case "span", "div" -> {
          if (level < 0) {
            begin(0, attributes);
          }
        }
        case "a" -> {
          if (level >= 0 && attributes.getValue("href") != null) {
            href = attributes.getValue("href");
          }
        }
        default -> {}
      }
    }

    private void begin(int rank, Attributes attributes) {
      level = rank;
      String style = attributes.getValue("class");
      kind = style == null ? "" : style.strip().toLowerCase(Locale.ROOT);
      href = "";
      text = new StringBuilder();
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      if (text != null && text.length() < 2000) {
        text.append(chars, start, length);
      }
    }

    @Override
    public void endElement(String uri, String local, String qName) {
      String name = (local.isEmpty() ? qName : local).toLowerCase(Locale.ROOT);
      if (name.equals("title") && inTitle) {
        title = text.toString().strip();
        inTitle = false;
        text = null;
      } else if (level >= 0
          && name.equals(level == 0 ? (name.equals("div") ? "div" : "span") : "h" + level)) {
        String words = text.toString().strip().replaceAll("\\s+", " ");
        if (!words.isEmpty() && entries.size() < MOST) {
          entries.add(new Entry(level, kind, words, href));
        }
        level = -1;
        text = null;
      }
    }
  }
}
