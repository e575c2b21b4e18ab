package org.titiktutur.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationFolderTest {

  private static final Language ID = new Language("id", Origin.DECLARED);
  private static final Metadata METADATA =
      new Metadata("Perpustakaan", List.of("Ani", "Budi"), ID, "", "", "");
  private static final Part PART =
      new Part(
          1,
          "Pembukaan",
          1,
          ID,
          List.of(
              new Block.Heading(1, ID, List.of(new Sentence("s1", "Pembukaan", List.of()))),
              new Block.Quotation(
                  List.of(
                      new Block.Paragraph(
                          ID,
                          List.of(
                              new Sentence(
                                  "s2",
                                  "Selamat datang.",
                                  List.of(
                                      new Mark.PageStart(0, "iv"),
                                      new Mark.Passage(
                                          0, 7, new Language("ar", Origin.DETECTED)))))))),
              new Block.SceneBreak()));

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    PublicationFolder.Writer writer = new PublicationFolder.Writer(folder);
    writer.add(PART);
    Finding finding = Finding.of(FindingCode.TITLE_GUESSED, Place.BOOK, "Perpustakaan");
    Publication written = writer.finish(METADATA, List.of(finding));

    PublicationFolder read = new PublicationFolder(folder);
    assertThat(read.read()).isEqualTo(written);
    assertThat(read.part(1)).isEqualTo(PART);
    assertThat(written.parts()).containsExactly(new Publication.Entry(1, "Pembukaan", 1, 2, 24));
  }

  @Test
  void aFolderWithoutItsIndexIsNotAPublication() throws IOException {
    new PublicationFolder.Writer(folder).add(PART);
    assertThatThrownBy(() -> new PublicationFolder(folder).read()).isInstanceOf(IOException.class);
  }

  @Test
  void aMarkOutsideItsSentenceIsRefused() {
    assertThatThrownBy(() -> new Sentence("s1", "Ya.", List.of(new Mark.Emphasis(0, 4, true))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void languageTagsAreMadeCanonical() {
    assertThat(new Language("EN-us", Origin.DECLARED).tag()).isEqualTo("en-US");
    assertThatThrownBy(() -> new Language("bahasa apa saja", Origin.DECLARED))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
