package org.titiktutur.speech;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.titiktutur.language.SentenceSplitter;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Place;
import org.titiktutur.speech.Speaker.Level;
import org.titiktutur.workshop.Handler;
import org.titiktutur.workshop.Signs;

/** Speaks lines into a WAV file, or writes what would be said, a line for each. */
final class SayHandler implements Handler {

  /** What the parent sends. */
  record Input(SayRequest request, Map<String, Level> avoid) {}

  /** What the worker answers. */
  record Answer(double seconds, List<Finding> findings) {}

  static final String SOUND = "said.wav";
  static final String TEXT = "said.txt";

  private static final double AFTER_SENTENCE = 0.3;
  private static final double AFTER_LINE = 0.7;

  private final Engines engines;

  SayHandler(Engines engines) {
    this.engines = engines;
  }

  @Override
  public JsonNode perform(JsonNode input, Path folder, Signs signs) throws Exception {
    Input asked = SpeechWork.JSON.treeToValue(input, Input.class);
    SayRequest request = asked.request();
    Casting casting = new Casting(engines, request.language(), request.voice());
    Pronunciations pronunciations = Pronunciations.of(request.lexicons());
    Utterance.Writer writer = new Utterance.Writer(pronunciations);
    Speaker speaker = new Speaker(engines, casting, pronunciations, request.wordsPerMinute());
    List<Finding> findings = new ArrayList<>();
    double seconds =
        request.form() == SayRequest.Form.SOUND
            ? speak(asked, writer, speaker, folder.resolve(SOUND), signs, findings)
            : write(asked, writer, speaker, folder.resolve(TEXT), signs);
    casting
        .missing()
        .forEach(
            (language, voice) ->
                findings.add(
                    Finding.of(FindingCode.NO_VOICE_FOR_LANGUAGE, Place.BOOK, language, voice)));
    return SpeechWork.JSON.valueToTree(new Answer(seconds, findings));
  }

  private double speak(
      Input asked,
      Utterance.Writer writer,
      Speaker speaker,
      Path file,
      Signs signs,
      List<Finding> findings)
      throws IOException {
    SayRequest request = asked.request();
    try (WaveFile sound = new WaveFile(file)) {
      for (int i = 0; i < request.lines().size(); i++) {
        String line = String.valueOf(i);
        signs.give(sign(line, i, request.lines().size()));
        Level from = asked.avoid().getOrDefault(line, Level.AS_ASKED);
        double pause = 0;
        for (String sentence : sentences(request.lines().get(i), request.language())) {
          Speaker.Said said = speaker.say(writer.of(sentence, request.language()), from);
          SpeakHandler.find(said, Place.BOOK, findings);
          if (said.sound() != null) {
            sound.write(new short[(int) (pause * Leveller.RATE)]);
            sound.write(said.sound().samples());
            pause = AFTER_SENTENCE;
          }
        }
        if (i + 1 < request.lines().size()) {
          sound.write(new short[(int) (AFTER_LINE * Leveller.RATE)]);
        }
      }
      return sound.seconds();
    }
  }

  private static double write(
      Input asked, Utterance.Writer writer, Speaker speaker, Path file, Signs signs)
      throws IOException {
    SayRequest request = asked.request();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < request.lines().size(); i++) {
        String line = String.valueOf(i);
        signs.give(sign(line, i, request.lines().size()));
        boolean skipped = asked.avoid().containsKey(line);
        out.write(skipped ? "" : written(request, i, writer, speaker));
        out.write('\n');
      }
    }
    return 0;
  }

  private static String written(
      SayRequest request, int line, Utterance.Writer writer, Speaker speaker) {
    List<String> said = new ArrayList<>();
    for (String sentence : sentences(request.lines().get(line), request.language())) {
      Utterance utterance = writer.of(sentence, request.language());
      boolean script = request.form() == SayRequest.Form.SCRIPT;
      said.add(script ? utterance.said() : speaker.ipa(utterance));
    }
    return String.join(" ", said).strip();
  }

  private static List<String> sentences(String line, String language) {
    List<String> sentences = new ArrayList<>();
    int start = 0;
    for (int end : SentenceSplitter.forLanguage(language).ends(line)) {
      String sentence = line.substring(start, end).strip();
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
      start = end;
    }
    return sentences;
  }

  private static JsonNode sign(String line, int done, int of) {
    return SpeechWork.JSON.createObjectNode().put("sentence", line).put("done", done).put("of", of);
  }
}
