package org.titiktutur.braille;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.List;

/** The one liblouis of the test process. */
final class Engine {

  static final BrailleTables TABLES = BrailleTables.standard();
  static final Liblouis LIBLOUIS = open();

  private Engine() {}

  private static Liblouis open() {
    try {
      return Liblouis.open(TABLES);
    } catch (BrailleUnavailable e) {
      throw new AssertionError(e);
    }
  }

  static String cells(String table, String text) throws BrailleUnavailable {
    return LIBLOUIS.translate(table, text, List.of(), false).cells();
  }

  /** What braille says. */
  static String print(String table, String cells) {
    try {
      return LIBLOUIS.back(table, cells, false).text();
    } catch (BrailleUnavailable e) {
      throw new AssertionError(e);
    }
  }

  /** What only tests ask of liblouis. */
  private interface DisplayCalls extends Library {
    int lou_charToDots(String displayTable, Pointer in, Pointer out, int length, int mode);
  }

  private static final DisplayCalls CALLS =
      Native.load(LIBLOUIS.file().orElseThrow().toString(), DisplayCalls.class);

  /** Characters of a display table as dots, also those that Unicode does not have. */
  static int[] dots(String displayTable, String characters) {
    int[] in = characters.codePoints().toArray();
    try (Memory from = new Memory(4L * in.length + 4);
        Memory to = new Memory(4L * in.length + 4)) {
      from.write(0, in, 0, in.length);
      if (CALLS.lou_charToDots(displayTable, from, to, in.length, 0) == 0) {
        throw new AssertionError("cannot read " + displayTable);
      }
      return to.getIntArray(0, in.length);
    }
  }
}
