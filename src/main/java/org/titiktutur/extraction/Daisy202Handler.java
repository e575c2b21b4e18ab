package org.titiktutur.extraction;

import java.util.Locale;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.AttributesImpl;

/** A document of a DAISY 2.02 book: XHTML whose classes say what roles say elsewhere. */
final class Daisy202Handler extends TalkingHandler {

  private final String path;
  private final SmilPlaces places;
  private final Map<Integer, Integer> levels;
  private int headings;

  /**
   * One document.
   *
   * @param levels of its headings in the whole book, by their number in the document from 0, as far
   *     as the book says
   */
  Daisy202Handler(
      PublicationBuilder book, String path, SmilPlaces places, Map<Integer, Integer> levels) {
    super(book);
    this.path = path;
    this.places = places;
    this.levels = Map.copyOf(levels);
  }

  /** Links into SMIL lead to what is read already. */
  @Override
  protected String target(String href) {
    String fragment = EpubArchive.fragment(href);
    String file =
        href.startsWith("#") ? path : EpubArchive.resolve(EpubArchive.folderOf(path), href);
    return fragment.isEmpty() || file == null || file.toLowerCase(Locale.ROOT).endsWith(".smil")
        ? null
        : file + "#" + fragment;
  }

  @Override
  protected String ownTarget(String id) {
    return path + "#" + id;
  }

  @Override
  protected Dressed dress(String name, Attributes attributes) {
    Dressed plain = plain(name, attributes);
    if (name.matches("h[1-6]")) {
      int level = levels.getOrDefault(headings++, name.charAt(1) - '0');
      return new Dressed(Act.PLAIN, "h" + level, plain.attributes());
    }
    if (name.equals("img")) {
      return plain.as(Act.PICTURE);
    }
    if (attributes.getValue("class") == null) {
      return plain;
    }
    if (hasClass(attributes, "page-normal", "page-front", "page-special")) {
      return new Dressed(Act.PLAIN, "span", plain.attributes()).role("doc-pagebreak");
    }
    if (hasClass(attributes, "noteref") && name.matches("a|span|sup")) {
      return call(plain);
    }
    if (hasClass(attributes, "note-label")) {
      return plain.role("doc-backlink");
    }
    if (hasClass(attributes, "notebody", "footnote", "endnote", "note") && !name.equals("a")) {
      return plain.role("doc-footnote");
    }
    if (hasClass(attributes, "image-without-description")) {
      return plain.as(Act.NO_DESCRIPTION);
    }
    if (hasClass(attributes, "prodnote", "optional-prodnote", "required-prodnote")) {
      return plain.as(Act.DESCRIPTION);
    }
    if (hasClass(attributes, "image", "imggroup") && name.equals("div")) {
      return new Dressed(Act.PICTURES, "figure", plain.attributes());
    }
    if (hasClass(attributes, "caption") && isInside(Act.PICTURES)) {
      return new Dressed(Act.PLAIN, "figcaption", plain.attributes());
    }
    if (hasClass(attributes, "verse") && name.equals("p")) {
      return new Dressed(Act.PLAIN, "address", plain.attributes());
    }
    if (hasClass(attributes, "bridgehead") && name.equals("p")) {
      return new Dressed(Act.PLAIN, "h6", plain.attributes());
    }
    return plain;
  }

  /** The note is where the link leads, or what the SMIL plays after what calls it. */
  private Dressed call(Dressed plain) {
    AttributesImpl attributes = plain.attributes();
    String href = attributes.getValue("href");
    String id = attributes.getValue("id");
    String note = id == null ? null : places.note(path + "#" + id);
    if (note != null && (href == null || target(href) == null)) {
      int at = attributes.getIndex("href");
      if (at >= 0) {
        attributes.removeAttribute(at);
      }
      String folder = EpubArchive.folderOf(path);
      attributes.addAttribute("", "href", "href", "CDATA", note.substring(folder.length()));
    }
    return new Dressed(Act.PLAIN, "a", attributes).role("doc-noteref");
  }
}
