package org.titiktutur.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.titiktutur.formats.NotePlaces;
import org.titiktutur.formats.daisy.Daisy202Book;
import org.titiktutur.formats.daisy.Daisy3Book;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Publication;
import org.titiktutur.speech.SpokenPart;

/** A book as a DAISY 2.02 or DAISY 3 talking book, in one ZIP. */
final class DaisyRecipe implements Recipe {

  private final Format format;
  private final Clock clock;

  /**
   * One of the two.
   *
   * @param clock tells the day that the book says it was made on
   */
  DaisyRecipe(Format format, Clock clock) {
    if (format != Format.DAISY202 && format != Format.DAISY3) {
      throw new IllegalArgumentException("not DAISY: " + format);
    }
    this.format = format;
    this.clock = clock;
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
    return List.of("-" + format.code() + ".zip");
  }

  @Override
  public int weight() {
    return 100;
  }

  /** Takes the parts of one kind of book. */
  private interface Binding {
    void part(Part part, SpokenPart spoken) throws IOException;
  }

  @Override
  public Made make(Order order, Progress progress)
      throws IOException, InterruptedException, NotHereException {
    Narration narration = Narration.begin(order, format, progress);
    NotePlaces notes = NotePlaces.of(order.publication(), order.text());
    Path file = Path.of(order.name() + endings().get(0));
    Path place = order.folder().resolve(file);
    LocalDate today = LocalDate.now(clock);
    String narrator = Narration.narrator(order);
    List<Finding> findings = new ArrayList<>();
    double seconds;
    if (format == Format.DAISY202) {
      try (Daisy202Book book =
          new Daisy202Book(place, order.publication(), notes, today, narrator)) {
        bind(order, narration, book::part, findings);
        book.finish();
        seconds = book.seconds();
      }
    } else {
      Path draft = Files.createTempFile(order.scratch(), "daisy3", ".xml");
      try (Daisy3Book book =
          new Daisy3Book(place, draft, order.publication(), notes, today, narrator)) {
        bind(order, narration, book::part, findings);
        book.finish();
        seconds = book.seconds();
      }
    }
    return new Made(
        format, List.of(file), OptionalDouble.of(seconds), Map.of(file, seconds), findings);
  }

  private static void bind(
      Order order, Narration narration, Binding binding, List<Finding> findings)
      throws IOException, InterruptedException {
    for (Publication.Entry entry : narration.parts()) {
      SpokenPart spoken = narration.part(entry);
      findings.addAll(spoken.findings());
      binding.part(order.text().part(entry.number()), spoken);
    }
  }
}
