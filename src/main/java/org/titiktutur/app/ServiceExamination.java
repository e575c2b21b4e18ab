package org.titiktutur.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.titiktutur.production.Checkup;
import org.titiktutur.storage.BlobStore;
import org.titiktutur.storage.Database;

/** The service's part of {@code titik doctor}: its folder, database, stored files and disk. */
final class ServiceExamination {

  /** Below this a book or two fill the disk. */
  private static final long LITTLE_ROOM = 2_000_000_000;

  private static final int MOST_NAMES = 10;

  private final Shell shell;
  private final Library library;
  private final boolean everyByte;

  /**
   * Not begun.
   *
   * @param everyByte whether every stored file is read through
   */
  ServiceExamination(Shell shell, Library library, boolean everyByte) {
    this.shell = shell;
    this.library = library;
    this.everyByte = everyByte;
  }

  /** Says what there is; answers whether all is well. The service may be at work meanwhile. */
  boolean run() throws IOException {
    Path folder = library.folder();
    if (!library.isThere()) {
      say("doctor.service.none", folder);
      return true;
    }
    say(Database.isInUse(folder) ? "doctor.service.runs" : "doctor.service.rests", folder);
    boolean well = folderIsPrivate(folder);
    well &= diskHasRoom(folder);
    try (Database database = Database.openBeside(library.settings())) {
      Checkup checkup = Checkup.of(database, BlobStore.beside(library.blobs()), everyByte);
      tell(checkup);
      well &= checkup.isWell();
    } catch (IOException e) {
      say("doctor.database.closed", library.settings(), e.getMessage());
      well = false;
    }
    return well;
  }

  private void tell(Checkup checkup) {
    if (checkup.database().isEmpty()) {
      say("doctor.database.well", library.settings());
    } else {
      say("doctor.database.damaged", library.settings());
      checkup.database().stream().limit(MOST_NAMES).forEach(this::indent);
    }
    if (checkup.lost().isEmpty() && checkup.damaged().isEmpty()) {
      say(everyByte ? "doctor.blobs.read" : "doctor.blobs.well", checkup.blobs());
    }
    tell("doctor.blobs.lost", checkup.lost());
    tell("doctor.blobs.damaged", checkup.damaged());
  }

  private void tell(String key, List<String> blobs) {
    if (!blobs.isEmpty()) {
      say(key, blobs.size());
      blobs.stream().limit(MOST_NAMES).forEach(this::indent);
    }
  }

  private void indent(String line) {
    shell.out().println("  " + line);
  }

  private boolean folderIsPrivate(Path folder) throws IOException {
    boolean open;
    try {
      open =
          Files.getPosixFilePermissions(folder).stream()
              .anyMatch(
                  each ->
                      each == PosixFilePermission.GROUP_READ
                          || each == PosixFilePermission.GROUP_EXECUTE
                          || each == PosixFilePermission.OTHERS_READ
                          || each == PosixFilePermission.OTHERS_EXECUTE);
    } catch (UnsupportedOperationException e) {
      return true;
    }
    if (open) {
      say("doctor.folder.open", folder);
    }
    return !open;
  }

  private boolean diskHasRoom(Path folder) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    boolean enough = free >= LITTLE_ROOM;
    String key = free < Service.RESERVE ? "doctor.disk.full" : "doctor.disk.little";
    say(enough ? "doctor.disk.room" : key, ByteLine.megabytes(free), folder);
    return enough;
  }

  private void say(String key, Object... arguments) {
    shell.out().println(shell.words().say(key, arguments));
  }
}
