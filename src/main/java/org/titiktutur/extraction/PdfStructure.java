package org.titiktutur.extraction;

import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * The structure of a tagged PDF (ISO 32000-1, 14.7 and 14.8), asked page by page: which block, list
 * and table a piece of marked content belongs to.
 */
final class PdfStructure {

  private static final Set<String> INLINE =
      Set.of(
          "Span",
          "Link",
          "Quote",
          "Reference",
          "BibEntry",
          "Annot",
          "NonStruct",
          "Private",
          "Em",
          "Strong",
          "Sub",
          "Ruby",
          "RB",
          "RT",
          "RP",
          "Warichu",
          "WT",
          "WP",
          "Form");

  private static final int DEEPEST = 60;

  private final COSDictionary parentTree;
  private final COSDictionary roleMap;
  private final String bookLanguage;

  /** Elements seen on this page and on the one before: a block may go on over the end of a page. */
  private IdentityHashMap<COSDictionary, Integer> numbers = new IdentityHashMap<>();

  private IdentityHashMap<COSDictionary, Integer> numbersBefore = new IdentityHashMap<>();
  private IdentityHashMap<COSDictionary, PdfTag> tags = new IdentityHashMap<>();
  private int lastNumber;
  private COSArray parents;

  private PdfStructure(COSDictionary parentTree, COSDictionary roleMap, String bookLanguage) {
    this.parentTree = parentTree;
    this.roleMap = roleMap;
    this.bookLanguage = bookLanguage;
  }

  /** The structure of a file; one without any says {@link PdfTag#NONE} of everything. */
  static PdfStructure of(COSDictionary catalog) {
    COSDictionary root = catalog.getCOSDictionary(COSName.STRUCT_TREE_ROOT);
    return new PdfStructure(
        root == null ? null : root.getCOSDictionary(COSName.PARENT_TREE),
        root == null ? null : root.getCOSDictionary(COSName.ROLE_MAP),
        catalog.getString(COSName.LANG));
  }

  boolean isThere() {
    return parentTree != null;
  }

  /** Turns to a page. */
  void page(COSDictionary page) {
    numbersBefore = numbers;
    numbers = new IdentityHashMap<>();
    tags = new IdentityHashMap<>();
    int key = page.getInt(COSName.STRUCT_PARENTS, -1);
    parents =
        parentTree != null && key >= 0 && find(parentTree, key, 0) instanceof COSArray array
            ? array
            : null;
  }

  /** What the file says of a piece of marked content of this page. */
  PdfTag tag(int mcid) {
    COSDictionary element = element(mcid);
    if (element == null) {
      return PdfTag.NONE;
    }
    PdfTag known = tags.get(element);
    if (known == null) {
      known = tagOf(element);
      tags.put(element, known);
    }
    return known;
  }

  /** What a figure shows, in words; empty where the file has none. */
  String description(int mcid) {
    COSDictionary element = element(mcid);
    for (int depth = 0; element != null && depth < DEEPEST; depth++) {
      if ("Figure".equals(role(element))) {
        String words = element.getString(COSName.ALT);
        words = words == null ? element.getString(COSName.ACTUAL_TEXT) : words;
        return words == null ? "" : words;
      }
      element = element.getCOSDictionary(COSName.P);
    }
    return "";
  }

  private COSDictionary element(int mcid) {
    return parents != null
            && mcid < parents.size()
            && parents.getObject(mcid) instanceof COSDictionary element
        ? element
        : null;
  }

  /** Looks a number up in a number tree (7.9.7). */
  private static COSBase find(COSDictionary node, int key, int depth) {
    COSArray pairs = node.getCOSArray(COSName.NUMS);
    if (pairs != null) {
      for (int i = 0; i + 1 < pairs.size(); i += 2) {
        if (pairs.getInt(i, -1) == key) {
          return pairs.getObject(i + 1);
        }
      }
    }
    COSArray kids = node.getCOSArray(COSName.KIDS);
    if (kids != null && depth < DEEPEST) {
      for (int i = 0; i < kids.size(); i++) {
        if (kids.getObject(i) instanceof COSDictionary kid) {
          COSArray limits = kid.getCOSArray(COSName.LIMITS);
          if (limits == null || (limits.getInt(0, 0) <= key && key <= limits.getInt(1, 0))) {
            COSBase found = find(kid, key, depth + 1);
            if (found != null) {
              return found;
            }
          }
        }
      }
    }
    return null;
  }

