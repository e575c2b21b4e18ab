package org.titiktutur.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.titiktutur.catalog.Details;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.Rights;
import org.titiktutur.catalog.Search;
import org.titiktutur.production.BadOptionException;
import org.titiktutur.production.Format;
import org.titiktutur.production.NotHereException;
import org.titiktutur.production.Production;
import org.titiktutur.production.Sample;
import org.titiktutur.production.Samples;
import org.titiktutur.production.UnusableSourceException;
import org.titiktutur.production.Upload;

/** Fills an empty shelf with the sample library and has its showpiece made at once. */
final class Demo {

  private static final List<Format> AT_ONCE = List.of(Format.MP3, Format.BRF);

  private final Production production;
  private final Shell shell;

  Demo(Production production, Shell shell) {
    this.production = production;
    this.shell = shell;
  }

  /** Puts the works on the shelf unless there is something on it; answers with the showpiece. */
  Optional<Item> fill() throws IOException {
    Search anything = Search.everything(EnumSet.allOf(Rights.class));
    if (!production.items().list(anything).items().isEmpty()) {
      shell.complain("serve.demo.not-empty");
      return Optional.empty();
    }
    Item showpiece = null;
    List<Sample> samples = Samples.all();
    // The newest stands first on the shelf.
    for (int i = samples.size() - 1; i >= 0; i--) {
      Item item = add(samples.get(i));
      showpiece = samples.get(i).showpiece() ? item : showpiece;
    }
    shell.complain("serve.demo.shelf", samples.size());
    return Optional.ofNullable(showpiece);
  }

  private Item add(Sample sample) throws IOException {
    Path file = Files.createTempFile("titik-sample", "");
    try {
      sample.copyTo(file);
      Upload upload;
      try (InputStream in = Files.newInputStream(file)) {
        upload =
            production.shelf().receive(in, sample.fileName(), Optional.empty(), Files.size(file));
      }
      Details details =
          new Details(
              Optional.of(sample.title()),
              Optional.of(sample.authors()),
              Optional.of(sample.language()),
              Rights.find(sample.rights()));
      return production.shelf().add(upload, details);
    } catch (BadOptionException e) {
      throw new IllegalStateException("sample " + sample.id(), e);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Has it made as audio and as braille, and tells how far that is until it is ready.
   *
   * @param address of the service
   */
  void make(Item item, URI address) throws InterruptedException {
    List<AutoCloseable> watches = new ArrayList<>();
    CountDownLatch ended = new CountDownLatch(AT_ONCE.size());
    try (StatusLine line = new StatusLine(shell, false, Duration.ofSeconds(1))) {
      for (Format format : AT_ONCE) {
        String rendition =
            production.wishes().wish(item.id(), format, Map.of()).orElseThrow().rendition().id();
        watches.add(production.wishes().watch(rendition, now -> tell(line, item, now, ended)));
      }
      ended.await();
    } catch (NotHereException | BadOptionException | UnusableSourceException e) {
      throw new IllegalStateException("showpiece " + item.title(), e);
    } finally {
      for (AutoCloseable watch : watches) {
        closeQuietly(watch);
      }
    }
    for (Rendition rendition : production.renditions().ofItem(item.id())) {
      if (rendition.state() == Rendition.State.READY) {
        URI made = address.resolve("renditions/" + rendition.id());
        shell.complain("serve.demo.made", item.title(), rendition.format(), made);
      }
    }
  }

  private void tell(StatusLine line, Item item, Rendition now, CountDownLatch ended) {
    line.show(
        () -> shell.words().say("serve.demo.making", item.title(), now.format(), now.percent()));
    if (now.state().isFinal()) {
      ended.countDown();
    }
  }

  private static void closeQuietly(AutoCloseable watch) {
    try {
      watch.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
