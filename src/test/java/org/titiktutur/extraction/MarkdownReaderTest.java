package org.titiktutur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.publication.Metadata;

class MarkdownReaderTest {

  @TempDir Path folder;

  @Test
  void frontMatterTellsAboutTheBook() throws Exception {
    Metadata about =
        read("""
                ---
                title: Laut dan Kita
                author:
                  - Ayu Lestari
                  - Budi
                lang: id
                ---
                Laut itu luas.
                """)
            .publication
            .metadata();
    assertThat(about.title()).isEqualTo("Laut dan Kita");
    assertThat(about.authors()).containsExactly("Ayu Lestari", "Budi");
    assertThat(about.language().tag()).isEqualTo("id");
  }

  @Test
  void whatPandocAddsIsNoText() throws Exception {
    assertThat(
            read("""
                    ---
                    title: Ma\\'ruf
                    ---
                    ::: {.peringatan lang="id"}
                    # []{#awal}Awal {#awal .judul}
                    ::: isi
                    Kata [miring]{.nama}[]{#id-1
                    .indeks} dan `kode`{.perintah}, [tautan](a.md){.luar}
                    dan {kurung}.
                    :::
                    :::

                    -   ::: para
                        Butir.
                        :::

                    ``` {.python}
                    ::: tetap {#x}
                    ```
                    """)
                .text())
        .isEqualTo(
            """
            part 1 (Awal)
              h1 [s1 Awal]
              p [s2 Kata miring dan kode, tautan dan {kurung}.]
              ul
                -
                  p [s3 Butir.]
              lines [s4 ::: tetap {#x}]
            """);
  }

  @Test
  void blocksAndWhatIsInThem() throws Exception {
    assertThat(
            read("""
                    # Judul

                    Kata *miring* dan **tebal**, [tautan](http://contoh.id), `kode`,
                    baris<br>kedua, catatan[^1].

                    | Buah | Harga |
                    | --- | --- |
                    | Mangga | 10.000 |

                    > Kutipan.

                    1. satu
                    2. dua

                    ***

                    ![Peta Jawa](peta.png)

                    ```
                    cetak(1)
                    ```

                    [^1]: Isi catatan.
                    """)
                .text())
        .isEqualTo(
            """
            part 1 (Judul)
              h1 [s1 Judul]
              lines [s2 Kata *miring* dan **tebal**, tautan, kode, baris] [s3 kedua, catatan^n1:1^.]
              table
                row
                  th
                    p [s4 Buah]
                  th
                    p [s5 Harga]
                row
                  td
                    p [s6 Mangga]
                  td
                    p [s7 10.000]
              quotation
                p [s8 Kutipan.]
              ol 1
                -
                  p [s9 satu]
                -
                  p [sa dua]
              break
              image peta.png [sb Peta Jawa]
              lines [sc cetak(1)]
              ol 1
                -
                  note n1 ()
                    p [sd Isi catatan.]
            """);
  }

  private Trial read(String markdown) throws Exception {
    return Trial.of(Files.writeString(folder.resolve("buku.md"), markdown));
  }
}
