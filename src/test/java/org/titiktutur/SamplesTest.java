package org.titiktutur;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.titiktutur.extraction.Extraction;
import org.titiktutur.extraction.ExtractionOptions;
import org.titiktutur.extraction.Extractor;
import org.titiktutur.formats.LargePrint;
import org.titiktutur.production.Sample;
import org.titiktutur.production.Samples;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.publication.Sentence;
import org.titiktutur.publication.Severity;
import org.titiktutur.workshop.WorkerPool;

/** The sample library, read as a library would read it. */
@Timeout(180)
class SamplesTest {

  private static final Path SOURCES = Path.of("resources/samples");

  /** What lies beside the works and is none. */
  private static final Set<String> BESIDE = Set.of("index.json", "LICENSE.md");

  /** A work as it was read. */
  private record Book(Publication publication, List<Part> parts) {

    Stream<Block> blocks() {
      return parts.stream().flatMap(part -> part.blocks().stream()).flatMap(Book::within);
    }

    <B extends Block> List<B> blocks(Class<B> kind) {
      return blocks().filter(kind::isInstance).map(kind::cast).toList();
    }

    Stream<Sentence> sentences() {
      return parts.stream().flatMap(Part::sentences);
    }

    <M extends Mark> List<M> marks(Class<M> kind) {
      return sentences()
          .flatMap(sentence -> sentence.marks().stream())
          .filter(kind::isInstance)
          .map(kind::cast)
          .toList();
    }

    List<String> pages() {
      List<String> pages = new ArrayList<>();
      blocks(Block.PageStart.class).forEach(page -> pages.add(page.label()));
      marks(Mark.PageStart.class).forEach(page -> pages.add(page.label()));
      return pages;
    }

    Set<String> passageLanguages() {
      Set<String> tags = new TreeSet<>();
      marks(Mark.Passage.class).forEach(passage -> tags.add(passage.language().tag()));
      blocks(Block.Paragraph.class).forEach(block -> tags.add(block.language().tag()));
      return tags;
    }

    int words() {
      return sentences().mapToInt(sentence -> sentence.text().split("\\s+").length).sum();
    }

    private static Stream<Block> within(Block block) {
      Stream<Block> inner =
          switch (block.getClass().getSimpleName()) {
            case "Quotation" -> ((Block.Quotation) block).blocks().stream();
            case "Note" -> ((Block.Note) block).blocks().stream();
            case "Listing" ->
                ((Block.Listing) block).items().stream().flatMap(item -> item.blocks().stream());
            case "Table" ->
                ((Block.Table) block)
                    .rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .flatMap(cell -> cell.blocks().stream());
            default -> Stream.empty();
          };
      return Stream.concat(Stream.of(block), inner.flatMap(Book::within));
    }
  }

  @TempDir static Path folder;
  private static final Map<String, Book> BOOKS = new HashMap<>();

  @BeforeAll
  static void readAll() throws Exception {
    try (WorkerPool pool = workers("s")) {
      for (Sample sample : Samples.all()) {
        Path file = folder.resolve(sample.fileName());
        sample.copyTo(file);
        Path text = folder.resolve(sample.id());
        Extraction extraction =
            new Extractor(pool).read(file, ExtractionOptions.STANDARD, text, unit -> {});
        assertThat(extraction).as(sample.id()).isInstanceOf(Extraction.Read.class);
        Publication publication = ((Extraction.Read) extraction).publication();
        List<Part> parts = new ArrayList<>();
        for (Publication.Entry entry : publication.parts()) {
          parts.add(new PublicationFolder(text).part(entry.number()));
        }
        BOOKS.put(sample.id(), new Book(publication, parts));
      }
    }
  }

