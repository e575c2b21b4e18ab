package org.titiktutur.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.titiktutur.speech.Engine.Run;

/**
 * Says utterances and sees to it that none is lost in silence: what an engine refuses, fails at or
 * answers with silence is said in smaller pieces, then by another engine. What an engine did to the
 * process before (it ended, it hung) comes back as a higher level for that sentence.
 */
final class Speaker {

  /** How carefully a sentence is said. */
  enum Level {
    AS_ASKED,
    IN_PIECES,
    BY_OTHER_VOICE,
    NOT_AT_ALL
  }

  /**
   * What came of it.
   *
   * @param sound at {@link Leveller#RATE}; a short tone where nothing could be said; null where
   *     there was nothing to say
   * @param level what it took
   * @param by who said it
   * @param lost words that nobody said, or empty
   */
  record Said(Sound sound, Level level, Voice by, String lost) {}

  private static final int ORDINARY_PIECE = 800;
  private static final int SMALL_PIECE = 80;

  /** Least sound for a letter at the usual pace; the fastest speech takes three times as long. */
  private static final double LEAST_SECONDS = 0.015;

  private static final double GAP_SECONDS = 0.25;
  private static final double GAP_HERTZ = 440;
  private static final double GAP_LEVEL = 1500;

  private final Engines engines;
  private final Casting casting;
  private final Pronunciations pronunciations;
  private final int wordsPerMinute;
  private final KeptSounds sounds;
  private final Leveller leveller = new Leveller();

  Speaker(Engines engines, Casting casting, Pronunciations pronunciations, int wordsPerMinute) {
    this(engines, casting, pronunciations, wordsPerMinute, KeptSounds.none());
  }

  /**
   * A speaker for one book.
   *
   * @param sounds of what was said before, and of what is said from now on
   */
  Speaker(
      Engines engines,
      Casting casting,
      Pronunciations pronunciations,
      int wordsPerMinute,
      KeptSounds sounds) {
    this.engines = engines;
    this.casting = casting;
    this.pronunciations = pronunciations;
    this.wordsPerMinute = wordsPerMinute;
    this.sounds = sounds;
  }

  /** Says an utterance, beginning at a level. */
  Said say(Utterance utterance, Level from) {
    Voice voice = casting.voice(utterance.language());
    if (letters(utterance.said()) == 0) {
      return new Said(null, Level.AS_ASKED, voice, "");
    }
    for (Level level : Level.values()) {
      Voice by = level == Level.BY_OTHER_VOICE ? other(voice, utterance.language()) : voice;
      if (level.compareTo(from) < 0 || by == null || level == Level.NOT_AT_ALL) {
        continue;
      }
      Optional<Sound> sound = attempt(utterance.passages(), by, level);
      if (sound.isPresent()) {
        return new Said(sound.get(), level, by, utterance.lost());
      }
    }
    return new Said(gap(), Level.NOT_AT_ALL, voice, utterance.said());
  }

  /** The sound, if all of it is there. */
  private Optional<Sound> attempt(List<Utterance.Passage> passages, Voice by, Level level) {
    Engine engine = engines.find(by.engine()).orElse(null);
    if (engine == null) {
      return Optional.empty();
    }
    List<List<Run>> pieces = pieces(passages, by, size(level));
    String key = sounds.areKept() ? key(engine, pieces, by, level) : "";
    Optional<Sound> kept = sounds.find(key);
    if (kept.isPresent()) {
      return kept;
    }
    Optional<Sound> sound = attempt(engine, pieces, by, level);
    sound.ifPresent(said -> sounds.keep(key, said));
    return sound;
  }

  private Optional<Sound> attempt(Engine engine, List<List<Run>> pieces, Voice by, Level level) {
    SoundBuilder whole = new SoundBuilder(Leveller.RATE);
    try {
      for (List<Run> piece : pieces) {
        Sound sound = engine.speak(piece, wordsPerMinute).trimmed();
        if (!isWhole(sound, piece)) {
          return Optional.empty();
        }
        if (whole.length() > 0) {
          whole.addSilence(level == Level.AS_ASKED ? 0.1 : 0.05);
        }
        whole.add(leveller.level(sound, engine.gain(by.name())).samples());
      }
    } catch (Unspeakable | RuntimeException e) {
      // An engine's own fault is no reason to lose the sentence: the next level tries it.
      return Optional.empty();
    }
    return Optional.of(whole.take());
  }

  private static int size(Level level) {
    return level == Level.AS_ASKED ? ORDINARY_PIECE : SMALL_PIECE;
  }

  /** Of what would be asked first; the same for two utterances that would be said alike. */
  String key(Utterance utterance) {
    Voice voice = casting.voice(utterance.language());
    Engine engine = engines.find(voice.engine()).orElse(null);
    if (engine == null || letters(utterance.said()) == 0) {
      return "";
    }
    return key(engine, pieces(utterance.passages(), voice, ORDINARY_PIECE), voice, Level.AS_ASKED);
  }

