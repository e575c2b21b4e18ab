package org.titiktutur.extraction;

import java.util.HashMap;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The numbers that Word puts before paragraphs (ECMA-376 part 1, 17.9). They stand nowhere in the
 * text: they are counted, paragraph by paragraph.
 */
final class DocxNumbering extends DefaultHandler {

  private static final int LEVELS = 9;

  /** How one level of a list is numbered. */
  private static final class Level {
    int start = 1;
    String format = "decimal";
    String text;
    boolean figures;
    String style;
  }

  private static final class Definition {
    final Level[] levels = new Level[LEVELS];
    String styleLink;
    String linkedStyle;
  }

  private static final class Instance {
    String definition = "";
    final Map<Integer, Integer> starts = new HashMap<>();
    final Map<Integer, Level> levels = new HashMap<>();
  }

  private final Map<String, Definition> definitions = new HashMap<>();
  private final Map<String, Instance> instances = new HashMap<>();
  private final Map<String, int[]> counters = new HashMap<>();
  private final Map<String, boolean[]> restarted = new HashMap<>();

  private Definition definition;
  private Instance instance;
  private Level level;
  private int override = -1;

  @Override
  public void startElement(String uri, String local, String qName, Attributes attributes) {
    String value = Ooxml.value(attributes);
    switch (local) {
      case "abstractNum" -> {
        definition = new Definition();
        instance = null;
        if (definitions.size() < 50_000) {
          definitions.put(Ooxml.attribute(attributes, "abstractNumId"), definition);
        }
      }
      case "num" -> {
        instance = new Instance();
        definition = null;
        if (instances.size() < 50_000) {
          instances.put(Ooxml.attribute(attributes, "numId"), instance);
        }
      }
      case "abstractNumId" -> {
        if (instance != null) {
          instance.definition = value;
        }
      }
      case "lvlOverride" -> override = Ooxml.number(Ooxml.attribute(attributes, "ilvl"), 0);
      case "startOverride" -> {
        if (instance != null) {
          instance.starts.put(override, Ooxml.number(value, 1));
        }
      }
      case "lvl" -> {
        int depth = Ooxml.number(Ooxml.attribute(attributes, "ilvl"), 0);
        level = new Level();
        if (definition != null && depth >= 0 && depth < LEVELS) {
          definition.levels[depth] = level;
        } else if (instance != null) {
          instance.levels.put(depth, level);
        }
      }
      case "styleLink" -> {
        if (definition != null) {
          definition.styleLink = value;
        }
      }
      case "numStyleLink" -> {
        if (definition != null) {
          definition.linkedStyle = value;
        }
      }
      default -> {
        if (level != null) {
          inLevel(local, value);
        }
      }
    }
  }

  private void inLevel(String local, String value) {
    switch (local) {
      case "start" -> level.start = Ooxml.number(value, 1);
      case "numFmt" -> level.format = value;
      case "lvlText" -> level.text = value;
      case "isLgl" -> level.figures = !value.equals("0") && !value.equals("false");
      case "pStyle" -> level.style = value;
      default -> {}
    }
  }

  @Override
  public void endElement(String uri, String local, String qName) {
    if (local.equals("lvl")) {
      level = null;
    }
  }

  /** The level whose paragraphs have this style; -1 if none does. */
  int depthOfStyle(String list, String style) {
    Definition of = definitionOf(list);
    for (int i = 0; of != null && i < LEVELS; i++) {
      if (of.levels[i] != null && style.equals(of.levels[i].style)) {
        return i;
      }
    }
    return -1;
  }

  private Definition definitionOf(String list) {
    Instance of = instances.get(list);
    Definition found = of == null ? null : definitions.get(of.definition);
    if (found != null && found.linkedStyle != null) {
      for (Definition other : definitions.values()) {
        if (found.linkedStyle.equals(other.styleLink)) {
          return other;
        }
      }
    }
    return found;
  }

  private Level levelOf(String list, int depth) {
    Instance of = instances.get(list);
    if (of != null && of.levels.containsKey(depth)) {
      return of.levels.get(depth);
    }
    Definition definitionOf = definitionOf(list);
    return definitionOf == null || depth < 0 || depth >= LEVELS ? null : definitionOf.levels[depth];
  }

  /**
   * What a paragraph has before it.
   *
   * @param label as printed; empty for a bullet
   * @param number of the item, where the label is that number and nothing more, else 0
   */
  record Label(String label, int number) {}

  /**
   * Counts a paragraph.
   *
   * @return null for a list that is not there
   */
  Label next(String list, int depth) {
    Level of = levelOf(list, depth);
    if (of == null) {
      return null;
    }
    String key = instances.get(list).definition;
    int[] counts = counters.computeIfAbsent(key, k -> new int[LEVELS]);
    boolean[] begun = restarted.computeIfAbsent(list, k -> new boolean[LEVELS]);
    Integer start = instances.get(list).starts.get(depth);
    if (start != null && !begun[depth]) {
      counts[depth] = start;
    } else {
      counts[depth] = counts[depth] == 0 ? of.start : counts[depth] + 1;
    }
    begun[depth] = true;
    for (int deeper = depth + 1; deeper < LEVELS; deeper++) {
      counts[deeper] = 0;
    }
    if (of.format.equals("bullet") || of.format.equals("none")) {
      return new Label(
          of.format.equals("none") && of.text != null ? of.text.replaceAll("%\\d", "").strip() : "",
          0);
    }
    String pattern = of.text == null ? "%" + (depth + 1) + "." : of.text;
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean place = c == '%' && i + 1 < pattern.length() && pattern.charAt(i + 1) >= '1';
      if (place && pattern.charAt(i + 1) <= '9') {
        int other = pattern.charAt(++i) - '1';
        Level otherLevel = levelOf(list, other);
        if (otherLevel != null && other <= depth) {
          int value = counts[other] == 0 ? otherLevel.start : counts[other];
          label.append(Numerals.format(of.figures ? "decimal" : otherLevel.format, value));
        }
      } else {
        label.append(c);
      }
    }
    boolean plain =
        of.format.equals("decimal") && pattern.matches("\\(?%" + (depth + 1) + "[.)]?\\s*");
    return new Label(label.toString().strip(), plain ? counts[depth] : 0);
  }
}
