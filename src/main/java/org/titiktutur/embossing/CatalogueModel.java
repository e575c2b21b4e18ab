package org.titiktutur.embossing;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daisy.dotify.api.embosser.Embosser;
import org.daisy.dotify.api.embosser.EmbosserFactoryProperties;
import org.daisy.dotify.api.embosser.EmbosserFeatures;
import org.daisy.dotify.api.embosser.EmbosserProvider;
import org.daisy.dotify.api.embosser.EmbosserWriter;
import org.daisy.dotify.api.paper.Length;
import org.daisy.dotify.api.paper.PageFormat;
import org.daisy.dotify.api.paper.RollPaper;
import org.daisy.dotify.api.paper.RollPaperFormat;
import org.daisy.dotify.api.paper.SheetPaper;
import org.daisy.dotify.api.paper.SheetPaperFormat;
import org.daisy.dotify.api.paper.TractorPaper;
import org.daisy.dotify.api.paper.TractorPaperFormat;
import org.titiktutur.braille.Page;

/**
 * A model whose bytes braille-utils knows. Its writers keep state and differ in when they write, so
 * each run has its own, all pages go through it before the first is sent, and where one side ends
 * is read from what it wrote. A writer is closed once only: some write everything again.
 */
public final class CatalogueModel implements Model {

  private static final char FORM_FEED = '\f';

  private final String id;
  private final EmbosserFactoryProperties properties;
  private final EmbosserProvider provider;
  private final boolean eightDots;
  private final boolean twoSides;

  CatalogueModel(String id, EmbosserFactoryProperties properties, EmbosserProvider provider) {
    this.id = requireNonNull(id);
    this.properties = properties;
    this.provider = provider;
    Embosser embosser = embosser();
    this.eightDots = embosser.supports8dot();
    this.twoSides = embosser.supportsDuplex();
  }

  @Override
  public String id() {
    return id;
  }

  /** As it names itself: {@code Index Braille}. */
  public String maker() {
    return properties.getMake();
  }

  /** As its maker calls it: {@code Index Basic-D V5}. */
  public String name() {
    return properties.getModel();
  }

  @Override
  public boolean hasEightDots() {
    return eightDots;
  }

  @Override
  public boolean hasTwoSides() {
    return twoSides;
  }

  @Override
  public Optional<Paper> room(Paper paper, boolean bothSides) {
    return ready(paper, bothSides)
        .map(
            ready -> {
              int cells =
                  Math.min(
                      ready.embosser().getMaxWidth(ready.format()),
                      ready.writer(OutputStream.nullOutputStream()).getMaxWidth());
              int rows = ready.embosser().getMaxHeight(ready.format());
              return cells < 1 || rows < 1 ? null : new Paper(cells, rows);
            });
  }

  @Override
  public List<byte[]> run(List<Page> sides, Paper paper, boolean bothSides) {
    Ready ready = ready(paper, bothSides).orElseThrow();
    Written written = new Written();
    try {
      EmbosserWriter writer = ready.writer(written);
      writer.open(bothSides);
      for (Page side : sides) {
        write(side, writer);
        writer.newPage();
        written.sideEnds();
      }
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(id, e);
    }
    return written.pieces(sides.size());
  }

  private static void write(Page side, EmbosserWriter writer) throws IOException {
    boolean first = true;
    for (String row : side.rows()) {
      if (!first) {
        writer.newLine();
      }
      first = false;
      if (!row.isEmpty()) {
        writer.write(row);
      }
    }
  }

  /** An embosser of this model with its paper in it. */
  private record Ready(Embosser embosser, PageFormat format) {
    EmbosserWriter writer(OutputStream out) {
      return embosser.newEmbosserWriter(out);
    }
  }

  private Optional<Ready> ready(Paper paper, boolean bothSides) {
    if (bothSides && !twoSides) {
      return Optional.empty();
    }
    Length width = Length.newMillimeterValue(paper.width());
    Length height = Length.newMillimeterValue(paper.height());
    String name = paper.toString();
    return Stream.<PageFormat>of(
            new SheetPaperFormat(
                new SheetPaper(name, name, name, width, height),
                SheetPaperFormat.Orientation.DEFAULT),
            new TractorPaperFormat(new TractorPaper(name, name, name, width, height)),
            new RollPaperFormat(new RollPaper(name, name, name, width), height))
        .flatMap(format -> ready(format, bothSides).stream())
        .findFirst();
  }

  private Optional<Ready> ready(PageFormat format, boolean bothSides) {
    Embosser embosser = embosser();
    if (!embosser.supportsPageFormat(format)) {
      return Optional.empty();
    }
    embosser.setFeature(EmbosserFeatures.PAGE_FORMAT, format);
    if (twoSides) {
      setSides(embosser, bothSides);
    }
    Ready ready = new Ready(embosser, format);
    try {
      ready.writer(OutputStream.nullOutputStream());
      return Optional.of(ready);
    } catch (IllegalArgumentException e) {
      // So it says that it does not take this paper after all.
      return Optional.empty();
    }
  }

  /** Some take it from each run instead, and say so. */
  private static void setSides(Embosser embosser, boolean bothSides) {
    try {
      embosser.setFeature(EmbosserFeatures.DUPLEX, bothSides);
    } catch (IllegalArgumentException e) {
      // Then EmbosserWriter.open says it.
    }
  }

  private Embosser embosser() {
    return provider.newFactory(properties.getIdentifier());
  }

  /**
   * What a writer wrote, and where its sides end. Some write at once: then a side ends where the
   * bytes end when it is asked to. The others write everything when they are closed: then it ends
   * behind the form feeds, which they write by themselves.
   */
  private static final class Written extends OutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Integer> ends = new ArrayList<>();
    private final List<Integer> formFeeds = new ArrayList<>();

    @Override
    public void write(int each) {
      write(new byte[] {(byte) each}, 0, 1);
    }

    @Override
    public void write(byte[] more, int from, int length) {
      bytes.write(more, from, length);
      if (length > 0 && length <= 4 && more[from + length - 1] == FORM_FEED) {
        formFeeds.add(bytes.size());
      }
    }

    void sideEnds() {
      ends.add(bytes.size());
    }

    List<byte[]> pieces(int sides) {
      List<Integer> borders = ends.get(0) > 0 ? ends : fromFormFeeds(sides);
      byte[] all = bytes.toByteArray();
      List<byte[]> pieces = new ArrayList<>();
      int from = 0;
      for (int side = 0; side < sides; side++) {
        int to = side == sides - 1 ? all.length : borders.get(side);
        pieces.add(Arrays.copyOfRange(all, from, to));
        from = to;
      }
      return pieces;
    }

    /** On one side of a sheet a writer may send two for each: the front's and the back's. */
    private List<Integer> fromFormFeeds(int sides) {
      int each = formFeeds.size() / sides;
      if (each < 1) {
        throw new IllegalStateException(formFeeds.size() + " form feeds for " + sides + " sides");
      }
      List<Integer> borders = new ArrayList<>();
      for (int side = 1; side <= sides; side++) {
        borders.add(formFeeds.get(side * each - 1));
      }
      return borders;
    }
  }
}
