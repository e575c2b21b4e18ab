package org.titiktutur.speech;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.titiktutur.language.PronunciationLexicon.Document;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Place;
import org.titiktutur.publication.Publication;
import org.titiktutur.speech.Speaker.Level;
import org.titiktutur.workshop.Outcome;
import org.titiktutur.workshop.Step;
import org.titiktutur.workshop.Workshop;

/** Has books and lines spoken by workers. Safe for any thread; never speaks itself. */
public final class Narrator {

  /** No sentence takes nearly as long, the first start of every engine included. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration AT_LEAST = Duration.ofMinutes(2);

  /** The slowest rung on a busy machine needs a tenth of this for a character. */
  private static final Duration FOR_A_CHARACTER = Duration.ofMillis(20);

  /** Far more than copying its sound takes. */
  private static final Duration FOR_A_CHAPTER = Duration.ofSeconds(10);

  /** Ten times what a character takes at 96 kbit/s, and its clip. */
  private static final long BYTES_FOR_A_CHARACTER = 10_000;

  private static final long BYTES_AT_LEAST = 20_000_000;

  private final Workshop pool;

  public Narrator(Workshop pool) {
    this.pool = pool;
  }

  /**
   * Speaks one part.
   *
   * @param folder empty, for this part alone: the files of the result stay in it
   * @param sentences told how many sentences of the part are done, on a thread of the pool
   * @return never completes exceptionally but by cancellation
   */
  public CompletableFuture<SpokenPart> speak(PartToSpeak work, Path folder, IntConsumer sentences) {
    return speak(work, Earlier.NOTHING, folder, sentences);
  }

  /**
   * Speaks one part as far as it was not spoken before.
   *
   * @param folder empty, for this part alone: the files of the result stay in it
   * @param sentences told how many sentences of the part are done, on a thread of the pool
   * @return never completes exceptionally but by cancellation
   */
  public CompletableFuture<SpokenPart> speak(
      PartToSpeak work, Earlier earlier, Path folder, IntConsumer sentences) {
    int number = work.part().number();
    long characters = work.part().characters();
    Rounds rounds =
        new Rounds(
            pool,
            avoid ->
                new Step(
                    SpeechWork.SPEAK,
                    SpeechWork.JSON.valueToTree(
                        new SpeakHandler.Input(
                            work.publication().toString(),
                            number,
                            work.language(),
                            work.settings(),
                            work.tags(),
                            work.codecs(),
                            earlier,
                            avoid)),
                    folder,
                    Step.Lane.BATCH,
                    PATIENCE,
                    AT_LEAST.plus(FOR_A_CHARACTER.multipliedBy(characters)),
                    BYTES_AT_LEAST + BYTES_FOR_A_CHARACTER * characters),
            sign -> sentences.accept(sign.path("done").asInt()));
    return rounds.run(outcome -> spoken(number, folder, outcome));
  }

  /**
   * Puts spoken parts together as one M4B file with a chapter for each.
   *
   * @param folder empty, for this alone: the file stays in it
   * @return the file
   */
  public CompletableFuture<AudioBook> bind(BookToBind book, Path folder) {
    Step step =
        new Step(
            SpeechWork.BIND,
            SpeechWork.JSON.valueToTree(book),
            folder,
            Step.Lane.BATCH,
            AT_LEAST,
            AT_LEAST.plus(FOR_A_CHAPTER.multipliedBy(book.chapters().size())),
            BYTES_AT_LEAST + 3 * book.bytes());
    return pool.submit(step, sign -> {})
        .thenApply(
            outcome -> {
              if (outcome instanceof Outcome.Done done) {
                BindHandler.Answer answer = read(done.answer(), BindHandler.Answer.class);
                return new AudioBook(folder.resolve(BindHandler.BOOK), answer.seconds());
              }
              throw new IllegalStateException(SpeechWork.BIND + ": " + outcome);
            });
  }

  private static SpokenPart spoken(int part, Path folder, Outcome outcome) {
    if (outcome instanceof Outcome.Done done) {
      SpeakHandler.Answer answer = read(done.answer(), SpeakHandler.Answer.class);
      return answer.asBefore()
          ? SpokenPart.asBefore(part, answer.plan())
          : new SpokenPart(part, folder, answer.seconds(), answer.findings(), answer.plan());
    }
    Finding lost = Finding.of(FindingCode.PART_NOT_SPOKEN, Place.part(part));
    return new SpokenPart(part, null, 0, List.of(lost), "");
  }

