package org.titiktutur.production;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Items;
import org.titiktutur.catalog.Lexeme;
import org.titiktutur.catalog.Lexemes;
import org.titiktutur.catalog.Page;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.Renditions;
import org.titiktutur.jobs.Lane;
import org.titiktutur.language.PronunciationLexicon;
import org.titiktutur.language.PronunciationLexicon.Document;
import org.titiktutur.language.PronunciationLexicon.Entry;
import org.titiktutur.language.PronunciationLexicon.Found;
import org.titiktutur.language.Vocabulary;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Sentence;
import org.titiktutur.speech.Narrator;
import org.titiktutur.speech.Sounds;
import org.titiktutur.storage.Ids;

/**
 * How words are said: the lexicon of the library and those of items, which stand above it, as it
 * stands above ours. Safe for any thread.
 */
public final class Lexicons {

  /** Words of one lexicon. */
  public static final int LARGEST = 20_000;

  private static final Set<String> SPOKEN =
      java.util.Arrays.stream(Format.values())
          .filter(format -> WishOptions.kind(format) == WishOptions.Kind.SPEECH)
          .map(Format::code)
          .collect(Collectors.toUnmodifiableSet());

  private final Stores stores;
  private final Lexemes lexemes;
  private final Vocabularies vocabularies;
  private final Benches benches;

  /** Counts what has changed; whatever was remembered at another count is stale. */
  private final AtomicLong changes = new AtomicLong();

  private volatile Remembered remembered;

  /** Texts whose words somebody was asked to find out since this process began. */
  private final Set<String> collecting = ConcurrentHashMap.newKeySet();

  private record Remembered(
      long at, List<Lexeme> library, Set<String> items, Map<String, String> hashes) {}

  Lexicons(Stores stores, Vocabularies vocabularies, Benches benches) {
    this.stores = stores;
    this.lexemes = new Lexemes(stores.database());
    this.vocabularies = vocabularies;
    this.benches = benches;
  }

  public Page<Lexeme> list(Lexemes.Sought sought) {
    return lexemes.list(sought);
  }

  /** A word, taken out or not, unless its item was deleted. */
  public Optional<Lexeme> find(String id) {
    return lexemes
        .find(id)
        .filter(
            lexeme ->
                lexeme.item().isEmpty() || stores.items().find(lexeme.item().get()).isPresent());
  }

  /** The word of a lexicon as it is written there, if it was not taken out. */
  public Optional<Lexeme> find(Optional<String> item, String language, String written) {
    TypedWord word = new TypedWord(language, written, Lexeme.Kind.ALIAS, "").cleaned();
    return lexemes.find(item, word.language(), word.written()).filter(Lexeme::present);
  }

  /** How many words a lexicon has in each language. */
  public Map<String, Integer> languages(Optional<String> item) {
    return lexemes.languages(item);
  }

  /** The states that a word has had, the present one first. */
  public List<Lexeme> history(String id) {
    return lexemes.history(id);
  }

  /**
   * Adds a word.
   *
   * @param item whose lexicon; empty: the library's
   * @throws BadWordException if it cannot be said so, or is there already
   */
  public Lexeme add(Optional<String> item, TypedWord typed, String who) throws BadWordException {
    TypedWord word = checked(typed);
    Optional<Lexeme> added =
        changing(
            () -> {
              if (lexemes
                  .find(item, word.language(), word.written())
                  .filter(Lexeme::present)
                  .isPresent()) {
                return Optional.empty();
              }
              return Optional.of(put(Optional.empty(), OptionalLong.empty(), item, word, who));
            });
    return added.orElseThrow(() -> new BadWordException("there-already", word.written()));
  }

  /**
   * Changes a word; one that was taken out is back.
   *
   * @param expected version that the person saw; empty: whatever it is
   * @return empty if there is no such word
   * @throws org.titiktutur.catalog.ChangedException if it is at another version by now
   * @throws BadWordException if it cannot be said so, or another entry is for the same word
   */
  public Optional<Lexeme> change(String id, OptionalLong expected, TypedWord typed, String who)
      throws BadWordException {
    TypedWord word = checked(typed);
    Optional<Lexeme> before = find(id);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Optional<Lexeme> changed =
        changing(
            () -> {
              Optional<Lexeme> same =
                  lexemes.find(before.get().item(), word.language(), word.written());
              if (same.isPresent() && !same.get().id().equals(id)) {
                return Optional.empty();
              }
              return Optional.of(put(Optional.of(id), expected, before.get().item(), word, who));
            });
    if (changed.isEmpty()) {
      throw new BadWordException("there-already", word.written());
    }
    return changed;
  }

