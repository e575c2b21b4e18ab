package org.titiktutur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that mean harm, or might as well: what is said about each. */
@Timeout(60)
class HostileSourceTest {

  private static final String ENCRYPTION =
      """
      <encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"
       xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>
      <enc:EncryptionMethod Algorithm="%s"/>
      <enc:CipherData><enc:CipherReference URI="%s"/></enc:CipherData>
      </enc:EncryptedData></encryption>
      """;

  @TempDir Path folder;

  // Not what they seem.

  @Test
  void nothing() throws Exception {
    assertThat(read("buku.epub", new byte[0]).refusal()).isEqualTo("source-empty buku.epub");
    assertThat(Trial.of(folder.resolve("tiada.epub")).refusal())
        .isEqualTo("source-missing tiada.epub");
    assertThat(Trial.of(Files.createDirectory(folder.resolve("map.epub"))).refusal())
        .isEqualTo("source-missing map.epub");
  }

  @ParameterizedTest
  @ValueSource(strings = {"buku.epub", "buku.txt", "buku.html", "buku.md", "buku"})
  void randomBytes(String name) throws Exception {
    byte[] bytes = new byte[20_000];
    new Random(7).nextBytes(bytes);
    assertThat(read(name, bytes).refusal()).isEqualTo("source-unknown " + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"buku.epub", "buku.txt", "buku.html", "buku.pdf"})
  void aPicture(String name) throws Exception {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", png);
    assertThat(read(name, png.toByteArray()).refusal())
        .isEqualTo("source-unsupported " + name + " PNG");
  }

