package org.titiktutur.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.titiktutur.storage.Archive;
import org.titiktutur.storage.FullDiskException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code titik backup}: the whole library into one file, while the service is at work. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", descriptionKey = "backup.file")
  private Path file;

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
  private Optional<Path> data;

  @Option(
      names = {"-q", "--quiet"},
      descriptionKey = "backup.quiet")
  private boolean quiet;

  @Spec private CommandSpec spec;

  private final Shell shell;

  BackupCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    refuseBadPlace();
    Library library = Library.of(spec, shell, data);
    Stopping stopping = new Stopping();
    try (Signal signal = new Signal(stopping::stop)) {
      return signal.ended(write(library, stopping));
    }
  }

  private int write(Library library, Stopping stopping) throws IOException, InterruptedException {
    Archive.Manifest manifest;
    try (ByteLine line = new ByteLine(shell, quiet, "backup.progress")) {
      manifest = library.archive().write(file, stopping.around(line));
    } catch (NoSuchFileException e) {
      shell.complain("library.none", library.folder());
      return Exit.REFUSED;
    } catch (AccessDeniedException e) {
      shell.complain("library.denied", e.getFile());
      return Exit.REFUSED;
    } catch (FullDiskException e) {
      shell.complain("backup.full", file);
      return Exit.REFUSED;
    } catch (CancellationException e) {
      shell.complain("backup.cancelled");
      return Exit.FAULT;
    }
    if (!quiet) {
      shell.complain("backup.made", file, manifest.blobs(), ByteLine.megabytes(manifest.bytes()));
    }
    if (!manifest.lost().isEmpty()) {
      shell.complain("backup.lost", manifest.lost().size());
      return Exit.FAULT;
    }
    return Exit.MADE;
  }

  private void refuseBadPlace() {
    if (Files.exists(file)) {
      throw wrong("backup.exists", file);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw wrong("backup.folder", folder);
    }
  }

  private Titik.WrongUsage wrong(String key, Object... arguments) {
    return new Titik.WrongUsage(spec, shell.words().say(key, arguments));
  }
}
