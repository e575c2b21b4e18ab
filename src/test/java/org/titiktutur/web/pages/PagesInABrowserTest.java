package org.titiktutur.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page in every state and both languages, as Chromium shows it and as checkers judge it. */
class PagesInABrowserTest {

  private static final List<String> BAR =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** The rules with these tags, and contrast of 7:1. */
  private static final String AXE =
      """
      async (tags) => {
        const { violations } = await axe.run({
          runOnly: { type: 'tag', values: tags },
          rules: { 'color-contrast-enhanced': { enabled: true } },
          resultTypes: ['violations'],
        });
        return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html}`));
      }
      """;

  private static final String OPEN_ALL =
      "() => document.querySelectorAll('details').forEach((more) => (more.open = true))";

  /** WCAG 1.4.12: what a reader's own style sheet may do to a page. */
  private static final String WIDE_TEXT =
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
          + " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

  /** Things to press that are smaller than 44 px: controls, and links that stand by themselves. */
  private static final String SMALL_TARGETS =
      """
      () => [...document.querySelectorAll('button, select, input:not([type=hidden]), summary, .deed,'
              + ' header a, nav a, .chapters a')]
          .filter((e) => e.offsetParent !== null)
          .map((e) => e.matches('[type=radio], [type=checkbox]') ? e.closest('.pick') : e)
          .filter((e) => e.getBoundingClientRect().height < 43.5)
          .map((e) => e.outerHTML.slice(0, 120))
      """;

  private static final String DEEDS_WITHOUT_EDGE =
      """
      () => [...document.querySelectorAll('button:not(.plain), .deed')]
          .filter((e) => parseFloat(getComputedStyle(e).borderTopWidth) < 1)
          .map((e) => e.outerHTML.slice(0, 120))
      """;

  /** The policy of the service lets no strange style in; a reader's own comes from the browser. */
  private static final String OWN_STYLE =
      """
      (css) => {
        const style = new CSSStyleSheet();
        style.replaceSync(css);
        document.adoptedStyleSheets = [style];
      }
      """;

  /** Numbers what Tab should stop at, in the order of the document; a radio group is one stop. */
  private static final String MARK_STOPS =
      """
      () => {
        const stops = [...document.querySelectorAll(
                'a[href], button, input:not([type=hidden]), select, textarea, summary, audio, [tabindex="0"]')]
            .filter((e) => e.checkVisibility() && !e.closest('details:not([open]) > :not(summary)'))
            .filter((e) => e.type !== 'radio' || e.checked);
        stops.forEach((e, i) => (e.dataset.stop = i));
        return stops.length;
      }
      """;

  private static final String FOCUSED =
      """
      () => {
        const e = document.activeElement;
        if (e === document.body) return 'the end';
        const box = e.getBoundingClientRect();
        const seen = box.top < innerHeight && box.bottom > 0
            && (e.matches('audio') || getComputedStyle(e).outlineStyle !== 'none');
        return `${e.dataset.stop} ${seen ? 'in sight' : 'out of sight'}`;
      }
      """;

  private static SampleSite site;
  private static Optional<Browsing> browsing;
  private static Page page;

  @BeforeAll
  static void open() throws IOException {
    site = new SampleSite();
    browsing = Browsing.begin();
    browsing.ifPresent(
        chromium ->
            page = chromium.browser().newPage(new Browser.NewPageOptions().setLocale("id")));
  }

  @AfterAll
  static void close() {
    browsing.ifPresent(Browsing::close);
    site.close();
  }

