package org.titiktutur.speech;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.titiktutur.speech.Script.Piece;
import org.titiktutur.speech.Speaker.Level;

/** Says lines of a script. Words that come again and again are spoken once. */
final class LineReader {

  /** A second each, most of them. */
  private static final int KEPT = 100;

  private static final int BEFORE_ADDED = 300;

  private final Speaker speaker;
  private final Utterance.Writer writer;
  private final int wordsPerMinute;
  private final Map<Piece, Speaker.Said> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Piece, Speaker.Said> eldest) {
          return size() > KEPT;
        }
      };

  LineReader(Speaker speaker, Utterance.Writer writer, int wordsPerMinute) {
    this.speaker = speaker;
    this.writer = writer;
    this.wordsPerMinute = wordsPerMinute;
  }

  /**
   * What came of a line.
   *
   * @param sound at {@link Leveller#RATE}; without a sample if there was nothing to say
   * @param said of the sentence, and of what was lost
   */
  record Heard(Sound sound, List<Speaker.Said> said) {}

  /** Says a line, beginning at a level. */
  Heard say(Script.Line line, Level from) {
    SoundBuilder sound = new SoundBuilder(Leveller.RATE);
    List<Speaker.Said> all = new ArrayList<>();
    int pause = 0;
    for (Piece piece : line.pieces()) {
      Speaker.Said said = say(piece, from);
      boolean added = piece instanceof Piece.Added;
      if (!added || !said.lost().isEmpty()) {
        all.add(said);
      }
      if (said.sound() == null || (added && said.level() == Level.NOT_AT_ALL)) {
        continue;
      }
      if (sound.length() > 0) {
        sound.add(silence(pause));
      }
      sound.add(said.sound().samples());
      pause = piece instanceof Piece.Added words ? words.pauseMillis() : BEFORE_ADDED;
    }
    return new Heard(sound.take(), all);
  }

  /** What is said in a line: changes with all that changes what is heard, and nothing else. */
  List<String> plan(Script.Line line) {
    List<String> plan = new ArrayList<>();
    plan.add(line.id());
    for (Piece piece : line.pieces()) {
      plan.add(speaker.key(utterance(piece)));
      plan.add(piece instanceof Piece.Added added ? String.valueOf(added.pauseMillis()) : "");
    }
    plan.add(String.valueOf(silence(line.pauseMillis()).length));
    return plan;
  }

  private Utterance utterance(Piece piece) {
    if (piece instanceof Piece.Read read) {
      return writer.of(read.sentence(), read.language());
    }
    Piece.Added added = (Piece.Added) piece;
    return writer.of(added.words(), added.language());
  }

  private Speaker.Said say(Piece piece, Level from) {
    return piece instanceof Piece.Added && from == Level.AS_ASKED
        ? kept.computeIfAbsent(piece, key -> speaker.say(utterance(key), from))
        : speaker.say(utterance(piece), from);
  }

  /** Silence of so many milliseconds at the usual pace. */
  short[] silence(int millis) {
    double share = (double) SpeechSettings.USUAL_PACE / wordsPerMinute;
    return new short[(int) (millis * share * Leveller.RATE / 1000)];
  }
}
