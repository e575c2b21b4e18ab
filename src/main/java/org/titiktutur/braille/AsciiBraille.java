package org.titiktutur.braille;

/**
 * North American ASCII braille: one character for each of the 64 cells of six dots.
 *
 * <p>The table is in the order of Unicode's cells, U+2800 to U+283F. Files in the world also use
 * the lower-case letters and their neighbours {@code `{|}~} for the same cells.
 */
public final class AsciiBraille {

  private static final String BY_CELL =
      " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=";

  private AsciiBraille() {}

  /**
   * The character of a cell.
   *
   * @throws IllegalArgumentException for cells with dots 7 or 8, which it cannot write
   */
  public static char character(char cell) {
    if (cell < '\u2800' || cell > '\u283F') {
      throw new IllegalArgumentException(
          "no ASCII braille for U+" + Integer.toHexString(cell).toUpperCase(java.util.Locale.ROOT));
    }
    return BY_CELL.charAt(cell - '\u2800');
  }

  /**
   * The cell of a character, in upper case or lower.
   *
   * @throws IllegalArgumentException for what is not ASCII braille
   */
  public static char cell(char character) {
    int at = BY_CELL.indexOf(character >= 0x60 && character <= 0x7E ? character - 0x20 : character);
    if (at < 0) {
      throw new IllegalArgumentException("not ASCII braille: " + (int) character);
    }
    return (char) ('\u2800' + at);
  }
}
