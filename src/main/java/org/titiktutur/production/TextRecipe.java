package org.titiktutur.production;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.titiktutur.formats.PlainText;
import org.titiktutur.publication.Publication;

/** A book as plain text. */
final class TextRecipe implements Recipe {

  @Override
  public Format format() {
    return Format.TXT;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> endings() {
    return List.of(".txt");
  }

  @Override
  public int weight() {
    return 1;
  }

  @Override
  public Made make(Order order, Progress progress) throws IOException {
    Path file = Path.of(order.name() + ".txt");
    Publication book = order.publication();
    try (BufferedWriter out = Files.newBufferedWriter(order.folder().resolve(file))) {
      PlainText text = new PlainText(out, book.metadata());
      for (Publication.Entry entry : book.parts()) {
        text.part(order.text().part(entry.number()));
        progress.at(
            Progress.Stage.WRITING,
            entry.number(),
            book.parts().size(),
            (double) entry.number() / book.parts().size());
      }
    }
    return Made.still(format(), file, List.of());
  }
}
