package org.titiktutur.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobStoreTest {

  private static final String SHA256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;
  private BlobStore blobs;

  @BeforeEach
  void open() throws IOException {
    blobs = new BlobStore(folder.resolve("blobs"), 0);
  }

  @Test
  void aBlobIsNamedByItsBytesAndLiesInTheFolderOfItsFirstTwoLetters() throws IOException {
    Blob blob = blobs.take(bytes("abc"), 3);
    assertThat(blob).isEqualTo(new Blob(SHA256_OF_ABC, 3));
    assertThat(folder.resolve("blobs/ba").resolve(SHA256_OF_ABC)).hasContent("abc");
    assertThat(blobs.isSound(SHA256_OF_ABC)).isTrue();
  }

  @Test
  void theSameBytesTwiceAreOneBlobAndAFileIsMovedAway() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "abc");
    assertThat(blobs.take(bytes("abc"), 3)).isEqualTo(blobs.take(file));
    assertThat(file).doesNotExist();
    assertThat(names()).containsExactly(SHA256_OF_ABC);
  }

  @Test
  void moreThanTheLimitIsRefusedAndNothingIsLeft() {
    assertThatThrownBy(() -> blobs.take(bytes("abcd"), 3)).isInstanceOf(TooLargeException.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void aSenderWhoBreaksOffLeavesNothing() {
    InputStream broken =
        new SequenceInputStream(
            bytes("abc"),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("gone");
              }

              @Override
              public int read(byte[] into, int from, int length) throws IOException {
                throw new IOException("gone");
              }
            });
    assertThatThrownBy(() -> blobs.take(broken, 100)).hasMessage("gone");
    assertThat(files()).isEmpty();
  }

  @Test
  void whatAKilledProcessLeftHalfWrittenIsThrownAwayAtTheNextStart() throws IOException {
    Files.writeString(folder.resolve("blobs/incoming/half"), "ab");
    blobs = new BlobStore(folder.resolve("blobs"), 0);
    assertThat(files()).isEmpty();
  }

  @Test
  void theSweepTakesWhatNothingPointsToAndIsOldEnough() throws IOException {
    String used = blobs.take(bytes("used"), 9).sha256();
    String unused = blobs.take(bytes("unused"), 9).sha256();
    assertThat(blobs.sweep(used::equals, Duration.ofHours(24))).isZero();
    assertThat(blobs.sweep(used::equals, Duration.ofSeconds(-1))).isEqualTo(1);
    assertThat(blobs.has(used)).isTrue();
    assertThat(blobs.has(unused)).isFalse();
  }

  @Test
  void whatIsTakenAgainIsYoungAgain() throws IOException {
    String name = blobs.take(bytes("abc"), 9).sha256();
    Files.setLastModifiedTime(blobs.path(name), java.nio.file.attribute.FileTime.fromMillis(0));
    blobs.take(bytes("abc"), 9);
    assertThat(blobs.sweep(any -> false, Duration.ofHours(1))).isZero();
  }

  @Test
  void aLentBlobOutlivesItsOtherName() throws IOException {
    String name = blobs.take(bytes("abc"), 9).sha256();
    Path lent = folder.resolve("lent.txt");
    blobs.lend(name, lent);
    assertThat(lent).hasContent("abc");
    Files.delete(lent);
    assertThat(blobs.path(name)).hasContent("abc");
  }

  @Test
  void noOtherNameThanAHashIsEverAPath() {
    assertThatThrownBy(() -> blobs.path("../../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFullDiskIsOneClearFailureThatLeavesNothing() throws Exception {
    try (SmallDisk disk = SmallDisk.of(1, folder.resolve("disk"))) {
      BlobStore small = new BlobStore(disk.folder().resolve("blobs"), 0);
      String there = small.take(bytes("abc"), 9).sha256();
      assertThatThrownBy(
              () -> small.take(new ByteArrayInputStream(new byte[2 << 20]), Long.MAX_VALUE))
          .isInstanceOf(FullDiskException.class);
      assertThat(disk.folder().resolve("blobs/incoming")).isEmptyDirectory();
      assertThat(small.path(there)).hasContent("abc");
    }
  }

  @Test
  void theReserveStaysFree() throws Exception {
    try (SmallDisk disk = SmallDisk.of(2, folder.resolve("disk"))) {
      BlobStore small = new BlobStore(disk.folder().resolve("blobs"), 1 << 20);
      assertThatThrownBy(
              () -> small.take(new ByteArrayInputStream(new byte[(1 << 20) + 1]), Long.MAX_VALUE))
          .isInstanceOf(FullDiskException.class);
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    blobs.each(names::add);
    return names;
  }

  private List<Path> files() {
    try (var walk = Files.walk(folder.resolve("blobs"))) {
      return walk.filter(Files::isRegularFile).filter(path -> !path.endsWith("keep")).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
