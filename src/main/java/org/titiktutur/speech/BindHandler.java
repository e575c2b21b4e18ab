package org.titiktutur.speech;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.titiktutur.workshop.Handler;
import org.titiktutur.workshop.Signs;

/** Puts spoken parts together in a worker: {@value #BOOK} in the step's folder. */
final class BindHandler implements Handler {

  /** What the worker answers. */
  record Answer(double seconds) {}

  static final String BOOK = "book.m4b";

  @Override
  public JsonNode perform(JsonNode input, Path folder, Signs signs) throws Exception {
    BookToBind book = SpeechWork.JSON.treeToValue(input, BookToBind.class);
    long samples;
    try (M4bFile file = new M4bFile(folder.resolve(BOOK), book)) {
      for (BookToBind.Chapter chapter : book.chapters()) {
        signs.give(SpeechWork.JSON.createObjectNode().put("chapter", chapter.title()));
        file.add(Path.of(chapter.file()));
      }
      samples = file.finish();
    }
    return SpeechWork.JSON.valueToTree(new Answer((double) samples / Leveller.RATE));
  }
}
