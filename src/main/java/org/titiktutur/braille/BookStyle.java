package org.titiktutur.braille;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a book is laid out and bound. docs/braille-layout.md says where each choice comes from.
 *
 * @param duplex whether both sides of the paper are used
 * @param sheets the most that a volume has, title page and contents among them; 0: all in one
 * @param numbering of the pages of text
 * @param hyphenated whether words are divided at the ends of lines by their syllables, where we
 *     know how; words longer than a line always are
 * @param tables how they are laid out where there is a choice
 */
public record BookStyle(
    PageFormat page,
    boolean duplex,
    int sheets,
    Numbering numbering,
    boolean hyphenated,
    Tables tables) {

  /** How the pages of text are numbered. */
  public enum Numbering {
    /** Through all volumes. */
    CONTINUOUS,
    /** From 1 in each. */
    VOLUME;

    /** By its name in small letters. */
    public static Optional<Numbering> find(String name) {
      return named(values(), name);
    }
  }

  /** How tables are laid out. */
  public enum Tables {
    /** In columns where they fit; else as under {@link #LINEAR}. */
    COLUMNS,
    /** Row by row, each entry on a line behind the heading of its column. */
    LINEAR;

    /** By its name in small letters. */
    public static Optional<Tables> find(String name) {
      return named(values(), name);
    }
  }

  private static <T extends Enum<T>> Optional<T> named(T[] values, String name) {
    return Arrays.stream(values)
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  public static final int FEWEST_SHEETS = 10;
  public static final int MOST_SHEETS = 500;
  public static final int USUAL_SHEETS = 70;

  public static final BookStyle USUAL =
      new BookStyle(
          PageFormat.USUAL, false, USUAL_SHEETS, Numbering.CONTINUOUS, false, Tables.COLUMNS);

  public BookStyle {
    requireNonNull(page);
    requireNonNull(numbering);
    requireNonNull(tables);
    if (!isNumberOfSheets(sheets)) {
      throw new IllegalArgumentException(sheets + " sheets");
    }
  }

  /** Whether a volume can be limited so, 0 for no limit. */
  public static boolean isNumberOfSheets(int sheets) {
    return sheets == 0 || (sheets >= FEWEST_SHEETS && sheets <= MOST_SHEETS);
  }

  /**
   * For other paper: a {@link Profile} by its code, which also says which sides are used, or a size
   * as {@link PageFormat#parse} reads it.
   *
   * @return empty if it is neither
   */
  public Optional<BookStyle> on(String paper) {
    return Profile.find(paper)
        .map(profile -> with(profile.page()).with(profile.duplex()))
        .or(() -> PageFormat.parse(paper).map(this::with));
  }

  private BookStyle with(PageFormat other) {
    return new BookStyle(other, duplex, sheets, numbering, hyphenated, tables);
  }

  /** With both sides used, or one. */
  public BookStyle with(boolean bothSides) {
    return new BookStyle(page, bothSides, sheets, numbering, hyphenated, tables);
  }

  /** Sides of paper on a sheet. */
  int sidesOfSheet() {
    return duplex ? 2 : 1;
  }

  /** Papers and machines by the names that people know, with the page that they are used for. */
  public enum Profile {
    /** 210 × 297 mm. */
    A4("a4", 32, 27, false),
    A4_INTERPOINT("a4-interpoint", 32, 27, true),
    /** 215 × 330 mm, the long sheet of Indonesian offices. */
    FOLIO("folio", 32, 30, false),
    FOLIO_INTERPOINT("folio-interpoint", 32, 30, true),
    /** Braille paper of 11 × 11½ inches. */
    TRACTOR("11x11.5", 40, 25, false),
    INTERPOINT("interpoint", 40, 25, true),
    /** Small sheets and pocket slates. */
    SMALL("small", 25, 20, false),
    /** The most that the wide machines take. */
    WIDE("wide", 42, 30, false);

    private final String code;
    private final int cells;
    private final int rows;
    private final boolean duplex;

    Profile(String code, int cells, int rows, boolean duplex) {
      this.code = code;
      this.cells = cells;
      this.rows = rows;
      this.duplex = duplex;
    }

    public String code() {
      return code;
    }

    public PageFormat page() {
      return new PageFormat(cells, rows, PageFormat.USUAL.number());
    }

    public boolean duplex() {
      return duplex;
    }

    /** By its code. */
    public static Optional<Profile> find(String code) {
      return Arrays.stream(values())
          .filter(each -> each.code.equals(code.strip().toLowerCase(Locale.ROOT)))
          .findFirst();
    }

    /** All of them with their sizes, with commas between: {@code a4 (32x27), …}. */
    public static String list() {
      return Arrays.stream(values())
          .map(each -> each.code + " (" + each.cells + "x" + each.rows + ")")
          .collect(Collectors.joining(", "));
    }
  }
}
