package org.titiktutur.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Origin;
import org.titiktutur.publication.Place;

/**
 * The language of the book while it is being read, and how its passages compare with it.
 *
 * <p>The book's is asked for, else declared by the file, else detected from its first pages, else
 * the library's own. Detection considers the configured languages alone, but for scripts that speak
 * for themselves. It looks at the script of the letters, then at small words, and only when those
 * do not tell at {@link LetterModel}.
 */
final class BookLanguage {

  /** UTF-16 units from which the language of the book is detected: some ten pages. */
  private static final int SAMPLE = 20_000;

  /** The model is not asked about less: it would guess. */
  private static final int LETTERS_FOR_MODEL = 120;

  /**
   * UTF-16 units of passages that nothing else could tell, before the model is loaded for them: one
   * odd table is not worth a second of processor time.
   */
  private static final int WORTH_LOADING = 2000;

  /** Times that the model is asked about passages of one book, of about 0.3 ms each. */
  private static final int MODEL_BUDGET = 3000;

  /** What a passage looks like beside the book. */
  sealed interface Guess {
    /** It is in the language of the book. */
    record Own() implements Guess {}

    /** It is in another language. */
    record Other(String tag) implements Guess {}

    /**
     * It does not say.
     *
     * @param leaning another language that some of its words are in and none in the book's; or null
     */
    record Unsure(String leaning) implements Guess {}
  }

  private static final Guess OWN = new Guess.Own();
  private static final Guess UNSURE = new Guess.Unsure(null);

  private final ExtractionOptions options;

  /** Configured tags by their primary subtag. */
  private final Map<String, String> configured = new HashMap<>();

  private final List<String> primaries = new ArrayList<>();
  private Language decided;
  private CommonWords words;
  private CommonWords.Count sampled;
  private final StringBuilder sample = new StringBuilder();
  private LetterModel model;
  private int asked;
  private int undecided;

  BookLanguage(ExtractionOptions options) {
    this.options = options;
    for (String tag : options.languages()) {
      String primary = new Language(tag, Origin.DEFAULT).primary();
      if (configured.putIfAbsent(primary, tag) == null) {
        primaries.add(primary);
      }
    }
    if (options.language() != null) {
      decided = new Language(options.language(), Origin.ASKED);
    }
  }

  /** The file gives this tag for all of itself; what is none is ignored. */
  void declare(String given) {
    String tag = decided == null ? LanguageTags.clean(given) : null;
    if (tag != null) {
      decided = new Language(tag, Origin.DECLARED);
    }
  }

  /**
   * The same, unless these words are plainly in another: word processors write the language of the
   * machine that they run on into every file.
   */
  void declare(String given, String words) {
    String tag = decided == null ? LanguageTags.clean(given) : null;
    if (tag == null) {
      return;
    }
    BookLanguage byWords = new BookLanguage(options);
    byWords.sample(words);
    byWords.decide();
    boolean denied =
        byWords.decided.origin() == Origin.DETECTED
            && !byWords.decided.primary().equals(new Language(tag, Origin.DECLARED).primary())
            && byWords.contradicts(tag, words);
    if (!denied) {
      declare(tag);
    }
  }

  boolean isDecided() {
    return decided != null;
  }

  Language decided() {
    return decided;
  }

  /** What is to be said about how it was decided; null if a person or the file said it. */
  Finding finding() {
    return switch (decided.origin()) {
      case ASKED, DECLARED -> null;
      case DETECTED -> Finding.of(FindingCode.LANGUAGE_DETECTED, Place.BOOK, decided.tag());
      case DEFAULT -> Finding.of(FindingCode.LANGUAGE_DEFAULTED, Place.BOOK, decided.tag());
    };
  }

  /** Takes a sample of running text; true when there is enough of it to decide. */
  boolean sample(String text) {
    sample.append(text, 0, Math.min(text.length(), SAMPLE)).append('\n');
    return sample.length() >= SAMPLE;
  }

  /** Decides from what was sampled. */
  void decide() {
    if (decided != null) {
      return;
    }
    String text = sample.toString();
    sample.setLength(0);
    String tag = byScript(text);
    if (tag == null) {
      sampled = words().new Count().add(text);
      tag = sampled.best();
      boolean clear =
          tag != null && sampled.hits(tag) > 1 && sampled.hits(tag) > sampled.hitsBeside(tag);
      if (!clear || sampled.hits(tag) * 8 < sampled.words()) {
        String guess = text.length() >= LETTERS_FOR_MODEL ? model().guess(text, primaries) : null;
        tag = guess != null ? guess : clear ? tag : null;
      }
    }
    decided =
        tag == null
            ? new Language(options.fallback(), Origin.DEFAULT)
            : new Language(configured.getOrDefault(tag, tag), Origin.DETECTED);
  }

