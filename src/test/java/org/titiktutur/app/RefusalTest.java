package org.titiktutur.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.titiktutur.extraction.BadFiles;
import org.titiktutur.production.Tongue;

/**
 * Files that are no book, or a bad one: each ends with its own sentence, exit code 3 and nothing
 * left behind, or is read as far as it goes and says what is wrong.
 */
@Timeout(120)
class RefusalTest {

  private static final String SECRET = "KATA-SANDI";

  /** A worker's heap and 256 MiB, in KiB. */
  private static final long MOST_MEMORY = (384 + 256) << 10;

  @TempDir Path folder;
  private Path secret;
  private Path out;
  private Path report;

  @BeforeEach
  void keepASecretOutsideTheBook() throws IOException {
    secret = Files.writeString(folder.resolve("rahasia.xhtml"), "<p>" + SECRET + "</p>");
    out = Files.createDirectory(folder.resolve("out"));
    report = folder.resolve("laporan.json");
  }

  static Stream<String> refusedInIndonesian() {
    return Stream.of(
        "kosong.epub | source-empty | Berkas kosong.epub kosong; mintalah pengirimnya",
        "kosong.pdf | source-empty | Berkas kosong.pdf kosong; mintalah pengirimnya",
        "spasi.txt | source-no-text | Tidak ditemukan teks di dalam spasi.txt; buka dan periksa",
        "acak.pdf | source-unknown | acak.pdf bukan jenis buku yang dapat kami baca; bawalah",
        "acak.txt | source-unknown | acak.txt bukan jenis buku yang dapat kami baca; bawalah",
        "gambar.pdf | source-unsupported | gambar.pdf adalah berkas PNG, yang tidak dapat",
        "terpotong.epub | source-damaged | terpotong.epub rusak: tidak dapat dibuka sebagai EPUB",
        "terpotong.pdf | source-damaged | terpotong.pdf rusak: tidak dapat dibuka sebagai PDF",
        "terpotong.docx | source-damaged | terpotong.docx rusak: tidak dapat dibuka sebagai DOCX",
        "sandi.epub | source-encrypted | sandi.epub dikunci dengan kata sandi; simpan tanpa",
        "sandi.pdf | source-encrypted | sandi.pdf dikunci dengan kata sandi; simpan tanpa",
        "sandi.docx | source-encrypted | sandi.docx dikunci dengan kata sandi; simpan tanpa",
        "drm.epub | source-drm | drm.epub dikunci dengan manajemen hak digital (XML Encryption)",
        "pindai.pdf | source-scan | pindai.pdf adalah hasil pindai: halamannya gambar tulisan,"
            + " dan hasil pindai belum dapat dibaca",
        "bom.epub | source-bomb | Isi bom.epub bila dibongkar jauh melebihi sebuah buku",
        "entri.epub | source-bomb | Isi entri.epub bila dibongkar jauh melebihi sebuah buku",
        "gibi.docx | source-bomb | Isi gibi.docx bila dibongkar jauh melebihi sebuah buku",
        "entitas.epub | source-bomb | Isi entitas.epub bila dibongkar jauh melebihi sebuah buku",
        "entitas.docx | source-bomb | Isi entitas.docx bila dibongkar jauh melebihi sebuah buku",
        "terpotong.zip | source-damaged | terpotong.zip rusak: tidak dapat dibuka sebagai ZIP",
        "sandi.zip | source-encrypted | sandi.zip dikunci dengan kata sandi; simpan tanpa",
        "tanpa.zip | source-unsupported | tanpa.zip adalah berkas ZIP, yang tidak dapat",
        "hampa.zip | source-no-text | Tidak ditemukan teks di dalam hampa.zip; buka dan periksa",
        "entitas.zip | source-bomb | Isi entitas.zip bila dibongkar jauh melebihi sebuah buku",
        "entitas.xml | source-bomb | Isi entitas.xml bila dibongkar jauh melebihi sebuah buku",
        "luar.zip | source-unsafe | luar.zip menyebut berkas di luar dirinya (../../rahasia",
        "lari.epub | source-unsafe | lari.epub menyebut berkas di luar dirinya (../../p.opf)",
        "luar.epub | source-unsafe | luar.epub menyebut berkas di luar dirinya (../../../etc");
  }

