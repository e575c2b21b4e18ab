package org.titiktutur.production;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.titiktutur.braille.BookLayout;
import org.titiktutur.braille.BookSink;
import org.titiktutur.braille.BookStyle;
import org.titiktutur.braille.BrailleTables;
import org.titiktutur.braille.BrailleUnavailable;
import org.titiktutur.braille.BrailledPart;
import org.titiktutur.braille.Brailler;
import org.titiktutur.braille.PartToBraille;
import org.titiktutur.braille.TranslatedLine;
import org.titiktutur.formats.BrfVolumes;
import org.titiktutur.formats.BrfWriter;
import org.titiktutur.formats.PefWriter;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Place;
import org.titiktutur.publication.Publication;

/**
 * A book in braille, in one of the file formats for finished pages; the pages are the same in each.
 */
final class BrailleRecipe implements Recipe {

  static final String PIECES = "braille/";

  /** Behind the name of the folder with a file for each volume, which BRF cannot tell apart. */
  private static final String VOLUMES = "-brf";

  /** Raised when the same part would be brailled otherwise. */
  private static final int PARTS_VERSION = 2;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Format format;

  BrailleRecipe(Format format) {
    this.format = format;
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<String> endings() {
    return format == Format.BRF ? List.of(".brf", VOLUMES) : List.of("." + format.code());
  }

  @Override
  public int weight() {
    return 10;
  }

  @Override
  public Made make(Order order, Progress progress)
      throws IOException, InterruptedException, NotHereException {
    Language language = order.publication().metadata().language();
    BrailleTables.Choice choice = choose(language, order.options().table().orElse(null));
    String table = choice.table().id();
    if (format == Format.BRF && choice.table().dots() == 8) {
      throw new NotHereException(NotHereException.Kind.SIX_DOTS, table);
    }
    List<CompletableFuture<BrailledPart>> brailling;
    try {
      brailling = braille(order, table, progress);
    } catch (BrailleUnavailable e) {
      throw NotHereException.of(e, table);
    }

    Path file = Path.of(order.name() + "." + format.code());
    List<Path> files = new ArrayList<>(List.of(file));
    List<BrailledPart> parts;
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(order.folder().resolve(file)))) {
      parts = write(out, order, brailling, table, files);
    }
    List<Finding> findings = new ArrayList<>(BrailledPart.findings(parts));
    if (!choice.fits()) {
      findings.add(
          Finding.of(FindingCode.NO_TABLE_FOR_LANGUAGE, Place.BOOK, language.tag(), table));
    }
    return new Made(format, files, OptionalDouble.empty(), Map.of(), findings);
  }

  private List<BrailledPart> write(
      OutputStream out,
      Order order,
      List<CompletableFuture<BrailledPart>> brailling,
      String table,
      List<Path> files)
      throws IOException, InterruptedException, NotHereException {
    BookStyle style = order.options().style();
    if (format == Format.BRF) {
      Path folder = Path.of(order.name() + VOLUMES);
      try (BrfVolumes volumes =
          new BrfVolumes(
              new BrfWriter(out, style.duplex()),
              order.folder().resolve(folder),
              order.name(),
              style.duplex())) {
        List<BrailledPart> parts = layOut(order, brailling, table, volumes);
        if (volumes.areSeveral()) {
          files.add(folder);
        }
        return parts;
      }
    }
    try (PefWriter writer = new PefWriter(out, order.publication().metadata(), style)) {
      return layOut(order, brailling, table, writer);
    }
  }

  /** Each part as soon as it and all before it are brailled; the pages when all are. */
  private static List<BrailledPart> layOut(
      Order order, List<CompletableFuture<BrailledPart>> brailling, String table, BookSink sink)
      throws IOException, InterruptedException, NotHereException {
    Path scratch = Files.createTempDirectory(order.scratch(), "pages");
    List<BrailledPart> parts = new ArrayList<>();
    try (BookLayout layout = new BookLayout(order.options().style(), scratch.resolve("sides"))) {
      for (CompletableFuture<BrailledPart> each : brailling) {
        BrailledPart part = wait(each, table);
        layout.add(part);
        parts.add(part);
      }
      Brailler brailler = new Brailler(order.workers());
      layout.finish(
          order.publication().metadata(),
          lines ->
              brailler
                  .translate(
                      table, lines, false, false, Files.createTempDirectory(scratch, "lines"))
                  .lines()
                  .stream()
                  .map(TranslatedLine::text)
                  .toList(),
          sink);
    } catch (BrailleUnavailable e) {
      throw NotHereException.of(e, table);
    }
    return parts;
  }

  private static BrailleTables.Choice choose(Language language, String asked)
      throws NotHereException {
    try {
      return BrailleTables.standard().choose(language, asked);
    } catch (BrailleUnavailable e) {
      throw NotHereException.of(e, asked);
    }
  }

  private static List<CompletableFuture<BrailledPart>> braille(
      Order order, String table, Progress progress) throws IOException, BrailleUnavailable {
    String basis =
        Wishes.hash(
            List.of(
                String.valueOf(PARTS_VERSION),
                Foundations.table(table),
                order.publication().metadata().language().tag(),
                order.options().passages().name(),
                String.valueOf(order.options().style().hyphenated())));
    Brailler brailler = new Brailler(order.workers());
    Advance advance = new Advance(order.publication().parts(), Progress.Stage.BRAILLING, progress);
    Path scratch = Files.createTempDirectory(order.scratch(), "braille");
    List<CompletableFuture<BrailledPart>> brailling = new ArrayList<>();
    for (Publication.Entry part : order.publication().parts()) {
      String key = PIECES + table + "/" + part.number() + "/" + basis;
      Optional<Path> kept = order.checkpoints().find(key);
      if (kept.isPresent()) {
        brailling.add(CompletableFuture.completedFuture(read(kept.get(), part, table)));
        continue;
      }
      Path folder = Files.createDirectory(scratch.resolve(String.valueOf(part.number())));
      PartToBraille work =
          new PartToBraille(
              order.text().path(),
              part,
              order.publication().metadata().language(),
              table,
              order.options().passages(),
              order.options().style().hyphenated());
      brailling.add(
          brailler
              .braille(work, folder, sentences -> advance.at(part, sentences))
              .thenApply(brailled -> keep(order.checkpoints(), key, brailled, folder)));
    }
    return brailling;
  }

  /** What a checkpoint holds beside the file of blocks. */
  private record Kept(String file, List<Finding> findings, Map<Integer, Place> missing) {}

  private static final String KEPT = "part.json";

  private static BrailledPart keep(
      Checkpoints checkpoints, String key, BrailledPart part, Path folder) {
    if (!part.isBrailled()) {
      return part;
    }
    try {
      Kept kept = new Kept(part.file().getFileName().toString(), part.findings(), part.missing());
      JSON.writeValue(folder.resolve(KEPT).toFile(), kept);
      return read(checkpoints.keep(key, folder), part.part(), part.table());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BrailledPart read(Path folder, Publication.Entry part, String table)
      throws IOException {
    Kept kept = JSON.readValue(folder.resolve(KEPT).toFile(), Kept.class);
    return new BrailledPart(
        part, table, folder.resolve(kept.file()), kept.findings(), kept.missing());
  }

  private static BrailledPart wait(CompletableFuture<BrailledPart> part, String table)
      throws InterruptedException, NotHereException {
    try {
      return part.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BrailleUnavailable unavailable) {
        throw NotHereException.of(unavailable, table);
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
