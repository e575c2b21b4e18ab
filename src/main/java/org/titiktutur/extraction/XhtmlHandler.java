package org.titiktutur.extraction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.titiktutur.publication.FindingCode;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Tells a {@link PublicationBuilder} what an XHTML document says, as Tika's parsers send it: the
 * body of an HTML page, a document of an EPUB (with its {@code epub:type} and DPUB-ARIA roles), or
 * what Tika makes of an office file.
 *
 * <p>What a sighted reader does not see (scripts, hidden text) does not come through. Unknown
 * elements are transparent.
 */
class XhtmlHandler extends DefaultHandler {

  private static final Set<String> SKIPPED =
      Set.of(
          "head",
          "script",
          "style",
          "template",
          "noscript",
          "rt",
          "rp",
          "iframe",
          "canvas",
          "textarea",
          "select",
          "button",
          "input",
          "datalist",
          "map",
          "noframes",
          "noembed",
          "case");

  private static final Set<String> BLOCKS =
      Set.of(
          "body",
          "div",
          "section",
          "article",
          "main",
          "header",
          "footer",
          "aside",
          "center",
          "fieldset",
          "form",
          "hgroup",
          "thead",
          "tbody",
          "tfoot",
          "details",
          "dir",
          "menu",
          "nav",
          "search");

