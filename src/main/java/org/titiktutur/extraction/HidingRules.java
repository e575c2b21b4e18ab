package org.titiktutur.extraction;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the style sheets of a document hide from everybody: rules for a class or an id that say
 * {@code display: none} or {@code visibility: hidden}, for the screen or for all media (CSS 2.2,
 * 9.2.4 and 11.2). The last rule for a selector counts; selectors that combine are not looked at.
 */
final class HidingRules {

  /** What no style sheet of the document hides. */
  static final HidingRules NONE = new HidingRules();

  private static final int MOST_RULES = 20_000;
  private static final int MOST_LETTERS = 2 << 20;

  private static final Pattern SELECTOR =
      Pattern.compile("([a-z][a-z0-9]*)?([.#])([\\p{L}_-][\\p{L}\\p{N}_-]*)");

  private static final Pattern DISPLAY =
      Pattern.compile("(?i)(?:^|[;\\s])(display|visibility)\\s*:\\s*([a-z-]+)");

  private static final Pattern ON_SCREENS =
      Pattern.compile("(?i)@media\\s+(?:only\\s+)?(?:screen|all)\\s*");

  private final Map<String, Boolean> rules = new HashMap<>();

  /** Adds the rules of one style sheet, after those that came before. */
  void add(String sheet) {
    String css = withoutComments(sheet);
    int at = 0;
    while (at < css.length() && rules.size() < MOST_RULES) {
      int open = css.indexOf('{', at);
      if (open < 0) {
        return;
      }
      String prelude = css.substring(Math.max(at, css.lastIndexOf(';', open) + 1), open).strip();
      if (ON_SCREENS.matcher(prelude).matches()) {
        at = open + 1;
        continue;
      }
      if (prelude.startsWith("@")) {
        at = endOfBlock(css, open);
        continue;
      }
      int close = css.indexOf('}', open);
      rule(prelude.replace("}", "").strip(), css.substring(open + 1, close < 0 ? open + 1 : close));
      at = close < 0 ? css.length() : close + 1;
    }
  }

  private static String withoutComments(String sheet) {
    StringBuilder css = new StringBuilder();
    int at = 0;
    while (at < sheet.length() && css.length() < MOST_LETTERS) {
      int open = sheet.indexOf("/*", at);
      css.append(sheet, at, open < 0 ? sheet.length() : open);
      int close = open < 0 ? -1 : sheet.indexOf("*/", open + 2);
      at = close < 0 ? sheet.length() : close + 2;
    }
    return css.toString();
  }

  private static int endOfBlock(String css, int open) {
    int depth = 0;
    for (int i = open; i < css.length(); i++) {
      depth += css.charAt(i) == '{' ? 1 : css.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return css.length();
  }

  private void rule(String selectors, String declarations) {
    Boolean hides = null;
    Matcher declaration = DISPLAY.matcher(declarations);
    while (declaration.find()) {
      String value = declaration.group(2).toLowerCase(Locale.ROOT);
      hides = value.equals("none") || value.equals("hidden");
    }
    if (hides == null) {
      return;
    }
    for (String selector : selectors.split(",", 100)) {
      String simple = selector.strip();
      if (SELECTOR.matcher(simple).matches()) {
        rules.put(simple, hides);
      }
    }
  }

  /**
   * Whether an element is hidden.
   *
   * @param id may be null
   * @param classes as they stand in the attribute, separated by spaces; may be null
   */
  boolean hide(String element, String id, String classes) {
    if (rules.isEmpty()) {
      return false;
    }
    if (id != null) {
      Boolean told = told(element, "#" + id);
      if (told != null) {
        return told;
      }
    }
    boolean hidden = false;
    if (classes != null) {
      for (String name : classes.strip().split("\\s+", 50)) {
        Boolean told = told(element, "." + name);
        hidden = told == null ? hidden : told;
      }
    }
    return hidden;
  }

  private Boolean told(String element, String selector) {
    Boolean own = rules.get(element + selector);
    return own != null ? own : rules.get(selector);
  }
}
