package org.titiktutur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {

  @TempDir Path folder;

  @Test
  void linesWrappedToTheScreenAreJoined() throws Exception {
    assertThat(
            read("""
                    Pada suatu pagi yang cerah, seorang anak perempuan berjalan ke sekolah
                    sambil membawa setumpuk buku. Ia tidak tahu bahwa hari itu akan menjadi
                    hari yang paling panjang dalam hidupnya.

                    Di tengah jalan ia bertemu dengan seekor kucing yang dapat berbicara dan
                    mengenakan topi.
                    """)
                .text())
        .isEqualTo(
            """
            part 1 ()
              p [s1 Pada suatu pagi yang cerah, seorang anak perempuan berjalan ke sekolah sambil \
            membawa setumpuk buku.] [s2 Ia tidak tahu bahwa hari itu akan menjadi hari yang paling \
            panjang dalam hidupnya.]
              p [s3 Di tengah jalan ia bertemu dengan seekor kucing yang dapat berbicara dan \
            mengenakan topi.]
            """);
  }

  @Test
  void indentedLinesBeginParagraphs() throws Exception {
    assertThat(
            read("""
                       Yang pertama adalah alinea yang menjorok ke dalam dan memenuhi layar.
                    Baris ini masih termasuk alinea yang pertama, karena tidak menjorok sama
                    sekali.
                       Yang kedua menjorok lagi, sehingga ia adalah alinea baru yang terpisah.
                    """)
                .text())
        .isEqualTo(
            """
            part 1 ()
              p [s1 Yang pertama adalah alinea yang menjorok ke dalam dan memenuhi layar.] \
            [s2 Baris ini masih termasuk alinea yang pertama, karena tidak menjorok sama sekali.]
              p [s3 Yang kedua menjorok lagi, sehingga ia adalah alinea baru yang terpisah.]
            """);
  }

  @Test
  void chaptersScenesAndVerse() throws Exception {
    assertThat(
            read("""
                    PROLOG

                    Malam itu hujan turun dengan sangat deras di seluruh kota kecil itu, dan
                    tidak seorang pun keluar dari rumahnya.

                    BAB I
                    PERTEMUAN

                    Mereka bertemu di pasar ketika matahari sedang terbit di sebelah timur kota.

                    * * *

                    Lalu ia bernyanyi dengan suara yang merdu sekali untuk semua orang di sana:

                    Bulan bersinar
                    di atas laut
                    tak ada yang mendengar

                    Bab 2: Perpisahan

                    Esoknya mereka berpisah untuk selamanya, dan tidak pernah bertemu lagi di kota.
                    """)
                .text())
        .isEqualTo(
            """
            part 1 (PROLOG)
              h2 [s1 PROLOG]
              p [s2 Malam itu hujan turun dengan sangat deras di seluruh kota kecil itu, dan tidak \
            seorang pun keluar dari rumahnya.]
            part 1 (BAB I PERTEMUAN)
              h2 [s3 BAB I] [s4 PERTEMUAN]
              p [s5 Mereka bertemu di pasar ketika matahari sedang terbit di sebelah timur kota.]
              break
              p [s6 Lalu ia bernyanyi dengan suara yang merdu sekali untuk semua orang di sana:]
              lines [s7 Bulan bersinar] [s8 di atas laut] [s9 tak ada yang mendengar]
            part 1 (Bab 2: Perpisahan)
              h2 [sa Bab 2: Perpisahan]
              p [sb Esoknya mereka berpisah untuk selamanya, dan tidak pernah bertemu lagi di kota.]
            """);
  }

  @Test
  void partsOfTheBookHoldChapters() throws Exception {
    String text =
        "Kalimat yang cukup panjang untuk menjadi isi dari sebuah bab di dalam buku ini.\n\n";
    assertThat(
            read("BAGIAN SATU\n\nCHAPTER I\n\nAWAL\n\n"
                    + text
                    + "CHAPTER II\n\n"
                    + text
                    + "BAGIAN DUA\n\nCHAPTER III\n\n"
                    + text)
                .outline())
        .isEqualTo("BAGIAN SATU\n  CHAPTER I AWAL\n  CHAPTER II\nBAGIAN DUA\n  CHAPTER III\n");
  }

  @Test
  void aTableOfContentsMakesNoParts() throws Exception {
    String text =
        "Kalimat yang cukup panjang untuk menjadi isi dari sebuah bab di dalam buku ini.\n\n";
    assertThat(
            read("Bab 1 Awal\n\nBab 2 Akhir\n\nBab 1 Awal\n\n" + text + "Bab 2 Akhir\n\n" + text)
                .outline())
        .isEqualTo("\nBab 1 Awal\nBab 2 Akhir\n");
  }

  @Test
  void numberedItemsAreNoChapters() throws Exception {
    assertThat(read("Belanja hari ini.\n\n1. Beras\n\n2. Gula\n\n3. Kopi\n").outline())
        .isEqualTo("\n");
  }

  @Test
  void listsKeepTheirItems() throws Exception {
    assertThat(
            read("""
                    Yang harus dibawa oleh semua peserta pada hari pertama kegiatan di sekolah:
                    1. Buku tulis dan pensil yang sudah diraut, serta penghapus yang bersih dan
                       penggaris.
                    2. Bekal makan siang.
                    """)
                .text())
        .isEqualTo(
            """
            part 1 ()
              p [s1 Yang harus dibawa oleh semua peserta pada hari pertama kegiatan di sekolah:]
              ol 1
                -
                  p [s2 Buku tulis dan pensil yang sudah diraut, serta penghapus yang bersih dan \
            penggaris.]
                -
                  p [s3 Bekal makan siang.]
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1", "UTF-16"})
  void commonEncodings(String encoding) throws Exception {
    String text = "Kafé itu, “Señor Ibañez”, ramai sekali. Semua orang datang ke sana untuk minum.";
    String written = encoding.startsWith("ISO") ? text.replaceAll("[“”]", "\"") : text;
    assertThat(read(written.getBytes(Charset.forName(encoding))).plain()).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "windows-1251|Сегодня утром в библиотеку пришла новая книга, и все хотели прочитать её первыми.",
        "Shift_JIS|吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。",
        "GB18030|道可道，非常道。名可名，非常名。无名天地之始，有名万物之母。",
        "windows-1256|بسم الله الرحمن الرحيم الحمد لله رب العالمين مالك يوم الدين إياك نعبد",
        "ISO-8859-2|Zażółć gęślą jaźń. Wszyscy ludzie rodzą się wolni i równi pod względem praw."
      })
  void olderEncodings(String specimen) throws Exception {
    String text = specimen.substring(specimen.indexOf('|') + 1);
    Charset encoding = Charset.forName(specimen.substring(0, specimen.indexOf('|')));
    assertThat(read(text.repeat(4).getBytes(encoding)).plain().replace(" ", ""))
        .isEqualTo(text.repeat(4).replace(" ", ""));
  }

  @Test
  void theGuessedEncodingIsFound() throws Exception {
    assertThat(
            read("Kafé itu ramai dan semua orang datang.".getBytes(StandardCharsets.ISO_8859_1))
                .findings())
        .contains("encoding-guessed windows-1252");
  }

  @Test
  void charactersThatMeanNothingAreCounted() throws Exception {
    Trial trial =
        read(
            "Satu\u0000 dua\u0007 tiga empat yang lima dan enam.".getBytes(StandardCharsets.UTF_8));
    assertThat(trial.plain()).isEqualTo("Satu dua tiga empat yang lima dan enam.");
    assertThat(trial.findings()).contains("characters-replaced 2 @1 s1");
  }

  @Test
  void aMarkIsComposedWithItsLetter() throws Exception {
    assertThat(read("Cafe\u0301 itu milik Ayu dan Budi.").plain())
        .isEqualTo("Café itu milik Ayu dan Budi.");
  }

  @Test
  void oneWordOfAMegabyteIsCutAndKept() throws Exception {
    Trial trial = read("a".repeat(1_000_000));
    assertThat(trial.plain().replace(" ", "")).hasSize(1_000_000);
    assertThat(trial.publication.findings()).extracting(f -> f.code().code()).contains("words-cut");
  }

  @Test
  void randomBytesAreNoText() throws Exception {
    byte[] bytes = new byte[50_000];
    new Random(1).nextBytes(bytes);
    assertThat(read(bytes).refusal()).isEqualTo("source-unknown buku.txt");
  }

  @Test
  void blanksAreNoText() throws Exception {
    assertThat(read("  \n\n \t\n").refusal()).isEqualTo("source-no-text buku.txt");
  }

  @Test
  void theTitleIsTheFilesName() throws Exception {
    Files.writeString(folder.resolve("laut_dan_kita.txt"), "Laut itu luas dan biru.");
    Trial trial = Trial.of(folder.resolve("laut_dan_kita.txt"));
    assertThat(trial.publication.metadata().title()).isEqualTo("laut dan kita");
    assertThat(trial.findings()).contains("title-guessed laut dan kita");
  }

  @Test
  void theHeadOfADigitalLibraryNamesTitleAndAuthor() throws Exception {
    Trial trial = read("Judul: Laut\nPenulis: Ayu Lestari\n\nLaut itu luas dan biru.\n");
    assertThat(trial.publication.metadata().title()).isEqualTo("Laut");
    assertThat(trial.publication.metadata().authors()).containsExactly("Ayu Lestari");
  }

  private Trial read(String text) throws Exception {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private Trial read(byte[] bytes) throws Exception {
    Path file = folder.resolve("buku.txt");
    Files.write(file, bytes);
    return Trial.of(file);
  }
}