  @Test
  void programsAndOtherBooks() throws Exception {
    byte[] elf = new byte[2000];
    System.arraycopy(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0}, 0, elf, 0, 8);
    elf[16] = 3;
    assertThat(read("buku.epub", elf).refusal()).isEqualTo("source-unsupported buku.epub ELF");
    byte[] kindle = new byte[2000];
    System.arraycopy("BOOKMOBI".getBytes(StandardCharsets.US_ASCII), 0, kindle, 60, 8);
    assertThat(read("buku.azw", kindle).refusal()).isEqualTo("source-unsupported buku.azw Kindle");
    byte[] ole = new byte[2000];
    byte[] signature = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    System.arraycopy(signature, 0, ole, 0, 8);
    assertThat(read("buku.doc", ole).refusal())
        .startsWith("source-unsupported buku.doc Microsoft Office 97");
  }

  @Test
  void zipsOfSomethingElse() throws Exception {
    assertThat(read("foto.epub", zip("foto.jpg", "x")).refusal())
        .isEqualTo("source-unsupported foto.epub ZIP");
    assertThat(read("tabel.docx", zip("xl/workbook.xml", "x")).refusal())
        .isEqualTo("source-unsupported tabel.docx XLSX");
  }

  @ParameterizedTest
  @CsvSource({"buku.txt, EPUB", "buku.pdf, EPUB", "buku.zip, EPUB"})
  void anEpubUnderAnotherName(String name, String label) throws Exception {
    Trial trial =
        Trial.of(new EpubFixture().chapter("a.xhtml", "<p>Isi.</p>").write(folder.resolve(name)));
    assertThat(trial.plain()).isEqualTo("Isi.");
    assertThat(trial.findings()).contains("name-lies " + name + " " + label);
  }

  @Test
  void aNameThatPromisesNothing() throws Exception {
    assertThat(read("BACA-SAYA", "Isi yang dapat dibaca dan dimengerti.").findings())
        .noneMatch(finding -> finding.startsWith("name-lies"));
    assertThat(read("buku.log", "Isi yang dapat dibaca dan dimengerti.").findings())
        .noneMatch(finding -> finding.startsWith("name-lies"));
  }

  @Test
  void anEpubWithAPassword() throws Exception {
    byte[] bytes =
        Files.readAllBytes(
            new EpubFixture().chapter("a.xhtml", "<p>Isi.</p>").write(folder.resolve("b.epub")));
    for (int i = 0; i + 4 < bytes.length; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K') {
        int flags = bytes[i + 2] == 3 ? i + 6 : bytes[i + 2] == 1 ? i + 8 : -1;
        if (flags >= 0) {
          bytes[flags] |= 1;
        }
      }
    }
    assertThat(read("buku.epub", bytes).refusal()).isEqualTo("source-encrypted buku.epub");
  }

  @Test
  void aPageUnderAnotherName() throws Exception {
    Trial trial = read("buku.epub", "<!DOCTYPE html><html><body><p>Isi.</p></body></html>");
    assertThat(trial.plain()).isEqualTo("Isi.");
    assertThat(trial.findings()).contains("name-lies buku.epub HTML");
  }

  @Test
  void booksWithoutWords() throws Exception {
    assertThat(read("buku.html", "<html><body><script>x</script></body></html>").refusal())
        .isEqualTo("source-no-text buku.html");
    assertThat(read("buku.md", "---\ntitle: Kosong\n---\n").refusal())
        .isEqualTo("source-no-text buku.md");
    assertThat(epub(new EpubFixture().chapter("a.xhtml", "<img src='a.jpg'/>")).refusal())
        .isEqualTo("source-no-text buku.epub");
  }

  // Damaged and locked.

  @Test
  void aTruncatedEpub() throws Exception {
    byte[] whole =
        Files.readAllBytes(
            new EpubFixture().chapter("a.xhtml", "<p>Isi.</p>").write(folder.resolve("utuh.epub")));
    for (int part = 1; part < 10; part++) {
      byte[] cut = Arrays.copyOf(whole, whole.length * part / 10);
      assertThat(read("buku.epub", cut).refusal()).isEqualTo("source-damaged buku.epub EPUB");
    }
  }

  @Test
  void damagedBytesInsideAnEpubCostAChapterAtMost() throws Exception {
    byte[] whole =
        Files.readAllBytes(
            new EpubFixture()
                .chapter("a.xhtml", "<p>Awal.</p>")
                .chapter("b.xhtml", "<p>" + "Isi yang panjang sekali. ".repeat(2000) + "</p>")
                .write(folder.resolve("utuh.epub")));
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      byte[] damaged = whole.clone();
      for (int hit = 0; hit < 4; hit++) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
      }
      Trial trial = read("buku.epub", damaged);
      if (trial.publication != null) {
        assertThat(trial.plain()).isNotBlank();
      }
    }
  }

  @Test
  void obfuscatedFontsAreNoLock() throws Exception {
    for (String algorithm :
        new String[] {"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}) {
      Trial trial =
          epub(
              new EpubFixture()
                  .chapter("a.xhtml", "<p>Isi.</p>")
                  .file(
                      "META-INF/encryption.xml",
                      ENCRYPTION.formatted(algorithm, "OEBPS/huruf.otf")));
      assertThat(trial.plain()).isEqualTo("Isi.");
      assertThat(trial.findings()).contains("fonts-obfuscated");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "META-INF/rights.xml, http://www.w3.org/2001/04/xmlenc#aes128-cbc, Adobe ADEPT",
    "META-INF/license.lcpl, http://www.w3.org/2001/04/xmlenc#aes256-cbc, Readium LCP",
    "META-INF/sinf.xml, http://itunes.apple.com/dataenc, Apple FairPlay",
    "META-INF/lain.xml, http://www.w3.org/2001/04/xmlenc#aes128-cbc, XML Encryption"
  })
  void realLocksAreNamed(String keyFile, String algorithm, String scheme) throws Exception {
    byte[] locked = new byte[3000];
    new Random(5).nextBytes(locked);
    assertThat(
            epub(new EpubFixture()
                    .file("OEBPS/a.xhtml", locked)
                    .spine("a.xhtml", "")
                    .file(keyFile, "<kunci/>")
                    .file(
                        "META-INF/encryption.xml",
                        ENCRYPTION.formatted(algorithm, "OEBPS/a.xhtml")))
                .refusal())
        .isEqualTo("source-drm buku.epub " + scheme);
  }

  @Test
  void aLockedPictureLocksNoText() throws Exception {
    assertThat(
            epub(new EpubFixture()
                    .chapter("a.xhtml", "<p>Isi.</p>")
                    .file(
                        "META-INF/encryption.xml",
                        ENCRYPTION.formatted(
                            "http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/a.jpg")))
                .plain())
        .isEqualTo("Isi.");
  }

  // Too much of it.

  @Test
  void aDocumentThatUnpacksWithoutEnd() throws Exception {
    Path bomb = folder.resolve("buku.epub");
    byte[] spaces = new byte[1 << 20];
    Arrays.fill(spaces, (byte) ' ');
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    page.write("<html><body><p>Isi".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 40; i++) {
      page.write(spaces);
    }
    new EpubFixture().file("OEBPS/a.xhtml", page.toByteArray()).spine("a.xhtml", "").write(bomb);
    assertThat(Files.size(bomb)).isLessThan(200_000);
    assertThat(Trial.of(bomb).refusal()).isEqualTo("source-bomb buku.epub");
  }

  @Test
  void entriesWithoutEnd() throws Exception {
    Path bomb = folder.resolve("buku.epub");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(bomb));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < 70_000; i++) {
        ZipEntry entry = new ZipEntry("OEBPS/" + i + ".xhtml");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(0);
        entry.setCrc(0);
        zip.putNextEntry(entry);
      }
    }
    assertThat(Trial.of(bomb).refusal()).isEqualTo("source-bomb buku.epub");
  }

  @Test
  void entitiesThatGrowWithoutEnd() throws Exception {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'lol '>");
    for (int i = 1; i <= 12; i++) {
      dtd.append("<!ENTITY a%d '%s'>".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
    }
    dtd.append("]>");
    Trial inText =
        epub(
            new EpubFixture()
                .chapter("a.xhtml", "<p>Awal.</p>")
                .document("b.xhtml", dtd + "<html><body><p>Isi &a12; akhir.</p></body></html>"));
    assertThat(inText.plain()).startsWith("Awal.").hasSizeLessThan(1_000_000);
    assertThat(inText.publication.findings())
        .extracting(finding -> finding.code().code())
        .contains("chapter-repaired");
    assertThat(
            epub(new EpubFixture()
                    .chapter("a.xhtml", "<p>Isi.</p>")
                    .opfStart(dtd.toString())
                    .metadata("<dc:title>&a12;</dc:title>"))
                .refusal())
        .isEqualTo("source-bomb buku.epub");
  }

  @Test
  void nestingWithoutEnd() throws Exception {
    Trial deep =
        epub(
            new EpubFixture()
                .chapter(
                    "a.xhtml",
                    "<table><tr><td>".repeat(10_000)
                        + "Dalam."
                        + "</td></tr></table>".repeat(10_000)));
    assertThat(deep.plain()).isEqualTo("Dalam.");
    assertThat(deep.publication.findings())
        .extracting(finding -> finding.code().code())
        .contains("nesting-flattened");
    assertThat(read("buku.html", "<blockquote>".repeat(100_000) + "Dalam.").plain())
        .isEqualTo("Dalam.");
    assertThat(read("buku.html", "<div><b><i>".repeat(50_000) + "Dalam.").plain())
        .isEqualTo("Dalam.");
    assertThat(read("buku.md", "> ".repeat(20_000) + "Dalam.\n").plain()).contains("Dalam.");
    assertThat(read("buku.md", "*a ".repeat(30_000) + "[".repeat(30_000)).plain()).contains("a");
  }

  @Test
  void aWordOfAMegabyte() throws Exception {
    Trial trial = read("buku.html", "<p>" + "x".repeat(1_000_000) + "</p>");
    assertThat(trial.plain().replace(" ", "")).hasSize(1_000_000);
  }

  @Test
  void lettersThatAreNone() throws Exception {
    assertThat(read("buku.html", "<p>Satu&#xD800; dua&#0; tiga\u0000 empat&#xFFFF;.</p>").plain())
        .isEqualTo("Satu dua tiga empat.");
    byte[] wide = "Satu \uD800 dua yang tiga.".getBytes(StandardCharsets.UTF_16LE);
    int lone = "Satu ".length() * 2;
    wide[lone] = 0x00;
    wide[lone + 1] = (byte) 0xD8;
    assertThat(read("buku.txt", wide).plain()).isEqualTo("Satu dua yang tiga.");
  }

  // Outside the book.

  @Test
  void pathsThatLeaveTheBook() throws Exception {
    Path secret =
        Files.writeString(folder.resolve("rahasia.xhtml"), EpubFixture.page("<p>Rahasia.</p>"));
    Path deep = Files.createDirectories(folder.resolve("x/y"));
    Trial trial =
        Trial.of(
            new EpubFixture()
                .chapter("a.xhtml", "<p>Isi.</p>")
                .spine("../../rahasia.xhtml", "")
                .spine(secret.toUri().toString(), "")
                .spine("/etc/passwd", "")
                .spine("..%2F..%2Frahasia.xhtml", "")
                .file("../../jahat.xhtml", "<p>Jahat.</p>")
                .file("/jahat2.xhtml", "<p>Jahat.</p>")
                .write(deep.resolve("buku.epub")));
    assertThat(trial.plain()).isEqualTo("Isi.");
    assertThat(trial.findings())
        .contains(
            "outside-reference-ignored ../../rahasia.xhtml",
            "outside-reference-ignored /etc/passwd",
            "outside-reference-ignored ..%2F..%2Frahasia.xhtml");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(String::valueOf)).noneMatch(path -> path.contains("jahat"));
    }
    assertThat(
            epub(new EpubFixture()
                    .chapter("a.xhtml", "<p>Isi.</p>")
                    .file(
                        "META-INF/container.xml",
                        "<container><rootfiles><rootfile full-path='../../book.opf'/></rootfiles></container>"))
                .refusal())
        .isEqualTo("source-unsafe buku.epub ../../book.opf");
  }

  @Test
  void entitiesThatNameFiles() throws Exception {
    Path secret = Files.writeString(folder.resolve("rahasia.txt"), "KATA-SANDI");
    String dtd =
        "<!DOCTYPE x [<!ENTITY s SYSTEM '"
            + secret.toUri()
            + "'>"
            + "<!ENTITY % p SYSTEM '"
            + secret.toUri()
            + "'> %p;]>";
    Trial trial =
        epub(
            new EpubFixture()
                .document(
                    "a.xhtml",
                    dtd
                        + "<html xmlns:xi='http://www.w3.org/2001/XInclude'><body><p>Isi &s;.</p>"
                        + "<xi:include href='"
                        + secret.toUri()
                        + "' parse='text'/></body></html>")
                .opfStart(dtd)
                .metadata("<dc:title>Judul &s;</dc:title><dc:language>id</dc:language>")
                .ncx(
                    "<navPoint><navLabel><text>Bab</text></navLabel><content src='a.xhtml'/></navPoint>",
                    ""));
    assertThat(trial.plain()).startsWith("Isi").doesNotContain("KATA-SANDI");
    assertThat(trial.publication.metadata().title()).doesNotContain("KATA-SANDI");
  }

  @Test
  void nothingIsFetched() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/";
      String dtd = "<!DOCTYPE html PUBLIC 'x' '" + address + "x.dtd'>";
      String body =
          "<link rel='stylesheet' href='%1$sa.css'/><img src='%1$sa.png' alt='Gambar laut'/>"
                  .formatted(address)
              + "<iframe src='%1$sb.html'></iframe><object data='%1$sc'></object><p>Isi.</p>"
                  .formatted(address);
      epub(
          new EpubFixture()
              .opfStart(dtd)
              .document("a.xhtml", dtd + "<html xmlns='x'><body>" + body + "</body></html>")
              .spine(address + "luar.xhtml", ""));
      read("buku.html", dtd + "<html><head><base href='" + address + "'></head><body>" + body);
      read("buku.md", "![x](" + address + "a.png)\n\nIsi.\n");
      server.setSoTimeout(1);
      assertThat(connects(server)).isFalse();
    }
  }

  private static boolean connects(ServerSocket server) throws IOException {
    try {
      server.accept().close();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private Trial epub(EpubFixture fixture) throws Exception {
    return Trial.of(fixture.write(folder.resolve("buku.epub")));
  }

  private Trial read(String name, String text) throws Exception {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Trial read(String name, byte[] bytes) throws Exception {
    return Trial.of(Files.write(folder.resolve(name), bytes));
  }

  private static byte[] zip(String entry, String content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
