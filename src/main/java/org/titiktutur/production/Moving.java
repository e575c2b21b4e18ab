package org.titiktutur.production;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.titiktutur.workshop.NativeStore;

/** Puts finished results in their place, each whole or not at all, over what lay there before. */
final class Moving {

  private Moving() {}

  /** Moves everything in one folder into another, which may lie on another disk. */
  static void all(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    List<Path> results;
    try (Stream<Path> list = Files.list(from)) {
      results = list.sorted().toList();
    }
    Path aside = Files.createTempDirectory(to, ".titik");
    try {
      for (Path result : results) {
        bring(result, aside.resolve(result.getFileName()));
      }
      for (Path result : results) {
        Path place = to.resolve(result.getFileName());
        if (Files.isDirectory(place)) {
          Files.move(place, aside.resolve("." + result.getFileName() + ".old"));
        }
        Files.move(
            aside.resolve(result.getFileName()),
            place,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      NativeStore.deleteTree(aside);
    }
  }

  private static void bring(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      copyTree(from, to);
    } catch (FileSystemException e) {
      if (!Files.exists(from)) {
        throw e;
      }
      copyTree(from, to);
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = file.equals(from) ? to : to.resolve(from.relativize(file).toString());
            Files.copy(file, target);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
