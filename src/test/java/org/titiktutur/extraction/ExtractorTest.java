package org.titiktutur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Publication;
import org.titiktutur.workshop.WorkerPool;

@Timeout(120)
class ExtractorTest {

  private static final long HEAP = 64L << 20;

  @TempDir Path folder;
  private WorkerPool pool;
  private Extractor extractor;
  private Path publication;

  @BeforeEach
  void open() throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xmx" + HEAP,
            "-cp",
            System.getProperty("java.class.path"),
            DoomedWorker.class.getName());
    Path scratch = Files.createDirectory(folder.resolve("s"));
    pool =
        new WorkerPool(
            new WorkerPool.Settings(
                command, 1, HEAP, scratch, Duration.ofMinutes(1), Duration.ofSeconds(5)));
    extractor =
        new Extractor(
            pool,
            new Extractor.Limits(
                Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(3)));
    publication = folder.resolve("p");
  }

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void aBookIsReadInAWorker() throws Exception {
    Publication read = read(new EpubFixture().chapter("a.xhtml", "<p>Isi buku.</p>"));
    assertThat(read.metadata().title()).isEqualTo("Laut dan Kita");
    assertThat(read.parts()).hasSize(1);
    assertThat(Files.exists(publication.resolve("part-00001.json"))).isTrue();
  }

  @Test
  void chaptersThatEndTheirReaderAreLeftOut() throws Exception {
    Publication read =
        read(
            new EpubFixture()
                .chapter("a.xhtml", "<p>Satu.</p>")
                .chapter("mati.xhtml", "<p>Dua.</p>")
                .chapter("c.xhtml", "<p>Tiga.</p>")
                .chapter("macet.xhtml", "<p>Empat.</p>")
                .chapter("rakus.xhtml", "<p>Lima.</p>"));
    assertThat(read.findings())
        .filteredOn(finding -> finding.code() == FindingCode.CHAPTER_DAMAGED)
        .extracting(finding -> finding.arguments().get(0))
        .containsExactly("OEBPS/mati.xhtml", "OEBPS/macet.xhtml", "OEBPS/rakus.xhtml");
    assertThat(read.characters()).isEqualTo("Satu.Tiga.".length());
  }

  @Test
  void aBookOfNothingElseIsRefused() throws Exception {
    Path source =
        new EpubFixture().chapter("mati.xhtml", "<p>Satu.</p>").write(folder.resolve("b.epub"));
    assertThat(refusal(source).code()).isEqualTo(FindingCode.SOURCE_NO_TEXT);
  }

  @Test
  void refusalsLeaveNothingBehind() throws Exception {
    Path source = Files.writeString(folder.resolve("kosong.txt"), " ");
    assertThat(refusal(source))
        .isEqualTo(
            Finding.of(
                FindingCode.SOURCE_NO_TEXT, org.titiktutur.publication.Place.BOOK, "kosong.txt"));
    assertThat(refusal(folder.resolve("tiada.txt")).code()).isEqualTo(FindingCode.SOURCE_MISSING);
    try (Stream<Path> left = Files.list(publication)) {
      assertThat(left).isEmpty();
    }
  }

  private Publication read(EpubFixture fixture) throws Exception {
    Path source = fixture.write(folder.resolve("buku.epub"));
    Extraction extraction =
        extractor.read(source, ExtractionOptions.STANDARD, publication, unit -> {});
    assertThat(extraction).isInstanceOf(Extraction.Read.class);
    return ((Extraction.Read) extraction).publication();
  }

  private Finding refusal(Path source) throws Exception {
    Extraction extraction =
        extractor.read(source, ExtractionOptions.STANDARD, publication, unit -> {});
    assertThat(extraction).isInstanceOf(Extraction.Refused.class);
    return ((Extraction.Refused) extraction).finding();
  }
}
