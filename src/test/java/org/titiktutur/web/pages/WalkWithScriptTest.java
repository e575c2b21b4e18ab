package org.titiktutur.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What the script adds: progress that moves by itself, and chapters that follow each other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WalkWithScriptTest {

  private static final String BOOK =
      """
      <html lang="id"><head><title>Dua Pagi</title></head><body>
      <h1>Pagi pertama</h1><p>Hujan turun sejak subuh.</p>
      <h1>Pagi kedua</h1><p>Matahari terbit.</p>
      </body></html>
      """;

  @TempDir static Path folder;

  private static Library library;
  private static Optional<Browsing> browsing;
  private static String rendition;
  private static Page page;

  @BeforeAll
  static void open() throws Exception {
    browsing = Browsing.begin();
    assumeTrue(browsing.isPresent(), "no Chromium on this machine");
    library =
        new Library(Files.createDirectory(folder.resolve("data")), folder.resolve("paper.brf"));
    rendition = library.add("dua-pagi.html", BOOK, "mp3");
    page = browsing.get().browser().newPage(new Browser.NewPageOptions().setLocale("id"));
  }

  @AfterAll
  static void close() {
    browsing.ifPresent(Browsing::close);
    if (library != null) {
      library.close();
    }
  }

  @Test
  @Order(1)
  void thePageSaysByItselfThatItIsReady() {
    page.navigate(library.address("/renditions/" + rendition));
    assertThat(page.locator("#state"))
        .hasText(
            "Sudah jadi. Muat ulang halaman ini untuk membukanya.",
            new LocatorAssertions.HasTextOptions().setTimeout(90_000));
  }

  @Test
  @Order(2)
  void theNextChapterBeginsWhenOneHasEnded() {
    page.navigate(library.address("/renditions/" + rendition + "/listen"));
    assertThat(page.locator("#now")).hasText("Bab 1 dari 2: Pagi pertama");
    page.evaluate(
        """
        async () => {
          const audio = document.querySelector('audio');
          audio.muted = true;
          await audio.play();
          audio.currentTime = audio.duration - 0.2;
        }
        """);
    assertThat(page.locator("#now")).hasText("Bab 2 dari 2: Pagi kedua");
    assertThat(page).hasURL(Pattern.compile("part=2$"));
    assertThat(page.locator(".chapters [aria-current]")).hasText("2. Pagi kedua");
    assertThat(page.locator("#after")).isHidden();
  }

  @Test
  @Order(3)
  void theSpeedIsKeptAndThePlaceIsOfferedAgain() {
    page.locator("#speed").selectOption("1.5");
    page.evaluate("() => document.querySelector('audio').pause()");
    page.navigate(library.address("/renditions/" + rendition + "/listen"));
    assertThat(page.locator("#speed")).hasValue("1.5");
    assertThat(page.locator("#resume a"))
        .hasText(Pattern.compile("^Lanjutkan dari bab 2, 0:0\\d$"));
    page.locator("#resume a").press("Enter");
    assertThat(page.locator("#now")).hasText("Bab 2 dari 2: Pagi kedua");
    assertThat(page).hasTitle(Pattern.compile("^Bab 2 dari 2: Pagi kedua"));
    assertThat(page.locator("audio")).isFocused();
  }

  @Test
  @Order(4)
  void theFirstChapterIsHeardWhileTheOthersAreBeingMadeAndTheyComeByThemselves() throws Exception {
    String early =
        library.add(
            "tiga.md",
            "# Satu\n\nHujan.\n\n# Dua\n\n"
                + "Hujan turun lagi. ".repeat(1200)
                + "\n\n# Tiga\n\n"
                + "Hujan reda. ".repeat(1200),
            "mp3");
    page.navigate(library.address("/renditions/" + early));
    page.getByText("Dengarkan yang sudah jadi")
        .click(new Locator.ClickOptions().setTimeout(60_000));
    assertThat(page.locator("#now")).hasText("Bab 1 dari 3: Satu");
    assertThat(page.locator("#making")).containsText("dari 3 bab sudah dapat didengar");
    assertThat(page.locator("#chapters")).containsText("2. Dua belum jadi");
    assertThat(page.locator("#after")).isHidden();
    page.evaluate(
        """
        async () => {
          const audio = document.querySelector('audio');
          audio.muted = true;
          await audio.play();
          audio.currentTime = audio.duration - 0.2;
        }
        """);
    assertThat(page.locator("#now"))
        .hasText("Bab 2 dari 3: Dua", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
    assertThat(page.locator("#all"))
        .containsText(
            "Unduh semua bab sebagai ZIP",
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    assertThat(page.locator("#making")).isEmpty();
    assertThat(page.locator("#chapters a")).hasCount(3);
  }

  @Test
  @Order(5)
  void aChapterTurnedToByHandIsSaidAndTheFocusIsNotLostAtTheEnd() {
    page.navigate(library.address("/renditions/" + rendition + "/listen"));
    page.locator("#after").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#turned")).hasText("Bab 2 dari 2: Pagi kedua");
    assertThat(page.locator("#after")).isHidden();
    assertThat(page.locator("audio")).isFocused();
  }

  @Test
  @Order(6)
  void aFileThatCannotBeTakenIsNamedWithoutANewPage() throws Exception {
    page.navigate(library.address("/sign-in?back=/staff"));
    page.getByLabel("Nama pengguna").fill(library.introduction().name());
    page.locator("#password").fill(library.introduction().password());
    page.locator("main button").click();
    page.locator("#old").fill(library.introduction().password());
    page.locator("#password").fill("kapal kertas di dermaga");
    page.getByText("Ganti kata sandi").last().click();
    page.navigate(library.address("/staff"));
    page.locator("#source")
        .setInputFiles(
            new Path[] {
              Files.writeString(folder.resolve("baik.txt"), "Selamat pagi."),
              Files.createFile(folder.resolve("kosong.txt")),
              Files.write(folder.resolve("besar.txt"), new byte[(10 << 20) + 1])
            });
    page.getByText("Tambahkan ke rak").click();
    assertThat(page.locator("#errors")).containsText("kosong.txt kosong");
    assertThat(page.locator("#errors")).containsText("besar.txt lebih besar dari 10,5 MB");
    assertThat(page.locator("#errors")).isFocused();
    assertThat(page.locator(".done")).containsText("Buku ditambahkan");
    assertThat(page).hasTitle(Pattern.compile("^Kesalahan: "));
    library.allRead();
  }

  @Test
  @Order(7)
  void whoeverSignsOutLeavesNothingInThisBrowser() {
    org.assertj.core.api.Assertions.assertThat(places()).isNotEqualTo(0);
    page.navigate(library.address("/sign-out"));
    page.locator("main button").click();
    page.waitForURL(library.address("/"));
    org.assertj.core.api.Assertions.assertThat(places()).isEqualTo(0);
  }

  private static Object places() {
    return page.evaluate("() => localStorage.length");
  }

  @Test
  @Order(8)
  void aPasswordIsShownToWhoWantsToSeeIt() {
    page.navigate(library.address("/sign-in"));
    page.getByLabel("Tampilkan kata sandi").check();
    assertThat(page.locator("#password")).hasAttribute("type", "text");
  }
}