  private Lexeme put(
      Optional<String> id,
      OptionalLong expected,
      Optional<String> item,
      TypedWord word,
      String who) {
    return lexemes.put(
        Ids.next(),
        id,
        expected,
        item,
        word.language(),
        word.written(),
        word.kind(),
        word.said(),
        who);
  }

  /**
   * Takes a word out; it can be put back.
   *
   * @throws org.titiktutur.catalog.ChangedException if it is at another version by now
   */
  public Optional<Lexeme> remove(String id, OptionalLong expected, String who) {
    return changing(() -> lexemes.setPresent(Ids.next(), id, expected, false, who));
  }

  /** Puts a word back that was taken out. */
  public Optional<Lexeme> restore(String id, String who) {
    return changing(() -> lexemes.setPresent(Ids.next(), id, OptionalLong.empty(), true, who));
  }

  /**
   * Takes back all that one deed changed.
   *
   * @param deed as {@link Lexeme#deed} or {@link Imported#deed} names it
   * @return the words as they are now; none if others changed them since
   */
  public List<Lexeme> undo(String deed, String who) {
    return changing(() -> lexemes.undo(deed, Ids.next(), who));
  }

  /** A PLS document of one language of a lexicon. */
  public String export(Optional<String> item, String language) {
    return PronunciationLexicon.write(
        language,
        lexemes.all(item).stream()
            .filter(lexeme -> lexeme.language().equals(language))
            .map(BookLexicon::entry)
            .toList());
  }

  /**
   * What is wrong with an imported document.
   *
   * @param line counted from 1; 0 where it concerns no line
   * @param code of a sentence among the {@link Phrases} called {@code lexicon}
   */
  public record Fault(int line, String code, String what) {
    /** Where and why, as one sentence. */
    public String say(Phrases words) {
      String why = words.say(code, what);
      return sentence(line > 0 ? words.say("line", line, why) : why);
    }
  }

