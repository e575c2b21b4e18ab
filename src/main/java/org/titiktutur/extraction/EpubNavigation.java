package org.titiktutur.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The table of contents and the list of pages of an EPUB: its navigation document (EPUB 3) or its
 * NCX (EPUB 2).
 *
 * @param title of the book, as an NCX may give it; empty otherwise
 */
record EpubNavigation(String title, List<Point> contents, List<Page> pages) {

  /** Lines that a table of contents may have. */
  private static final int MOST = 50_000;

  /**
   * A line of the table of contents.
   *
   * @param level 1 for the outermost
   * @param path of the document; null where it names none inside the book
   * @param fragment the id in it; empty for its beginning
   */
  record Point(String title, int level, String path, String fragment) {}

  /** Where a page of the print book begins. */
  record Page(String label, String path, String fragment) {}

  static final EpubNavigation NONE = new EpubNavigation("", List.of(), List.of());

  EpubNavigation {
    contents = List.copyOf(contents);
    pages = List.copyOf(pages);
  }

  boolean isEmpty() {
    return contents.isEmpty();
  }

  /** Reads a navigation document. */
  static EpubNavigation ofNav(byte[] bytes, String path) throws IOException, SAXException {
    Nav nav = new Nav(EpubArchive.folderOf(path), path);
    SafeXml.parse(new ByteArrayInputStream(bytes), nav);
    return new EpubNavigation("", nav.points, nav.pages);
  }

  /** Reads an NCX. */
  static EpubNavigation ofNcx(byte[] bytes, String path) throws IOException, SAXException {
    Ncx ncx = new Ncx(EpubArchive.folderOf(path));
    SafeXml.parse(new ByteArrayInputStream(bytes), ncx);
    return new EpubNavigation(ncx.title, ncx.points, ncx.pages);
  }

  private static String oneLine(StringBuilder text) {
    return text.toString().strip().replaceAll("\\s+", " ");
  }

  private static final class Nav extends DefaultHandler {
    final List<Point> points = new ArrayList<>();
    final List<Page> pages = new ArrayList<>();
    private final String folder;
    private final String self;
    private String type = "";
    private int depth;
    private String href;
    private StringBuilder text;

    Nav(String folder, String self) {
      this.folder = folder;
      this.self = self;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      switch (local) {
        case "nav" -> {
          String ops = attributes.getValue("http://www.idpf.org/2007/ops", "type");
          String types = " " + ops + " " + attributes.getValue("role") + " ";
          if (types.contains(" toc ") || types.contains(" doc-toc ")) {
            type = "toc";
          } else if (types.contains(" page-list ") || types.contains(" doc-pagelist ")) {
            type = "pages";
          } else {
            type = "other";
          }
          depth = 0;
        }
        case "ol" -> depth++;
        case "a", "span" -> {
          if (text == null && depth > 0) {
            text = new StringBuilder();
            href = attributes.getValue("href");
          }
        }
        case "img" -> {
          String alt = attributes.getValue("alt");
          if (text != null && alt != null) {
            text.append(alt);
          }
        }
        default -> {}
      }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      if (text != null && text.length() < 1000) {
        text.append(chars, start, length);
      }
    }

    @Override
    public void endElement(String uri, String local, String name) {
      switch (local) {
        case "nav" -> type = "";
        case "ol" -> depth--;
        case "a", "li" -> line();
        case "span" -> {
          if (href == null) {
            line();
          }
        }
        default -> {}
      }
    }

    private void line() {
      if (text == null) {
        return;
      }
      String label = oneLine(text);
      String path = href == null ? null : EpubArchive.resolve(folder, href);
      path = href != null && href.startsWith("#") ? self : path;
      String fragment = href == null ? "" : EpubArchive.fragment(href);
      if (type.equals("toc") && points.size() < MOST) {
        points.add(new Point(label, depth, path, fragment));
      } else if (type.equals("pages") && path != null && pages.size() < MOST) {
        pages.add(new Page(label, path, fragment));
      }
      text = null;
      href = null;
    }
  }

  private static final class Ncx extends DefaultHandler {
    final List<Point> points = new ArrayList<>();
    final List<Page> pages = new ArrayList<>();
    String title = "";
    private final String folder;
    private final Deque<String> open = new ArrayDeque<>();
    private int depth;
    private String label = "";
    private StringBuilder text;

    Ncx(String folder) {
      this.folder = folder;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      switch (local) {
        case "navPoint", "pageTarget", "navTarget", "docTitle" -> {
          open.push(local);
          label = "";
          depth += local.equals("navPoint") ? 1 : 0;
        }
        case "text" -> text = new StringBuilder();
        case "content" -> content(attributes.getValue("src"));
        default -> {}
      }
    }

    private void content(String src) {
      String where = open.peek();
      if (src == null || where == null) {
        return;
      }
      String path = EpubArchive.resolve(folder, src);
      String fragment = EpubArchive.fragment(src);
      if (where.equals("navPoint") && points.size() < MOST) {
        points.add(new Point(label, depth, path, fragment));
      } else if (where.equals("pageTarget") && path != null && pages.size() < MOST) {
        pages.add(new Page(label, path, fragment));
      }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      if (text != null && text.length() < 1000) {
        text.append(chars, start, length);
      }
    }

    @Override
    public void endElement(String uri, String local, String name) {
      switch (local) {
        case "text" -> {
          if (text != null) {
            label = oneLine(text);
            title = "docTitle".equals(open.peek()) ? label : title;
            text = null;
          }
        }
        case "navPoint", "pageTarget", "navTarget", "docTitle" -> {
          open.poll();
          depth -= local.equals("navPoint") ? 1 : 0;
        }
        default -> {}
      }
    }
  }
}
