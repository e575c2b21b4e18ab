package org.titiktutur.production;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.titiktutur.formats.EpubWriter;
import org.titiktutur.formats.NotePlaces;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Publication;
import org.titiktutur.speech.SpokenPart;

/** A book as EPUB 3: its text, with or without the sound of every sentence. */
final class EpubRecipe implements Recipe {

  private final Format format;

  /**
   * A recipe.
   *
   * @param format {@link Format#EPUB3} or {@link Format#EPUB}
   */
  EpubRecipe(Format format) {
    if (format != Format.EPUB3 && format != Format.EPUB) {
      throw new IllegalArgumentException(format + " is no EPUB");
    }
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
    return List.of(format == Format.EPUB3 ? ".epub" : "-text.epub");
  }

  @Override
  public int weight() {
    return format == Format.EPUB3 ? 100 : 1;
  }

  @Override
  public Made make(Order order, Progress progress)
      throws IOException, InterruptedException, NotHereException {
    Path file = Path.of(order.name() + endings().get(0));
    Publication book = order.publication();
    try (OutputStream out =
            new BufferedOutputStream(Files.newOutputStream(order.folder().resolve(file)), 1 << 16);
        EpubWriter epub =
            new EpubWriter(
                out,
                book,
                NotePlaces.of(book, order.text()),
                Instant.now(),
                Narration.narrator(order))) {
      return format == Format.EPUB3
          ? narrated(order, progress, epub, file)
          : silent(order, progress, epub, file);
    }
  }

  private Made silent(Order order, Progress progress, EpubWriter epub, Path file)
      throws IOException {
    int parts = order.publication().parts().size();
    for (Publication.Entry entry : order.publication().parts()) {
      epub.part(order.text().part(entry.number()));
      progress.at(Progress.Stage.WRITING, entry.number(), parts, (double) entry.number() / parts);
    }
    epub.finish(false);
    return Made.still(format, file, List.of());
  }

  private Made narrated(Order order, Progress progress, EpubWriter epub, Path file)
      throws IOException, InterruptedException, NotHereException {
    Narration narration = Narration.begin(order, format, progress);
    Set<Publication.Entry> spoken = Set.copyOf(narration.parts());
    List<Finding> findings = new ArrayList<>();
    double seconds = 0;
    for (Publication.Entry entry : order.publication().parts()) {
      Part part = order.text().part(entry.number());
      SpokenPart sound = spoken.contains(entry) ? narration.part(entry) : null;
      if (sound == null || !sound.isSpoken()) {
        epub.part(part);
      } else {
        epub.part(part, sound.mp3(), sound.readClips());
        seconds += sound.seconds();
      }
      if (sound != null) {
        findings.addAll(sound.findings());
      }
    }
    epub.finish(findings.stream().map(Finding::code).noneMatch(EpubRecipe::isLoss));
    return new Made(
        format, List.of(file), OptionalDouble.of(seconds), Map.of(file, seconds), findings);
  }

  private static boolean isLoss(FindingCode code) {
    return code == FindingCode.NOT_SPOKEN || code == FindingCode.PART_NOT_SPOKEN;
  }
}
