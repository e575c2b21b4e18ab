package org.titiktutur.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One library from its first hour on, in a browser that runs no script. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WalkWithoutScriptTest {

  private static final String BOOK =
      """
      <html lang="id"><head><title>Dua Pagi</title></head><body>
      <h1>Pagi pertama</h1><p>Hujan turun sejak subuh. Kami menunggu di teras.</p>
      <h1>Pagi kedua</h1><p>Matahari terbit. <em>Semua</em> orang berangkat.</p>
      <img src="teras.png">
      </body></html>
      """;

  @TempDir static Path folder;

  private static Library library;
  private static Optional<Browsing> browsing;
  private static Page staff;
  private static Page visitor;

  @BeforeAll
  static void open() throws Exception {
    browsing = Browsing.begin();
    assumeTrue(browsing.isPresent(), "no Chromium on this machine");
    library =
        new Library(Files.createDirectory(folder.resolve("data")), folder.resolve("paper.brf"));
    staff = page();
    visitor = page();
  }

  @AfterAll
  static void close() {
    browsing.ifPresent(Browsing::close);
    if (library != null) {
      library.close();
    }
  }

  private static Page page() {
    Page page =
        browsing
            .get()
            .browser()
            .newPage(new Browser.NewPageOptions().setJavaScriptEnabled(false).setLocale("id"));
    page.setDefaultTimeout(20_000);
    return page;
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
  }

  private static void follow(Page page, String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).first().click();
  }

  private static String main(Page page) {
    return page.locator("main").innerText();
  }

  @Test
  @Order(1)
  void theShelfIsEmptyAndSaysSoInTheVisitorsLanguage() {
    visitor.navigate(library.address("/"));
    assertThat(main(visitor)).contains("Rak ini masih kosong");
    press(visitor, "English");
    assertThat(main(visitor)).contains("This shelf is still empty");
    press(visitor, "Bahasa Indonesia");
    assertThat(main(visitor)).contains("Rak ini masih kosong");
  }

  @Test
  @Order(2)
  void aWrongPasswordIsSaidAtItsField() {
    staff.navigate(library.address("/staff"));
    assertThat(main(staff)).contains("Silakan masuk");
    follow(staff, "Masuk");
    staff.getByLabel("Nama pengguna").fill(library.introduction().name());
    staff.getByLabel("Kata sandi").first().fill("salah sekali");
    press(staff, "Masuk");
    assertThat(staff.title()).startsWith("Kesalahan: ");
    assertThat(staff.getByLabel("Nama pengguna").getAttribute("aria-invalid")).isEqualTo("true");
  }

  @Test
  @Order(3)
  void theOneTimePasswordIsChangedAtTheFirstSignIn() {
    staff.getByLabel("Nama pengguna").fill(library.introduction().name());
    staff.getByLabel("Kata sandi").first().fill(library.introduction().password());
    press(staff, "Masuk");
    assertThat(main(staff)).contains("Ganti kata sandi dulu");
    staff.getByLabel("Kata sandi sekarang").fill(library.introduction().password());
    staff.getByLabel("Kata sandi baru").fill("pendek");
    press(staff, "Ganti kata sandi");
    assertThat(main(staff)).contains("harus sedikitnya 10 huruf");
    staff.getByLabel("Kata sandi sekarang").fill(library.introduction().password());
    staff.getByLabel("Kata sandi baru").fill("kapal kertas di dermaga");
    press(staff, "Ganti kata sandi");
    assertThat(main(staff)).contains("Kata sandi diganti");
  }

  @Test
  @Order(4)
  void aTokenIsShownOnceAndRevoked() {
    staff.getByLabel("Nama token baru").fill("katalog");
    press(staff, "Buat token");
    assertThat(staff.locator("code").innerText()).hasSizeGreaterThan(30);
    staff.navigate(library.address("/account"));
    assertThat(staff.locator("code").count()).isZero();
    press(staff, "Cabut token katalog");
    assertThat(main(staff)).contains("Token dicabut");
  }

  @Test
  @Order(5)
  void manyFilesAreUploadedAtOnce() throws Exception {
    follow(staff, "Petugas");
    press(staff, "Tambahkan ke rak");
    assertThat(main(staff)).contains("Pilih sedikitnya satu berkas");
    staff
        .getByLabel("Berkas buku")
        .setInputFiles(
            new Path[] {
              Files.writeString(folder.resolve("dua-pagi.html"), BOOK),
              Files.writeString(folder.resolve("kosong.txt"), " ")
            });
    staff.getByLabel("Domain publik").check();
    press(staff, "Tambahkan ke rak");
    assertThat(main(staff)).contains("2 buku ditambahkan");
    library.allRead();
    staff.navigate(library.address("/staff"));
    assertThat(main(staff)).contains("Dua Pagi", "Siap", "kosong", "Ditolak");
  }

  @Test
  @Order(6)
  void aVisitorReadsTheTextPartByPart() {
    visitor.navigate(library.address("/?q=pagi"));
    follow(visitor, "Dua Pagi");
    follow(visitor, "Baca teks");
    follow(visitor, "Pagi pertama");
    assertThat(visitor.locator("h1").innerText()).isEqualTo("Pagi pertama");
    follow(visitor, "Bagian berikutnya");
    assertThat(main(visitor)).contains("Matahari terbit.");
  }

  @Test
  @Order(7)
  void aFindingLeadsToItsPlaceInTheText() {
    follow(visitor, "Dua Pagi");
    follow(visitor, "Lihat semua temuan");
    assertThat(main(visitor)).contains("teras.png");
    follow(visitor, "Bagian 2");
    assertThat(visitor.locator("h1").innerText()).isEqualTo("Pagi kedua");
  }

  @Test
  @Order(8)
  void whoIsNotSignedInCannotAsk() {
    visitor.goBack();
    follow(visitor, "Dua Pagi");
    assertThat(main(visitor)).doesNotContain("Minta audio atau braille");
  }

  @Test
  @Order(9)
  void aWishWithAMistakeKeepsWhatWasTyped() {
    follow(staff, "Dua Pagi");
    staff.getByText("Pilihan lain").click();
    staff.getByLabel("Kecepatan bicara").fill("9000");
    press(staff, "Minta sekarang");
    assertThat(main(staff)).contains("harus angka dari 80 sampai 450");
    assertThat(staff.getByLabel("Kecepatan bicara").inputValue()).isEqualTo("9000");
  }

  @Test
  @Order(10)
  void audioIsAskedForAndListenedTo() {
    staff.getByLabel("Kecepatan bicara").fill("");
    staff.getByLabel("Mutu suara").selectOption(new SelectOption().setValue("hemat"));
    staff.getByLabel("Audio MP3").check();
    press(staff, "Minta sekarang");
    assertThat(main(staff)).contains("Permintaan diterima");
    library.allMade();
    follow(staff, "Muat ulang halaman ini");
    assertThat(main(staff)).contains("mutu hemat", "Berkas satu per satu");
    follow(staff, "Dengarkan");
    assertThat(main(staff)).contains("Bab 1 dari 2: Pagi pertama");
    assertThat(staff.locator("audio").getAttribute("src")).endsWith(".mp3");
    follow(staff, "Bab berikutnya");
    assertThat(main(staff)).contains("Bab 2 dari 2: Pagi kedua");
  }

  @Test
  @Order(11)
  void brailleIsShownBesideItsText() {
    follow(staff, "Dua Pagi");
    staff.getByLabel("Braille BRF").check();
    press(staff, "Minta sekarang");
    library.allMade();
    follow(staff, "Muat ulang halaman ini");
    follow(staff, "Lihat braille");
    assertThat(main(staff)).contains("Dua Pagi");
    staff.locator("#page").fill("3");
    press(staff, "Buka");
    Locator row =
        staff.locator(".leaf > div").filter(new Locator.FilterOptions().setHasText("sejak subuh"));
    assertThat(row.locator("p").innerText()).containsIgnoringCase("hujan turun sejak subuh");
    assertThat(row.locator("svg > path").getAttribute("d")).startsWith("m");
  }

  @Test
  @Order(12)
  void theSameWishLeadsToWhatIsThere() {
    follow(staff, "Dua Pagi");
    staff.getByLabel("Braille BRF").check();
    press(staff, "Minta sekarang");
    assertThat(main(staff)).contains("sudah pernah diminta");
  }

  @Test
  @Order(13)
  void brailleGoesToTheEmbosser() throws Exception {
    follow(staff, "Embos buku ini");
    staff.locator("#pages").fill("9-12");
    press(staff, "Mulai mengembos");
    assertThat(staff.locator("#pages").getAttribute("aria-invalid")).isEqualTo("true");
    staff.locator("#pages").fill("");
    press(staff, "Mulai mengembos");
    assertThat(main(staff)).contains("Pengembosan dimulai", "Ruang baca");
    library.allEmbossed();
    follow(staff, "Muat ulang halaman ini");
    assertThat(main(staff)).contains("Terkirim. 4 dari 4 halaman dikirim");
    press(staff, "Semua halaman keluar dengan baik");
    assertThat(main(staff)).contains("Dipastikan");
    assertThat(Files.size(folder.resolve("paper.brf"))).isPositive();
    follow(staff, "Rak buku");
  }

  @Test
  @Order(14)
  void whatIsKnownOfATitleIsMended() {
    follow(staff, "Dua Pagi");
    follow(staff, "Perbaiki data");
    staff.getByLabel("Judul").fill("");
    press(staff, "Simpan");
    assertThat(main(staff)).contains("Tulis judul buku");
    staff.getByLabel("Judul").fill("Dua Pagi di Teras");
    staff.getByLabel("Pengarang").fill("Ratna Sari\nBudi Santoso");
    press(staff, "Simpan");
    assertThat(main(staff)).contains("Dua Pagi di Teras", "oleh Ratna Sari, Budi Santoso");
  }

  @Test
  @Order(15)
  void aDeletedTitleComesBack() {
    press(staff, "Hapus judul ini");
    assertThat(main(staff)).contains("Judul dihapus");
    visitor.navigate(library.address("/"));
    assertThat(main(visitor)).doesNotContain("Dua Pagi");
    press(staff, "Batalkan");
    assertThat(main(staff)).contains("Judul dikembalikan");
    visitor.reload();
    assertThat(main(visitor)).contains("Dua Pagi di Teras");
  }

  @Test
  @Order(16)
  void aReplacedSourceIsReadAnew() throws Exception {
    follow(staff, "Perbaiki data");
    staff
        .getByLabel("Berkas baru")
        .setInputFiles(
            Files.writeString(folder.resolve("baru.html"), BOOK.replace("Hujan", "Gerimis")));
    press(staff, "Ganti berkas");
    library.allRead();
    visitor.navigate(library.address("/"));
    follow(visitor, "Dua Pagi di Teras");
    follow(visitor, "Baca teks");
    follow(visitor, "Pagi pertama");
    assertThat(main(visitor)).contains("Gerimis turun sejak subuh.");
  }

  @Test
  @Order(17)
  void signingOutClosesTheDesk() {
    follow(staff, "Keluar");
    press(staff, "Keluar sekarang");
    staff.navigate(library.address("/staff"));
    assertThat(main(staff)).contains("Silakan masuk");
  }

  @Test
  @Order(18)
  void signingInLeadsBackToThePageThatAskedAndKeepsTheLanguage() {
    staff.navigate(library.address("/staff/embossings"));
    follow(staff, "Masuk");
    press(staff, "English");
    staff.getByLabel("User name").fill(library.introduction().name());
    press(staff, "Sign in");
    assertThat(staff.title()).startsWith("Error: ");
    press(staff, "Bahasa Indonesia");
    press(staff, "English");
    staff.getByLabel("User name").fill(library.introduction().name());
    staff.getByLabel("Password").first().fill("kapal kertas di dermaga");
    press(staff, "Sign in");
    assertThat(staff.url()).isEqualTo(library.address("/staff/embossings"));
    assertThat(staff.locator("h1").innerText()).isEqualTo("Embossing desk");
  }

  @Test
  @Order(19)
  void signingInNeverLeadsToAnotherSite() {
    visitor.navigate(library.address("/sign-in?back=//evil.example/"));
    visitor.getByLabel("Nama pengguna").fill(library.introduction().name());
    visitor.getByLabel("Kata sandi").first().fill("kapal kertas di dermaga");
    press(visitor, "Masuk");
    assertThat(visitor.url()).isEqualTo(library.address("/"));
  }

  @Test
  @Order(20)
  void whatIsNotThereIsSaidWithAReference() {
    visitor.navigate(library.address("/items/zzz"));
    assertThat(visitor.locator("h1").innerText()).isEqualTo("Tidak ada apa-apa di sini");
    assertThat(main(visitor)).contains("Nomor rujukan");
  }
}
