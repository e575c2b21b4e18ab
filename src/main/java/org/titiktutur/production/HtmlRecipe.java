package org.titiktutur.production;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.titiktutur.formats.HtmlPage;
import org.titiktutur.publication.Publication;

/** A book as one accessible HTML page. */
final class HtmlRecipe implements Recipe {

  @Override
  public Format format() {
    return Format.HTML;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> endings() {
    return List.of(".html");
  }

  @Override
  public int weight() {
    return 1;
  }

  @Override
  public Made make(Order order, Progress progress) throws IOException {
    Path file = Path.of(order.name() + ".html");
    Publication book = order.publication();
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(order.folder().resolve(file)))) {
      HtmlPage page = new HtmlPage(out, book);
      for (Publication.Entry entry : book.parts()) {
        page.part(order.text().part(entry.number()));
        progress.at(
            Progress.Stage.WRITING,
            entry.number(),
            book.parts().size(),
            (double) entry.number() / book.parts().size());
      }
      page.finish();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return Made.still(format(), file, List.of());
  }
}
