package org.titiktutur.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.titiktutur.braille.BrailleBook;
import org.titiktutur.braille.Page;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Place;
import org.titiktutur.workshop.Outcome;
import org.titiktutur.workshop.Step;
import org.titiktutur.workshop.Workshop;

/**
 * Has BRF and PEF files read by workers. This is the parent's side: it never looks into a
 * stranger's file.
 */
public final class BrailleFiles {

  /** Twenty thousand pages and more. */
  private static final long MOST_BYTES = 64L << 20;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Workshop pool;

  public BrailleFiles(Workshop pool) {
    this.pool = pool;
  }

  /**
   * Reads a file; waits for it, at most a minute.
   *
   * @param folder exists, is empty, and belongs to this call
   */
  public BrailleFile read(Path source, Path folder) throws IOException {
    String name = String.valueOf(source.getFileName());
    if (!Files.isRegularFile(source) || !Files.isReadable(source)) {
      return refused(FindingCode.SOURCE_MISSING, name);
    }
    if (Files.size(source) == 0) {
      return refused(FindingCode.SOURCE_EMPTY, name);
    }
    if (Files.size(source) > MOST_BYTES) {
      return refused(FindingCode.SOURCE_TOO_LARGE, name, MOST_BYTES >> 20);
    }
    Step step =
        new Step(
            FormatsWork.READ,
            BrailleFileHandler.JSON.valueToTree(
                new BrailleFileHandler.Input(source.toAbsolutePath().toString(), name)),
            folder,
            Step.Lane.INTERACTIVE,
            PATIENCE,
            PATIENCE,
            4 * MOST_BYTES);
    Outcome outcome = pool.submit(step, sign -> {}).join();
    if (outcome instanceof Outcome.Failed failed) {
      return failed(failed, name);
    }
    BrailleFileHandler.Answer answer =
        BrailleFileHandler.JSON.treeToValue(
            ((Outcome.Done) outcome).answer(), BrailleFileHandler.Answer.class);
    if (answer.refusal() != null) {
      return new BrailleFile.Refused(answer.refusal());
    }
    List<Page> pages = PageFile.read(folder.resolve(BrailleFileHandler.PAGES));
    return new BrailleFile.Read(
        new BrailleBook(
            answer.title(), pages, new TreeSet<>(answer.sheets()), new TreeSet<>(answer.volumes())),
        answer.findings());
  }

  private static BrailleFile failed(Outcome.Failed failed, String name) {
    return switch (failed.reason()) {
      case OUT_OF_MEMORY, TOO_MUCH_OUTPUT -> refused(FindingCode.SOURCE_TOO_HEAVY, name);
      case STALLED, OVERDUE -> refused(FindingCode.SOURCE_TOO_SLOW, name);
      case DIED -> refused(FindingCode.SOURCE_KILLED_READER, name);
      case THREW -> throw new IllegalStateException("reading " + name + ": " + failed.detail());
      case CANCELLED -> throw new CancellationException("reading " + name);
    };
  }

  private static BrailleFile refused(FindingCode code, Object... arguments) {
    return new BrailleFile.Refused(Finding.of(code, Place.BOOK, arguments));
  }
}
