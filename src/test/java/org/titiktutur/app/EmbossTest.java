package org.titiktutur.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.titiktutur.production.Tongue;

@Timeout(120)
class EmbossTest {

  private static final String BRF = ",halo\r\n#a\n\f,dunia6\r\n\fAKHIR4\r\n";
  private static final String BYTES = ",HALO\r\n#A\r\n\f,DUNIA6\r\n\fAKHIR4\r\n\f";

  @TempDir Path folder;
  private Path book;
  private Path out;

  @BeforeEach
  void writeABook() throws IOException {
    book = Files.writeString(folder.resolve("buku.brf"), BRF);
    out = folder.resolve("keluar");
  }

  @Test
  void aFileGetsTheBytesOfTheDevice() {
    Ran ran = Ran.titik(Tongue.INDONESIAN, "emboss", book, "--to", "file:" + out);
    assertThat(ran.err().strip())
        .isEqualTo(
            "Terkirim: 3 halaman, 3 lembar ke file:"
                + out
                + ". Mesin embos sudah menerimanya; periksa apakah semuanya keluar.");
    assertThat(ran.exit()).isEqualTo(Exit.MADE);
    assertThat(ran.out()).isEmpty();
    assertThat(out).content(StandardCharsets.US_ASCII).isEqualTo(BYTES);
  }

  @Test
  void aRangeTwiceQuietly() {
    Ran ran =
        Ran.titik("emboss", book, "--to", "file:" + out, "--pages", "2-", "--copies", 2, "--quiet");
    assertThat(ran.err()).isEmpty();
    assertThat(out)
        .content(StandardCharsets.US_ASCII)
        .isEqualTo(",DUNIA6\r\n\fAKHIR4\r\n\f".repeat(2));
  }

  @Test
  void aDryRunSaysWhatWouldBeSentAndSendsNothing() {
    Ran ran =
        Ran.titik("emboss", book, "--to", "file:" + out, "--copies", 100, "--duplex", "--dry-run");
    assertThat(ran.exit()).isEqualTo(Exit.MADE);
    assertThat(ran.out().lines())
        .containsExactly(
            "Embosser: file:" + out + ", paper 42x29",
            "Pages: 3 (1-), copies: 100",
            "Sheets: 200, on both sides",
            "To be sent: 3200 bytes, as North American ASCII braille",
            "Time: about 60 minutes, at 300 pages an hour");
    assertThat(out).doesNotExist();
  }

  @Test
  void aDeviceThatHangsUpEndsWith5AndThePageToGoOnFrom() throws Exception {
    String page = ("A".repeat(99) + "\r\n").repeat(90) + "\f";
    Files.writeString(book, page.repeat(3));
    try (ServerSocket embosser = embosser()) {
      Object[] emboss = {
        "emboss", book, "--paper", "99x90", "--to", "tcp://127.0.0.1:" + embosser.getLocalPort()
      };
      CompletableFuture<String> first = hangUpAfter(embosser, 2 * page.length() + 100);
      Ran ran = Ran.titik(emboss);
      assertThat(page.repeat(3)).startsWith(first.join());
      assertThat(ran.exit()).isEqualTo(Exit.INTERRUPTED);
      assertThat(ran.err()).contains(": the connection broke.", "Look at the last sheet");
      String last = lastLine(ran.err());
      assertThat(last).isEqualTo("Interrupted at page 3. To go on: --pages 3-");

      CompletableFuture<String> second = hangUpAfter(embosser, Integer.MAX_VALUE);
      String range = last.replaceFirst(".*--pages ", "");
      Ran rest =
          Ran.titik(Stream.concat(Arrays.stream(emboss), Stream.of("--pages", range)).toArray());
      assertThat(rest.exit()).isEqualTo(Exit.MADE);
      assertThat(second.join()).isEqualTo(page);
    }
  }