  static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }

  /**
   * What became of an import.
   *
   * @param language first subtag
   * @param same words that were said so already
   * @param deed to take it back; empty where nothing was changed
   */
  public record Imported(
      String language,
      int added,
      int changed,
      int same,
      List<Fault> faults,
      Optional<String> deed) {
    public Imported {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Takes the words of a PLS document into a lexicon. With a fault nothing is taken, unless what is
   * faulty shall be left out.
   *
   * @param dryRun to be told only
   * @param leaveOut the words with a fault, and take the others
   */
  public Imported importPls(
      Optional<String> item, String document, boolean dryRun, boolean leaveOut, String who)
      throws IOException, InterruptedException {
    Document read;
    try (Benches.Bench bench = benches.open()) {
      read =
          Waiting.on(
              new Narrator(bench.workers())
                  .examine(document, Files.createDirectory(bench.folder().resolve("pls"))));
    }
    String language = Locale.forLanguageTag(read.language()).getLanguage();
    List<Fault> faults = new ArrayList<>();
    read.flaws()
        .forEach(each -> faults.add(new Fault(each.line(), each.flaw().code(), each.what())));
    faults.sort(java.util.Comparator.comparingInt(Fault::line));
    Map<String, Lexeme> there = new HashMap<>();
    List<Lexeme> all = lexemes.all(item);
    all.stream()
        .filter(lexeme -> lexeme.language().equals(language))
        .forEach(lexeme -> there.put(lexeme.written(), lexeme));
    List<TypedWord> fresh = new ArrayList<>();
    List<TypedWord> other = new ArrayList<>();
    int same = 0;
    for (Entry entry : read.entries()) {
      Lexeme.Kind kind = entry.alias() ? Lexeme.Kind.ALIAS : Lexeme.Kind.IPA;
      TypedWord word = new TypedWord(language, entry.written(), kind, entry.said()).cleaned();
      Lexeme before = there.get(word.written());
      if (before == null) {
        fresh.add(word);
      } else if (before.kind() == kind && before.said().equals(word.said())) {
        same++;
      } else {
        other.add(word);
      }
    }
    if (all.size() + fresh.size() > LARGEST) {
      faults.add(new Fault(0, "too-many", String.valueOf(LARGEST)));
      fresh.clear();
      other.clear();
    }
    boolean whole = faults.isEmpty() || leaveOut;
    if (dryRun || !whole || fresh.size() + other.size() == 0) {
      return new Imported(language, fresh.size(), other.size(), same, faults, Optional.empty());
    }
    String deed = Ids.next();
    List<TypedWord> words = new ArrayList<>(fresh);
    words.addAll(other);
    changing(
        () -> {
          for (TypedWord word : words) {
            lexemes.put(
                deed,
                Optional.empty(),
                OptionalLong.empty(),
                item,
                word.language(),
                word.written(),
                word.kind(),
                word.said(),
                who);
          }
          return words.size();
        });
    return new Imported(language, fresh.size(), other.size(), same, faults, Optional.of(deed));
  }

  /**
   * A word that can stand in a lexicon.
   *
   * @throws BadWordException if it cannot
   */
  public TypedWord checked(TypedWord typed) throws BadWordException {
    TypedWord word = typed.cleaned();
    if (word.language().isEmpty()) {
      throw new BadWordException("language", "");
    }
    Entry entry = new Entry(0, word.written(), word.said(), word.kind() == Lexeme.Kind.ALIAS);
    Optional<Found> flaw =
        PronunciationLexicon.flaw(entry).or(() -> Sounds.flaw(entry, word.language()));
    if (flaw.isPresent()) {
      throw new BadWordException(flaw.get());
    }
    return word;
  }

  /**
   * The lexicons that count for a text, whole, as PLS documents, the most special last.
   *
   * @param item whose text; empty: any
   * @param trial words that are to be tried on top
   */
  List<String> documents(Optional<String> item, List<TypedWord> trial) {
    BookLexicon whole =
        BookLexicon.of(
            remembered().library(),
            item.isPresent() ? lexemes.all(item) : List.of(),
            Optional.empty());
    List<String> documents = new ArrayList<>(whole.documents());
    for (TypedWord word : trial) {
      boolean alias = word.kind() == Lexeme.Kind.ALIAS;
      documents.add(
          PronunciationLexicon.write(
              word.language(), List.of(new Entry(0, word.written(), word.said(), alias))));
    }
    return documents;
  }

  /**
   * Which titles hold a word.
   *
   * @param titles those that do, by title
   * @param uncounted titles whose words are not known yet
   */
  public record Holding(List<Items.Text> titles, int uncounted) {}

  /**
   * Which titles hold a word, so that its pronunciation matters for them; those that say it in
   * their own way do not count for the library's word.
   *
   * @param item whose lexicon; empty: the library's
   */
  public Holding holding(Optional<String> item, TypedWord typed) {
    TypedWord word = typed.cleaned();
    Lexeme asked = lexeme(item, word);
    collectMissing();
    List<Items.Text> titles = new ArrayList<>();
    int uncounted = 0;
    for (Items.Text text : stores.items().texts()) {
      if (item.isPresent() && !item.get().equals(text.item())) {
        continue;
      }
      boolean own =
          item.isEmpty()
              && remembered().items().contains(text.item())
              && lexemes.all(Optional.of(text.item())).stream()
                  .anyMatch(
                      lexeme ->
                          lexeme.language().equals(word.language())
                              && lexeme.written().equalsIgnoreCase(word.written()));
      Optional<Vocabulary> words = own ? Optional.empty() : vocabularies.find(text.publication());
      if (words.isPresent() && BookLexicon.holds(words.get(), OptionalInt.empty(), asked)) {
        titles.add(text);
      }
      if (!own && words.isEmpty()) {
        uncounted++;
      }
    }
    return new Holding(titles, uncounted);
  }

  private static Lexeme lexeme(Optional<String> item, TypedWord word) {
    return new Lexeme(
        "",
        item,
        word.language(),
        word.written(),
        word.kind(),
        word.said(),
        0,
        true,
        "",
        "",
        java.time.Instant.EPOCH);
  }

  /**
   * A sentence of a book.
   *
   * @param part number of the part that it is in
   * @param language of that part
   * @param at where the word begins, in UTF-16 units
   */
  public record Occurrence(int part, String id, String text, String language, int at) {}

  /**
   * A sentence of a book in which a word stands as it is written, in any case.
   *
   * @param near id of a sentence from which on to look, in the part if that is given; empty: from
   *     the beginning of the book
   */
  public Optional<Occurrence> sentence(
      String item, String written, OptionalInt part, Optional<String> near) {
    Optional<Item> found = stores.items().find(item);
    Optional<PublicationView> text = found.flatMap(Item::publication).flatMap(stores.texts()::view);
    if (text.isEmpty() || written.isBlank()) {
      return Optional.empty();
    }
    Optional<Vocabulary> words = vocabularies.find(found.get().publication().get());
    Occurrence first = null;
    for (var entry : text.get().index().parts()) {
      int number = entry.number();
      boolean looked = part.isEmpty() || part.getAsInt() == number || first == null;
      boolean worth =
          words.isEmpty()
              || words.get().holds(number, Vocabulary.Form.WRITTEN, language(found.get()), written)
              || part.isPresent();
      if (!looked || !worth) {
        continue;
      }
      Part read = text.get().part(number);
      for (Sentence sentence : read.sentences().toList()) {
        int at = place(sentence.text(), written);
        if (at < 0) {
          continue;
        }
        Occurrence here =
            new Occurrence(number, sentence.id(), sentence.text(), read.language().tag(), at);
        if (near.isPresent() && near.get().equals(sentence.id())) {
          return Optional.of(here);
        }
        boolean wanted = part.isPresent() && part.getAsInt() == number;
        if (first == null || (wanted && first.part() != number)) {
          first = here;
        }
      }
      if (first != null && part.isEmpty() && near.isEmpty()) {
        break;
      }
    }
    return Optional.ofNullable(first);
  }

  private static String language(Item item) {
    return Locale.forLanguageTag(item.language()).getLanguage();
  }

  /** Where a word stands in a text; -1 where it does not. */
  private static int place(String text, String written) {
    for (int at = 0; at + written.length() <= text.length(); at++) {
      if (text.regionMatches(true, at, written, 0, written.length())
          && (at == 0 || !Character.isLetter(text.codePointBefore(at)))) {
        int end = at + written.length();
        if (end == text.length() || !Character.isLetter(text.codePointAt(end))) {
          return at;
        }
      }
    }
    return -1;
  }

  /**
   * Audio that was made before the words that it holds were said as they are said now, unless it is
   * being made again.
   */
  public List<Renditions.Made> outdated() {
    Set<String> coming =
        stores.renditions().unfinished().stream().map(Lexicons::wish).collect(Collectors.toSet());
    return stores.renditions().made(SPOKEN).stream()
        .filter(made -> !made.lexicon().equals(hash(made.item(), made.publication())))
        .filter(
            made ->
                coming.isEmpty()
                    || stores
                        .renditions()
                        .find(made.id())
                        .filter(rendition -> !coming.contains(wish(rendition)))
                        .isPresent())
        .toList();
  }

  private static String wish(Rendition rendition) {
    return rendition.item() + " " + rendition.format() + " " + rendition.options();
  }

  /** Whether a rendition is audio that was made before its words were said as they are now. */
  public boolean isOutdated(Rendition rendition) {
    return rendition.state() == Rendition.State.READY
        && SPOKEN.contains(rendition.format())
        && stores
            .items()
            .find(rendition.item())
            .flatMap(Item::publication)
            .filter(text -> !rendition.lexicon().equals(hash(rendition.item(), text)))
            .isPresent();
  }

  /** The words that count for a book, and that it holds as far as that is known. */
  BookLexicon of(String item, Optional<Vocabulary> vocabulary) {
    Remembered now = remembered();
    List<Lexeme> own = now.items().contains(item) ? lexemes.all(Optional.of(item)) : List.of();
    return now.library().isEmpty() && own.isEmpty()
        ? BookLexicon.NONE
        : BookLexicon.of(now.library(), own, vocabulary);
  }

  /** Whether any word counts for a book. */
  boolean hasAny(String item) {
    Remembered now = remembered();
    return !now.library().isEmpty() || now.items().contains(item);
  }

  /**
   * {@link BookLexicon#hash} of a book.
   *
   * @param text id of its publication
   */
  String hash(String item, String text) {
    if (!hasAny(item)) {
      return "";
    }
    Remembered now = remembered();
    String known = now.hashes().get(text);
    if (known != null) {
      return known;
    }
    Optional<Vocabulary> words = vocabularies.find(text);
    String hash = of(item, words).hash();
    if (words.isPresent()) {
      now.hashes().put(text, hash);
    }
    return hash;
  }

  Vocabularies vocabularies() {
    return vocabularies;
  }

  private Remembered remembered() {
    long at = changes.get();
    Remembered last = remembered;
    if (last == null || last.at() != at) {
      last =
          new Remembered(
              at, lexemes.all(Optional.empty()), lexemes.items(), new ConcurrentHashMap<>());
      remembered = last;
    }
    return last;
  }

  private <T> T changing(java.util.function.Supplier<T> work) {
    return stores
        .database()
        .write(
            handle -> {
              T result = work.get();
              stores.database().afterwards(changes::incrementAndGet);
              collectMissing();
              return result;
            });
  }

  /** Has the words found out of every book of which they are not known yet. */
  private void collectMissing() {
    for (Items.Text text : stores.items().texts()) {
      if (!vocabularies.has(text.publication()) && collecting.add(text.publication())) {
        stores.jobs().submit(WordsJob.KIND, text.item(), Lane.SHORT);
      }
    }
  }
}