  /**
   * Says some lines.
   *
   * @param folder empty, for this alone: the file of the result stays in it
   * @return never completes exceptionally but by cancellation
   */
  public CompletableFuture<SaidLines> say(SayRequest request, Path folder) {
    long characters = request.lines().stream().mapToLong(String::length).sum();
    Rounds rounds =
        new Rounds(
            pool,
            avoid ->
                new Step(
                    SpeechWork.SAY,
                    SpeechWork.JSON.valueToTree(new SayHandler.Input(request, avoid)),
                    folder,
                    Step.Lane.INTERACTIVE,
                    PATIENCE.multipliedBy(3),
                    AT_LEAST.plus(FOR_A_CHARACTER.multipliedBy(characters)),
                    BYTES_AT_LEAST + BYTES_FOR_A_CHARACTER * characters * 4),
            sign -> {});
    boolean sound = request.form() == SayRequest.Form.SOUND;
    Path file = folder.resolve(sound ? SayHandler.SOUND : SayHandler.TEXT);
    return rounds.run(
        outcome -> {
          if (outcome instanceof Outcome.Done done) {
            SayHandler.Answer answer = read(done.answer(), SayHandler.Answer.class);
            return new SaidLines(file, answer.seconds(), answer.findings());
          }
          String what = String.join(" ", request.lines());
          return new SaidLines(
              null, 0, List.of(Finding.of(FindingCode.NOT_SPOKEN, Place.BOOK, what)));
        });
  }

  /**
   * Every voice that loads on this machine.
   *
   * @param folder empty, for this alone
   */
  public CompletableFuture<List<VoiceEntry>> voices(Path folder) {
    return ask(SpeechWork.VOICES, new VoicesHandler.Input(null), folder)
        .thenApply(answer -> read(answer, VoicesHandler.Answer.class).voices());
  }

  /**
   * Whether a voice loads on this machine.
   *
   * @param folder empty, for this alone
   */
  public CompletableFuture<Boolean> has(Voice voice, Path folder) {
    return ask(SpeechWork.VOICES, new VoicesHandler.Input(voice), folder)
        .thenApply(answer -> read(answer, VoicesHandler.Answer.class).found());
  }

  /**
   * Reads a pronunciation lexicon; what our voices cannot say is among its flaws.
   *
   * @param lexicon a PLS document
   * @param folder empty, for this alone
   */
  public CompletableFuture<Document> examine(String lexicon, Path folder) {
    return ask(SpeechWork.LEXICON, new LexiconHandler.Input(lexicon), folder)
        .thenApply(answer -> read(answer, Document.class));
  }

  /**
   * Collects the words of a book.
   *
   * @param publication the folder that holds it
   * @param language the book's own, BCP 47
   * @param folder empty, for this alone: the file of the result stays in it
   * @return the file, which {@link org.titiktutur.language.Vocabulary#read} reads
   */
  public CompletableFuture<Path> words(
      Path publication, String language, List<Publication.Entry> parts, Path folder) {
    long characters = parts.stream().mapToLong(Publication.Entry::characters).sum();
    List<Integer> numbers = parts.stream().map(Publication.Entry::number).toList();
    Step step =
        new Step(
            SpeechWork.WORDS,
            SpeechWork.JSON.valueToTree(
                new WordsHandler.Input(publication.toString(), language, numbers)),
            folder,
            Step.Lane.BATCH,
            PATIENCE.multipliedBy(3),
            AT_LEAST.plus(FOR_A_CHARACTER.multipliedBy(characters)),
            BYTES_AT_LEAST + BYTES_FOR_A_CHARACTER * characters);
    return pool.submit(step, sign -> {})
        .thenApply(
            outcome -> {
              if (outcome instanceof Outcome.Done) {
                return folder.resolve(WordsHandler.WORDS);
              }
              throw new IllegalStateException(SpeechWork.WORDS + ": " + outcome);
            });
  }

  /**
   * Which libraries speak and encode on this machine.
   *
   * @param folder empty, for this alone
   */
  public CompletableFuture<List<Rung>> rungs(Path folder) {
    return ask(SpeechWork.RUNGS, Map.of(), folder)
        .thenApply(answer -> read(answer, RungsHandler.Answer.class).rungs());
  }

  private CompletableFuture<JsonNode> ask(String kind, Object input, Path folder) {
    Step step =
        new Step(
            kind,
            SpeechWork.JSON.valueToTree(input),
            folder,
            Step.Lane.INTERACTIVE,
            PATIENCE.multipliedBy(3),
            AT_LEAST,
            BYTES_AT_LEAST);
    return pool.submit(step, sign -> {})
        .thenApply(
            outcome -> {
              if (outcome instanceof Outcome.Done done) {
                return done.answer();
              }
              throw new IllegalStateException(kind + ": " + outcome);
            });
  }

  private static <T> T read(JsonNode answer, Class<T> type) {
    try {
      return SpeechWork.JSON.treeToValue(answer, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not an answer: " + answer, e);
    }
  }

  /** The next level for a sentence over which a worker was lost. */
  static Level after(Level level, Outcome.Reason reason) {
    return switch (level) {
      case AS_ASKED -> reason == Outcome.Reason.STALLED ? Level.BY_OTHER_VOICE : Level.IN_PIECES;
      case IN_PIECES -> Level.BY_OTHER_VOICE;
      case BY_OTHER_VOICE, NOT_AT_ALL -> Level.NOT_AT_ALL;
    };
  }
}
