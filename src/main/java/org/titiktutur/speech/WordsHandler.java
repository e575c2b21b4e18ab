package org.titiktutur.speech;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.titiktutur.language.Vocabulary;
import org.titiktutur.language.Vocabulary.Form;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.workshop.Handler;
import org.titiktutur.workshop.Signs;

/** Collects the words of a book as {@link SpeakHandler} would have them said. */
final class WordsHandler implements Handler {

  /**
   * What the parent sends.
   *
   * @param publication the folder that holds it
   * @param language the book's own, BCP 47
   * @param parts their numbers
   */
  record Input(String publication, String language, List<Integer> parts) {}

  static final String WORDS = "words";

  private final Engines engines;

  WordsHandler(Engines engines) {
    this.engines = engines;
  }

  @Override
  public JsonNode perform(JsonNode input, Path folder, Signs signs) throws Exception {
    Input asked = SpeechWork.JSON.treeToValue(input, Input.class);
    PublicationFolder publication = new PublicationFolder(Path.of(asked.publication()));
    Casting casting = new Casting(engines, asked.language(), null);
    Map<Integer, Vocabulary.Collector> parts = new TreeMap<>();
    for (int number : asked.parts()) {
      Vocabulary.Collector words = new Vocabulary.Collector();
      Utterance.Writer writer =
          new Utterance.Writer(Pronunciations.of(List.of())) {
            @Override
            String aliased(String written, String language) {
              words.add(Form.WRITTEN, Casting.primary(language), written);
              return super.aliased(written, language);
            }
          };
      boolean alone = asked.parts().size() == 1;
      for (Script.Line line :
          Script.of(publication.part(number), asked.language(), Announcements.ALL, alone)) {
        for (Script.Piece piece : line.pieces()) {
          Utterance utterance =
              piece instanceof Script.Piece.Read read
                  ? writer.of(read.sentence(), read.language())
                  : added(writer, (Script.Piece.Added) piece);
          Voice around = casting.voice(utterance.language());
          for (Utterance.Passage passage : utterance.passages()) {
            Voice voice = casting.voice(passage.language(), around);
            words.add(Form.SAID, Speaker.spoken(voice), Tame.forEngine(passage.said()));
          }
        }
      }
      parts.put(number, words);
      signs.give(SpeechWork.JSON.createObjectNode().put("part", number));
    }
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(folder.resolve(WORDS))))) {
      Vocabulary.of(parts).write(out);
    }
    return SpeechWork.JSON.createObjectNode();
  }

  private static Utterance added(Utterance.Writer writer, Script.Piece.Added added) {
    return writer.of(added.words(), added.language());
  }
}
