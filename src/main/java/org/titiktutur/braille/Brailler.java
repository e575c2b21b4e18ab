package org.titiktutur.braille;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Place;
import org.titiktutur.workshop.Outcome;
import org.titiktutur.workshop.Step;
import org.titiktutur.workshop.Workshop;

/**
 * Has parts and lines brailled by workers. This is the parent's side: it never loads liblouis.
 *
 * <p>A block that kills or hangs its worker is passed over and found, and the rest of its part is
 * brailled again without it.
 */
public final class Brailler {

  /** Longest silence; a long block gives signs too. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration TEXT_DEADLINE = Duration.ofSeconds(60);

  /** More blocks that kill are no accident, and each costs two workers. */
  private static final int MOST_AVOIDED = 3;

  /** Most UTF-16 units of lines in one step. */
  private static final int BATCH = 1 << 16;

  private final Workshop pool;

  public Brailler(Workshop pool) {
    this.pool = pool;
  }

  /**
   * Brailles a part.
   *
   * @param folder exists, is empty, and belongs to this part; the caller deletes it when the part
   *     is laid out
   * @param sentences told how many sentences are done, on a thread of the pool
   * @return completes exceptionally with {@link BrailleUnavailable} when there is no engine or the
   *     table does not compile, and with {@link CancellationException} when the pool is closed
   */
  public CompletableFuture<BrailledPart> braille(
      PartToBraille part, Path folder, IntConsumer sentences) {
    return attempt(part, folder, sentences, List.of(), false);
  }

  /**
   * One try.
   *
   * @param careful whether the worker says at which block it is; the first try does not
   */
  private CompletableFuture<BrailledPart> attempt(
      PartToBraille part,
      Path folder,
      IntConsumer sentences,
      List<Integer> avoid,
      boolean careful) {
    long characters = part.part().characters();
    Step step =
        new Step(
            BrailleWork.PART,
            BrailleHandler.JSON.valueToTree(
                new BrailleHandler.Input(
                    part.publication().toString(),
                    part.part().number(),
                    part.book(),
                    part.table(),
                    part.passages(),
                    part.hyphenated(),
                    avoid,
                    careful)),
            folder,
            Step.Lane.BATCH,
            PATIENCE,
            Duration.ofSeconds(60).plusMillis(characters / 10),
            (64L << 20) + 64 * characters);
    return pool.submit(step, sign -> sentences.accept(sentencesIn(sign)))
        .thenCompose(
            outcome -> {
              if (outcome instanceof Outcome.Done done) {
                BrailledPart brailled = brailled(part, folder, done.answer());
                sentences.accept(part.part().sentences());
                return CompletableFuture.completedFuture(brailled);
              }
              Outcome.Failed failed = (Outcome.Failed) outcome;
              int block = blockToBlame(failed);
              if (block >= 0 && !careful) {
                return attempt(part, folder, sentences, avoid, true);
              }
              return block < 0 || avoid.contains(block) || avoid.size() == MOST_AVOIDED
                  ? CompletableFuture.completedFuture(notBrailled(part, failed))
                  : attempt(
                      part,
                      folder,
                      sentences,
                      Stream.concat(avoid.stream(), Stream.of(block)).toList(),
                      true);
            });
  }

  private static int sentencesIn(JsonNode sign) {
    return sign.path("sentences").asInt();
  }

  /** The block that was at work when a worker died or fell silent; -1 if it was none of them. */
  private static int blockToBlame(Outcome.Failed failed) {
    return switch (failed.reason()) {
      case DIED, STALLED, OUT_OF_MEMORY ->
          failed.lastSign() == null ? -1 : failed.lastSign().path("block").asInt(-1);
      case THREW, OVERDUE, TOO_MUCH_OUTPUT, CANCELLED -> -1;
    };
  }

  private static BrailledPart brailled(PartToBraille part, Path folder, JsonNode done) {
    BrailleHandler.Answer answer = read(done, BrailleHandler.Answer.class);
    if (answer.problem() != null) {
      throw new CompletionException(answer.problem().asException());
    }
    return new BrailledPart(
        part.part(),
        part.table(),
        folder.resolve(BrailleHandler.FILE),
        answer.findings(),
        answer.missing());
  }

