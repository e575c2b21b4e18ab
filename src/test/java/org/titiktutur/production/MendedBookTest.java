package org.titiktutur.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.RenditionFile;
import org.titiktutur.storage.DatabaseSettings;

/** A word of a book is mended: only what holds it is made again. */
@Timeout(120)
class MendedBookTest {

  private static final String BOOK =
      """
      # Laut

      Ombak datang. Ibu menunggu di pantai.

      # Gunung

      Kabut turun perlahan. Ayah pulang membawa kayu bakar.

      # Kota

      Jalan ramai sekali.
      """;

  @TempDir Path folder;

  @Test
  void partsThatAreAsTheyWereAreNotTouchedAndOfTheOtherOneSentenceIsSpoken() throws Exception {
    try (TestService service = TestService.open(DatabaseSettings.sqlite(folder))) {
      Item item = service.read(service.add("buku.md", BOOK));
      Rendition before = service.made(service.wish(item, "mp3", Map.of()).rendition());
      long kept = packs();

      service
          .production()
          .shelf()
          .replaceSource(
              item.id(), service.upload("buku.md", BOOK.replace("kayu bakar", "kayu jati")));
      Item mended = service.read(item);
      Rendition after = service.made(service.wish(mended, "mp3", Map.of()).rendition());

      assertThat(after.id()).isNotEqualTo(before.id());
      assertThat(chapters(after)).hasSize(3);
      assertThat(chapters(after).get(0).sha256()).isEqualTo(chapters(before).get(0).sha256());
      assertThat(chapters(after).get(1).sha256()).isNotEqualTo(chapters(before).get(1).sha256());
      assertThat(chapters(after).get(2).sha256()).isEqualTo(chapters(before).get(2).sha256());
      // One sentence of seven, headings and all.
      assertThat(packs() - kept).isBetween(kept / 20, kept / 3);
      assertThat(Checkup.of(service.database(), service.blobs(), true).isWell()).isTrue();
    }
  }

  @Test
  void whatWasNotUsedForLongestMakesRoomAndWhatIsTooLargeIsNotKept() throws Exception {
    Path root = folder.resolve("sounds");
    SentenceSounds sounds = new SentenceSounds(root, 250, () -> true);
    sounds.of("one").keep(pack(100));
    sounds.of("two").keep(pack(100));
    sounds.of("one").folder();
    sounds.of("three").keep(pack(100));
    assertThat(root.resolve("one")).isNotEmptyDirectory();
    assertThat(root.resolve("two")).isEmptyDirectory();
    sounds.of("three").keep(pack(251));
    assertThat(bytes(root)).isEqualTo(200);

    sounds.tidy(item -> item.equals("three"), Duration.ofDays(1));
    assertThat(root.resolve("one")).doesNotExist();
    sounds.tidy(item -> true, Duration.ofDays(-1));
    assertThat(bytes(root)).isZero();

    SentenceSounds full = new SentenceSounds(root, 250, () -> false);
    full.of("one").keep(pack(10));
    assertThat(bytes(root)).isZero();
    assertThat(new SentenceSounds(root, 0, () -> true).of("one").folder()).isEmpty();
    assertThat(root).doesNotExist();
  }

  private Path pack(int bytes) throws IOException {
    return Files.write(folder.resolve("said.pack"), new byte[bytes]);
  }

  private long packs() throws IOException {
    return bytes(folder.resolve("sounds"));
  }

  private static long bytes(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      long sum = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sum += Files.size(file);
      }
      return sum;
    }
  }

  private static List<RenditionFile> chapters(Rendition rendition) {
    return rendition.files().stream().filter(file -> file.name().endsWith(".mp3")).toList();
  }
}