  static Stream<String> refusedInEnglish() {
    return Stream.of(
        "kosong.epub | source-empty | The file kosong.epub is empty; ask whoever sent it",
        "spasi.txt | source-no-text | No text was found in spasi.txt; open it and look",
        "acak.pdf | source-unknown | acak.pdf is not a kind of book that we can read; bring it",
        "gambar.pdf | source-unsupported | gambar.pdf is a PNG file, which cannot be made into",
        "terpotong.pdf | source-damaged | terpotong.pdf is damaged: it cannot be opened as PDF",
        "sandi.pdf | source-encrypted | sandi.pdf is locked with a password; save it without",
        "drm.epub | source-drm | drm.epub is locked by digital rights management (XML Encryption)",
        "pindai.pdf | source-scan | pindai.pdf is a scan: its pages are pictures of text, and"
            + " scans are not read yet",
        "bom.epub | source-bomb | bom.epub unpacks to far more than a book can hold",
        "lari.epub | source-unsafe | lari.epub names files outside itself (../../p.opf)");
  }

  @ParameterizedTest
  @MethodSource("refusedInIndonesian")
  void eachIsRefusedWithOneClearSentence(String row) throws IOException {
    refuses(Tongue.INDONESIAN, row);
  }

  @ParameterizedTest
  @MethodSource("refusedInEnglish")
  void eachIsRefusedInTheLanguageOfTheReader(String row) throws IOException {
    refuses(Tongue.ENGLISH, row);
  }

  private void refuses(Tongue tongue, String row) throws IOException {
    String[] cells = row.split(" \\| ");
    Ran ran = convert(tongue, cells[0]);
    assertThat(ran.err().strip())
        .startsWith(cells[2])
        .doesNotContain("\n", "Exception")
        .hasSizeLessThanOrEqualTo(400);
    assertThat(ran.exit()).isEqualTo(Exit.REFUSED);
    assertThat(ran.out()).isEmpty();
    assertThat(out).isEmptyDirectory();
    JsonNode written = new ObjectMapper().readTree(report.toFile());
    assertThat(written.get("made")).isEmpty();
    assertThat(written.get("findings").get(0).get("code").asText()).isEqualTo(cells[1]);
    assertThat(written.get("findings").get(0).get("severity").asText()).isEqualTo("error");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "huruf.epub   | fonts-obfuscated          | Isi yang biasa.",
        "bohong.pdf   | name-lies                 | Isi yang biasa.",
        "jalan.epub   | outside-reference-ignored | Isi yang biasa.",
        "sistem.epub  | outside-reference-ignored | Isi yang biasa .",
        "sistem.docx  | outside-reference-ignored | Isi yang biasa .",
        "lingkar.zip  | chapter-missing           | Isi yang biasa.",
        "sistem.xml   | outside-reference-ignored | Isi yang biasa .",
        "sistem.odt   | outside-reference-ignored | Isi yang biasa .",
        "tabel.html   | nesting-flattened         | Isi yang dalam.",
        "tabel.docx   | nesting-flattened         | Isi yang dalam.",
        "halaman.pdf  | pages-cut                 | Isi yang biasa di halaman ini.",
        "kata.txt     | words-cut                 | akhir.",
        "separuh.txt  | characters-replaced       | Isi yang biasa dibaca orang.",
        "separuh.html | characters-replaced       | Isi yang biasa.",
        "nol.txt      | characters-replaced       | Isi yang biasa."
      })
  void whatCanBeReadIsReadAndTheRestIsFound(String name, String code, String text)
      throws IOException {
    Ran ran = convert(Tongue.INDONESIAN, name);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err()).isEmpty();
    String base = name.substring(0, name.indexOf('.'));
    assertThat(Files.readString(out.resolve(base + ".txt")))
        .contains(text)
        .doesNotContain(SECRET, "Jahat");
    assertThat(out.resolve(base + ".brf")).isNotEmptyFile();
    assertThat(
            new ObjectMapper().readTree(report.toFile()).get("findings").findValuesAsText("code"))
        .contains(code);
  }

  @ParameterizedTest
  @CsvSource({
    "tidak-ada.epub,Berkas tidak-ada.epub tidak ada atau tidak dapat dibaca; periksa namanya dan hak baca Anda.",
    "'',Berkas",
  })
  void whatIsNotThereIsRefused(String name, String sentence) {
    Ran ran =
        Ran.titik(
            Tongue.INDONESIAN, "convert", folder.resolve(name), "--to", "txt", "--out", folder);
    assertThat(ran.err()).startsWith(sentence);
    assertThat(ran.exit()).isEqualTo(Exit.REFUSED);
  }

  private Ran convert(Tongue tongue, String name) throws IOException {
    Path source = BadFiles.write(name, Files.createDirectories(folder.resolve("a/b/c")), secret);
    try (PeakMemory peak = new PeakMemory()) {
      Ran ran =
          Ran.titik(
              tongue,
              "convert",
              source,
              "--to",
              "txt,brf",
              "--out",
              out,
              "--report",
              report,
              "--quiet");
      assertThat(peak.kibibytes()).isBetween(1L, MOST_MEMORY);
      return ran;
    }
  }
}
