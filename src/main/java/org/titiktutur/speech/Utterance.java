package org.titiktutur.speech;

import static java.lang.Character.UnicodeScript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.titiktutur.language.ReadAloud;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Sentence;

/**
 * A sentence as it is to be said.
 *
 * @param language of its block, which decides the engine
 * @param passages in order; together they are the sentence
 * @param lost the beginning of what no reader would hear to its end and was cut off, or empty
 */
record Utterance(String language, List<Passage> passages, String lost) {

  /** Words of one language, as they are said. */
  record Passage(String said, String language) {}

  /** Letters that belong to one language's voice, whatever the text around them is. */
  private static final Map<UnicodeScript, String> VOICE_OF_SCRIPT =
      Map.ofEntries(
          Map.entry(UnicodeScript.ARABIC, "ar"),
          Map.entry(UnicodeScript.HAN, "zh"),
          Map.entry(UnicodeScript.HIRAGANA, "ja"),
          Map.entry(UnicodeScript.KATAKANA, "ja"),
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.CYRILLIC, "ru"),
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.DEVANAGARI, "hi"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.BENGALI, "bn"),
          Map.entry(UnicodeScript.THAI, "th"));

  /** Languages that are written in these letters too, and so keep their own voice. */
  private static final Map<String, List<UnicodeScript>> OWN_SCRIPTS =
      Map.ofEntries(
          Map.entry("fa", List.of(UnicodeScript.ARABIC)),
          Map.entry("ur", List.of(UnicodeScript.ARABIC)),
          Map.entry("sd", List.of(UnicodeScript.ARABIC)),
          Map.entry("ug", List.of(UnicodeScript.ARABIC)),
          Map.entry("ja", List.of(UnicodeScript.HAN)),
          Map.entry("ko", List.of(UnicodeScript.HAN)),
          Map.entry("yue", List.of(UnicodeScript.HAN)),
          Map.entry("cmn", List.of(UnicodeScript.HAN)),
          Map.entry("uk", List.of(UnicodeScript.CYRILLIC)),
          Map.entry("bg", List.of(UnicodeScript.CYRILLIC)),
          Map.entry("sr", List.of(UnicodeScript.CYRILLIC)),
          Map.entry("mk", List.of(UnicodeScript.CYRILLIC)),
          Map.entry("be", List.of(UnicodeScript.CYRILLIC)),
          Map.entry("kk", List.of(UnicodeScript.CYRILLIC)),
          Map.entry("ky", List.of(UnicodeScript.CYRILLIC)),
          Map.entry("tt", List.of(UnicodeScript.CYRILLIC)),
          Map.entry("ba", List.of(UnicodeScript.CYRILLIC)),
          Map.entry("cv", List.of(UnicodeScript.CYRILLIC)),
          Map.entry("mr", List.of(UnicodeScript.DEVANAGARI)),
          Map.entry("ne", List.of(UnicodeScript.DEVANAGARI)),
          Map.entry("kok", List.of(UnicodeScript.DEVANAGARI)),
          Map.entry("as", List.of(UnicodeScript.BENGALI)),
          Map.entry("bpy", List.of(UnicodeScript.BENGALI)),
          Map.entry("grc", List.of(UnicodeScript.GREEK)));

  /** Words longer than this, a minute and a half of letters, are cut. */
  private static final int LONGEST_WORD = 1000;

  /** What is said of a word that is cut, and what is quoted of the rest. */
  private static final int CUT_WORD = 200;

  /** Writes utterances; keeps the reading rules of the languages that it has met. */
  static class Writer {

    private final Map<String, ReadAloud> readings = new HashMap<>();
    private final Pronunciations pronunciations;
    private final StringBuilder lost = new StringBuilder();

    Writer(Pronunciations pronunciations) {
      this.pronunciations = pronunciations;
    }

    /** The sign that calls a note is not said: the note says its own label. */
    Utterance of(Sentence sentence, String language) {
      List<Passage> passages = new ArrayList<>();
      lost.setLength(0);
      StringBuilder own = new StringBuilder();
      int at = 0;
      for (Mark mark : sentence.marks()) {
        if (mark.start() < at) {
          continue;
        }
        if (mark instanceof Mark.Passage passage) {
          own.append(sentence.text(), at, mark.start());
          add(own.toString(), language, passages);
          own.setLength(0);
          String words = sentence.text().substring(mark.start(), mark.end());
          add(words, passage.language().tag(), passages);
          at = mark.end();
        } else if (mark instanceof Mark.NoteReference) {
          own.append(sentence.text(), at, mark.start());
          at = mark.end();
        }
      }
      own.append(sentence.text().substring(at));
      add(own.toString(), language, passages);
      return new Utterance(language, passages, lost.toString());
    }

    Utterance of(String text, String language) {
      List<Passage> passages = new ArrayList<>();
      lost.setLength(0);
      add(text, language, passages);
      return new Utterance(language, passages, lost.toString());
    }

    private void add(String text, String language, List<Passage> to) {
      String written = shortened(text);
      int from = 0;
      String speaking = language;
      for (int i = 0; i < written.length(); ) {
        int c = written.codePointAt(i);
        if (Character.isLetter(c)) {
          String voice = isSign(written, i) ? language : voice(c, language);
          if (!voice.equals(speaking)) {
            addAll(written.substring(from, i), speaking, to);
            from = i;
            speaking = voice;
          }
        }
        i += Character.charCount(c);
      }
      addAll(written.substring(from), speaking, to);
    }

    /** Cuts words that no reader would hear to their end. */
    private String shortened(String text) {
      if (text.length() <= LONGEST_WORD) {
        return text;
      }
      StringBuilder kept = new StringBuilder();
      for (int from = 0; from < text.length(); ) {
        int to = from;
        while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
          to++;
        }
        if (to - from > LONGEST_WORD) {
          int cut = from + CUT_WORD;
          cut -= Character.isLowSurrogate(text.charAt(cut)) ? 1 : 0;
          kept.append(text, from, cut);
          lost.append(text, cut, cut + CUT_WORD);
        } else {
          kept.append(text, from, to);
        }
        while (to < text.length() && Character.isWhitespace(text.charAt(to))) {
          kept.append(text.charAt(to++));
        }
        from = to;
      }
      return kept.toString();
    }

    /** One Greek letter alone is a sign: "π", "Δt". */
    private static boolean isSign(String text, int at) {
      return isGreek(text, at) && !isGreek(text, at - 1) && !isGreek(text, at + 1);
    }

    private static boolean isGreek(String text, int at) {
      return at >= 0
          && at < text.length()
          && Character.isLetter(text.charAt(at))
          && UnicodeScript.of(text.charAt(at)) == UnicodeScript.GREEK;
    }

    private static String voice(int letter, String language) {
      if (letter < 0x370) {
        return language;
      }
      UnicodeScript script = UnicodeScript.of(letter);
      String voice = VOICE_OF_SCRIPT.get(script);
      String primary = Casting.primary(language);
      boolean own =
          voice == null
              || voice.equals(primary)
              || OWN_SCRIPTS.getOrDefault(primary, List.of()).contains(script);
      return own ? language : voice;
    }

    /** What is read aloud in place of what is written. */
    String aliased(String written, String language) {
      return pronunciations.of(language).withAliases(written);
    }

    /** Blanks at the edges stay, so that passages can be put together again. */
    private void addAll(String written, String language, List<Passage> to) {
      ReadAloud reading = readings.computeIfAbsent(language, ReadAloud::forLanguage);
      String said = reading.read(aliased(written, language)).text();
      if (said.isBlank()) {
        return;
      }
      boolean before = Character.isWhitespace(written.charAt(0)) && said.charAt(0) != ' ';
      boolean after =
          Character.isWhitespace(written.charAt(written.length() - 1)) && !said.endsWith(" ");
      to.add(new Passage((before ? " " : "") + said + (after ? " " : ""), language));
    }
  }

  Utterance {
    passages = List.copyOf(passages);
  }

  String said() {
    StringBuilder said = new StringBuilder();
    passages.forEach(passage -> said.append(passage.said()));
    return said.toString().strip();
  }
}
