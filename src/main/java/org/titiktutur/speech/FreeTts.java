package org.titiktutur.speech;

import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.Relation;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.audio.AudioPlayer;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sound.sampled.AudioFormat;
import org.titiktutur.language.Pronunciation;

/**
 * FreeTTS with the voice kevin16: American English, pure Java, always there.
 *
 * <p>What it would drop without a word (letters that are not Latin, emoji) it refuses here; letters
 * with accents are said without them.
 */
final class FreeTts implements Engine {

  static final String NAME = "freetts";
  static final String KEVIN = "kevin16";

  private static final int RATE = 16_000;

  /**
   * What FreeTTS calls 150 words a minute are 204 on a novel of 26,600 words, where eSpeak NG's 175
   * are 187: both shall read at one pace.
   */
  private static final float PACE = 150f / 204 * 187 / SpeechSettings.USUAL_PACE;

  /** Kevin has −23.9 LUFS. */
  private static final double GAIN = 5.0;

  private static final List<String> SYLLABLES = List.of("ba", "do", "fi", "ga", "mo", "nu", "ta");

  private final SoundBuilder heard = new SoundBuilder(RATE);
  private final Phones phones = new Phones();

  /** Words made up for pronunciations, by their IPA. */
  private final Map<String, String> told = new HashMap<>();

  private Voice kevin;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Rung rung() {
    return new Rung(NAME, "FreeTTS 1.2.2", Rung.From.BUNDLED, "");
  }

  @Override
  public boolean has(String voice) {
    return voice.equals(KEVIN);
  }

  @Override
  public List<VoiceEntry> voices() {
    return List.of(
        new VoiceEntry(
            new org.titiktutur.speech.Voice(NAME, KEVIN), "en-us", "Kevin, American English"));
  }

  @Override
  public Sound speak(List<Run> runs, int wordsPerMinute) throws Unspeakable {
    String text = plain(runs);
    Voice voice = voice();
    voice.setRate(wordsPerMinute * PACE);
    heard.clear();
    phones.clear();
    boolean whole = voice.speak(text);
    Sound sound = heard.take();
    if (!whole) {
      throw new Unspeakable("FreeTTS gave up");
    }
    return sound;
  }

  /** Speaks, for FreeTTS knows its phones only then. */
  @Override
  public String ipa(List<Run> runs) throws Unspeakable {
    speak(runs, SpeechSettings.USUAL_PACE);
    return phones.ipa();
  }

  @Override
  public double gain(String voice) {
    return GAIN;
  }

  /** The words that it made up for pronunciations are others in each process. */
  @Override
  public String asked(List<Run> runs) {
    String text = text(runs, ipa -> "[" + String.join(" ", ArpabetIpa.phones(ipa)) + "]");
    try {
      return Ascii.of(text);
    } catch (Unspeakable e) {
      return text;
    }
  }

  private static String text(List<Run> runs, UnaryOperator<String> word) {
    StringBuilder text = new StringBuilder();
    for (Run run : runs) {
      text.append(text.isEmpty() ? "" : " ");
      for (Pronunciation.Piece piece : run.pieces()) {
        text.append(piece.ipa().isEmpty() ? piece.text() : word.apply(piece.ipa()));
      }
    }
    return Tame.forEngine(text.toString());
  }

  private String plain(List<Run> runs) throws Unspeakable {
    String plain = Ascii.of(text(runs, this::word));
    if (plain.isBlank()) {
      throw new Unspeakable("nothing that FreeTTS can say");
    }
    return plain;
  }

  /**
   * A made-up word that the voice's lexicon says so: words of different lexicons may be spelled
   * alike, and the voice serves many books.
   */
  private String word(String ipa) {
    return told.computeIfAbsent(
        ipa,
        unknown -> {
          // Syllables, for what looks unpronounceable is spelled.
          StringBuilder word = new StringBuilder("zovo");
          for (int number = told.size(); number > 0; number /= SYLLABLES.size()) {
            word.append(SYLLABLES.get(number % SYLLABLES.size()));
          }
          String[] phones = ArpabetIpa.phones(ipa).toArray(String[]::new);
          voice().getLexicon().addAddendum(word.toString(), null, phones);
          return word.toString();
        });
  }

  private Voice voice() {
    if (kevin == null) {
      for (Voice voice : new KevinVoiceDirectory().getVoices()) {
        if (voice.getName().equals(KEVIN)) {
          kevin = voice;
        }
      }
      kevin.allocate();
      kevin.setAudioPlayer(new Collector());
      @SuppressWarnings("unchecked")
      List<UtteranceProcessor> processors = kevin.getUtteranceProcessors();
      processors.add(phones);
    }
    return kevin;
  }

  /** Takes the samples. FreeTTS's own player never returns where there is no sound device. */
  private final class Collector implements AudioPlayer {

    private AudioFormat format = new AudioFormat(RATE, 16, 1, true, true);

    @Override
    public boolean write(byte[] bytes) {
      return write(bytes, 0, bytes.length);
    }

    @Override
    public boolean write(byte[] bytes, int from, int count) {
      heard.addBigEndian(bytes, from, count);
      return true;
    }

    @Override
    public void setAudioFormat(AudioFormat format) {
      this.format = format;
    }

    @Override
    public AudioFormat getAudioFormat() {
      return format;
    }

    @Override
    public boolean drain() {
      return true;
    }

    @Override
    public boolean end() {
      return true;
    }

    @Override
    public void begin(int size) {}

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void reset() {}

    @Override
    public void cancel() {}

    @Override
    public void close() {}

    @Override
    public float getVolume() {
      return 1;
    }

    @Override
    public void setVolume(float volume) {}

    @Override
    public long getTime() {
      return 0;
    }

    @Override
    public void resetTime() {}

    @Override
    public void startFirstSampleTimer() {}

    @Override
    public void showMetrics() {}
  }

  /** Notes the phones of each utterance as FreeTTS makes it. */
  private static final class Phones implements UtteranceProcessor {

    private final StringBuilder ipa = new StringBuilder();

    void clear() {
      ipa.setLength(0);
    }

    String ipa() {
      return ipa.toString();
    }

    @Override
    public void processUtterance(Utterance utterance) {
      Relation words = utterance.getRelation(Relation.SYLLABLE_STRUCTURE);
      for (Item word = words.getHead(); word != null; word = word.getNext()) {
        ipa.append(ipa.isEmpty() ? "" : " ");
        for (Item syllable = word.getDaughter(); syllable != null; syllable = syllable.getNext()) {
          boolean stressed = "1".equals(syllable.getFeatures().getString("stress"));
          ipa.append(stressed ? "ˈ" : "");
          for (Item phone = syllable.getDaughter(); phone != null; phone = phone.getNext()) {
            ipa.append(ArpabetIpa.of(phone.getFeatures().getString("name"), stressed));
          }
        }
      }
    }
  }
}