  private String role(COSDictionary element) {
    COSName name = element.getCOSName(COSName.S);
    for (int i = 0; i < 8 && name != null && roleMap != null; i++) {
      COSName mapped = roleMap.getCOSName(name);
      if (mapped == null || mapped.equals(name)) {
        break;
      }
      name = mapped;
    }
    return name == null ? "" : name.getName();
  }

  private PdfTag tagOf(COSDictionary start) {
    COSDictionary block = null;
    PdfTag.Role kind = PdfTag.Role.TEXT;
    int level = 0;
    int sections = 0;
    int table = 0;
    int row = 0;
    int cell = 0;
    int item = 0;
    int depth = 0;
    boolean header = false;
    String language = null;
    COSDictionary element = start;
    COSDictionary last = start;
    for (int up = 0; element != null && up < DEEPEST; up++) {
      String role = role(element);
      if (role.isEmpty() || role.equals("StructTreeRoot")) {
        break;
      }
      last = element;
      language = language == null ? element.getString(COSName.LANG) : language;
      boolean first = block == null && !INLINE.contains(role);
      if (first) {
        block = element;
      }
      switch (role) {
        case "H1", "H2", "H3", "H4", "H5", "H6" -> {
          kind = PdfTag.Role.HEADING;
          level = role.charAt(1) - '0';
        }
        case "H" -> kind = PdfTag.Role.HEADING;
        case "Title" -> {
          kind = PdfTag.Role.HEADING;
          level = 1;
        }
        case "Sect" -> sections++;
        case "Artifact" -> {
          return PdfTag.ARTIFACT;
        }
        case "Note", "FENote" -> {
          kind = PdfTag.Role.NOTE;
          block = element;
        }
        case "Caption" -> kind = PdfTag.Role.CAPTION;
        case "BlockQuote" -> kind = stronger(kind, PdfTag.Role.QUOTATION);
        case "Code" -> kind = stronger(kind, PdfTag.Role.CODE);
        case "Lbl" -> {
          // inside a note its number; elsewhere the sign of an item
          if (first) {
            kind = PdfTag.Role.LABEL;
          }
        }
        case "LI" -> item = item == 0 ? number(element) : item;
        case "L" -> depth++;
        case "TD", "TH" -> {
          if (cell == 0) {
            cell = number(element);
            header = role.equals("TH");
          }
        }
        case "TR" -> row = row == 0 ? number(element) : row;
        case "Table" -> table = table == 0 ? number(element) : table;
        default -> {}
      }
      element = element.getCOSDictionary(COSName.P);
    }
    if (kind == PdfTag.Role.HEADING && level == 0) {
      level = Math.max(1, Math.min(6, sections));
    }
    boolean inTable = table != 0 && row != 0 && cell != 0;
    return new PdfTag(
        kind,
        number(block == null ? last : block),
        kind == PdfTag.Role.HEADING ? level : 0,
        inTable ? table : 0,
        inTable ? row : 0,
        inTable ? cell : 0,
        header,
        item,
        depth,
        language == null || language.isBlank() || language.equals(bookLanguage) ? null : language);
  }

  private static PdfTag.Role stronger(PdfTag.Role now, PdfTag.Role around) {
    return now == PdfTag.Role.TEXT ? around : now;
  }

  private int number(COSDictionary element) {
    Integer number = numbers.get(element);
    if (number == null) {
      number = numbersBefore.get(element);
      number = number == null ? ++lastNumber : number;
      numbers.put(element, number);
    }
    return number;
  }
}
