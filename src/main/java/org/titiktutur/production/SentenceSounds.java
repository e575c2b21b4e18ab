package org.titiktutur.production;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.titiktutur.storage.Ids;
import org.titiktutur.workshop.NativeStore;

/**
 * Sentences as they were spoken, a folder of packs for each item, so that a book of which a word
 * was mended is not spoken all over again. To lose them costs time and nothing else: they are no
 * part of a backup, and what was not used for longest makes room. Safe for any thread.
 */
final class SentenceSounds {

  private static final Logger LOG = LoggerFactory.getLogger(SentenceSounds.class);
  private static final String ENDING = ".pack";

  private final Path root;
  private final long limit;
  private final BooleanSupplier hasRoom;
  private long bytes;

  private record Pack(Path path, long bytes, Instant used) {}

  /**
   * Opens the store.
   *
   * @param root belongs to it
   * @param limit most bytes; 0: nothing is kept
   * @param hasRoom whether the disk takes any more
   */
  SentenceSounds(Path root, long limit, BooleanSupplier hasRoom) throws IOException {
    this.root = root;
    this.limit = limit;
    this.hasRoom = hasRoom;
    if (limit == 0) {
      NativeStore.deleteTree(root);
    } else {
      Files.createDirectories(root);
      bytes = packs().stream().mapToLong(Pack::bytes).sum();
    }
  }

  OfItem of(String item) {
    return new OfItem(root.resolve(item));
  }

  /** Those of one item. */
  final class OfItem {
    private final Path folder;

    private OfItem(Path folder) {
      this.folder = folder;
    }

    /** Where workers find them; none where they are not kept. Those there count as used now. */
    Optional<Path> folder() throws IOException {
      if (limit == 0) {
        return Optional.empty();
      }
      Files.createDirectories(folder);
      FileTime now = FileTime.from(Instant.now());
      for (Path pack : list(folder)) {
        try {
          Files.setLastModifiedTime(pack, now);
        } catch (NoSuchFileException e) {
          // It has just made room.
        }
      }
      return Optional.of(folder);
    }

    /** Takes a pack away from where it is, and keeps it if there is room. */
    void keep(Path pack) throws IOException {
      long size = Files.size(pack);
      if (size == 0 || size > limit || !hasRoom.getAsBoolean()) {
        Files.delete(pack);
        return;
      }
      Files.createDirectories(folder);
      Path place = folder.resolve(Ids.next() + ENDING);
      try {
        Files.move(pack, place, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        // Half a pack is no harm: each sound in it has its own checksum.
        Files.move(pack, place);
      }
      makeRoom(size);
    }
  }

  private synchronized void makeRoom(long added) throws IOException {
    bytes += added;
    if (bytes <= limit) {
      return;
    }
    List<Pack> packs = new ArrayList<>(packs());
    packs.sort(Comparator.comparing(Pack::used));
    bytes = packs.stream().mapToLong(Pack::bytes).sum();
    for (Pack pack : packs) {
      if (bytes <= limit) {
        return;
      }
      Files.deleteIfExists(pack.path());
      bytes -= pack.bytes();
    }
  }

  /**
   * Throws away those of items that are gone, and those that nobody used for long.
   *
   * @param isThere whether there is an item of this id
   */
  synchronized void tidy(Predicate<String> isThere, Duration unused) throws IOException {
    if (limit == 0) {
      return;
    }
    Instant before = Instant.now().minus(unused);
    for (Pack pack : packs()) {
      if (pack.used().isBefore(before)) {
        Files.deleteIfExists(pack.path());
      }
    }
    for (Path item : list(root)) {
      if (!isThere.test(item.getFileName().toString())) {
        NativeStore.deleteTree(item);
      }
    }
    bytes = packs().stream().mapToLong(Pack::bytes).sum();
    LOG.debug("{} bytes of sentences are kept", bytes);
  }

  private List<Pack> packs() throws IOException {
    List<Pack> packs = new ArrayList<>();
    for (Path item : list(root)) {
      for (Path pack : list(item)) {
        try {
          packs.add(new Pack(pack, Files.size(pack), Files.getLastModifiedTime(pack).toInstant()));
        } catch (NoSuchFileException e) {
          // Another thread was quicker.
        }
      }
    }
    return packs;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }
}