  static Stream<String> pages() {
    return site.pages().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void standsTheBar(String path) {
    show(path);
    page.evaluate(AxeBuilder.getAxeScript());
    assertThat((List<?>) page.evaluate(AXE, BAR)).isEmpty();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat((List<?>) page.evaluate(AXE, List.of("cat.color"))).isEmpty();
    assertThat((List<?>) page.evaluate(SMALL_TARGETS)).isEmpty();
    assertThat((List<?>) page.evaluate(DEEDS_WITHOUT_EDGE)).isEmpty();
    page.setViewportSize(320, 640);
    page.evaluate(OPEN_ALL);
    assertThat(width()).isEqualTo(320);
    page.evaluate(OWN_STYLE, WIDE_TEXT);
    assertThat(width()).isEqualTo(320);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isLightEnoughForASlowConnection(String path) {
    int bytes = site.pages().get(path).getBytes(StandardCharsets.UTF_8).length;
    assertThat(bytes + resource("/web/titik.css").length).isLessThan(30_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"shelf", "item-staff", "listen", "listen-early", "braille", "staff", "account"})
  void isWalkedByKeyboardInReadingOrderWithFocusInSight(String name) {
    show("/id/" + name);
    int stops = (int) page.evaluate(MARK_STOPS);
    Set<String> walked = new LinkedHashSet<>();
    String at = tab();
    while (!at.equals("the end")) {
      walked.add(at);
      at = tab();
    }
    assertThat(walked)
        .containsExactlyElementsOf(
            IntStream.range(0, stops).mapToObj(i -> i + " in sight").toList());
  }

  @Test
  void theFirstLinkLeadsPastTheNavigation() {
    show("/id/shelf");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("main");
  }

  @Test
  void aFormWithMistakesIsReadFromItsSummary() {
    show("/id/item-wrong");
    assertThat(page.title()).startsWith("Kesalahan: ");
    assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("errors");
    page.locator("#errors a").nth(1).click();
    assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("speed");
  }

  /** Written anew by {@code -Dpages.write=true}; a change of what is read aloud shows as a diff. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "shelf",
        "item",
        "item-wrong",
        "findings",
        "read",
        "making",
        "listen",
        "listen-early",
        "braille",
        "staff",
        "sign-in-wrong",
        "account",
        "embossing",
        "problem"
      })
  void readsAloudAsAgreed(String name) throws IOException {
    Path agreed = Path.of("src/test/resources/pages/" + name + ".txt");
    show("/id/" + name);
    String heard = page.locator("body").ariaSnapshot() + "\n";
    if (Boolean.getBoolean("pages.write")) {
      Files.createDirectories(agreed.getParent());
      Files.writeString(agreed, heard);
    }
    assertThat(heard).isEqualTo(Files.readString(agreed));
  }

  @Test
  void theNuCheckerHasNothingToSay(@TempDir Path folder) throws Exception {
    Path site = Files.createDirectory(folder.resolve("site"));
    for (var page : PagesInABrowserTest.site.pages().entrySet()) {
      Files.writeString(
          site.resolve(page.getKey().substring(1).replace('/', '-') + ".html"), page.getValue());
    }
    Files.write(site.resolve("titik.css"), resource("/web/titik.css"));
    Path said = folder.resolve("said.txt");

    int exit =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Files.readString(Path.of("target/nu.classpath")),
                "nu.validator.client.SimpleCommandLineValidator",
                "--format",
                "gnu",
                "--also-check-css",
                site.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();

    // Text is written so that it is XML too; the checker remarks on it and finds nothing wrong.
    assertThat(Files.readAllLines(said))
        .filteredOn(line -> !line.contains("info: Trailing slash on void elements"))
        .isEmpty();
    assertThat(exit).isZero();
  }

  private static void show(String path) {
    assumeTrue(browsing.isPresent(), "no Chromium on this machine");
    page.setViewportSize(1280, 900);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.navigate(site.address(path));
  }

  private static String tab() {
    page.keyboard().press("Tab");
    return (String) page.evaluate(FOCUSED);
  }

  private static int width() {
    return (int) page.evaluate("() => document.documentElement.scrollWidth");
  }

  private static byte[] resource(String name) {
    try (InputStream in = PagesInABrowserTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
