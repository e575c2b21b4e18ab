package org.titiktutur.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.titiktutur.storage.Archive;
import org.titiktutur.storage.FullDiskException;
import org.titiktutur.storage.InUseException;
import org.titiktutur.storage.NotEmptyException;
import org.titiktutur.storage.UnusableArchiveException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code titik restore}: a library as it was when a backup was made. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", descriptionKey = "restore.file")
  private Path file;

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
  private Optional<Path> data;

  @Option(names = "--replace", descriptionKey = "restore.replace")
  private boolean replace;

  @Option(names = "--dry-run", descriptionKey = "restore.dry-run")
  private boolean dryRun;

  @Option(
      names = {"-q", "--quiet"},
      descriptionKey = "backup.quiet")
  private boolean quiet;

  @Spec private CommandSpec spec;

  private final Shell shell;

  RestoreCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Titik.WrongUsage(spec, shell.words().say("restore.no-file", file));
    }
    Library library = Library.of(spec, shell, data);
    Stopping stopping = new Stopping();
    try (Signal signal = new Signal(stopping::stop)) {
      return signal.ended(restore(library, stopping));
    }
  }

  private int restore(Library library, Stopping stopping) throws IOException {
    Archive.Manifest manifest;
    Optional<Path> former = Optional.empty();
    try (ByteLine line =
        new ByteLine(shell, quiet, dryRun ? "restore.checking" : "restore.progress")) {
      if (dryRun) {
        manifest = library.archive().verify(file, stopping.around(line));
      } else {
        Archive.Restored restored = library.archive().restore(file, replace, stopping.around(line));
        manifest = restored.manifest();
        former = restored.former();
      }
    } catch (UnusableArchiveException e) {
      return refuse(
          switch (e.reason()) {
            case FOREIGN -> "restore.foreign";
            case DAMAGED -> "restore.damaged";
            case NEWER -> "restore.newer";
          },
          file);
    } catch (NotEmptyException e) {
      return refuse("restore.not-empty", library.settings());
    } catch (InUseException e) {
      return refuse("restore.in-use", library.folder());
    } catch (AccessDeniedException e) {
      return refuse("library.denied", e.getFile());
    } catch (FullDiskException e) {
      return refuse("restore.full", library.folder());
    } catch (CancellationException e) {
      shell.complain("restore.cancelled");
      return Exit.FAULT;
    }
    tell(library, manifest, former);
    return Exit.MADE;
  }

  private int refuse(String key, Object what) {
    shell.complain(key, what);
    return Exit.REFUSED;
  }

  private void tell(Library library, Archive.Manifest manifest, Optional<Path> former) {
    if (!quiet) {
      shell.complain(
          dryRun ? "restore.sound" : "restore.done",
          dryRun ? file : library.settings(),
          manifest.made(),
          manifest.blobs(),
          ByteLine.megabytes(manifest.bytes()));
      former.ifPresent(path -> shell.complain("restore.former", path));
    }
    if (!manifest.lost().isEmpty()) {
      shell.complain("restore.lost", manifest.lost().size());
    }
  }
}
