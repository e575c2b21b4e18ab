package org.titiktutur.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.titiktutur.extraction.Extraction;
import org.titiktutur.extraction.ExtractionOptions;
import org.titiktutur.extraction.Extractor;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.workshop.WorkerPool;

/**
 * One book from its file to every wanted format, without a database: read once, made format by
 * format aside, and moved into place when all is whole.
 */
public final class Conversion {

  /** What reading the source weighs against {@link Recipe#weight()}. */
  private static final int READING_WEIGHT = 4;

  private final WorkerPool workers;
  private final Path scratch;
  private final Phrases findingWords;

  /**
   * A conversion; run it once.
   *
   * @param scratch empty folder of its own; the caller deletes it
   * @param findingWords what findings are said with
   */
  public Conversion(WorkerPool workers, Path scratch, Phrases findingWords) {
    this.workers = workers;
    this.scratch = scratch;
    this.findingWords = findingWords;
  }

  /** How it ended. The report is complete either way. */
  public sealed interface Result {
    Report report();

    record Converted(Report report) implements Result {}

    /**
     * The source was refused.
     *
     * @param sentence one line of at most 400 characters: why, and what to do
     */
    record Refused(Report report, String sentence) implements Result {}
  }

  /**
   * Converts a book.
   *
   * @param folder where results go; nothing appears there unless all formats were made
   */
  public Result run(
      Path source, List<Format> formats, Options options, Path folder, Progress progress)
      throws IOException, InterruptedException, NotHereException {
    List<Recipe> recipes = new ArrayList<>();
    for (Format format : formats) {
      recipes.add(Recipes.of(format));
    }
    int weights = READING_WEIGHT + recipes.stream().mapToInt(Recipe::weight).sum();

    Path text = Files.createDirectory(scratch.resolve("publication"));
    Extraction extraction =
        new Extractor(workers)
            .read(
                source,
                ExtractionOptions.STANDARD.asking(options.language().orElse(null)),
                text,
                unit -> progress.at(Progress.Stage.READING, 0, 0, 0));
    if (extraction instanceof Extraction.Refused refused) {
      return new Result.Refused(
          new Report(
              source.toString(),
              null,
              null,
              List.of(),
              Report.entries(List.of(refused.finding()), findingWords)),
          findingWords.refuse(refused.finding()));
    }
    Publication publication = ((Extraction.Read) extraction).publication();

    Path made = Files.createDirectory(scratch.resolve("made"));
    Order order =
        new Order(
            publication,
            new PublicationFolder(text),
            options,
            Set.copyOf(formats),
            workers,
            new ScratchCheckpoints(scratch.resolve("checkpoints")),
            baseName(source),
            Files.createDirectory(scratch.resolve("making")),
            made);
    List<Finding> findings = new ArrayList<>(publication.findings());
    List<Report.Row> rows = new ArrayList<>();
    int done = READING_WEIGHT;
    for (Recipe recipe : recipes) {
      int before = done;
      Made result =
          recipe.make(
              order,
              (stage, part, parts, share) ->
                  progress.at(stage, part, parts, (before + share * recipe.weight()) / weights));
      done += recipe.weight();
      result.findings().stream().filter(found -> !findings.contains(found)).forEach(findings::add);
      rows.add(row(result, made));
    }
    Moving.all(made, folder);
    return new Result.Converted(
        new Report(
            source.toString(),
            publication.metadata().title(),
            publication.metadata().language().tag(),
            rows,
            Report.entries(findings, findingWords)));
  }

  /**
   * What this source's results will be called in their folder, for whoever must not overwrite them.
   */
  public static List<String> namesOf(Format format, Path source) throws NotHereException {
    return Recipes.of(format).endings().stream().map(ending -> baseName(source) + ending).toList();
  }

  static String baseName(Path source) {
    String name = source.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static Report.Row row(Made result, Path folder) throws IOException {
    long bytes = 0;
    for (Path file : result.files()) {
      try (Stream<Path> below = Files.walk(folder.resolve(file))) {
        for (Path each : (Iterable<Path>) below::iterator) {
          bytes += Files.isRegularFile(each) ? Files.size(each) : 0;
        }
      }
    }
    return new Report.Row(
        result.format().code(),
        result.files().get(0).toString(),
        bytes,
        result.seconds().isPresent() ? result.seconds().getAsDouble() : null);
  }
}
