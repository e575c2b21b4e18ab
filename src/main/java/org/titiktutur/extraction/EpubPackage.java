package org.titiktutur.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The package document of an EPUB 2 or 3: what it is, which files it has, in which order. */
final class EpubPackage {

  /**
   * A file of the manifest.
   *
   * @param path from the root of the archive; null where it lies outside
   */
  record Item(
      String id, String href, String path, String mediaType, String properties, String fallback) {
    boolean is(String property) {
      return (" " + properties + " ").contains(" " + property + " ");
    }

    boolean isDocument() {
      return mediaType.contains("html")
          || mediaType.contains("dtbook")
          || mediaType.equals("text/xml");
    }
  }

  /** A place in the reading order. */
  record SpineItem(Item item, boolean linear) {}

  /** A metadata element and what refines it. */
  private static final class Meta {
    final String name;
    final String id;
    final StringBuilder text = new StringBuilder();
    String role;
    String titleType = "";

    Meta(String name, String id, String role) {
      this.name = name;
      this.id = id;
      this.role = role;
    }

    String value() {
      return text.toString().strip();
    }
  }

  private final List<Meta> metas = new ArrayList<>();
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final List<SpineItem> spine = new ArrayList<>();
  private final Set<String> unknownIds = new HashSet<>();
  private String uniqueId = "";
  private String tocId = "";
  private String ncxId = "";

  private EpubPackage() {}

  /**
   * Reads it; damaged ones as far as they can be.
   *
   * @throws SAXException if it is damaged before any reading order is known
   */
  static EpubPackage parse(byte[] bytes, String path) throws IOException, SAXException {
    EpubPackage opf = new EpubPackage();
    Handler handler = opf.new Handler(EpubArchive.folderOf(path));
    try {
      SafeXml.parse(new ByteArrayInputStream(bytes), handler);
    } catch (SAXException e) {
      if (opf.spine.isEmpty()) {
        throw e;
      }
    }
    return opf;
  }

  List<SpineItem> spine() {
    return spine;
  }

  /** Ids that the spine names but the manifest does not know. */
  Set<String> unknownIds() {
    return unknownIds;
  }

  /** The DTBook documents of a DAISY 3 or NIMAS package, in the order of its manifest. */
  List<Item> dtbooks() {
    return items.values().stream()
        .filter(
            item ->
                item.mediaType.contains("dtbook")
                    || (item.mediaType.equals("text/xml") && item.href.endsWith(".xml")))
        .toList();
  }

  Item navigation() {
    return items.values().stream().filter(item -> item.is("nav")).findFirst().orElse(null);
  }

  Item ncx() {
    Item item = items.get(tocId.isEmpty() ? ncxId : tocId);
    return item != null ? item : items.get(ncxId);
  }

  Item fallbackOf(Item item) {
    Item better = item;
    for (int hops = 0; better != null && !better.isDocument() && hops < 10; hops++) {
      better = items.get(better.fallback());
    }
    return better;
  }

  /** Tells the builder what the metadata says. */
  void describe(PublicationBuilder book) {
    for (Meta meta : metas) {
      if (meta.name.equals("title") && meta.titleType.equals("main")) {
        book.title(meta.value());
      }
    }
    for (Meta meta : metas) {
      switch (meta.name) {
        case "title" -> book.title(meta.value());
        case "creator" -> {
          if (meta.role == null || meta.role.isBlank() || meta.role.equals("aut")) {
            book.author(meta.value());
          }
        }
        case "language" -> book.language(meta.value());
        case "publisher" -> book.publisher(meta.value());
        case "date" -> book.date(meta.value());
        case "identifier" -> {
          if (meta.id.equals(uniqueId)) {
            book.identifier(meta.value());
          }
        }
        default -> {}
      }
    }
    metas.stream()
        .filter(meta -> meta.name.equals("identifier"))
        .forEach(meta -> book.identifier(meta.value()));
  }

  private final class Handler extends DefaultHandler {
    private static final int MOST = 50_000;

    private final String folder;
    private Meta meta;
    private StringBuilder refinement;
    private Meta refines;
    private String property = "";

    Handler(String folder) {
      this.folder = folder;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      if (uri.startsWith("http://purl.org/dc/") && metas.size() < 1000) {
        String role = attributes.getValue("http://www.idpf.org/2007/opf", "role");
        // Capital letters begin these names in the packages of DAISY 3.
        meta = new Meta(local.toLowerCase(Locale.ROOT), orEmpty(attributes.getValue("id")), role);
        metas.add(meta);
        return;
      }
      switch (local) {
        case "package" -> uniqueId = orEmpty(attributes.getValue("unique-identifier"));
        case "meta" -> refine(attributes);
        case "item" -> item(attributes);
        case "spine" -> tocId = orEmpty(attributes.getValue("toc"));
        case "itemref" -> itemref(attributes);
        default -> {}
      }
    }

    private void refine(Attributes attributes) {
      String target = orEmpty(attributes.getValue("refines"));
      property = orEmpty(attributes.getValue("property"));
      refines =
          metas.stream()
              .filter(m -> !m.id.isEmpty() && target.equals("#" + m.id))
              .findFirst()
              .orElse(null);
      refinement = refines == null ? null : new StringBuilder();
    }

    private void item(Attributes attributes) {
      String id = attributes.getValue("id");
      String href = attributes.getValue("href");
      if (id == null || href == null || items.size() >= MOST) {
        return;
      }
      String type = orEmpty(attributes.getValue("media-type")).strip();
      if (type.equals("application/x-dtbncx+xml")) {
        ncxId = id;
      }
      items.putIfAbsent(
          id,
          new Item(
              id,
              href,
              EpubArchive.resolve(folder, href),
              type,
              orEmpty(attributes.getValue("properties")),
              orEmpty(attributes.getValue("fallback"))));
    }

    private void itemref(Attributes attributes) {
      String id = orEmpty(attributes.getValue("idref"));
      Item item = items.get(id);
      if (item == null) {
        if (unknownIds.size() < 100) {
          unknownIds.add(id);
        }
      } else if (spine.size() < MOST) {
        spine.add(new SpineItem(item, !"no".equals(attributes.getValue("linear"))));
      }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      if (meta != null && meta.text.length() < 2000) {
        meta.text.append(chars, start, length);
      } else if (refinement != null && refinement.length() < 200) {
        refinement.append(chars, start, length);
      }
    }

    @Override
    public void endElement(String uri, String local, String name) {
      if (uri.startsWith("http://purl.org/dc/")) {
        meta = null;
      } else if (local.equals("meta") && refinement != null) {
        String value = refinement.toString().strip();
        switch (property) {
          case "role" -> refines.role = value;
          case "title-type" -> refines.titleType = value;
          default -> {}
        }
        refinement = null;
      }
    }

    private static String orEmpty(String value) {
      return value == null ? "" : value;
    }
  }
}
