package org.titiktutur.publication;

import java.util.List;
import java.util.stream.Collectors;

/** Characters as findings name them. */
public final class CodePoints {

  /** Most characters that one finding names. */
  private static final int NAMED = 40;

  private CodePoints() {}

  /** {@code 漢 (U+6F22), 字 (U+5B57) … (+12)}. */
  public static String named(List<Integer> characters) {
    String first =
        characters.stream()
            .limit(NAMED)
            .map(each -> "%s (U+%04X)".formatted(Character.toString(each), each))
            .collect(Collectors.joining(", "));
    int more = characters.size() - NAMED;
    return more > 0 ? first + " … (+" + more + ")" : first;
  }
}
