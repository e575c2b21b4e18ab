package org.titiktutur.braille;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.titiktutur.workshop.Handler;
import org.titiktutur.workshop.Signs;

/** Translates lines that belong to no book, either way. */
final class TextHandler implements Handler {

  record Input(String table, boolean back, boolean positions, List<String> lines) {
    Input part(int from, int to) {
      return new Input(table, back, positions, lines.subList(from, to));
    }
  }

  /**
   * What came of it.
   *
   * @param missing characters that the table does not define
   * @param problem why nothing was made, or null
   */
  record Answer(List<TranslatedLine> lines, Set<Integer> missing, Problem problem) {}

  private final LazyLiblouis liblouis;
  private final Map<String, Optional<WordReadings>> readings = new HashMap<>();

  TextHandler(LazyLiblouis liblouis) {
    this.liblouis = liblouis;
  }

  @Override
  public JsonNode perform(JsonNode input, Path folder, Signs signs) throws IOException {
    Input order = BrailleHandler.JSON.treeToValue(input, Input.class);
    List<TranslatedLine> lines = new ArrayList<>();
    Set<Integer> missing = new LinkedHashSet<>();
    try {
      liblouis.get().betweenPieces(() -> signs.give(BrailleHandler.JSON.createObjectNode()));
      for (String line : order.lines()) {
        lines.add(order.back() ? back(order, line) : forward(order, line, missing));
      }
      return BrailleHandler.JSON.valueToTree(new Answer(lines, missing, null));
    } catch (BrailleUnavailable e) {
      return BrailleHandler.JSON.valueToTree(new Answer(List.of(), Set.of(), Problem.of(e)));
    }
  }

  private TranslatedLine forward(Input order, String line, Set<Integer> missing)
      throws BrailleUnavailable {
    Liblouis.Braille braille =
        liblouis.get().translate(order.table(), line, List.of(), order.positions());
    missing.addAll(braille.undefined());
    return new TranslatedLine(
        braille.cells(), order.positions() ? braille.sources().toList() : List.of());
  }

  private TranslatedLine back(Input order, String line) throws BrailleUnavailable {
    Optional<WordReadings> words =
        readings.computeIfAbsent(
            order.table(), table -> WordReadings.of(BrailleTables.standard(), table));
    Liblouis.Print print =
        liblouis.get().back(order.table(), line, order.positions() || words.isPresent());
    if (words.isPresent()) {
      print = words.get().choose(line, print);
    }
    return new TranslatedLine(
        print.text(), order.positions() ? print.sources().toList() : List.of());
  }
}
