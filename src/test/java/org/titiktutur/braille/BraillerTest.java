package org.titiktutur.braille;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Metadata;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Place;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.publication.Sentence;
import org.titiktutur.workshop.NativeStore;
import org.titiktutur.workshop.WorkerPool;

/** Through real workers. */
@Timeout(120)
class BraillerTest {

  private static final long HEAP = 128L << 20;

  @TempDir Path folder;
  private WorkerPool pool;

  private Brailler brailler(String deadlyBlocks) throws IOException {
    pool =
        new WorkerPool(
            new WorkerPool.Settings(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + HEAP,
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-UsePerfData",
                    "-D" + NativeStore.PROPERTY + "=" + NativeStore.standard().root(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    DeadlyBrailleWorker.class.getName(),
                    deadlyBlocks),
                2,
                HEAP,
                Files.createDirectory(folder.resolve("w")),
                Duration.ofMinutes(1),
                Duration.ZERO));
    return new Brailler(pool);
  }

  @AfterEach
  void close() {
    pool.close();
  }

  private Publication publication(String... paragraphs) throws IOException {
    PublicationFolder.Writer writer = new PublicationFolder.Writer(folder.resolve("publication"));
    List<Block> blocks = new ArrayList<>();
    for (String text : paragraphs) {
      blocks.add(
          new Block.Paragraph(
              Language.DEFAULT, List.of(new Sentence("s" + blocks.size(), text, List.of()))));
    }
    writer.add(new Part(1, "", 1, Language.DEFAULT, blocks));
    return writer.finish(new Metadata("Buku", List.of(), Language.DEFAULT, "", "", ""), List.of());
  }

  private CompletableFuture<BrailledPart> braille(
      Brailler brailler, Publication publication, String table, List<Integer> sentences)
      throws IOException {
    return brailler.braille(
        new PartToBraille(
            folder.resolve("publication"),
            publication.parts().get(0),
            Language.DEFAULT,
            table,
            Passages.BOOK,
            false),
        Files.createDirectories(folder.resolve("part")),
        sentences::add);
  }

  private Path empty(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  private static List<String> read(BrailledPart part) throws IOException {
    List<String> rows = new ArrayList<>();
    Ascii.Sides sides = new Ascii.Sides();
    Layout layout = new Layout(Ascii.style(40, 25, PageFormat.NumberPosition.NONE), sides);
    layout.add(part);
    layout.finish();
    sides.rows().forEach(row -> rows.add(Engine.print("id-g1", row.cells()).strip()));
    return rows;
  }

  @Test
  void aPartIsBrailled() throws Exception {
    List<Integer> sentences = Collections.synchronizedList(new ArrayList<>());
    Publication publication = publication("Halo.", "Apa kabar?");
    BrailledPart part = braille(brailler(""), publication, "id-g1", sentences).get();
    assertThat(read(part)).containsExactly("Halo.", "Apa kabar?");
    assertThat(part.findings()).isEmpty();
    assertThat(sentences).containsExactly(0, 2);
  }

  @Test
  void aParagraphThatKillsIsFoundAndTheRestGoesOn() throws Exception {
    Publication publication = publication("Satu.", "Dua.", "Tiga.", "Empat.", "Lima.");
    BrailledPart part = braille(brailler("1,3"), publication, "id-g1", new ArrayList<>()).get();
    assertThat(read(part)).containsExactly("Satu.", "[...]", "Tiga.", "[...]", "Lima.");
    assertThat(part.findings())
        .containsExactly(
            Finding.of(FindingCode.NOT_BRAILLED, Place.sentence(1, "s1"), "Dua."),
            Finding.of(FindingCode.NOT_BRAILLED, Place.sentence(1, "s3"), "Empat."));
  }

  @Test
  void aPartOfNothingButKillersIsGivenUp() throws Exception {
    Publication publication = publication("a", "b", "c", "d", "e", "f", "g");
    BrailledPart part =
        braille(brailler("0,1,2,3,4,5,6"), publication, "id-g1", new ArrayList<>()).get();
    assertThat(part.isBrailled()).isFalse();
    assertThat(part.findings())
        .containsExactly(Finding.of(FindingCode.PART_NOT_BRAILLED, Place.part(1)));
  }

  @Test
  void charactersWithoutBrailleAreFoundOnce() throws Exception {
    Publication publication = publication("Satu.", "漢字", "漢");
    BrailledPart part = braille(brailler(""), publication, "id-g1", new ArrayList<>()).get();
    assertThat(BrailledPart.findings(List.of(part, part)))
        .containsExactly(
            Finding.of(
                FindingCode.CHARACTERS_WITHOUT_BRAILLE,
                Place.sentence(1, "s1"),
                "id-g1",
                "漢 (U+6F22), 字 (U+5B57)"));
  }

  @Test
  void aTableThatIsNotThereIsSaidSo() throws Exception {
    CompletableFuture<BrailledPart> part =
        braille(brailler(""), publication("a"), "id-g9", new ArrayList<>());
    assertThatThrownBy(part::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            BrailleUnavailable.class,
            e -> assertThat(e.reason()).isEqualTo(BrailleUnavailable.Reason.NO_TABLE));
  }

  @Test
  void linesGoForthAndBack() throws Exception {
    Brailler brailler = brailler("");
    List<String> lines = List.of("Bogor", "", "Rp650", "a 漢");
    TranslatedLines braille = brailler.translate("id-g1", lines, false, true, empty("forth"));
    assertThat(braille.lines())
        .extracting(TranslatedLine::text)
        .containsExactly("⠠⠃⠕⠛⠕⠗", "", "⠠⠗⠏⠼⠋⠑⠚", "⠁⠀⠿");
    assertThat(braille.lines().get(2).positions()).containsExactly(0, 0, 1, 2, 2, 3, 4);
    assertThat(braille.missing()).containsExactly(0x6F22);
    assertThat(braille.failed()).isEmpty();

    List<String> cells = braille.lines().stream().map(TranslatedLine::text).limit(3).toList();
    TranslatedLines back = brailler.translate("id-g1", cells, true, false, empty("back"));
    assertThat(back.lines()).extracting(TranslatedLine::text).containsExactly("Bogor", "", "Rp650");
  }

  @Test
  void manyLinesComeBackOneForOne() throws Exception {
    List<String> lines = Collections.nCopies(20_000, "kata yang sama");
    assertThat(brailler("").translate("id-g1", lines, false, false, empty("many")).lines())
        .hasSize(20_000)
        .containsOnly(new TranslatedLine("⠅⠁⠞⠁⠀⠽⠁⠝⠛⠀⠎⠁⠍⠁", List.of()));
  }

  @Test
  void theEngineIsTheOneWeBring() throws Exception {
    BrailleEngine engine = brailler("").engine(empty("engine"));
    assertThat(engine).isEqualTo(new BrailleEngine("3.33.0-p1", true, 4));
  }
}