  @Test
  void aSignalEndsItCleanlyAndSaysThePage() throws Exception {
    String page = ("A".repeat(99) + "\r\n").repeat(90) + "\f";
    Files.writeString(book, page.repeat(3));
    try (ServerSocket embosser = embosser()) {
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              Main.class.getName(),
              "emboss",
              book.toString(),
              "--paper",
              "99x90",
              "--to",
              "tcp://127.0.0.1:" + embosser.getLocalPort());
      builder.environment().put("TITIK_LANG", "id");
      Process process = builder.start();
      try (Socket from = embosser.accept()) {
        from.getInputStream().readNBytes(page.length() + 100);
        process.toHandle().destroy();
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(Exit.INTERRUPTED);
        assertThat(lastLine(error))
            .isEqualTo("Diakhiri di halaman 2. Untuk meneruskan: --pages 2-");
      }
    }
  }

  @Test
  void aDeviceThatTakesNothingIsGivenUpAfterAsLongAsWeAreTold() throws Exception {
    Path large = Files.writeString(folder.resolve("besar.brf"), ("A".repeat(40) + "\n").repeat(20));
    try (ServerSocket embosser = embosser()) {
      Ran ran =
          Ran.titik(
              Tongue.INDONESIAN,
              "emboss",
              large,
              "--to",
              "tcp://127.0.0.1:" + embosser.getLocalPort(),
              "--copies",
              50,
              "--patience",
              1);
      assertThat(ran.exit()).isEqualTo(Exit.INTERRUPTED);
      assertThat(ran.err())
          .contains("mesin embos tidak menerima apa-apa lagi", "salinan lagi, dengan --copies")
          .endsWith("Terputus di halaman 1. Untuk meneruskan: --pages 1-\n");
    }
  }

  @Test
  void aDeviceThatIsNotThereEndsWith5() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Ran ran =
        Ran.titik("emboss", book, "--to", "tcp://127.0.0.1:" + free, "--pages", "2-3", "--quiet");
    assertThat(ran.err().lines())
        .containsExactly(
            "tcp://127.0.0.1:"
                + free
                + ": nothing takes the connection. Check that the embosser is on, and that nobody"
                + " else is sending to it.",
            "Interrupted at page 2. To go on: --pages 2-3");
    assertThat(ran.exit()).isEqualTo(Exit.INTERRUPTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--to ipp://host/a        | 4 | ipp://host/a: this way to an embosser is not built yet. There are tcp://HOST:9100 and file:PATH.",
        "--to everest             | 4 | There is no embosser named everest. Name an address: tcp://HOST:9100 or file:PATH.",
        "--to tcp://host:x        | 2 | “tcp://host:x” is not an address. Examples: tcp://192.168.1.20:9100, file:/dev/usb/lp0.",
        "--to file:OUT --pages 7-3 | 2 | “7-3” is not a range of pages. Examples: 3-7, 5, 7-.",
        "--to file:OUT --copies 0 | 2 | “0” is not a number of copies: 1 to 1000.",
        "--to file:OUT --paper 9  | 2 | “9” is not a paper size. Examples: 42x29, a4, 11x11.5in.",
        "--to file:OUT --model index-everest-v5 | 2 | There is no model “index-everest-v5”. Did you mean index-everest-d-v5? ./titik embossers lists all.",
        "--to file:OUT --model romeo-25 --duplex | 2 | romeo-25 embosses one side of a sheet only. Leave out --duplex.",
        "--to file:OUT --model cub --paper 20x20in | 2 | cub does not take paper of 508x508mm. Say with --paper what is loaded: 42x29, a4, 11x11.5in.",
        "--to file:OUT --pages 4- | 3 | There are no pages 4-: the file has 3.",
        "--to file:OUT --paper 5x9 | 3 | Page 2 is 7 cells wide, and the paper has room for 5. Load paper for 7x9 and say so, or make the braille for 5x9.",
        "--to file:OUT --paper 9x1 | 3 | Page 1 has 2 rows, and the paper has room for 1. Load paper for 9x2 and say so, or make the braille for 9x1.",
        "--quiet                  | 2 | Missing: --to. See ./titik emboss --help."
      })
  void whatCannotBeDoneIsSaidInOneLineAndNothingIsSent(String options, int exit, String sentence) {
    Object[] args = ("emboss " + book + " " + options.replace("OUT", out.toString())).split(" ");
    Ran ran = Ran.titik(args);
    assertThat(ran.err().strip()).isEqualTo(sentence);
    assertThat(ran.exit()).isEqualTo(exit);
    assertThat(out).doesNotExist();
  }

  @Test
  void aBrailleFileIsNotOverwrittenByItself() {
    Ran ran = Ran.titik("emboss", book, "--to", "file:" + book);
    assertThat(ran.exit()).isEqualTo(Exit.USAGE);
    assertThat(book).content().isEqualTo(BRF);
  }

  @Test
  void whatIsNoBrailleIsRefusedWithItsPlace() throws IOException {
    Files.writeString(book, "A\r\nBC\u00E9\r\n");
    Ran ran = Ran.titik(Tongue.INDONESIAN, "emboss", book, "--to", "file:" + out);
    assertThat(ran.err().strip())
        .isEqualTo(
            "buku.brf bukan berkas braille, atau rusak: “é” di baris 2, kolom 3 (halaman 1) bukan"
                + " braille; bawalah berkas BRF atau PEF; ./titik convert membuatnya dari sebuah"
                + " buku.");
    assertThat(ran.exit()).isEqualTo(Exit.REFUSED);
    assertThat(out).doesNotExist();
    Ran missing = Ran.titik("emboss", folder.resolve("none.pef"), "--to", "file:" + out);
    assertThat(missing.exit()).isEqualTo(Exit.REFUSED);
  }

  @Test
  void pefOfEightDotsIsRefusedAndOfSixIsSent() throws IOException {
    String pef =
        "<pef xmlns='http://www.daisy.org/ns/2008/pef' version='2008-1'><body><volume cols='32'"
            + " rows='25' rowgap='0' duplex='true'><section><page><row>⠓</row></page><page><row>%s"
            + "</row></page></section></volume></body></pef>";
    Path file = folder.resolve("buku.pef");
    Files.writeString(file, String.format(pef, "⢓"));
    Ran refused = Ran.titik(Tongue.INDONESIAN, "emboss", file, "--to", "file:" + out);
    assertThat(refused.err().strip())
        .isEqualTo(
            "Halaman 2 berisi petak delapan titik, sedangkan mesin embos ini enam titik. Buatlah"
                + " braillenya dengan tabel enam titik.");
    assertThat(refused.exit()).isEqualTo(Exit.REFUSED);
    assertThat(out).doesNotExist();

    Files.writeString(file, String.format(pef, "⠓"));
    assertThat(Ran.titik("emboss", file, "--to", "file:" + out, "--quiet").exit()).isZero();
    assertThat(out).content(StandardCharsets.US_ASCII).isEqualTo("H\r\n\fH\r\n\f");
  }

  @Test
  void whatCanBeNamedIsListed() throws IOException {
    JsonNode rows = new ObjectMapper().readTree(Ran.titik("embossers", "--json").out());
    assertThat(rows.findValuesAsText("id"))
        .contains("generic", "index-everest-d-v5", "braillo-200", "romeo-25")
        .endsWith("tcp://HOST:9100", "file:PATH");
    assertThat(Ran.titik(Tongue.INDONESIAN, "embossers").out().lines())
        .contains("index-basic-d-v5\tmodel\tIndex Basic-D V5", "cub\tmodel\tViewPlus Cub")
        .contains("tcp://HOST:9100\taddress\tTCP langsung, biasanya porta 9100");
  }

  /** With a memory that is smaller than a page. */
  private static ServerSocket embosser() throws IOException {
    ServerSocket embosser = new ServerSocket();
    embosser.setReceiveBufferSize(1024);
    embosser.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return embosser;
  }

  private static String lastLine(String text) {
    return text.lines().reduce("", (before, line) -> line);
  }

  private static CompletableFuture<String> hangUpAfter(ServerSocket embosser, int bytes) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Socket from = embosser.accept();
              InputStream in = from.getInputStream()) {
            return new String(in.readNBytes(bytes), StandardCharsets.US_ASCII);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }
}
