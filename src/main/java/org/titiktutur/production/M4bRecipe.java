package org.titiktutur.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.Metadata;
import org.titiktutur.publication.Publication;
import org.titiktutur.speech.AudioBook;
import org.titiktutur.speech.BookToBind;
import org.titiktutur.speech.Codec;
import org.titiktutur.speech.Narrator;
import org.titiktutur.speech.SpokenPart;

/** A book as one file of sound with a chapter for each part. */
final class M4bRecipe implements Recipe {

  @Override
  public Format format() {
    return Format.M4B;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> endings() {
    return List.of(".m4b");
  }

  @Override
  public int weight() {
    return 100;
  }

  @Override
  public Made make(Order order, Progress progress)
      throws IOException, InterruptedException, NotHereException {
    if (!Codec.AAC.isHere()) {
      throw new NotHereException(NotHereException.Kind.FORMAT, format().code());
    }
    Narration narration = Narration.begin(order, format(), progress);
    List<BookToBind.Chapter> chapters = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Publication.Entry part : narration.parts()) {
      SpokenPart spoken = narration.part(part);
      findings.addAll(spoken.findings());
      if (spoken.isSpoken()) {
        chapters.add(
            new BookToBind.Chapter(Narration.title(part), spoken.sound(Codec.AAC).toString()));
      }
    }
    if (chapters.isEmpty()) {
      throw new IllegalStateException("nothing of the book could be spoken");
    }
    Metadata metadata = order.publication().metadata();
    Path file = Path.of(order.name() + ".m4b");
    AudioBook bound =
        Waiting.on(
            new Narrator(order.workers())
                .bind(
                    new BookToBind(
                        metadata.title(),
                        String.join(", ", metadata.authors()),
                        metadata.language().tag(),
                        chapters),
                    Files.createTempDirectory(order.scratch(), "m4b")));
    Files.move(bound.file(), order.folder().resolve(file));
    return new Made(
        format(),
        List.of(file),
        OptionalDouble.of(bound.seconds()),
        Map.of(file, bound.seconds()),
        findings);
  }
}
