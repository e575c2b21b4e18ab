package org.titiktutur.extraction;

import java.util.HashMap;
import java.util.Map;
import org.xml.sax.Attributes;

/** The styles of an ODT (OASIS OpenDocument 1.3 part 3, 16), of the file and of its text. */
final class OdtStyles {

  /** What a style says; null or 0: nothing. */
  static final class Style {
    String name = "";
    String parent;
    int outline;
    String list;
    String language;
    Boolean bold;
    Boolean italic;
    Boolean hidden;
    boolean raised;
    Boolean centred;
  }

  /** How one level of a list or of the outline is numbered; format empty: not at all. */
  static final class Numbering {
    String format = "";
    String before = "";
    String after = "";
    int start = 1;
    int shown = 1;
    boolean bullet;
  }

  private static final int DEEPEST = 20;

  private final Map<String, Style> styles = new HashMap<>();
  private final Map<String, Map<Integer, Numbering>> lists = new HashMap<>();
  private final Map<String, Style> resolved = new HashMap<>();
  private final Map<Integer, Numbering> outline = new HashMap<>();
  private Map<Integer, Numbering> list;
  private Style style;
  private boolean paragraphDefault;
  private String language;

  /** A style begins or says something; called for every element of the style sheets. */
  void startElement(String local, Attributes attributes) {
    switch (local) {
      case "style" -> {
        style = new Style();
        String name = Ooxml.attribute(attributes, "name");
        String shown = Ooxml.attribute(attributes, "display-name");
        style.name = shown.isEmpty() ? name.replace("_20_", " ") : shown;
        style.parent = Ooxml.attribute(attributes, "parent-style-name");
        style.list = Ooxml.attribute(attributes, "list-style-name");
        style.outline = Ooxml.number(Ooxml.attribute(attributes, "default-outline-level"), 0);
        if (styles.size() < 100_000) {
          styles.put(Ooxml.attribute(attributes, "family") + " " + name, style);
        }
      }
      case "default-style" ->
          paragraphDefault = Ooxml.attribute(attributes, "family").equals("paragraph");
      case "text-properties" -> textProperties(attributes);
      case "paragraph-properties" -> {
        String align = Ooxml.attribute(attributes, "text-align");
        if (style != null && !align.isEmpty()) {
          style.centred = align.equals("center");
        }
      }
      case "list-style" -> {
        list = new HashMap<>();
        if (lists.size() < 50_000) {
          lists.put(Ooxml.attribute(attributes, "name"), list);
        }
      }
      case "outline-style" -> list = outline;
      case "list-level-style-number",
          "list-level-style-bullet",
          "list-level-style-image",
          "outline-level-style" ->
          numbering(local, attributes);
      default -> {}
    }
  }

  private void numbering(String local, Attributes attributes) {
    if (list == null) {
      return;
    }
    Numbering numbering = new Numbering();
    numbering.bullet = local.endsWith("bullet") || local.endsWith("image");
    numbering.format = Ooxml.attribute(attributes, "num-format");
    numbering.before = Ooxml.attribute(attributes, "num-prefix");
    numbering.after = Ooxml.attribute(attributes, "num-suffix");
    numbering.start = Ooxml.number(Ooxml.attribute(attributes, "start-value"), 1);
    numbering.shown = Ooxml.number(Ooxml.attribute(attributes, "display-levels"), 1);
    list.put(Ooxml.number(Ooxml.attribute(attributes, "level"), 1), numbering);
  }

  private void textProperties(Attributes attributes) {
    String tag = Ooxml.attribute(attributes, "language");
    String country = Ooxml.attribute(attributes, "country");
    boolean says = !tag.isEmpty() && !tag.equals("none") && !tag.equals("zxx");
    if (says && country.matches("[A-Z]{2}")) {
      tag = tag + "-" + country;
    }
    if (style == null) {
      if (paragraphDefault && says) {
        language = tag;
      }
      return;
    }
    style.language = says ? tag : style.language;
    String weight = Ooxml.attribute(attributes, "font-weight");
    if (!weight.isEmpty()) {
      style.bold = weight.equals("bold") || Ooxml.number(weight, 400) >= 600;
    }
    String slant = Ooxml.attribute(attributes, "font-style");
    if (!slant.isEmpty()) {
      style.italic = !slant.equals("normal");
    }
    String display = Ooxml.attribute(attributes, "display");
    if (!display.isEmpty()) {
      style.hidden = display.equals("none");
    }
    style.raised |= Ooxml.attribute(attributes, "text-position").matches("(super|[1-9]\\d*%).*");
  }

  void endElement(String local) {
    switch (local) {
      case "style" -> style = null;
      case "default-style" -> paragraphDefault = false;
      case "list-style", "outline-style" -> list = null;
      default -> {}
    }
  }

  /** The language of the whole file; null if it does not say. */
  String language() {
    Style standard = styles.get("paragraph Standard");
    return standard != null && standard.language != null ? standard.language : language;
  }

  /**
   * A style with what it inherits; never null.
   *
   * @param family {@code paragraph} or {@code text}
   */
  Style resolved(String family, String name) {
    return resolved.computeIfAbsent(family + " " + name, key -> resolve(family, key));
  }

  private Style resolve(String family, String key) {
    Style whole = new Style();
    Style next = styles.get(key);
    String missing = next == null ? key.substring(family.length() + 1) : null;
    for (int i = 0; next != null && i < DEEPEST; i++) {
      // the name of a style that a person chose, not that of an automatic one
      boolean automatic = next.name.matches("[PT]\\d+");
      whole.name = whole.name.isEmpty() && !automatic ? next.name : whole.name;
      whole.outline = whole.outline == 0 ? next.outline : whole.outline;
      whole.list = whole.list == null || whole.list.isEmpty() ? next.list : whole.list;
      whole.language = whole.language == null ? next.language : whole.language;
      whole.bold = whole.bold == null ? next.bold : whole.bold;
      whole.italic = whole.italic == null ? next.italic : whole.italic;
      whole.hidden = whole.hidden == null ? next.hidden : whole.hidden;
      whole.centred = whole.centred == null ? next.centred : whole.centred;
      whole.raised |= next.raised;
      missing = next.parent;
      next = next.parent == null ? null : styles.get(family + " " + next.parent);
    }
    if (next == null && missing != null && whole.name.isEmpty()) {
      // named, but described nowhere: the name still says what it is for
      whole.name = missing.replace("_20_", " ");
    }
    return whole;
  }

  /** The level of headings in this style of paragraph; 0 if it is none. */
  int headingLevel(String name) {
    Style next = styles.get("paragraph " + name);
    for (int i = 0; next != null && i < DEEPEST; i++) {
      int level = next.outline > 0 ? next.outline : DocxStyles.headingLevelOfName(next.name);
      if (level > 0) {
        return Math.min(6, level);
      }
      String parent = next.parent == null ? "" : next.parent;
      next = styles.get("paragraph " + parent);
      if (next == null) {
        return DocxStyles.headingLevelOfName(parent.replace("_20_", " "));
      }
    }
    return DocxStyles.headingLevelOfName(name.replace("_20_", " "));
  }

  /**
   * How a level of a list is numbered.
   *
   * @param level 1 for the outermost
   * @return null if nothing is known
   */
  Numbering list(String name, int level) {
    return lists.getOrDefault(name, Map.of()).get(level);
  }

  Numbering outline(int level) {
    return outline.get(level);
  }
}
