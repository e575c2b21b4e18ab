package org.titiktutur.braille;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.titiktutur.braille.BrailleBlock.Style;
import org.titiktutur.braille.Flattening.Flat;
import org.titiktutur.publication.BookWords;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Place;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.workshop.Handler;
import org.titiktutur.workshop.Signs;

/**
 * Brailles a part: its blocks go to a file. A block that killed or hung a worker before is passed
 * over, and a gap is left that can be felt.
 */
final class BrailleHandler implements Handler {

  /**
   * What to do.
   *
   * @param publication folder of the publication
   * @param book the language of the book
   * @param avoid numbers of blocks to pass over
   * @param careful whether to give a sign before each block; else before some now and then, for
   *     signs are dear
   */
  record Input(
      String publication,
      int part,
      Language book,
      String table,
      Passages passages,
      boolean hyphenated,
      List<Integer> avoid,
      boolean careful) {}

  /**
   * What came of it.
   *
   * @param missing characters that the table does not define, with the sentence of the first
   * @param problem why nothing was made, or null
   */
  record Answer(List<Finding> findings, Map<Integer, Place> missing, Problem problem) {}

  /**
   * A block is begun.
   *
   * @param block counts from 0
   * @param sentences that are behind it
   */
  record Sign(int block, int sentences) {}

  /** Name of the file that is left in the folder. */
  static final String FILE = "blocks.json";

  /** What we write ourselves we also read, however long a paragraph is. */
  static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .build();

  /** UTF-16 units from one sign to the next. */
  private static final int BETWEEN_SIGNS = 4000;

  /** Stands for a block that cannot be brailled. */
  private static final String GAP = "[...]";

  /** Most characters of a text that a finding quotes. */
  private static final int QUOTED = 60;

  private final LazyLiblouis liblouis;

  BrailleHandler(LazyLiblouis liblouis) {
    this.liblouis = liblouis;
  }

  @Override
  public JsonNode perform(JsonNode input, Path folder, Signs signs) throws IOException {
    Input order = JSON.treeToValue(input, Input.class);
    Part part = new PublicationFolder(Path.of(order.publication())).part(order.part());
    List<Flat> blocks = Flattening.of(part.blocks(), BookWords.in(order.book()));
    try (SequenceWriter out =
        JSON.writerFor(BrailleBlock.class)
            .withRootValueSeparator("\n")
            .writeValues(folder.resolve(FILE).toFile())) {
      BlockTranslator translator =
          new BlockTranslator(
              liblouis.get(),
              new Passages.Tables(
                  liblouis.get().tables(), order.book(), order.table(), order.passages()),
              order.hyphenated());
      List<Finding> findings = new ArrayList<>();
      Map<Integer, Place> missing = new LinkedHashMap<>();
      int sentences = 0;
      int sinceSign = BETWEEN_SIGNS;
      for (int i = 0; i < blocks.size(); i++) {
        Flat block = blocks.get(i);
        sinceSign += block.text().length();
        if (order.careful() || sinceSign > BETWEEN_SIGNS) {
          JsonNode sign = JSON.valueToTree(new Sign(i, sentences));
          signs.give(sign);
          liblouis.get().betweenPieces(() -> signs.give(sign));
          sinceSign = 0;
        }
        Place place = place(order.part(), block.text());
        if (order.avoid().contains(i)) {
          findings.add(Finding.of(FindingCode.NOT_BRAILLED, place, quoted(block.text())));
          block = new Flat(block.style(), block.level(), block.depth(), new PrintText().add(GAP));
        }
        Set<Integer> missingHere = new LinkedHashSet<>();
        out.write(translator.translate(block, missingHere));
        missingHere.forEach(character -> missing.putIfAbsent(character, place));
        // a table that may stand in columns comes a second time
        sentences += block.style() == Style.CELL ? 0 : block.text().sentences().size();
      }
      return JSON.valueToTree(new Answer(findings, missing, null));
    } catch (BrailleUnavailable e) {
      return JSON.valueToTree(new Answer(List.of(), Map.of(), Problem.of(e)));
    }
  }

  private static Place place(int part, PrintText text) {
    return text.sentences().isEmpty()
        ? Place.part(part)
        : Place.sentence(part, text.sentences().get(0).name());
  }

  private static String quoted(PrintText text) {
    String all = text.text();
    return all.length() <= QUOTED
        ? all
        : all.substring(0, all.offsetByCodePoints(0, all.codePointCount(0, QUOTED))) + "…";
  }
}
