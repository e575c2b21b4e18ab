package org.titiktutur.speech;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Metadata;
import org.titiktutur.publication.Origin;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.publication.Sentence;
import org.titiktutur.speech.Speaker.Level;

/** Books of a single part, spoken by the handler in this process. */
final class Book {

  private final Path folder;
  private final String language;
  private Map<String, Level> avoid = Map.of();
  private SpeechSettings settings = SpeechSettings.USUAL;
  private Earlier earlier = Earlier.NOTHING;

  /** What came of it. */
  record Heard(Mp3 mp3, List<Clip> clips, SpeakHandler.Answer answer, List<JsonNode> signs) {

    Clip clip(int sentence) {
      return clips.stream()
          .filter(clip -> clip.sentence().equals("s" + sentence))
          .findFirst()
          .orElseThrow();
    }

    List<String> codes() {
      return answer.findings().stream().map(finding -> finding.code().code()).toList();
    }
  }

  private Book(Path folder, String language) {
    this.folder = folder;
    this.language = language;
  }

  static Book in(Path folder, String language) {
    return new Book(folder, language);
  }

  Book avoiding(Map<String, Level> sentences) {
    avoid = sentences;
    return this;
  }

  Book with(SpeechSettings settings) {
    this.settings = settings;
    return this;
  }

  Book after(Earlier earlier) {
    this.earlier = earlier;
    return this;
  }

  /** A paragraph for each text, its sentences numbered through the book from s1. */
  Heard speak(String... paragraphs) throws Exception {
    int[] number = new int[1];
    List<Block> blocks =
        Arrays.stream(paragraphs)
            .map(text -> (Block) new Block.Paragraph(language(language), sentence(text, number)))
            .toList();
    return speak(blocks);
  }

  static Language language(String tag) {
    return new Language(tag, Origin.DECLARED);
  }

  private static List<Sentence> sentence(String text, int[] number) {
    return List.of(new Sentence("s" + ++number[0], text, List.of()));
  }

  Heard speak(List<Block> blocks) throws Exception {
    Path publication = write(folder.resolve("book"), language, blocks);
    Path out = Files.createDirectories(folder.resolve("out"));
    SpeakHandler.Input input =
        new SpeakHandler.Input(
            publication.toString(),
            1,
            language,
            settings,
            new Tags("Bab 1: Pagi – “Hari”", "Siti", "Bukuku", 1, 1, language),
            Set.of(Codec.MP3),
            earlier,
            avoid);
    List<JsonNode> signs = new ArrayList<>();
    JsonNode answer =
        new SpeakHandler(new Engines())
            .perform(SpeechWork.JSON.valueToTree(input), out, signs::add);
    return new Heard(
        Files.exists(out.resolve(Codec.MP3.file())) ? Mp3.of(out.resolve(Codec.MP3.file())) : null,
        Files.exists(out.resolve(SpeakHandler.CLIPS))
            ? SpeakHandler.clips(out.resolve(SpeakHandler.CLIPS))
            : List.of(),
        SpeechWork.JSON.treeToValue(answer, SpeakHandler.Answer.class),
        signs);
  }

  static Path write(Path folder, String language, List<Block> blocks) throws IOException {
    PublicationFolder.Writer writer = new PublicationFolder.Writer(folder);
    writer.add(new Part(1, "", 1, language(language), blocks));
    writer.finish(
        new Metadata("Bukuku", List.of("Siti"), language(language), "", "", ""), List.of());
    return folder;
  }
}
