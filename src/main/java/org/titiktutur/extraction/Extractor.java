package org.titiktutur.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Place;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.workshop.Outcome;
import org.titiktutur.workshop.Step;
import org.titiktutur.workshop.Workshop;

/**
 * Has sources read by workers. This is the parent's side: it never looks into a stranger's file.
 *
 * <p>A unit of the book (a chapter's file) that kills or hangs its worker twice is left out and
 * found as damaged, and the rest is read again without it, as long as there is time.
 */
public final class Extractor {

  /**
   * How long reading may take.
   *
   * @param all for one source
   * @param attempt for one of several tries, of which the pool makes two where a worker died
   * @param patience longest silence: a unit that takes longer is taken for one that hangs
   */
  record Limits(Duration all, Duration attempt, Duration patience) {}

  private static final Limits STANDARD =
      new Limits(Duration.ofSeconds(110), Duration.ofSeconds(50), Duration.ofSeconds(15));

  /** A source may not be larger: 512 MiB, most of it pictures. */
  static final long MAX_SOURCE = 512L << 20;

  private static final long MAX_OUTPUT = 512L << 20;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Workshop pool;
  private final Limits limits;

  public Extractor(Workshop pool) {
    this(pool, STANDARD);
  }

  Extractor(Workshop pool, Limits limits) {
    this.pool = pool;
    this.limits = limits;
  }

  /**
   * Reads a source; blocks until it is read, at most two minutes.
   *
   * @param folder is made if need be, belongs to this call alone, and holds the publication
   *     afterwards
   * @param heard called on another thread with each unit of the book that is begun
   */
  public Extraction read(
      Path source, ExtractionOptions options, Path folder, Consumer<String> heard)
      throws IOException {
    String name = String.valueOf(source.getFileName());
    if (!Files.isRegularFile(source) || !Files.isReadable(source)) {
      return refused(FindingCode.SOURCE_MISSING, name);
    }
    if (Files.size(source) > MAX_SOURCE) {
      return refused(FindingCode.SOURCE_TOO_LARGE, name, MAX_SOURCE >> 20);
    }
    Files.createDirectories(folder);
    Extraction extraction = tries(source.toAbsolutePath(), name, options, folder, heard);
    if (extraction instanceof Extraction.Refused) {
      clear(folder);
    }
    return extraction;
  }

  private Extraction tries(
      Path source, String name, ExtractionOptions options, Path folder, Consumer<String> heard)
      throws IOException {
    long end = System.nanoTime() + limits.all().toNanos();
    List<String> avoid = new ArrayList<>();
    while (true) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      Outcome outcome =
          attempt(
              source,
              name,
              options,
              avoid,
              folder,
              min(left.dividedBy(2), limits.attempt()),
              heard);
      if (outcome instanceof Outcome.Done done) {
        ExtractHandler.Answer answer = JSON.treeToValue(done.answer(), ExtractHandler.Answer.class);
        return answer.refusal() == null
            ? new Extraction.Read(new PublicationFolder(folder).read())
            : new Extraction.Refused(answer.refusal());
      }
      Outcome.Failed failed = (Outcome.Failed) outcome;
      String unit = unit(failed.lastSign());
      boolean inTime = end - System.nanoTime() > limits.patience().toNanos();
      if (!ofOneUnit(failed.reason()) || unit == null || avoid.contains(unit) || !inTime) {
        return refusal(failed, name);
      }
      avoid.add(unit);
    }
  }

  private Outcome attempt(
      Path source,
      String name,
      ExtractionOptions options,
      List<String> avoid,
      Path folder,
      Duration deadline,
      Consumer<String> heard) {
    JsonNode input =
        JSON.valueToTree(new ExtractHandler.Input(source.toString(), name, options, avoid));
    Step step =
        new Step(
            ExtractionWork.EXTRACT,
            input,
            folder,
            Step.Lane.INTERACTIVE,
            limits.patience(),
            deadline,
            MAX_OUTPUT);
    return pool.submit(
            step,
            sign -> {
              String unit = unit(sign);
              if (unit != null) {
                heard.accept(unit);
              }
            })
        .join();
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static String unit(JsonNode sign) {
    return sign == null || !sign.hasNonNull(Reading.UNIT) ? null : sign.get(Reading.UNIT).asText();
  }

  private static boolean ofOneUnit(Outcome.Reason reason) {
    return switch (reason) {
      case DIED, STALLED, OUT_OF_MEMORY -> true;
      case THREW, OVERDUE, TOO_MUCH_OUTPUT, CANCELLED -> false;
    };
  }

  private static Extraction refusal(Outcome.Failed failed, String name) {
    return switch (failed.reason()) {
      case OUT_OF_MEMORY -> refused(FindingCode.SOURCE_TOO_HEAVY, name);
      case TOO_MUCH_OUTPUT -> refused(FindingCode.SOURCE_BOMB, name);
      case STALLED, OVERDUE -> refused(FindingCode.SOURCE_TOO_SLOW, name);
      case DIED -> refused(FindingCode.SOURCE_KILLED_READER, name);
      case THREW -> throw new IllegalStateException("reading " + name + ": " + failed.detail());
      case CANCELLED -> throw new CancellationException("reading " + name);
    };
  }

  private static Extraction.Refused refused(FindingCode code, Object... arguments) {
    return new Extraction.Refused(Finding.of(code, Place.BOOK, arguments));
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