  private static final Pattern NO_DESCRIPTION =
      Pattern.compile(
          "(?iu)\\s*((image|img|picture|figure|gambar|foto|photo|illustration|ilustrasi)?[\\s_.-]*"
              + "[0-9]*|\\S+\\.(jpe?g|png|gif|svg|webp|bmp|tiff?))\\s*");

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i)[\\[({]?\\s*(?:page|pg|p|halaman|hal)?[.\\s]*([0-9ivxlcdm]{1,6})\\s*[\\])}]?");

  private static final Pattern HIDING_STYLE =
      Pattern.compile("(?is).*(display\\s*:\\s*none|visibility\\s*:\\s*hidden).*");

  private static final String EXPONENT = "0123456789+-=()n";
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";

  /** What an element did when it began, to be undone at its end. */
  private static final class Opened {
    final String name;
    int blocks;
    int emphases;
    int strongs;
    boolean language;
    boolean itemOpen;
    boolean afterDefinition;
    Consumer<String> captured;
    String after = "";

    Opened(String name) {
      this.name = name;
    }
  }

  protected final PublicationBuilder book;
  private final HidingRules hiding;
  private final Deque<Opened> path = new ArrayDeque<>();
  private final StringBuilder captured = new StringBuilder();
  private int skipping;
  private int capturing;
  private int muted;
  private HeldLink held;
  private boolean hiddenFound;
  private boolean formulaPlain;
  private String pictureSource = "";
  private String raisedId = "";
  private int unnamedNotes;
  private boolean afterLabel;

  XhtmlHandler(PublicationBuilder book) {
    this(book, HidingRules.NONE);
  }

  XhtmlHandler(PublicationBuilder book, HidingRules hiding) {
    this.book = book;
    this.hiding = hiding;
  }

  /** An element with this id begins. */
  protected void reached(String id) {}

  /** Whether {@link #reached} has told already that a page begins at this id. */
  protected boolean isListedPage(String id) {
    return false;
  }

  /** The whole document is in this language. */
  protected void rootLanguage(String tag) {
    book.language(tag);
  }

  /** A name for the target of a link that is unique in the book; null if it is outside of it. */
  protected String target(String href) {
    return href.startsWith("#") && href.length() > 1 ? href : null;
  }

  /** The unique name of an id in this document. */
  protected String ownTarget(String id) {
    return "#" + id;
  }

  /** Whether all of this element is left out. */
  protected boolean skips(String name, Attributes attributes) {
    return SKIPPED.contains(name);
  }

  @Override
  public void startElement(String uri, String local, String qName, Attributes attributes)
      throws SAXException {
    String name = (local.isEmpty() ? qName : local).toLowerCase(Locale.ROOT);
    if (skipping > 0) {
      skipping++;
      return;
    }
    if (capturing > 0) {
      capturing++;
      within(name, attributes);
      return;
    }
    if (held != null) {
      if (held.start(uri, local, qName, attributes)) {
        return;
      }
      release();
    }
    if (skips(name, attributes)) {
      skipping = 1;
      return;
    }
    if (isHidden(name, attributes) && !isWantedAllTheSame(attributes)) {
      if (!hiddenFound) {
        hiddenFound = true;
        book.foundHere(FindingCode.HIDDEN_TEXT_SKIPPED);
      }
      skipping = 1;
      return;
    }
    String id = attributes.getValue("id");
    if (id == null && name.equals("a")) {
      id = attributes.getValue("name");
    }
    if (id != null) {
      reached(id);
    }
    Opened opened = new Opened(name);
    String tag = attributes.getValue("xml:lang");
    tag = tag == null || tag.isBlank() ? attributes.getValue("lang") : tag;
    boolean root = name.equals("html") || name.equals("body");
    if (root && tag != null) {
      rootLanguage(tag);
    } else if (tag != null && !tag.isBlank()) {
      book.openLanguage(tag.strip());
      opened.language = true;
    }
    path.push(opened);
    open(opened, name, id == null ? "" : id, attributes);
  }

  private void open(Opened opened, String name, String id, Attributes attributes) {
    String types = types(attributes);
    if (has(types, "pagebreak", "doc-pagebreak")) {
      pageBreak(opened, id, attributes);
      return;
    }
    if (isPageNumber(attributes.getValue("class"))) {
      capture(opened, this::pageNumber);
      return;
    }
    if (has(types, "backlink", "doc-backlink", "referrer")) {
      capture(opened, this::label);
      return;
    }
    String href = attributes.getValue("href");
    String target = href == null ? null : target(href);
    if (target != null && has(types, "noteref", "doc-noteref")) {
      book.caller(ownTarget(id));
      capture(opened, text -> book.noteCall(target, text.strip()));
      return;
    } else if (target != null && name.equals("a")) {
      String own = id.isEmpty() ? raisedId : id;
      boolean raised = path.stream().limit(3).anyMatch(outer -> outer.name.equals("sup"));
      held = new HeldLink(target, own.isEmpty() ? null : ownTarget(own), raised);
      return;
    }
    if (has(types, "toc", "landmarks", "page-list", "doc-toc", "doc-pagelist")
        && name.equals("nav")) {
      book.foundHere(FindingCode.NAVIGATION_SKIPPED);
      path.pop();
      if (opened.language) {
        book.closeLanguage();
      }
      skipping = 1;
      return;
    }
    boolean note =
        isNote(types) || (!id.isEmpty() && isNoteBlock(name) && book.isCalled(ownTarget(id)));
    if (note && !name.equals("a") && !name.equals("span")) {
      if (name.equals("li")) {
        book.openItem();
        opened.blocks++;
      }
      book.openNote(id.isEmpty() ? ownTarget(" " + ++unnamedNotes) : ownTarget(id), "");
      opened.blocks++;
      if (name.equals("li")) {
        return;
      }
    } else if (!id.isEmpty() && book.isCalled(ownTarget(id))) {
      book.paragraphIsNote(ownTarget(id));
    }
    if (has(types, "bridgehead") && name.equals("p")) {
      heading(opened, 6);
      return;
    }
    if ("heading".equals(attributes.getValue("role"))) {
      heading(opened, number(attributes.getValue("aria-level"), 2));
      return;
    }
    element(opened, name, id, attributes);
  }

  private void element(Opened opened, String name, String id, Attributes attributes) {
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(opened, name.charAt(1) - '0');
      case "p", "summary", "legend" -> block(opened, book::openParagraph);
      case "address" -> block(opened, () -> book.openLines(false));
      case "pre", "listing", "xmp", "plaintext" ->
          block(opened, () -> book.openLines(!isVerse(attributes)));
      case "blockquote" -> block(opened, book::openQuotation);
      case "ul", "dir", "menu" -> block(opened, () -> book.openList(false, 1));
      case "ol" ->
          block(opened, () -> book.openList(true, number(attributes.getValue("start"), 1)));
      case "li" -> block(opened, book::openItem);
      case "dl" -> block(opened, () -> book.openList(false, 1));
      case "dt" -> definition(opened, true);
      case "dd" -> definition(opened, false);
      case "table" -> {
        if (!isDecoration(attributes)) {
          block(opened, book::openTable);
        }
      }
      case "caption", "figcaption" -> block(opened, book::openCaption);
      case "tr" -> block(opened, book::openRow);
      case "td", "th" ->
          block(
              opened,
              () ->
                  book.openCell(
                      name.equals("th"),
                      number(attributes.getValue("colspan"), 1),
                      number(attributes.getValue("rowspan"), 1)));
      case "figure" -> block(opened, book::openFigure);
      case "img", "image" -> image(attributes);
      case "svg" -> picture(opened, attributes);
      case "math" -> formula(opened, attributes);
      case "audio", "video", "embed", "object" -> media(opened, name, attributes);
      case "hr" -> book.sceneBreak();
      case "br" -> book.lineBreak();
      case "em", "i", "dfn", "var", "cite" -> emphasis(opened, false);
      case "strong", "b" -> emphasis(opened, true);
      case "q" -> {
        book.text("“");
        opened.after = "”";
      }
      case "sup" -> raisedId = id;
      default -> {
        if (BLOCKS.contains(name)) {
          book.boundary();
        }
      }
    }
  }

  private static void block(Opened opened, Runnable opening) {
    opening.run();
    opened.blocks++;
  }

  private void heading(Opened opened, int level) {
    block(opened, () -> book.openHeading(level));
  }

  private void emphasis(Opened opened, boolean strong) {
    book.openEmphasis(strong);
    if (strong) {
      opened.strongs++;
    } else {
      opened.emphases++;
    }
  }

  /** A term and its meanings are one item of a list. */
  private void definition(Opened opened, boolean term) {
    for (Opened outer : path) {
      if (outer.name.equals("dl")) {
        if (outer.itemOpen && term && outer.afterDefinition) {
          book.close();
          outer.itemOpen = false;
        }
        if (!outer.itemOpen) {
          book.openItem();
          outer.itemOpen = true;
        }
        outer.afterDefinition = !term;
        break;
      }
    }
    block(opened, book::openParagraph);
  }

  private static boolean isVerse(Attributes attributes) {
    String types = types(attributes);
    String style = attributes.getValue("class");
    return has(types, "verse", "z3998:verse", "z3998:poem")
        || (style != null
            && style.matches("(?i).*\\b(verse|poem|poetry|puisi|sajak|lyrics?)\\b.*"));
  }

  private static boolean isNoteBlock(String name) {
    return switch (name) {
      case "p", "li", "div", "aside", "section", "dd", "dt" -> true;
      default -> false;
    };
  }

  // Notes.

  private static boolean isNote(String types) {
    return has(types, "footnote", "endnote", "rearnote", "note", "doc-footnote", "doc-endnote");
  }

  /** A link has ended that may have been the sign of a note, or of the way back from one. */
  private void decide() throws SAXException {
    if (book.isCaller(held.target()) && (held.isSign() || held.isWordless())) {
      label(held.text());
      held = null;
    } else if (held.isRaised() && held.isSign()) {
      if (held.caller() != null) {
        book.caller(held.caller());
      }
      book.mayCallNote(held.target(), held.text());
      held = null;
    } else {
      release();
    }
  }

  private void release() throws SAXException {
    HeldLink released = held;
    held = null;
    released.play(this);
  }

  private void label(String text) {
    afterLabel = HeldLink.isSign(text.strip());
    if (afterLabel) {
      book.noteLabel(text.replaceAll("[\\[\\](){}.\\s]", ""));
    }
  }

  // Captured text: it is known only at the end of the element what to do with it.

  private void capture(Opened opened, Consumer<String> then) {
    captured.setLength(0);
    capturing = 1;
    muted = 0;
    opened.captured = then;
  }

  private void within(String name, Attributes attributes) {
    switch (name) {
      case "annotation", "annotation-xml", "style", "script", "metadata", "defs" ->
          muted = muted == 0 ? capturing : muted;
      case "img" -> {
        String alt = attributes.getValue("alt");
        captured.append(alt == null ? "" : alt);
      }
      case "image" -> pictureSource = fileName(attributes.getValue("xlink:href"));
      case "br" -> captured.append(' ');
      case "mi", "mn", "mo", "mrow", "mtext", "mspace", "semantics", "mstyle", "mpadded" -> {}
      default -> formulaPlain = false;
    }
  }

  // Pictures, formulas, media.

  private void image(Attributes attributes) {
    if (isDecoration(attributes)) {
      return;
    }
    String alt = attributes.getValue("alt");
    String label = attributes.getValue("aria-label");
    String title = attributes.getValue("title");
    String description = firstUseful(alt, label, title);
    if (description.length() == 1) {
      // A letter drawn large, as chapters begin.
      book.text(description);
      return;
    }
    String source = attributes.getValue("src");
    source = source == null ? attributes.getValue("xlink:href") : source;
    book.image(fileName(source), description);
  }

  private static String firstUseful(String... texts) {
    for (String text : texts) {
      if (text != null && !text.isBlank() && !NO_DESCRIPTION.matcher(text).matches()) {
        return text;
      }
    }
    return "";
  }

  private static boolean isDecoration(Attributes attributes) {
    String role = attributes.getValue("role");
    return "presentation".equals(role) || "none".equals(role);
  }

  private static String fileName(String source) {
    if (source == null || source.startsWith("data:")) {
      return "";
    }
    String path = source.replaceAll("[?#].*", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void picture(Opened opened, Attributes attributes) {
    String label = attributes.getValue("aria-label");
    boolean decoration = isDecoration(attributes);
    pictureSource = "";
    capture(
        opened,
        text -> {
          if (!decoration) {
            book.image(pictureSource, firstUseful(label, text.strip()));
          }
        });
  }

  private void formula(Opened opened, Attributes attributes) {
    String alt = attributes.getValue("alttext");
    capture(
        opened,
        text -> {
          if (alt != null && !alt.isBlank()) {
            book.text(alt);
          } else {
            book.text(text.strip());
            if (!formulaPlain) {
              book.foundHere(FindingCode.FORMULA_LOST);
            }
          }
        });
    formulaPlain = true;
  }

  private void media(Opened opened, String name, Attributes attributes) {
    String source = attributes.getValue(name.equals("object") ? "data" : "src");
    if (name.equals("object")) {
      book.boundary();
      return;
    }
    book.foundHere(FindingCode.MEDIA_IGNORED, fileName(source));
    capture(opened, text -> {});
  }

  // Pages.

  /** As digital libraries mark the numbers of the print pages, for want of a better way. */
  private static boolean isPageNumber(String style) {
    return style != null
        && style.matches("(?i)(.*\\s)?(pagenum|page-num|page_num|pageno|pagenumber)(\\s.*)?");
  }

  private void pageNumber(String text) {
    Matcher number = PAGE_NUMBER.matcher(text.strip());
    if (number.matches()) {
      book.pageStart(number.group(1));
    } else {
      book.text(text);
    }
  }

  private void pageBreak(Opened opened, String id, Attributes attributes) {
    String label = attributes.getValue("title");
    label = label == null || label.isBlank() ? attributes.getValue("aria-label") : label;
    String given = label;
    if (isListedPage(id)) {
      capture(opened, text -> {});
      return;
    }
    capture(
        opened,
        text -> {
          String page = given == null || given.isBlank() ? text.strip() : given;
          page = page.isBlank() ? id : page;
          book.pageStart(
              page.replaceFirst("(?i)^(page|halaman|hal|pg|p)[\\s_.-]*(?=[0-9ivxlc])", ""));
        });
  }

  @Override
  public void endElement(String uri, String local, String qName) throws SAXException {
    if (skipping > 0) {
      skipping--;
      return;
    }
    if (capturing > 1) {
      muted = muted == capturing ? 0 : muted;
      capturing--;
      return;
    }
    if (held != null) {
      if (held.end(uri, local, qName)) {
        return;
      }
      decide();
    }
    Opened opened = path.poll();
    if (opened == null) {
      return;
    }
    if (opened.captured != null) {
      capturing = 0;
      opened.captured.accept(captured.toString());
    }
    if (!opened.after.isEmpty()) {
      book.text(opened.after);
    }
    if (opened.itemOpen) {
      book.close();
    }
    for (int i = 0; i < opened.blocks; i++) {
      book.close();
    }
    if (opened.blocks == 0 && BLOCKS.contains(opened.name)) {
      book.boundary();
    }
    for (int i = 0; i < opened.emphases; i++) {
      book.closeEmphasis(false);
    }
    for (int i = 0; i < opened.strongs; i++) {
      book.closeEmphasis(true);
    }
    if (opened.language) {
      book.closeLanguage();
    }
    if (opened.name.equals("sup")) {
      raisedId = "";
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    if (skipping > 0) {
      return;
    }
    if (capturing > 0) {
      if (muted == 0) {
        captured.append(chars, start, length);
      }
      return;
    }
    if (held != null) {
      if (held.characters(chars, start, length)) {
        return;
      }
      release();
    }
    String text = new String(chars, start, length);
    if (afterLabel) {
      // The full stop or bracket of "1." and "1)".
      text = text.replaceFirst("^\\s*[.):\\]]", "");
      afterLabel = text.isBlank();
    }
    Opened inner = path.peek();
    book.text(inner != null && inner.name.equals("sup") ? raised(text) : text);
  }

  /** A power must not become a digit of the number before it: 10⁶ is not 106. */
  private static String raised(String text) {
    StringBuilder raised = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int at = EXPONENT.indexOf(text.charAt(i));
      if (at < 0) {
        return text;
      }
      raised.append(RAISED.charAt(at));
    }
    return raised.toString();
  }

  /** A named letter of HTML, whose DTD is never loaded. */
  @Override
  public void skippedEntity(String name) throws SAXException {
    String letter = Parser.unescapeEntities("&" + name + ";", false);
    if (!letter.equals("&" + name + ";")) {
      characters(letter.toCharArray(), 0, letter.length());
    } else if (SafeXml.isOutside(name) && skipping == 0) {
      book.foundHere(FindingCode.OUTSIDE_REFERENCE_IGNORED, letter);
    }
  }

  @Override
  public void ignorableWhitespace(char[] chars, int start, int length) throws SAXException {
    characters(chars, start, length);
  }

  private boolean isHidden(String name, Attributes attributes) {
    if (attributes.getLength() == 0) {
      return false;
    }
    String style = attributes.getValue("style");
    return attributes.getValue("hidden") != null
        || "true".equals(attributes.getValue("aria-hidden"))
        || (style != null && HIDING_STYLE.matcher(style).matches())
        || hiding.hide(name, attributes.getValue("id"), attributes.getValue("class"));
  }

  /** Notes wait hidden until they are called; the numbers of pages need not be seen. */
  private boolean isWantedAllTheSame(Attributes attributes) {
    String types = types(attributes);
    String id = attributes.getValue("id");
    return isNote(types)
        || has(types, "pagebreak", "doc-pagebreak")
        || isPageNumber(attributes.getValue("class"))
        || (id != null && book.isCalled(ownTarget(id)));
  }

  private static String types(Attributes attributes) {
    if (attributes.getLength() == 0) {
      return "";
    }
    String type = attributes.getValue("epub:type");
    String role = attributes.getValue("role");
    if (type == null && role == null) {
      return "";
    }
    return " " + (type == null ? "" : type) + " " + (role == null ? "" : role) + " ";
  }

  private static boolean has(String types, String... wanted) {
    if (types.isEmpty()) {
      return false;
    }
    for (String type : wanted) {
      if (types.contains(" " + type + " ")) {
        return true;
      }
    }
    return false;
  }

  private static int number(String text, int otherwise) {
    try {
      return text == null ? otherwise : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
