package org.titiktutur.embossing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.braille.BrailleBook;

/** Handing over to files of all kinds: plain ones, devices, FIFOs. */
@Timeout(60)
class FileHandoverTest {

  private static final Duration SOON = Duration.ofMillis(700);
  private static final Duration LATE = Duration.ofMinutes(10);

  @TempDir Path folder;

  @Test
  void aFileHoldsTheBytesAndNothingOfWhatItHeldBefore() throws Exception {
    Path file = Files.writeString(folder.resolve("out.brf"), "X".repeat(500));
    assertThat(run(file, Books.SMALL)).isEqualTo(new Outcome.Sent());
    assertThat(file).hasContent(Books.SMALL_BYTES);
    assertThat(Files.readAllBytes(file))
        .isEqualTo(Books.SMALL_BYTES.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aFullDiskInterrupts() throws Exception {
    Outcome.Interrupted outcome = (Outcome.Interrupted) run(Path.of("/dev/full"), Books.SMALL);
    assertThat(outcome.cause()).isEqualTo(Outcome.Cause.NOT_WRITTEN);
    assertThat(outcome.at()).isEqualTo(new Stop(1, 1, 1));
  }

  @Test
  void aDeviceThatIsNotThereDoesNotBecomeAFile() throws Exception {
    Path missing = Path.of("/dev/titik-tutur-embosser");
    Outcome.Interrupted outcome = (Outcome.Interrupted) run(missing, Books.SMALL);
    assertThat(outcome.cause()).isEqualTo(Outcome.Cause.NOT_OPENED);
    assertThat(missing).doesNotExist();
  }

  @Test
  void aFolderThatIsNotThereIsSaid() throws Exception {
    Outcome.Interrupted outcome =
        (Outcome.Interrupted) run(folder.resolve("none/out.brf"), Books.SMALL);
    assertThat(outcome.cause()).isEqualTo(Outcome.Cause.NOT_OPENED);
  }

  @Test
  void whoReadsAFifoGetsEveryByte() throws Exception {
    BrailleBook book = Books.of(150, 1);
    Path fifo = fifo();
    CompletableFuture<byte[]> reader =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Files.readAllBytes(fifo);
              } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    assertThat(run(fifo, book)).isEqualTo(new Outcome.Sent());
    assertThat(new String(reader.join(), StandardCharsets.US_ASCII)).isEqualTo(Wire.bytes(book));
  }

  @Test
  void aFifoThatNobodyReadsIsGivenUp() throws Exception {
    Outcome.Interrupted outcome = (Outcome.Interrupted) run(fifo(), Books.SMALL, SOON, LATE);
    assertThat(outcome.cause()).isEqualTo(Outcome.Cause.NOT_OPENED);
  }

  @Test
  void aFifoWhoseReaderSleepsIsGivenUpWhenItIsFull() throws Exception {
    BrailleBook book = Books.of(150, 2);
    Path fifo = fifo();
    Process sleeper =
        new ProcessBuilder("sh", "-c", "exec sleep 60 < \"$0\"", fifo.toString()).start();
    try {
      Outcome.Interrupted outcome = (Outcome.Interrupted) run(fifo, book, LATE, SOON);
      assertThat(outcome.cause()).isEqualTo(Outcome.Cause.STALLED);
      assertThat(outcome.at().page()).isBetween(2, 149);
    } finally {
      sleeper.destroyForcibly();
    }
  }

  private Path fifo() throws Exception {
    Path fifo = folder.resolve("fifo");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    return fifo;
  }

  private static Outcome run(Path file, BrailleBook book) throws DoesNotFitException {
    return run(file, book, LATE, LATE);
  }

  private static Outcome run(Path file, BrailleBook book, Duration opening, Duration stall)
      throws DoesNotFitException {
    Plan plan = Plan.of(Device.at(new Address.File(file)), book, PageRange.ALL, 1);
    Patience patience =
        new Patience(
            opening, stall, Duration.ofMillis(25), Duration.ofSeconds(5), Duration.ofMillis(200));
    return new Handover(plan, patience).run(new Events());
  }
}
