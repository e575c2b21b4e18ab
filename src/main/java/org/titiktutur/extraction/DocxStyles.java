package org.titiktutur.extraction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** What the styles and numberings of a DOCX mean for its paragraphs. */
final class DocxStyles {

  /** What a paragraph is by its style. */
  enum Role {
    PLAIN,
    TITLE,
    QUOTATION
  }

  private static final Pattern HEADING = Pattern.compile("(?:heading|judul) ?([1-9])");
  private static final Set<String> QUOTATIONS =
      Set.of("quote", "intense quote", "block text", "quotations", "kutipan");

  private static final class Style {
    private String name = "";
    private String basedOn = "";
    private int outline = -1;
    private String number = "";
    private int depth;
  }

  /** A level of a list. */
  record Level(boolean ordered, int start) {}

  private final Map<String, Style> styles = new HashMap<>();
  private final Map<String, String> abstractOf = new HashMap<>();
  private final Map<String, Level> levels = new HashMap<>();

  /** 1 to 6 for a heading, 0 for any other paragraph. */
  int heading(String style, int ownOutline) {
    int outline = ownOutline;
    Set<String> seen = new HashSet<>();
    for (Style each = styles.get(style);
        outline < 0 && each != null && seen.add(each.name);
        each = styles.get(each.basedOn)) {
      Matcher heading = HEADING.matcher(each.name);
      outline = each.outline >= 0 ? each.outline : heading.matches() ? level(heading) : -1;
    }
    return outline >= 0 && outline < 9 ? Math.min(6, outline + 1) : 0;
  }

  private static int level(Matcher heading) {
    return Integer.parseInt(heading.group(1)) - 1;
  }

  Role role(String style) {
    Style found = styles.get(style);
    if (found == null) {
      return Role.PLAIN;
    }
    return found.name.equals("title")
        ? Role.TITLE
        : QUOTATIONS.contains(found.name) ? Role.QUOTATION : Role.PLAIN;
  }

  /** The numbering that a style brings; empty if none. */
  String numbering(String style) {
    Style found = styles.get(style);
    return found == null ? "" : found.number;
  }

  int depth(String style) {
    Style found = styles.get(style);
    return found == null ? 0 : found.depth;
  }

  Level level(String number, int depth) {
    return levels.getOrDefault(
        abstractOf.getOrDefault(number, "") + "/" + depth, new Level(false, 1));
  }

  /** Reads {@code styles.xml}. */
  DefaultHandler styleReader() {
    return new DefaultHandler() {
      private Style style = new Style();

      @Override
      public void startElement(String uri, String local, String qName, Attributes attributes) {
        switch (local) {
          case "style" -> {
            style = new Style();
            styles.put(DocxReader.value(attributes, "styleId"), style);
          }
          case "name" -> style.name = value(attributes).toLowerCase(Locale.ROOT);
          case "basedOn" -> style.basedOn = value(attributes);
          case "outlineLvl" -> style.outline = DocxReader.number(value(attributes), -1);
          case "numId" -> style.number = value(attributes);
          case "ilvl" -> style.depth = DocxReader.number(value(attributes), 0);
          default -> {}
        }
      }
    };
  }

  /** Reads {@code numbering.xml}. */
  DefaultHandler numberingReader() {
    return new DefaultHandler() {
      private String abstractNumber = "";
      private String number = "";
      private String depth = "0";

      @Override
      public void startElement(String uri, String local, String qName, Attributes attributes) {
        String key = abstractNumber + "/" + depth;
        switch (local) {
          case "abstractNum" -> abstractNumber = DocxReader.value(attributes, "abstractNumId");
          case "lvl" -> {
            depth = DocxReader.value(attributes, "ilvl");
            levels.put(abstractNumber + "/" + depth, new Level(true, 1));
          }
          case "start" ->
              levels.computeIfPresent(
                  key,
                  (k, level) ->
                      new Level(level.ordered(), DocxReader.number(value(attributes), 1)));
          case "numFmt" -> {
            boolean ordered =
                !value(attributes).equals("bullet") && !value(attributes).equals("none");
            levels.computeIfPresent(key, (k, level) -> new Level(ordered, level.start()));
          }
          case "num" -> number = DocxReader.value(attributes, "numId");
          case "abstractNumId" -> abstractOf.put(number, value(attributes));
          default -> {}
        }
      }
    };
  }

  private static String value(Attributes attributes) {
    return DocxReader.value(attributes, "val");
  }
}