  private static WorkerPool workers(String scratch) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "org.titiktutur.app.Main",
            "worker");
    return new WorkerPool(
        new WorkerPool.Settings(
            command,
            2,
            256L << 20,
            Files.createDirectory(folder.resolve(scratch)),
            Duration.ofMinutes(1),
            Duration.ofSeconds(5)));
  }

  static List<Sample> all() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingIsLostOrDoubtful(Sample sample) {
    assertThat(BOOKS.get(sample.id()).publication().findings())
        .filteredOn(finding -> finding.severity() != Severity.INFO)
        .extracting(Finding::code)
        .isEmpty();
  }

  @Test
  void inLargePrintEachIsValidByVeraPdf() throws Exception {
    try (WorkerPool pool = workers("p")) {
      LargePrint press = new LargePrint(pool);
      for (Sample sample : Samples.all()) {
        Path set = Files.createDirectory(folder.resolve("print-" + sample.id()));
        LargePrint.Volume volume =
            press
                .set(folder.resolve(sample.id()), BOOKS.get(sample.id()).publication(), 24, set)
                .join();
        assertThat(volume.missing()).as(sample.id()).isEmpty();
        assertThat(VeraPdf.violations(volume.file())).as(sample.id()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theIndexSaysWhatTheBookSays(Sample sample) {
    Publication publication = BOOKS.get(sample.id()).publication();
    assertThat(sample.title()).startsWith(publication.metadata().title());
    assertThat(publication.metadata().language().tag()).isEqualTo(sample.language());
    assertThat(sample.rights()).isEqualTo("public-domain");
  }

  @Test
  void theIndexListsEveryFile() throws Exception {
    Set<String> listed = new TreeSet<>(BESIDE);
    for (Sample sample : Samples.all()) {
      if (sample.files().isEmpty()) {
        listed.add(sample.fileName());
      }
      sample.files().forEach(file -> listed.add(sample.fileName() + "/" + file));
    }
    try (Stream<Path> files = Files.walk(SOURCES)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> SOURCES.relativize(file).toString().replace('\\', '/')))
          .containsExactlyInAnyOrderElementsOf(listed);
    }
  }

  @Test
  void copiesAreAlwaysTheSame() throws Exception {
    for (Sample sample : Samples.all()) {
      Path again = folder.resolve("again-" + sample.fileName());
      sample.copyTo(again);
      assertThat(again).hasSameBinaryContentAs(folder.resolve(sample.fileName()));
    }
  }

  @Test
  void oneWorkIsShortEnoughToBeMadeAtOnce() {
    List<Sample> showpieces = Samples.all().stream().filter(Sample::showpiece).toList();
    assertThat(showpieces).hasSize(1);
    assertThat(BOOKS.get(showpieces.get(0).id()).words()).isBetween(300, 500);
  }

  @Test
  void theGuideForPatronsHasTablesListsAndNotes() {
    Book guide = BOOKS.get("panduan-pemustaka");
    assertThat(guide.blocks(Block.Table.class)).hasSize(2);
    assertThat(guide.blocks(Block.Listing.class)).hasSizeGreaterThan(5);
    assertThat(guide.blocks(Block.Note.class)).hasSize(2);
    assertThat(guide.marks(Mark.NoteReference.class)).hasSize(2);
    assertThat(guide.passageLanguages()).containsExactly("id");
    assertThat(guide.pages()).isEmpty();
  }

  @Test
  void theGuideForStaffHasNumberedStepsTablesAndFootnotes() {
    Book guide = BOOKS.get("panduan-pustakawan");
    assertThat(guide.blocks(Block.Table.class))
        .hasSize(2)
        .allSatisfy(table -> assertThat(table.caption()).isNotEmpty())
        .allSatisfy(table -> assertThat(table.rows().get(0).cells()).allMatch(Block.Cell::header));
    assertThat(guide.blocks(Block.Listing.class)).filteredOn(Block.Listing::ordered).hasSize(4);
    assertThat(guide.blocks(Block.Note.class)).hasSize(2);
    assertThat(guide.parts()).hasSizeGreaterThan(8);
  }

  @Test
  void theStoriesAreABookOfMoreThanFiveThousandWords() {
    Book stories = BOOKS.get("rumah-yang-meninggi");
    assertThat(stories.words()).isGreaterThan(5_000);
    assertThat(stories.parts())
        .extracting(Part::title)
        .containsExactly(
            "Sebelum Cerita",
            "Bunyi Kipas",
            "Utang Pak Guru",
            "Juru Bahasa",
            "Selisih",
            "Rumah yang Meninggi",
            "Jago: Surat-Menyurat");
    assertThat(stories.blocks(Block.SceneBreak.class)).hasSizeGreaterThan(10);
  }

  @Test
  void theRecipesHaveTablesListsNotesPicturesAndPages() {
    Book recipes = BOOKS.get("dapur-pesisir");
    assertThat(recipes.blocks(Block.Table.class))
        .hasSize(3)
        .allSatisfy(table -> assertThat(table.caption()).isNotEmpty())
        .allSatisfy(table -> assertThat(table.rows().get(0).cells()).allMatch(Block.Cell::header));
    assertThat(recipes.blocks(Block.Listing.class)).filteredOn(Block.Listing::ordered).hasSize(5);
    assertThat(recipes.blocks(Block.Note.class)).hasSize(5);
    assertThat(recipes.marks(Mark.NoteReference.class)).hasSize(5);
    assertThat(recipes.blocks(Block.Image.class))
        .hasSize(3)
        .allSatisfy(
            image -> assertThat(Sentence.joined(image.description())).hasSizeBetween(100, 400))
        .allSatisfy(image -> assertThat(image.caption()).isNotEmpty());
    assertThat(recipes.pages())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 16).mapToObj(String::valueOf).toList());
  }

  @Test
  void theEssayOnWordsSaysWhichLanguageEachIsIn() {
    Book essay = BOOKS.get("kata-yang-singgah");
    assertThat(essay.passageLanguages()).containsExactly("ar", "en", "id", "nl", "pt");
    assertThat(essay.sentences().filter(sentence -> sentence.text().contains("كُرْسِيّ")))
        .singleElement()
        .satisfies(
            sentence ->
                assertThat(sentence.marks())
                    .filteredOn(Mark.Passage.class::isInstance)
                    .singleElement()
                    .satisfies(
                        mark ->
                            assertThat(sentence.text().substring(mark.start(), mark.end()))
                                .isEqualTo("كُرْسِيّ")));
    assertThat(essay.blocks(Block.Quotation.class)).hasSize(1);
  }

  @Test
  void theEssayInPdfIsItsTextWordForWord() throws Exception {
    Book essay = BOOKS.get("six-dots");
    String text =
        Files.readString(Path.of("src/test/resources/samples/six-dots.txt"))
            .replaceAll("(?m)^#+ |^- |^\\^\\d |\\^\\d$", "")
            .replace('\'', '’');
    assertThat(words(essay.sentences().map(SamplesTest::withoutNoteSigns)))
        .containsExactlyElementsOf(words(Stream.of(text)));
    assertThat(essay.blocks(Block.Note.class)).hasSize(2);
    assertThat(essay.blocks(Block.Heading.class))
        .extracting(heading -> Sentence.joined(heading.text()))
        .contains("1. The workshop", "7. What it is for", "A note on what is certain");
    assertThat(essay.pages()).containsExactlyInAnyOrder("1", "2", "3", "4", "5");
  }

  static Stream<Sample> epubs() {
    return Samples.all().stream().filter(sample -> sample.fileName().endsWith(".epub"));
  }

  @Test
  void everyFormatThatPeopleBringIsThere() {
    assertThat(Samples.all().stream().map(sample -> sample.fileName().replaceFirst(".*\\.", "")))
        .contains("epub", "docx", "pdf", "html", "txt");
  }

  @ParameterizedTest
  @MethodSource("epubs")
  void epubCheckHasNothingToSay(Sample sample) throws Exception {
    assertThat(EpubCheck.messages(folder.resolve(sample.fileName()))).isEmpty();
  }

  private static String withoutNoteSigns(Sentence sentence) {
    StringBuilder text = new StringBuilder(sentence.text());
    sentence.marks().stream()
        .filter(Mark.NoteReference.class::isInstance)
        .forEach(mark -> text.delete(mark.start(), mark.end()));
    return text.toString();
  }

  private static List<String> words(Stream<String> texts) {
    return texts
        .flatMap(text -> Stream.of(text.split("[\\s•]+")))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