  private static BrailledPart notBrailled(PartToBraille part, Outcome.Failed failed) {
    switch (failed.reason()) {
      case CANCELLED -> throw new CancellationException(failed.detail());
      case THREW ->
          throw new IllegalStateException(
              "brailling part " + part.part().number() + ": " + failed.detail());
      default -> {
        Finding finding =
            Finding.of(FindingCode.PART_NOT_BRAILLED, Place.part(part.part().number()));
        return new BrailledPart(part.part(), part.table(), null, List.of(finding), Map.of());
      }
    }
  }

  /**
   * Translates lines that belong to no book; waits for it.
   *
   * @param back from braille to print
   * @param positions whether to say where each character came from
   * @param folder exists, is empty, and belongs to this call
   */
  public TranslatedLines translate(
      String table, List<String> lines, boolean back, boolean positions, Path folder)
      throws BrailleUnavailable {
    List<TranslatedLine> translated = new ArrayList<>();
    Set<Integer> missing = new TreeSet<>();
    List<Integer> failed = new ArrayList<>();
    for (int from = 0; from < lines.size(); ) {
      int to = from + 1;
      for (int size = lines.get(from).length();
          to < lines.size() && size + lines.get(to).length() < BATCH;
          to++) {
        size += lines.get(to).length();
      }
      translate(
          new TextHandler.Input(table, back, positions, lines.subList(from, to)),
          from,
          folder,
          translated,
          missing,
          failed);
      from = to;
    }
    return new TranslatedLines(translated, missing, failed);
  }

  /** Halves what fails, until the line to blame stands alone. */
  private void translate(
      TextHandler.Input input,
      int number,
      Path folder,
      List<TranslatedLine> translated,
      Set<Integer> missing,
      List<Integer> failed)
      throws BrailleUnavailable {
    Outcome outcome = ask(BrailleWork.TEXT, BrailleHandler.JSON.valueToTree(input), folder);
    if (outcome instanceof Outcome.Done done) {
      TextHandler.Answer answer = read(done.answer(), TextHandler.Answer.class);
      if (answer.problem() != null) {
        throw answer.problem().asException();
      }
      translated.addAll(answer.lines());
      missing.addAll(answer.missing());
    } else if (input.lines().size() == 1) {
      translated.add(new TranslatedLine("", List.of()));
      failed.add(number);
    } else {
      int middle = input.lines().size() / 2;
      translate(input.part(0, middle), number, folder, translated, missing, failed);
      translate(
          input.part(middle, input.lines().size()),
          number + middle,
          folder,
          translated,
          missing,
          failed);
    }
  }

  /**
   * Which liblouis this machine brailles with; waits for it.
   *
   * @param folder exists, is empty, and belongs to this call
   */
  public BrailleEngine engine(Path folder) throws BrailleUnavailable {
    Outcome outcome = ask(BrailleWork.ENGINE, BrailleHandler.JSON.createObjectNode(), folder);
    if (outcome instanceof Outcome.Done done) {
      EngineHandler.Answer answer = read(done.answer(), EngineHandler.Answer.class);
      if (answer.problem() != null) {
        throw answer.problem().asException();
      }
      return answer.engine();
    }
    throw new BrailleUnavailable(
        BrailleUnavailable.Reason.NO_ENGINE, ((Outcome.Failed) outcome).detail());
  }

  private Outcome ask(String kind, JsonNode input, Path folder) {
    Outcome outcome =
        pool.submit(
                new Step(
                    kind, input, folder, Step.Lane.INTERACTIVE, PATIENCE, TEXT_DEADLINE, 1 << 20),
                sign -> {})
            .join();
    if (outcome instanceof Outcome.Failed failed && failed.reason() == Outcome.Reason.CANCELLED) {
      throw new CancellationException(failed.detail());
    }
    return outcome;
  }

  private static <T> T read(JsonNode answer, Class<T> type) {
    try {
      return BrailleHandler.JSON.treeToValue(answer, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