  /** What a passage looks like; the book's language must be decided. */
  Guess passage(String text) {
    String script = byScript(text);
    String own = decided.primary();
    if (script != null) {
      boolean usual = Script.isUsual(decided.tag(), firstForeign(text));
      return usual || script.equals(own) ? OWN : new Guess.Other(script);
    }
    CommonWords.Count count = wordsWith(own).new Count().add(text);
    String best = count.best();
    int ownHits = count.hits(own);
    boolean ownKnown = words.knows(own);
    if (best != null && !best.equals(own) && !kin(best, own)) {
      int hits = count.hits(best);
      boolean dense = hits * 100 >= count.words() * (ownKnown ? 15 : 30);
      boolean alone = count.hitsBeside(best) < hits || ownKnown;
      if (hits >= 3 && dense && ownHits * 4 <= hits && alone) {
        return new Guess.Other(configured.getOrDefault(best, best));
      }
    }
    if (ownHits > 0 && (best == null || ownHits * 2 >= count.hits(best))) {
      return OWN;
    }
    if (ownKnown && text.length() >= 2 * LETTERS_FOR_MODEL && asked < MODEL_BUDGET) {
      int most = best == null ? 0 : count.hits(best);
      if (most * 25 < count.words()) {
        undecided += text.length();
        if (undecided >= WORTH_LOADING) {
          asked++;
          return byModel(text, own);
        }
      }
    }
    boolean leans = best != null && ownHits == 0 && !kin(best, own);
    return leans ? new Guess.Unsure(configured.getOrDefault(best, best)) : UNSURE;
  }

  /**
   * Whether words that the file says are in this language are plainly in the book's: programs mark
   * whole paragraphs with the language of the machine they run on.
   */
  boolean contradicts(String tag, String text) {
    String own = decided.primary();
    CommonWords.Count count = wordsWith(own).new Count().add(text);
    int hits = count.hits(own);
    return hits >= 3
        && hits * 100 >= count.words() * 15
        && count.hits(new Language(tag, Origin.DECLARED).primary()) * 4 <= hits;
  }

  private Guess byModel(String text, String own) {
    List<String> candidates = new ArrayList<>(primaries);
    if (!candidates.contains(own)) {
      candidates.add(own);
    }
    String guess = model().guess(text, candidates);
    if (guess == null || kin(guess, own)) {
      return UNSURE;
    }
    return guess.equals(own) ? OWN : new Guess.Other(configured.getOrDefault(guess, guess));
  }

  /** Too near to each other for any of our means. */
  private static boolean kin(String one, String other) {
    return (one.equals("id") && other.equals("ms")) || (one.equals("ms") && other.equals("id"));
  }

  private CommonWords words() {
    if (words == null) {
      words = new CommonWords(primaries);
    }
    return words;
  }

  private CommonWords wordsWith(String primary) {
    if (!primaries.contains(primary)) {
      List<String> more = new ArrayList<>(primaries);
      more.add(primary);
      primaries.add(primary);
      words = new CommonWords(more);
    }
    return words();
  }

  private LetterModel model() {
    if (model == null) {
      model = LetterModel.get();
    }
    return model;
  }

  /** The language of a script that most letters are in, other than Latin; else null. */
  private static String byScript(String text) {
    Map<String, Integer> counts = null;
    int letters = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (codePoint < 0x80) {
        letters += (codePoint | 0x20) >= 'a' && (codePoint | 0x20) <= 'z' ? 1 : 0;
      } else if (Character.isLetter(codePoint)) {
        letters++;
        String tag = Script.languageOf(codePoint);
        if (tag != null) {
          counts = counts == null ? new HashMap<>() : counts;
          counts.merge(tag, 1, Integer::sum);
        }
      }
    }
    if (counts == null) {
      return null;
    }
    if (counts.containsKey("ja")) {
      counts.merge("ja", counts.getOrDefault("zh", 0), Integer::sum);
    }
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (count.getValue() * 10 >= letters * 6) {
        return count.getKey();
      }
    }
    return null;
  }

  private static int firstForeign(String text) {
    return text.codePoints().filter(c -> Script.languageOf(c) != null).findFirst().orElse('a');
  }
}
