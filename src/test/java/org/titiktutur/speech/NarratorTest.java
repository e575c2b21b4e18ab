package org.titiktutur.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.publication.Sentence;
import org.titiktutur.workshop.NativeStore;
import org.titiktutur.workshop.WorkerPool;

/** Books spoken by worker processes, some of which do not live to tell. */
class NarratorTest {

  private static final long HEAP = 128L << 20;

  @TempDir Path folder;
  private Path scratch;
  private WorkerPool pool;

  @BeforeEach
  void open() throws IOException {
    scratch = Files.createTempDirectory("tt");
    pool = pool("-Dtitik.rung=any");
  }

  private WorkerPool pool(String flag) {
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx" + HEAP,
            "-XX:-UsePerfData",
            "-XX:TieredStopAtLevel=1",
            flag,
            "-cp",
            System.getProperty("java.class.path"),
            MortalWorker.class.getName());
    return new WorkerPool(
        new WorkerPool.Settings(command, 1, HEAP, scratch, Duration.ofMinutes(1), Duration.ZERO));
  }

  @AfterEach
  void close() throws IOException {
    pool.close();
    NativeStore.deleteTree(scratch);
  }

  @Test
  void aSentenceThatEndsTheWorkerIsSaidAnotherWayOrReportedAndTheRestIsSaid() throws Exception {
    SpokenPart spoken = narrate(5).get();
    assertThat(spoken.isSpoken()).isTrue();
    assertThat(spoken.findings())
        .extracting(finding -> finding.code().code() + " " + finding.place().sentence())
        .containsExactly("spoken-in-pieces s2", "not-spoken s4");
    assertThat(spoken.readClips())
        .extracting(Clip::sentence)
        .containsExactly("s1", "s2", "s3", "s4", "s5");
    assertThat(Mp3.of(spoken.mp3()).sound().seconds()).isGreaterThan(5);
  }

  @Test
  void whatIsInOurJarsIsEnough() throws Exception {
    pool.close();
    pool = pool("-Dtitik.rung=bundled");
    assertThat(new Narrator(pool).rungs(folder("rungs")).get())
        .extracting(Rung::from)
        .containsOnly(Rung.From.BUNDLED);
    SpokenPart spoken = narrate(1).get();
    assertThat(spoken.findings()).isEmpty();
    Mp3 mp3 = Mp3.of(spoken.mp3());
    Clip clip = spoken.readClips().get(0);
    assertThat(mp3.level(clip.begin(), clip.end())).isGreaterThan(-30);
    assertThat(mp3.level(0, clip.begin() - Leveller.RATE / 50)).isLessThan(-60);
    assertThat(mp3.tags()).containsEntry("TLAN", "ind");
  }

  @Test
  void aCancelledPartEnds() throws Exception {
    CompletableFuture<SpokenPart> part = narrate(1);
    part.cancel(true);
    Assertions.assertThatThrownBy(part::get).isInstanceOf(CancellationException.class);
  }

  @Test
  void voicesAreThoseThatLoad() throws Exception {
    Narrator narrator = new Narrator(pool);
    assertThat(narrator.voices(folder("voices")).get())
        .extracting(entry -> entry.voice().toString())
        .contains("freetts:kevin16", "espeak:id", "espeak:en-us", "espeak:ar")
        .doesNotContain("espeak:mb-id1");
    assertThat(narrator.has(Voice.parse("espeak:id+f3"), folder("f3")).get()).isTrue();
    assertThat(narrator.has(Voice.parse("espeak:tidakada"), folder("x")).get()).isFalse();
    assertThat(narrator.has(Voice.parse("piper:x"), folder("piper")).get()).isFalse();
  }

  @Test
  void rungsSayWhatIsAtWork() throws Exception {
    assertThat(new Narrator(pool).rungs(folder("rungs")).get())
        .extracting(Rung::work)
        .containsExactly("espeak", "freetts", "mp3");
  }

  @Test
  void linesAreSaid() throws Exception {
    SayRequest request =
        new SayRequest(
            List.of("Halo."), "id", null, SpeechSettings.USUAL_PACE, SayRequest.Form.SOUND);
    SaidLines said = new Narrator(pool).say(request, folder("say")).get();
    assertThat(said.file()).isNotEmptyFile();
    assertThat(said.seconds()).isGreaterThan(0.3);
  }

  private CompletableFuture<SpokenPart> narrate(int sentences) throws IOException {
    List<Block> blocks =
        IntStream.rangeClosed(1, sentences)
            .mapToObj(i -> new Sentence("s" + i, "Ini kalimat yang biasa saja.", List.of()))
            .map(text -> (Block) new Block.Paragraph(Book.language("id"), List.of(text)))
            .toList();
    Path book = Book.write(folder("book"), "id", blocks);
    Publication.Entry entry = new PublicationFolder(book).read().parts().get(0);
    PartToSpeak part =
        new PartToSpeak(
            book,
            entry,
            "id",
            SpeechSettings.USUAL,
            new Tags("Bab", "", "Buku", 1, 1, "id"),
            Set.of(Codec.MP3));
    return new Narrator(pool).speak(part, folder("out"), done -> {});
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }
}
