package org.titiktutur.extraction;

import java.util.Locale;
import java.util.Set;
import org.titiktutur.publication.FindingCode;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** A DTBook document (Z39.86, all versions) as XHTML. */
final class DtbookHandler extends TalkingHandler {

  private static final Set<String> TABLES_OF_CONTENTS = Set.of("toc", "print_toc", "print-toc");

  private static final AttributesImpl NONE = new AttributesImpl();

  private final String path;
  private int lineGroups;

  /**
   * One document.
   *
   * @param path its name, which keeps its ids apart from those of others
   */
  DtbookHandler(PublicationBuilder book, String path) {
    super(book);
    this.path = path;
  }

  @Override
  protected String target(String href) {
    String fragment = EpubArchive.fragment(href);
    return fragment.isEmpty() ? null : ownTarget(fragment);
  }

  @Override
  protected String ownTarget(String id) {
    return path + "#" + id;
  }

  @Override
  protected Dressed dress(String name, Attributes attributes) {
    Dressed plain = plain(name, attributes);
    return switch (name) {
      case "dtbook", "dtbook3" -> named("html", plain);
      case "book" -> named("body", plain);
      case "meta" -> about(plain);
      case "doctitle" -> plain.as(Act.TITLE);
      case "docauthor" -> plain.as(Act.AUTHOR);
      case "covertitle", "linenum", "link" -> plain.as(Act.SKIP);
      case "level", "level1", "level2", "level3", "level4", "level5", "level6" -> level(plain);
      case "levelhd", "hd" -> heading(plain);
      case "bridgehead" -> named("h6", plain);
      case "p" -> paragraph(plain);
      case "list" -> list(plain);
      case "lic" -> new Dressed(Act.ENTRY, "span", plain.attributes());
      case "linegroup" -> named("address", plain);
      case "line" ->
          lineGroups > 0 ? new Dressed(Act.LINE, "span", plain.attributes()) : named("p", plain);
      case "pagenum" -> named("span", plain).role("doc-pagebreak");
      case "noteref", "annoref" -> call(plain);
      case "note", "annotation" -> named("aside", plain).role("doc-footnote");
      case "imggroup" -> new Dressed(Act.PICTURES, "figure", plain.attributes());
      case "img" -> plain.as(Act.PICTURE);
      case "prodnote" -> description(plain);
      case "caption" -> isInside(Act.PICTURES) ? named("figcaption", plain) : plain;
      case "sidebar", "epigraph" -> named(name.equals("epigraph") ? "blockquote" : "div", plain);
      case "byline", "dateline", "author", "address", "title", "div", "poem" ->
          named(name.equals("div") || name.equals("poem") ? "div" : "p", plain);
      case "a", "w" -> new Dressed(Act.PLAIN, "span", without(plain, "href"));
      case "sent" -> new Dressed(Act.SENTENCE, "span", plain.attributes());
      case "span" -> hasClass(attributes, "note-label") ? plain.role("doc-backlink") : plain;
      default -> plain;
    };
  }

  @Override
  public void startElement(String uri, String local, String qName, Attributes attributes)
      throws SAXException {
    boolean lines = (local.isEmpty() ? qName : local).equals("linegroup");
    super.startElement(uri, local, qName, attributes);
    lineGroups += lines ? 1 : 0;
  }

  @Override
  public void endElement(String uri, String local, String qName) throws SAXException {
    lineGroups -= (local.isEmpty() ? qName : local).equals("linegroup") ? 1 : 0;
    super.endElement(uri, local, qName);
  }

  private static Dressed named(String name, Dressed plain) {
    return new Dressed(Act.PLAIN, name, plain.attributes());
  }

  private static AttributesImpl without(Dressed plain, String attribute) {
    AttributesImpl attributes = plain.attributes();
    int at = attributes.getIndex(attribute);
    if (at >= 0) {
      attributes.removeAttribute(at);
    }
    return attributes;
  }

  private Dressed about(Dressed meta) {
    String name = meta.attributes().getValue("name");
    String content = meta.attributes().getValue("content");
    if (name != null && content != null) {
      switch (name.toLowerCase(Locale.ROOT)) {
        case "dc:title" -> book.title(content);
        case "dc:creator" -> book.author(content);
        case "dc:language" -> book.language(content);
        case "dc:publisher" -> book.publisher(content);
        case "dc:date" -> book.date(content);
        case "dtb:uid", "dc:identifier" -> book.identifier(content);
        default -> {}
      }
    }
    return new Dressed(Act.PLAIN, "span", NONE);
  }

  private Dressed level(Dressed plain) {
    String kind = plain.attributes().getValue("class");
    if (kind != null && TABLES_OF_CONTENTS.contains(kind.strip())) {
      book.foundHere(FindingCode.NAVIGATION_SKIPPED);
      return plain.as(Act.SKIP);
    }
    return new Dressed(Act.LEVEL, "section", plain.attributes());
  }

  /** A heading of a level that has no number, or of a list or sidebar. */
  private Dressed heading(Dressed plain) {
    return named("h" + Math.min(6, Math.max(1, levels())), plain);
  }

  private Dressed paragraph(Dressed plain) {
    if (hasClass(plain.attributes(), "separator", "precedingseparator", "precedingemptyline")) {
      book.sceneBreak();
    }
    return hasClass(plain.attributes(), "bridgehead") ? named("h6", plain) : plain;
  }

  private static Dressed list(Dressed plain) {
    return named("ol".equals(plain.attributes().getValue("type")) ? "ol" : "ul", plain);
  }

  private static Dressed call(Dressed plain) {
    String idref = plain.attributes().getValue("idref");
    AttributesImpl attributes = plain.attributes();
    if (idref != null) {
      String href = idref.contains("#") ? idref : "#" + idref;
      attributes.addAttribute("", "href", "href", "CDATA", href);
    }
    return new Dressed(Act.PLAIN, "a", attributes).role("doc-noteref");
  }

  private Dressed description(Dressed plain) {
    if (hasClass(plain.attributes(), "image-without-description")) {
      return plain.as(Act.NO_DESCRIPTION);
    }
    boolean ofPicture = isInside(Act.PICTURES) || plain.attributes().getValue("imgref") != null;
    return ofPicture ? plain.as(Act.DESCRIPTION) : named("div", plain);
  }
}
