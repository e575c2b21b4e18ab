package org.titiktutur.production;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.titiktutur.braille.BrailleUnavailable;
import org.titiktutur.braille.Brailler;
import org.titiktutur.braille.Page;
import org.titiktutur.braille.Rulings;
import org.titiktutur.braille.TranslatedLine;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.RenditionFile;
import org.titiktutur.formats.BrailleFile;
import org.titiktutur.formats.BrailleFiles;
import org.titiktutur.publication.Language;
import org.titiktutur.storage.BlobStore;

/** The pages of a braille rendition to look at: each line of cells with what it says in print. */
public final class BraillePages {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Pages in one blob. */
  private static final int SHEAF = 50;

  static final String PIECES = "pages/";

  private static final String COUNT = "count";

  private final BlobStore blobs;
  private final Map<String, String> sheaves;

  private BraillePages(BlobStore blobs, Map<String, String> sheaves) {
    this.blobs = blobs;
    this.sheaves = sheaves;
  }

  /**
   * A page.
   *
   * @param number from 1
   */
  public record BraillePage(int number, List<Line> lines) {}

  /**
   * A line.
   *
   * @param cells U+2800 to U+28FF, without blank ones at the end; may be empty
   * @param text read back from the cells; empty where they cannot be read
   */
  public record Line(String cells, String text) {}

  /** How many pages there are. */
  public int count() throws IOException {
    return JSON.readValue(blobs.path(sheaves.get(COUNT)).toFile(), Integer.class);
  }

  /**
   * One page.
   *
   * @param number from 1 to {@link #count}
   */
  public BraillePage page(int number) throws IOException {
    String sheaf = sheaves.get(String.valueOf((number - 1) / SHEAF));
    if (number < 1 || sheaf == null) {
      throw new IllegalArgumentException("no page " + number);
    }
    BraillePage[] pages = JSON.readValue(blobs.path(sheaf).toFile(), BraillePage[].class);
    int at = (number - 1) % SHEAF;
    if (at >= pages.length) {
      throw new IllegalArgumentException("no page " + number);
    }
    return pages[at];
  }

  /** The pages of a rendition that is ready, made if they are not there yet. */
  static Optional<BraillePages> of(Rendition rendition, Stores stores, Benches benches)
      throws IOException {
    Optional<Format> format =
        Format.find(rendition.format()).filter(each -> each == Format.BRF || each == Format.PEF);
    Optional<Item> item = stores.items().find(rendition.item());
    if (format.isEmpty()
        || item.isEmpty()
        || rendition.state() != Rendition.State.READY
        || rendition.publication().isEmpty()) {
      return Optional.empty();
    }
    String publication = rendition.publication().get();
    String table = table(rendition, item.get());
    String piece = PIECES + rendition.files().get(0).sha256() + "/" + basis(table);
    Map<String, String> sheaves = stores.publications().piece(publication, piece);
    if (sheaves.isEmpty()) {
      try (Benches.Bench bench = benches.open()) {
        sheaves = make(rendition, table, stores, bench);
        bench.checkRoom();
        stores.publications().keepPiece(publication, piece, sheaves);
      }
    }
    return Optional.of(new BraillePages(stores.blobs(), sheaves));
  }

  private static Map<String, String> make(
      Rendition rendition, String table, Stores stores, Benches.Bench bench) throws IOException {
    RenditionFile file = rendition.files().get(0);
    Path source = bench.folder().resolve(file.name());
    stores.blobs().lend(file.sha256(), source);
    BrailleFile read =
        new BrailleFiles(bench.workers())
            .read(source, Files.createDirectory(bench.folder().resolve("pages")));
    if (!(read instanceof BrailleFile.Read whole)) {
      throw new IOException("our own braille file is not read: " + read);
    }
    List<Page> pages = whole.book().pages();
    List<String> rows =
        pages.stream().flatMap(page -> page.rows().stream()).map(Rulings::without).toList();
    List<String> texts = texts(rows, table, bench);
    Map<String, String> sheaves = new TreeMap<>();
    List<BraillePage> sheaf = new ArrayList<>();
    int row = 0;
    for (int i = 0; i < pages.size(); i++) {
      List<Line> lines = new ArrayList<>();
      for (String cells : pages.get(i).rows()) {
        lines.add(new Line(cells, texts.get(row++)));
      }
      sheaf.add(new BraillePage(i + 1, lines));
      if (sheaf.size() == SHEAF || i == pages.size() - 1) {
        sheaves.put(String.valueOf(i / SHEAF), take(sheaf, stores.blobs(), bench));
        sheaf.clear();
      }
    }
    sheaves.put(COUNT, take(pages.size(), stores.blobs(), bench));
    return sheaves;
  }

  /** The table that a rendition was brailled with. */
  private static String table(Rendition rendition, Item item) throws IOException {
    Language language =
        Language.isTag(item.language())
            ? new Language(item.language(), org.titiktutur.publication.Origin.DECLARED)
            : Language.DEFAULT;
    try {
      return Foundations.table(language, rendition.options().get("braille"));
    } catch (BrailleUnavailable e) {
      throw new IOException("what brailled it is not there any more", e);
    }
  }

  private static String basis(String table) throws IOException {
    try {
      return Foundations.table(table);
    } catch (BrailleUnavailable e) {
      throw new IOException("what brailled it is not there any more", e);
    }
  }

  private static List<String> texts(List<String> rows, String table, Benches.Bench bench)
      throws IOException {
    try {
      return new Brailler(bench.workers())
              .translate(
                  table, rows, true, false, Files.createDirectory(bench.folder().resolve("back")))
              .lines()
              .stream()
              .map(TranslatedLine::text)
              .map(String::strip)
              .toList();
    } catch (BrailleUnavailable e) {
      throw new IOException("what brailled it does not read it back", e);
    }
  }

  private static String take(Object value, BlobStore blobs, Benches.Bench bench)
      throws IOException {
    Path file = bench.folder().resolve("sheaf.json");
    JSON.writeValue(file.toFile(), value);
    return blobs.take(file).sha256();
  }
}
