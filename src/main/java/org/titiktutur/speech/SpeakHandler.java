package org.titiktutur.speech;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Place;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.speech.Speaker.Level;
import org.titiktutur.workshop.Handler;
import org.titiktutur.workshop.Signs;

/**
 * Speaks one part in a worker: a file for each codec and {@value #CLIPS} in the step's folder. Each
 * sentence is spoken once. What is held of the sound is a few sentences, however long the part is.
 */
final class SpeakHandler implements Handler {

  /** What the parent sends. */
  record Input(
      String publication,
      int part,
      String language,
      SpeechSettings settings,
      Tags tags,
      Set<Codec> codecs,
      Earlier earlier,
      Map<String, Level> avoid) {}

  /**
   * What the worker answers.
   *
   * @param plan of what was said
   * @param asBefore the plan is the earlier one: nothing was said, and there is no file
   * @param spoken how often an engine had to speak
   * @param found how often a sound was there already
   */
  record Answer(
      double seconds,
      int clips,
      List<Finding> findings,
      String plan,
      boolean asBefore,
      int spoken,
      int found) {}

  static final String CLIPS = "clips.json";

  /** Silence at the head, in samples: players cut the first moments off. */
  private static final int LEAD = Leveller.RATE / 5;

  /** How much of a sentence a finding quotes. */
  private static final int QUOTED = 80;

  private final Engines engines;

  SpeakHandler(Engines engines) {
    this.engines = engines;
  }

  @Override
  public JsonNode perform(JsonNode input, Path folder, Signs signs) throws Exception {
    Input asked = SpeechWork.JSON.treeToValue(input, Input.class);
    Part part = new PublicationFolder(Path.of(asked.publication())).part(asked.part());
    Casting casting = new Casting(engines, asked.language(), asked.settings().voice());
    Pronunciations pronunciations = Pronunciations.of(asked.settings().lexicons());
    Utterance.Writer writer = new Utterance.Writer(pronunciations);
    List<Script.Line> lines =
        Script.of(part, asked.language(), asked.settings().said(), asked.tags().tracks() == 1);
    List<Finding> findings = new ArrayList<>();
    int clips = 0;
    try (KeptSounds sounds = KeptSounds.in(asked.earlier().sounds(), folder)) {
      int pace = asked.settings().wordsPerMinute();
      Speaker speaker = new Speaker(engines, casting, pronunciations, pace, sounds);
      LineReader reader = new LineReader(speaker, writer, pace);
      String before = asked.earlier().plan();
      if (before != null && !before.isEmpty()) {
        List<String> now = new ArrayList<>();
        lines.forEach(line -> now.addAll(reader.plan(line)));
        if (key(now).equals(before)) {
          return SpeechWork.JSON.valueToTree(new Answer(0, 0, List.of(), before, true, 0, 0));
        }
      }
      List<String> plan = new ArrayList<>();
      try (Recording audio =
              new Recording(folder, asked.codecs(), asked.settings().quality(), asked.tags());
          JsonGenerator json =
              SpeechWork.JSON.createGenerator(folder.resolve(CLIPS).toFile(), JsonEncoding.UTF8)) {
        json.writeStartArray();
        audio.write(new short[LEAD]);
        for (int i = 0; i < lines.size(); i++) {
          Script.Line line = lines.get(i);
          String id = line.id();
          signs.give(sign(id, i, lines.size()));
          Level from = asked.avoid().getOrDefault(id, Level.AS_ASKED);
          if (before != null) {
            plan.addAll(reader.plan(line));
          }
          LineReader.Heard heard = reader.say(line, from);
          Place place =
              line.isOfSentence() ? Place.sentence(part.number(), id) : Place.part(part.number());
          heard.said().forEach(said -> find(said, place, findings));
          if (heard.sound().samples().length > 0) {
            long begin = audio.position() + Encoder.DELAY;
            audio.write(heard.sound().samples());
            json.writePOJO(new Clip(id, begin, audio.position() + Encoder.DELAY));
            clips++;
          }
          audio.write(reader.silence(line.pauseMillis()));
        }
        casting
            .missing()
            .forEach(
                (language, voice) ->
                    findings.add(
                        Finding.of(
                            FindingCode.NO_VOICE_FOR_LANGUAGE,
                            Place.part(part.number()),
                            language,
                            voice)));
        json.writeEndArray();
        double seconds = (double) audio.finish() / Leveller.RATE;
        return SpeechWork.JSON.valueToTree(
            new Answer(
                seconds,
                clips,
                findings,
                before == null ? "" : key(plan),
                false,
                sounds.added(),
                sounds.found()));
      }
    }
  }

  /** Of the plans of all lines. */
  private static String key(List<String> plan) {
    return KeptSounds.key(plan.toArray(String[]::new));
  }

  private static JsonNode sign(String sentence, int done, int of) {
    return SpeechWork.JSON
        .createObjectNode()
        .put("sentence", sentence)
        .put("done", done)
        .put("of", of);
  }

  /** What a sentence that was not said as it stands means for its reader. */
  static void find(Speaker.Said said, Place place, List<Finding> findings) {
    switch (said.level()) {
      case AS_ASKED -> {}
      case IN_PIECES -> findings.add(Finding.of(FindingCode.SPOKEN_IN_PIECES, place));
      case BY_OTHER_VOICE ->
          findings.add(Finding.of(FindingCode.SPOKEN_BY_OTHER_VOICE, place, said.by()));
      case NOT_AT_ALL -> {}
    }
    if (!said.lost().isEmpty()) {
      findings.add(Finding.of(FindingCode.NOT_SPOKEN, place, quoted(said.lost())));
    }
  }

  private static String quoted(String text) {
    if (text.length() <= QUOTED) {
      return text;
    }
    int end = Character.isLowSurrogate(text.charAt(QUOTED)) ? QUOTED - 1 : QUOTED;
    return text.substring(0, end) + "…";
  }

  /** Reads the clips of a part. */
  static List<Clip> clips(Path file) throws IOException {
    return List.of(SpeechWork.JSON.readValue(file.toFile(), Clip[].class));
  }
}
