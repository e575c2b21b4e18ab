package org.titiktutur.extraction;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The styles of a DOCX: what their names and properties say about text that has them. */
final class DocxStyles extends DefaultHandler {

  /** Names of heading styles in the languages of word processors. */
  private static final Pattern HEADING =
      Pattern.compile(
          "(?iu)(?:heading|judul|sub ?judul|\u00FCberschrift|titre|t\u00EDtulo|titolo|kop|rubrik|overskrift"
              + "|otsikko|nag\u0142\u00F3wek|ba\u015Fl\u0131k|tajuk|\u0437\u0430\u0433\u043E\u043B\u043E\u0432\u043E\u043A|\u6807\u9898|\u898B\u51FA\u3057)\\s*(\\d)\\b.*");

  /** What a style says; null or 0: nothing. */
  static final class Style {
    String name = "";
    String parent;
    int outline = -1;
    String list;
    int depth = -1;
    String language;
    Boolean bold;
    Boolean italic;
    Boolean hidden;
    Boolean centred;
  }

  private static final Pattern CONTENTS =
      Pattern.compile("(?i)toc (\\d+|heading)|contents (\\d+|heading)|table of figures");

  private static final int DEEPEST = 20;

  private final Map<String, Style> styles = new HashMap<>();
  private Style style;
  private boolean defaults;
  private boolean runProperties;
  private String defaultParagraph;
  private String defaultLanguage;

  @Override
  public void startElement(String uri, String local, String qName, Attributes attributes) {
    String value = Ooxml.value(attributes);
    switch (local) {
      case "style" -> {
        style = new Style();
        String id = Ooxml.attribute(attributes, "styleId");
        if (styles.size() < 20_000) {
          styles.put(id, style);
        }
        String isDefault = Ooxml.attribute(attributes, "default");
        if (Ooxml.attribute(attributes, "type").equals("paragraph")
            && (isDefault.equals("1") || isDefault.equals("true"))) {
          defaultParagraph = id;
        }
      }
      case "docDefaults" -> defaults = true;
      case "rPr" -> runProperties = true;
      case "lang" -> {
        if (defaults && !value.isEmpty()) {
          defaultLanguage = value;
        } else if (style != null && !value.isEmpty()) {
          style.language = value;
        }
      }
      default -> {
        if (style != null) {
          inStyle(local, value, attributes);
        }
      }
    }
  }

  private void inStyle(String local, String value, Attributes attributes) {
    switch (local) {
      case "name" -> style.name = value;
      case "basedOn" -> style.parent = value;
      case "outlineLvl" -> style.outline = Ooxml.number(value, -1);
      case "numId" -> style.list = value;
      case "ilvl" -> style.depth = Ooxml.number(value, 0);
      case "jc" -> style.centred = value.equals("center");
      case "b" -> {
        if (runProperties) {
          style.bold = Ooxml.isOn(attributes);
        }
      }
      case "i" -> {
        if (runProperties) {
          style.italic = Ooxml.isOn(attributes);
        }
      }
      case "vanish" -> style.hidden = Ooxml.isOn(attributes);
      default -> {}
    }
  }

  @Override
  public void endElement(String uri, String local, String qName) {
    switch (local) {
      case "style" -> style = null;
      case "docDefaults" -> defaults = false;
      case "rPr" -> runProperties = false;
      default -> {}
    }
  }

  /** The language of the whole file, as its styles have it; null if they do not say. */
  String language() {
    Style normal = find(defaultParagraph);
    return normal != null && normal.language != null ? normal.language : defaultLanguage;
  }

  private Style find(String id) {
    return id == null ? null : styles.get(id);
  }

  /** A style with what it inherits; never null. */
  Style resolved(String id) {
    Style whole = new Style();
    Style next = find(id == null || !styles.containsKey(id) ? defaultParagraph : id);
    for (int i = 0; next != null && i < DEEPEST; i++) {
      whole.name = whole.name.isEmpty() ? next.name : whole.name;
      whole.outline = whole.outline < 0 ? next.outline : whole.outline;
      whole.list = whole.list == null ? next.list : whole.list;
      whole.depth = whole.depth < 0 ? next.depth : whole.depth;
      whole.language = whole.language == null ? next.language : whole.language;
      whole.bold = whole.bold == null ? next.bold : whole.bold;
      whole.italic = whole.italic == null ? next.italic : whole.italic;
      whole.hidden = whole.hidden == null ? next.hidden : whole.hidden;
      whole.centred = whole.centred == null ? next.centred : whole.centred;
      next = find(next.parent);
    }
    return whole;
  }

  /**
   * The level of headings in this style; 0 if it is none.
   *
   * @param id of the style, whose parents are asked too
   */
  int headingLevel(String id) {
    Style next = find(id);
    for (int i = 0; next != null && i < DEEPEST; i++) {
      if (next.outline >= 0) {
        return next.outline < 9 ? Math.min(6, next.outline + 1) : 0;
      }
      int named = headingLevelOfName(next.name);
      if (named > 0) {
        return named;
      }
      next = find(next.parent);
    }
    return headingLevelOfName(id == null ? "" : id.replace("_20_", " "));
  }

  static int headingLevelOfName(String name) {
    String plain = name.strip();
    Matcher heading = HEADING.matcher(plain);
    if (heading.matches()) {
      return Math.max(1, Math.min(6, heading.group(1).charAt(0) - '0'));
    }
    return switch (plain.toLowerCase(Locale.ROOT)) {
      case "title", "judul", "judul bab", "chapter title", "chapter", "bab", "judul buku" -> 1;
      case "judul subbab", "judul sub bab", "subbab", "sub bab" -> 2;
      default -> 0;
    };
  }

  /** Whether a style is one of tables of contents and lists of figures. */
  static boolean isContents(String name) {
    return CONTENTS.matcher(name).matches();
  }

  /** What a style of this name is for. */
  static OfficeText.Kind kindOfName(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    if (plain.matches(
        "(intense )?quot(e|ation)s?|kutipan.*|block ?text|blockquote|zitat.*|quotations")) {
      return OfficeText.Kind.QUOTATION;
    }
    if (plain.matches(
        "html preformatted|preformatted text|source ?code|code( block)?|verbatim.*|plain text code|kode.*")) {
      return OfficeText.Kind.CODE;
    }
    if (plain.matches(
        "caption|image caption|figure|illustration|drawing|table|table caption|keterangan.*")) {
      return OfficeText.Kind.CAPTION;
    }
    return OfficeText.Kind.TEXT;
  }
}
