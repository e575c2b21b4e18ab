package org.titiktutur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;

class PublicationBuilderTest {

  @TempDir Path folder;

  @Test
  void textOutsideParagraphsMakesItsOwn() throws Exception {
    assertThat(
            made(
                book -> {
                  book.text("Satu.  Dua\n tiga.");
                  paragraph(book, "Empat.");
                  book.text("Lima.");
                }))
        .isEqualTo(
            """
            part 1 ()
              p [s1 Satu.] [s2 Dua tiga.]
              p [s3 Empat.]
              p [s4 Lima.]
            """);
  }

  @Test
  void headingsShowWhereThePartsAre() throws Exception {
    assertThat(
            made(
                book -> {
                  heading(book, 1, "Judul Buku");
                  paragraph(book, "Oleh Anu");
                  heading(book, 2, "Bab Satu");
                  paragraph(book, "Isi.");
                  heading(book, 3, "Pasal");
                  paragraph(book, "Isi pasal.");
                  heading(book, 2, "Bab Dua");
                  paragraph(book, "Isi lagi.");
                }))
        .isEqualTo(
            """
            part 1 (Judul Buku)
              h1 [s1 Judul Buku]
              p [s2 Oleh Anu]
            part 1 (Bab Satu)
              h2 [s3 Bab Satu]
              p [s4 Isi.]
              h3 [s5 Pasal]
              p [s6 Isi pasal.]
            part 1 (Bab Dua)
              h2 [s7 Bab Dua]
              p [s8 Isi lagi.]
            """);
  }

  private static void heading(PublicationBuilder book, int level, String text) {
    book.openHeading(level);
    book.text(text);
    book.close();
  }

  private static void paragraph(PublicationBuilder book, String text) {
    book.openParagraph();
    book.text(text);
    book.close();
  }

  private String made(Consumer<PublicationBuilder> telling) throws Exception {
    PublicationBuilder book =
        new PublicationBuilder(
            new PublicationFolder.Writer(folder),
            new BookLanguage(ExtractionOptions.STANDARD.asking("id")),
            () -> {});
    telling.accept(book);
    Publication publication = book.finish("buku", "buku.txt");
    return Specimen.of(publication, folder);
  }
}