  private String key(Engine engine, List<List<Run>> pieces, Voice by, Level level) {
    List<String> asked = new ArrayList<>();
    asked.add(engine.rung().toString());
    asked.add(String.valueOf(wordsPerMinute));
    asked.add(String.valueOf(engine.gain(by.name())));
    asked.add(level == Level.AS_ASKED ? "" : "in pieces");
    pieces.forEach(piece -> asked.add(engine.asked(piece)));
    return KeptSounds.key(asked.toArray(String[]::new));
  }

  private boolean isWhole(Sound sound, List<Run> piece) {
    int letters = piece.stream().mapToInt(run -> letters(run.text())).sum();
    double least = letters * LEAST_SECONDS * SpeechSettings.USUAL_PACE / wordsPerMinute;
    return letters == 0 || (sound.samples().length > 0 && sound.heardSeconds() >= least);
  }

  /** The phonemes that the engine is made to speak. */
  String ipa(Utterance utterance) {
    Voice voice = casting.voice(utterance.language());
    for (Voice by : new Voice[] {voice, other(voice, utterance.language())}) {
      Optional<String> ipa = ipa(utterance.passages(), by);
      if (ipa.isPresent()) {
        return ipa.get();
      }
    }
    return "";
  }

  private Optional<String> ipa(List<Utterance.Passage> passages, Voice by) {
    Engine engine = engines.find(by.engine()).orElse(null);
    if (engine == null) {
      return Optional.empty();
    }
    try {
      List<String> ipa = new ArrayList<>();
      for (List<Run> piece : pieces(passages, by, ORDINARY_PIECE)) {
        ipa.add(engine.ipa(piece));
      }
      return Optional.of(String.join(" ", ipa));
    } catch (Unspeakable e) {
      return Optional.empty();
    }
  }

  /** Who speaks when the first voice cannot. */
  private Voice other(Voice voice, String language) {
    if (voice.engine().equals(FreeTts.NAME)) {
      String name = Casting.primary(language).equals("en") ? "en-us" : language;
      Voice espeak = new Voice(EspeakNg.NAME, name);
      return engines.has(espeak) ? espeak : new Voice(EspeakNg.NAME, "en-us");
    }
    return new Voice(FreeTts.NAME, FreeTts.KEVIN);
  }

  /** Words for one voice that grow. */
  private record Words(StringBuilder text, String voice) {}

  private List<List<Run>> pieces(List<Utterance.Passage> passages, Voice by, int size) {
    List<List<Run>> pieces = new ArrayList<>();
    List<Words> piece = new ArrayList<>();
    int length = 0;
    for (Utterance.Passage passage : passages) {
      String name = casting.voice(passage.language(), by).name();
      for (String text : cut(Tame.forEngine(passage.said()), size)) {
        if (length + text.length() > size && !piece.isEmpty()) {
          pieces.add(runs(piece, by));
          piece = new ArrayList<>();
          length = 0;
        }
        length += text.length();
        Words last = piece.isEmpty() ? null : piece.get(piece.size() - 1);
        if (last != null && last.voice().equals(name)) {
          last.text().append(text);
        } else if (letters(text) > 0 || last != null) {
          piece.add(new Words(new StringBuilder(text), name));
        }
      }
    }
    if (!piece.isEmpty()) {
      pieces.add(runs(piece, by));
    }
    return pieces;
  }

  /** The language whose pronunciations a voice is told. */
  static String spoken(Voice voice) {
    return voice.engine().equals(FreeTts.NAME) ? "en" : voice.name();
  }

  private List<Run> runs(List<Words> piece, Voice by) {
    List<Run> runs = new ArrayList<>();
    for (Words words : piece) {
      String language = spoken(new Voice(by.engine(), words.voice()));
      runs.add(new Run(pronunciations.of(language).pieces(words.text().toString()), words.voice()));
    }
    return runs;
  }

  /** Pieces of at most a size, cut after marks where there are some, else at spaces. */
  private static List<String> cut(String text, int size) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (text.length() - from > size) {
      int at = cutBefore(text, from, from + size);
      pieces.add(text.substring(from, at));
      from = at;
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private static int cutBefore(String text, int from, int to) {
    for (int i = to; i > from + (to - from) / 4; i--) {
      if (Character.isWhitespace(text.charAt(i)) && ",;:.!?".indexOf(text.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    for (int i = to; i > from; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
  }

  /**
   * How many letters, digits, emoji and signs of mathematics are to be heard. The same letter over
   * and over counts three times: engines shorten "aaaah".
   */
  static int letters(String text) {
    int letters = 0;
    int same = 0;
    int before = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      same = c == before ? same + 1 : 1;
      before = c;
      if (same <= 3 && isHeard(c)) {
        letters++;
      }
    }
    return letters;
  }

  private static boolean isHeard(int c) {
    return Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL -> true;
          default -> Ascii.isEmoji(c);
        };
  }

  /** A quiet tone: here something is missing. */
  private static Sound gap() {
    short[] samples = new short[(int) (GAP_SECONDS * Leveller.RATE)];
    for (int i = 0; i < samples.length; i++) {
      double fade = Math.sin(Math.PI * i / samples.length);
      double tone = Math.sin(2 * Math.PI * GAP_HERTZ * i / Leveller.RATE);
      samples[i] = (short) Math.round(GAP_LEVEL * fade * tone);
    }
    return new Sound(samples, Leveller.RATE);
  }
}
