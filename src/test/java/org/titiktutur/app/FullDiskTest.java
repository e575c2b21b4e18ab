package org.titiktutur.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.storage.SmallDisk;

/** The whole service on a small disk that is filled to its last byte while a book is spoken. */
@Timeout(120)
class FullDiskTest {

  private static final String BOOK = chapters(30);

  @TempDir private Path folder;

  @Test
  void nothingNewIsTakenInReadingGoesOnAndWorkResumesWhenThereIsRoom() throws Exception {
    try (SmallDisk disk = SmallDisk.of(160, folder.resolve("disk"));
        LibraryService library = new LibraryService(disk.folder().resolve("data"))) {
      String item = library.book("laut.md", BOOK, "rights", "open");
      String text = library.rendition(item, "txt");
      String sound =
          library
              .post("/api/v1/items/" + item + "/renditions")
              .signedIn()
              .json("{\"format\":\"mp3\"}")
              .send()
              .json()
              .path("id")
              .textValue();
      Awaitility.await()
          .until(
              () ->
                  library
                          .get("/api/v1/renditions/" + sound)
                          .signedIn()
                          .send()
                          .json()
                          .path("percent")
                          .asInt()
                      > 0);
      Path filler = disk.folder().resolve("filler");
      fill(filler);

      for (String language : new String[] {"id", "en"}) {
        LibraryService.Answer upload =
            library
                .post("/api/v1/items")
                .signedIn()
                .with("Accept-Language", language)
                .form("lagi.txt", "Satu lagi.")
                .send();
        LibraryService.Answer wish =
            library
                .post("/api/v1/items/" + item + "/renditions")
                .signedIn()
                .with("Accept-Language", language)
                .json("{\"format\":\"brf\"}")
                .send();
        for (LibraryService.Answer answer : new LibraryService.Answer[] {upload, wish}) {
          assertThat(answer.status()).as(answer.text()).isEqualTo(507);
          assertThat(answer.problem()).isEqualTo("disk-full");
          assertThat(answer.header("Content-Language")).isEqualTo(language);
        }
      }
      assertThat(library.get("/api/v1/items").send().json().path("items")).hasSize(1);
      assertThat(library.get("/api/v1/items/" + item + "/publication").send().status())
          .isEqualTo(200);
      assertThat(library.get("/api/v1/renditions/" + text + "/content").send().text())
          .contains("hujan turun");
      assertThat(library.get("/health/ready").send().json().path("disk").asText())
          .isEqualTo("full");
      assertThat(
              library
                  .get("/api/v1/renditions/" + sound)
                  .signedIn()
                  .send()
                  .json()
                  .path("state")
                  .asText())
          .isIn("waiting", "making");

      Files.delete(filler);
      library.until("/api/v1/renditions/" + sound, "ready");
      assertThat(library.get("/health/ready").send().json().path("disk").asText())
          .isEqualTo("room");
      assertThat(
              library
                  .post("/api/v1/items")
                  .signedIn()
                  .form("lagi.txt", "Satu lagi.")
                  .send()
                  .status())
          .isEqualTo(201);
    }
  }

  private static void fill(Path filler) throws IOException {
    byte[] piece = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(piece);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  private static String chapters(int count) {
    StringBuilder book = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      book.append("# Bab ").append(i).append("\n\n");
      book.append(("Pada hari ke-" + i + " hujan turun lagi di kampung kami. ").repeat(20));
      book.append("\n\n");
    }
    return book.toString();
  }
}
