package org.titiktutur.web.pages;

import java.util.List;

/**
 * Asking for a rendition.
 *
 * @param open whether this visitor may ask
 * @param opened whether the further choices are shown at once, because one of them is wrong
 * @param speed as typed
 * @param page as typed
 * @param pickers what else can be chosen for braille
 */
record AskForm(
    boolean open,
    List<Choice> formats,
    boolean opened,
    List<Choice> voices,
    String speed,
    List<Choice> qualities,
    List<Choice> tables,
    String page,
    List<Choice> sizes,
    List<Picker> pickers,
    Faults faults) {

  static final AskForm CLOSED =
      new AskForm(
          false,
          List.of(),
          false,
          List.of(),
          "",
          List.of(),
          List.of(),
          "",
          List.of(),
          List.of(),
          Faults.NONE);
}
