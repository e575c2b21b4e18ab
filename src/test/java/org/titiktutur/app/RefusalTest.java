package org.titiktutur.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.titiktutur.production.Tongue;

/**
 * Files that are no book: each ends with its own sentence, exit code 3, and nothing left behind.
 */
class RefusalTest {

  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  @TempDir Path folder;

  static Stream<String> badFiles() {
    return Stream.of(
        "kosong.epub | source-empty | Berkas kosong.epub kosong; mintalah pengirimnya mengirim ulang.",
        "kosong.pdf | source-empty | Berkas kosong.pdf kosong; mintalah pengirimnya mengirim ulang.",
        "spasi.txt | source-no-text | Tidak ditemukan teks di dalam spasi.txt; buka dan periksa apakah ada kata",
        "acak.pdf | source-unknown | acak.pdf bukan jenis buku yang dapat kami baca; bawalah sebagai EPUB",
        "acak.txt | source-unknown | acak.txt bukan jenis buku yang dapat kami baca; bawalah sebagai EPUB",
        "gambar.pdf | source-unsupported | gambar.pdf adalah berkas",
        "terpotong.epub | source-damaged | terpotong.epub rusak: tidak dapat dibuka sebagai EPUB",
        "drm.epub | source-drm | drm.epub dikunci dengan manajemen hak digital");
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void eachIsRefusedWithOneClearSentence(String row) throws IOException {
    String[] cells = row.split(" \\| ");
    Path source = Files.write(folder.resolve(cells[0]), bytes(cells[0]));
    Path out = Files.createDirectory(folder.resolve("out"));
    Path report = folder.resolve("laporan.json");

    Ran ran =
        Ran.titik(
            Tongue.INDONESIAN,
            "convert",
            source,
            "--to",
            "txt,brf",
            "--out",
            out,
            "--report",
            report,
            "--quiet");

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

  private static byte[] bytes(String name) throws IOException {
    byte[] noise = new byte[4000];
    new Random(7).nextBytes(noise);
    return switch (name) {
      case "kosong.epub", "kosong.pdf" -> new byte[0];
      case "spasi.txt" -> " \n\t\n ".getBytes(StandardCharsets.UTF_8);
      case "acak.pdf", "acak.txt" -> noise;
      case "gambar.pdf" -> Base64.getDecoder().decode(PIXEL);
      case "terpotong.epub" -> java.util.Arrays.copyOf(epub(""), 300);
      case "drm.epub" ->
          epub(
              "<encryption xmlns='urn:oasis:names:tc:opendocument:xmlns:container'"
                  + " xmlns:e='http://www.w3.org/2001/04/xmlenc#'><e:EncryptedData><e:EncryptionMethod"
                  + " Algorithm='http://www.w3.org/2001/04/xmlenc#aes128-cbc'/><e:CipherData>"
                  + "<e:CipherReference URI='a.xhtml'/></e:CipherData></e:EncryptedData></encryption>");
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static byte[] epub(String encryption) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("mimetype", "application/epub+zip");
    entries.put(
        "META-INF/container.xml",
        "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container' version='1.0'><rootfiles>"
            + "<rootfile full-path='p.opf' media-type='application/oebps-package+xml'/></rootfiles></container>");
    if (!encryption.isEmpty()) {
      entries.put("META-INF/encryption.xml", encryption);
    }
    entries.put(
        "p.opf",
        "<package xmlns='http://www.idpf.org/2007/opf' version='3.0'><metadata"
            + " xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Buku</dc:title><dc:language>id</dc:language>"
            + "</metadata><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest>"
            + "<spine><itemref idref='a'/></spine></package>");
    entries.put(
        "a.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>Satu.</p></body></html>");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
