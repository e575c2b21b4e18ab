package org.titiktutur.production;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.storage.Ids;

/**
 * Gives the sentences of a new reading the ids that they had in the one before, so that bookmarks
 * stay where they were.
 */
final class SentenceIds {

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(1000)
                          .maxStringLength(100_000_000)
                          .build())
                  .build())
          .build();

  private static final int MARK_LENGTH = 6;

  private SentenceIds() {}

  /** Changes the new publication's files; a sentence that was not there before gets an id anew. */
  static void carryOver(PublicationFolder before, PublicationFolder now) throws IOException {
    List<String> oldIds = new ArrayList<>();
    List<String> oldTexts = new ArrayList<>();
    eachSentence(
        before,
        (id, text) -> {
          oldIds.add(id);
          oldTexts.add(text);
        });
    List<String> newIds = new ArrayList<>();
    List<String> newTexts = new ArrayList<>();
    eachSentence(
        now,
        (id, text) -> {
          newIds.add(id);
          newTexts.add(text);
        });
    int[] from = new Alignment(oldTexts, newTexts).oldOfNew();
    // A mark of its own, because an id that some earlier reading gave must never mean another
    // sentence.
    String unique = Ids.next();
    String mark = unique.substring(unique.length() - MARK_LENGTH);
    Map<String, String> renamed = new HashMap<>();
    int made = 0;
    for (int i = 0; i < from.length; i++) {
      String id = from[i] >= 0 ? oldIds.get(from[i]) : mark + "-" + Integer.toString(++made, 36);
      renamed.put(newIds.get(i), id);
    }
    rename(now, renamed);
  }

  private static void eachSentence(PublicationFolder folder, BiConsumer<String, String> sentence)
      throws IOException {
    for (Publication.Entry part : folder.read().parts()) {
      folder
          .part(part.number())
          .sentences()
          .forEach(each -> sentence.accept(each.id(), each.text().replaceAll("\\s+", " ")));
    }
  }

  private static void rename(PublicationFolder folder, Map<String, String> renamed)
      throws IOException {
    Publication index = folder.read();
    for (Publication.Entry part : index.parts()) {
      Path file = folder.partFile(part.number());
      JsonNode tree = JSON.readTree(file.toFile());
      renameSentences(tree, renamed);
      JSON.writeValue(file.toFile(), tree);
    }
    JsonNode tree = JSON.readTree(folder.index().toFile());
    for (JsonNode finding : tree.path("findings")) {
      JsonNode sentence = finding.path("place").path("sentence");
      if (sentence.isTextual() && renamed.containsKey(sentence.asText())) {
        ((ObjectNode) finding.path("place")).put("sentence", renamed.get(sentence.asText()));
      }
    }
    JSON.writeValue(folder.index().toFile(), tree);
  }

  /** A sentence is what has an id and a text; notes have ids too, but no text of their own. */
  private static void renameSentences(JsonNode node, Map<String, String> renamed) {
    if (node instanceof ObjectNode object
        && object.path("id").isTextual()
        && object.path("text").isTextual()) {
      object.put("id", renamed.get(object.path("id").asText()));
      return;
    }
    for (JsonNode below : node) {
      renameSentences(below, renamed);
    }
  }
}
