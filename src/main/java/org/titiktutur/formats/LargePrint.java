package org.titiktutur.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.titiktutur.publication.Place;
import org.titiktutur.publication.Publication;
import org.titiktutur.workshop.Outcome;
import org.titiktutur.workshop.Step;
import org.titiktutur.workshop.Workshop;

/**
 * Has books set in large type by workers, as PDF/UA-1 on A4, because a page can only be set when
 * much of its volume is held in memory. This is the parent's side.
 */
public final class LargePrint {

  /** Sizes of type that there are, in points, the usual one first. */
  public static final List<Integer> SIZES = List.of(18, 24, 32);

  static final ObjectMapper JSON = JsonMapper.builder().build();

  /**
   * Of UTF-16 units of text in one volume: some 800 pages at 18 points, and what a worker of 384
   * MiB can set.
   */
  private static final long MOST_CHARACTERS = 600_000;

  private static final Duration AT_LEAST = Duration.ofMinutes(2);

  /** Fifty times what it takes. */
  private static final Duration FOR_A_CHARACTER = Duration.ofMillis(1);

  private static final long BYTES_AT_LEAST = 20_000_000;
  private static final long BYTES_FOR_A_CHARACTER = 100;

  private final Workshop pool;

  public LargePrint(Workshop pool) {
    this.pool = pool;
  }

  /**
   * One volume as it was set.
   *
   * @param file the PDF
   * @param missing code points that the type lacks, each with the place of the first, in order of
   *     appearance
   */
  public record Volume(Path file, Map<Integer, Place> missing) {
    public Volume {
      missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
    }
  }

  /** How a book is shared out: whole parts, as many as a volume holds. */
  public static List<List<Publication.Entry>> volumes(Publication book) {
    List<List<Publication.Entry>> volumes = new ArrayList<>();
    List<Publication.Entry> open = new ArrayList<>();
    long characters = 0;
    for (Publication.Entry part : book.parts()) {
      if (!open.isEmpty() && characters + part.characters() > MOST_CHARACTERS) {
        volumes.add(open);
        open = new ArrayList<>();
        characters = 0;
      }
      open.add(part);
      characters += part.characters();
    }
    volumes.add(open);
    return volumes;
  }

  /**
   * Sets one volume.
   *
   * @param text the folder of the publication
   * @param volume the book with the parts of this volume, and the title that stands on it
   * @param points one of {@link #SIZES}
   * @param folder empty, for this alone: the file stays in it
   */
  public CompletableFuture<Volume> set(Path text, Publication volume, int points, Path folder) {
    Duration whole = AT_LEAST.plus(FOR_A_CHARACTER.multipliedBy(volume.characters()));
    Step step =
        new Step(
            FormatsWork.SET,
            JSON.valueToTree(new LargePrintHandler.Input(text.toString(), volume, points)),
            folder,
            Step.Lane.BATCH,
            whole,
            whole,
            BYTES_AT_LEAST + BYTES_FOR_A_CHARACTER * volume.characters());
    return pool.submit(step, sign -> {})
        .thenApply(
            outcome -> {
              if (outcome instanceof Outcome.Done done) {
                return volume(done, folder);
              }
              throw new IllegalStateException(FormatsWork.SET + ": " + outcome);
            });
  }

  private static Volume volume(Outcome.Done done, Path folder) {
    try {
      LargePrintHandler.Answer answer =
          JSON.treeToValue(done.answer(), LargePrintHandler.Answer.class);
      return new Volume(folder.resolve(LargePrintHandler.FILE), answer.missing());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not an answer: " + done.answer(), e);
    }
  }
}
