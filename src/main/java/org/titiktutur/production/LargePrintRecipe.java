package org.titiktutur.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.titiktutur.formats.LargePrint;
import org.titiktutur.publication.CodePoints;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Metadata;
import org.titiktutur.publication.Place;
import org.titiktutur.publication.Publication;

/** A book in large type; a long one in several volumes, in a folder. */
final class LargePrintRecipe implements Recipe {

  private static final String NAME = "-large-print";
  private static final String ENDING = ".pdf";

  @Override
  public Format format() {
    return Format.LARGE_PRINT;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> endings() {
    return List.of(NAME + ENDING, NAME);
  }

  @Override
  public int weight() {
    return 20;
  }

  @Override
  public Made make(Order order, Progress progress) throws IOException, InterruptedException {
    List<List<Publication.Entry>> volumes = LargePrint.volumes(order.publication());
    LargePrint press = new LargePrint(order.workers());
    Path scratch = Files.createTempDirectory(order.scratch(), "large-print");
    List<CompletableFuture<LargePrint.Volume>> setting = new ArrayList<>();
    for (int i = 0; i < volumes.size(); i++) {
      Path folder = Files.createDirectory(scratch.resolve(String.valueOf(i + 1)));
      setting.add(
          press.set(
              order.text().path(),
              volume(order.publication(), volumes.get(i), i + 1, volumes.size()),
              order.options().points(),
              folder));
    }
    List<Path> files = new ArrayList<>();
    Map<Integer, Place> missing = new LinkedHashMap<>();
    for (int i = 0; i < volumes.size(); i++) {
      LargePrint.Volume set = Waiting.on(setting.get(i));
      set.missing().forEach(missing::putIfAbsent);
      Path file = file(order.name(), i + 1, volumes.size());
      Files.createDirectories(order.folder().resolve(file).getParent());
      Files.move(set.file(), order.folder().resolve(file));
      files.add(file);
      progress.at(Progress.Stage.WRITING, i + 1, volumes.size(), (double) (i + 1) / volumes.size());
    }
    return new Made(format(), files, OptionalDouble.empty(), Map.of(), findings(missing));
  }

  private static Path file(String name, int volume, int of) {
    return of == 1
        ? Path.of(name + NAME + ENDING)
        : Path.of(name + NAME, name + NAME + "-" + volume + ENDING);
  }

  private static Publication volume(
      Publication book, List<Publication.Entry> parts, int number, int of) {
    Metadata whole = book.metadata();
    String title = of == 1 ? whole.title() : whole.title() + volumeWords(whole, number, of);
    Metadata metadata =
        new Metadata(
            title,
            whole.authors(),
            whole.language(),
            whole.identifier(),
            whole.publisher(),
            whole.date());
    return new Publication(book.schema(), metadata, parts, List.of());
  }

  private static String volumeWords(Metadata book, int number, int of) {
    return book.language().primary().equals("id")
        ? " (jilid %d dari %d)".formatted(number, of)
        : " (volume %d of %d)".formatted(number, of);
  }

  private static List<Finding> findings(Map<Integer, Place> missing) {
    return missing.isEmpty()
        ? List.of()
        : List.of(
            Finding.of(
                FindingCode.CHARACTERS_WITHOUT_PRINT,
                missing.values().iterator().next(),
                CodePoints.named(List.copyOf(missing.keySet()))));
  }
}
